package app.photoplay.provider.local.scene;

import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Makes scenes of a story's moments: how long, how near, how the camera moves, and how each gives
/// way to the next.
final class Staging {
  private static final List<ShotSize> SIZES =
      List.of(ShotSize.WIDE, ShotSize.MEDIUM, ShotSize.CLOSE_UP, ShotSize.WIDE, ShotSize.MEDIUM);
  private static final List<ShotSize> TALKING = List.of(ShotSize.MEDIUM, ShotSize.CLOSE_UP);

  private static final List<CameraMove> MOVES =
      List.of(
          CameraMove.TRUCK_RIGHT,
          CameraMove.ZOOM_IN,
          CameraMove.PAN_LEFT,
          CameraMove.TRACKING_SHOT,
          CameraMove.TILT_UP,
          CameraMove.TRUCK_LEFT,
          CameraMove.PEDESTAL_UP);
  private static final List<CameraMove> TALKING_MOVES =
      List.of(CameraMove.STATIC_SHOT, CameraMove.ZOOM_OUT);

  private final List<Beat> beats;
  private final List<Setting.View> views = new ArrayList<>();

  private Staging(List<Beat> beats) {
    this.beats = beats;
    String story =
        beats.stream()
            .map(beat -> beat.place() + " " + beat.picture())
            .distinct()
            .collect(Collectors.joining(" "));
    Setting setting = new Setting(story, beats.size(), beats.stream().anyMatch(Beat::dialogue));
    for (int i = 0; i < beats.size(); i++) {
      views.add(setting.view(beats.get(i), i));
    }
  }

  static List<Scene> scenes(List<Beat> beats, StoryboardPrompt prompt) {
    Staging staging = new Staging(beats);
    Narration said = Narration.of(beats, prompt);
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < beats.size(); i++) {
      Beat beat = beats.get(i);
      String words = said.words().get(i);
      scenes.add(
          new Scene(
              said.lengths().get(i),
              staging.views.get(i).picture(),
              "",
              "",
              staging.size(i),
              staging.move(i),
              words.isEmpty() ? "" : beat.speaker(),
              words,
              staging.next(i)));
    }
    return scenes;
  }

  private ShotSize size(int scene) {
    if (scene == 0) {
      return ShotSize.EXTREME_WIDE;
    }
    boolean arrives = !views.get(scene).place().equals(views.get(scene - 1).place());
    if (beats.get(scene).dialogue()) {
      return arrives ? ShotSize.MEDIUM : TALKING.get(scene % TALKING.size());
    }
    if (scene == beats.size() - 1) {
      return ShotSize.EXTREME_WIDE;
    }
    return arrives ? ShotSize.WIDE : SIZES.get((scene - 1) % SIZES.size());
  }

  /// No move twice in a row: the lists are cycles of different ones, and have none in common.
  private CameraMove move(int scene) {
    if (scene == 0) {
      return CameraMove.PUSH_IN;
    }
    if (scene == beats.size() - 1) {
      return CameraMove.PULL_OUT;
    }
    return beats.get(scene).dialogue()
        ? TALKING_MOVES.get(scene % TALKING_MOVES.size())
        : MOVES.get((scene - 1) % MOVES.size());
  }

  private Transition next(int scene) {
    if (scene == beats.size() - 1) {
      return Transition.CUT;
    }
    Setting.View view = views.get(scene);
    Setting.View following = views.get(scene + 1);
    if (!view.hour().equals(following.hour()) || !view.place().equals(following.place())) {
      return Transition.DIP;
    }
    boolean talk = beats.get(scene).dialogue() && beats.get(scene + 1).dialogue();
    return talk ? Transition.CUT : Transition.CROSSFADE;
  }
}
