package app.photoplay.kind.film;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.testkit.ScriptedPieces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Storyboards of short scenes, and wishes for films of them.
final class Boards {
  static final int SECONDS = 4;

  private Boards() {}

  /// Scenes of four seconds, each with four words that take one, one after the other by cuts.
  static Storyboard of(int scenes) {
    return new Storyboard(
        "house",
        "A short film",
        "plain",
        "en",
        List.of(),
        IntStream.rangeClosed(1, scenes).mapToObj(i -> scene(i, "here is part " + i)).toList());
  }

  static Scene scene(int number, String words) {
    return new Scene(
        SECONDS,
        "a place number " + number + " by the sea",
        "",
        "",
        ShotSize.WIDE,
        CameraMove.PUSH_IN,
        "",
        words,
        Transition.CUT);
  }

  /// The same with another line in one scene.
  static Storyboard saying(Storyboard board, int number, String words) {
    List<Scene> scenes = new ArrayList<>(board.scenes());
    Scene old = scenes.get(number - 1);
    scenes.set(
        number - 1,
        new Scene(
            old.seconds(),
            old.picture(),
            old.ending(),
            old.motion(),
            old.shot(),
            old.camera(),
            old.speaker(),
            words,
            old.next()));
    return with(board, scenes);
  }

  /// The same, one scene ending in the picture that the next begins with.
  static Storyboard continued(Storyboard board, int number) {
    List<Scene> scenes = new ArrayList<>(board.scenes());
    Scene old = scenes.get(number - 1);
    scenes.set(
        number - 1,
        new Scene(
            old.seconds(),
            old.picture(),
            old.ending(),
            old.motion(),
            old.shot(),
            old.camera(),
            old.speaker(),
            old.words(),
            Transition.CONTINUE));
    return with(board, scenes);
  }

  private static Storyboard with(Storyboard board, List<Scene> scenes) {
    return new Storyboard(
        board.writer(), board.title(), board.style(), board.language(), board.cast(), scenes);
  }

  /// As a model would write it.
  static String json(Storyboard board) {
    return StoryboardReader.write(board);
  }

  /// A wish for a film of so many scenes that is still to be planned.
  static FilmRequest wish(int scenes) {
    return wish(scenes, 0);
  }

  /// The same, planned and made anew.
  static FilmRequest wish(int scenes, int version) {
    return new FilmRequest(
        "A short walk by the sea",
        scenes * SECONDS,
        "en",
        scenes,
        "plain",
        Shape.WIDE,
        Quality.ECONOMY,
        ScriptedPieces.VOICE,
        Captions.OFF,
        "",
        "",
        "",
        1 + version,
        version,
        List.of(),
        null);
  }
}
