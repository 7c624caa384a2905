package app.photoplay.kind.film;

import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What people may change in a storyboard. Scenes are named by their numbers from 1; one that there
/// is not is refused.
///
/// @param shots the lengths in seconds that can be filmed, ascending
record BoardEdits(List<Integer> shots) {
  static final int MOST_SCENES = 20;

  /// Of what is heard or seen in one scene, in UTF-16 units.
  static final int MOST_WORDS = 600;

  private static final int USUAL_SECONDS = 4;

  BoardEdits {
    shots = List.copyOf(shots);
  }

  /// What came of a change.
  sealed interface Edit {
    record Done(Storyboard board) implements Edit {}

    record Refused(Sentence why) implements Edit {}
  }

  Edit drop(Storyboard board, int number) {
    if (board.scenes().size() == 1) {
      return new Edit.Refused(Phrase.SCENE_LAST);
    }
    return arranged(board, number, (scenes, at) -> scenes.remove(at));
  }

  /// The first one stays where it is.
  Edit up(Storyboard board, int number) {
    return arranged(
        board, number, (scenes, at) -> scenes.add(Math.max(0, at - 1), scenes.remove(at)));
  }

  /// The last one stays where it is.
  Edit down(Storyboard board, int number) {
    return arranged(
        board,
        number,
        (scenes, at) -> scenes.add(Math.min(scenes.size() - 1, at + 1), scenes.remove(at)));
  }

  /// Another scene of the same, from nearer or farther, in which nothing is heard yet.
  Edit add(Storyboard board, int number) {
    if (board.scenes().size() >= MOST_SCENES) {
      return new Edit.Refused(Phrase.SCENES_TOO_MANY.with(Argument.LIMIT.of(MOST_SCENES)));
    }
    return arranged(
        board,
        number,
        (scenes, at) -> {
          Scene before = scenes.get(at);
          scenes.add(
              at + 1,
              new Scene(
                  fitting(USUAL_SECONDS),
                  before.picture(),
                  "",
                  "",
                  otherSize(before.shot()),
                  before.camera(),
                  "",
                  "",
                  before.next() == Transition.CONTINUE ? Transition.CUT : before.next()));
        });
  }

  /// Another picture of the same.
  Edit another(Storyboard board, int number) {
    return changed(board, number, scene -> seen(scene, scene.picture(), scene.take() + 1, ""));
  }

  /// Something else is seen.
  Edit picture(Storyboard board, int number, String picture) {
    return picture.isBlank() || picture.length() > MOST_WORDS
        ? new Edit.Refused(Phrase.SCENE_PICTURE_LENGTH.with(Argument.LIMIT.of(MOST_WORDS)))
        : changed(board, number, scene -> seen(scene, picture.strip(), scene.take(), ""));
  }

  /// It begins with a picture of the person's own.
  ///
  /// @param content SHA-256 of it
  Edit own(Storyboard board, int number, String content) {
    return changed(board, number, scene -> seen(scene, scene.picture(), scene.take(), content));
  }

  /// Something else is heard; the scene gets longer where it must.
  ///
  /// @param words may be empty
  /// @param seconds what the words take with the pauses around them, 0 without words
  Edit words(Storyboard board, int number, String words, double seconds) {
    if (words.length() > MOST_WORDS || seconds > shots.getLast()) {
      return new Edit.Refused(
          Phrase.SCENE_WORDS_LONG.with(
              Argument.SECONDS.of((int) Math.ceil(seconds)), Argument.LIMIT.of(shots.getLast())));
    }
    return changed(
        board,
        number,
        scene ->
            heard(
                scene,
                scene.speaker(),
                words.strip(),
                fitting(Math.max(scene.seconds(), seconds))));
  }

  /// Who says the words: somebody in the picture, or the narrator when the name is empty.
  Edit spokenBy(Storyboard board, int number, String speaker) {
    return changed(board, number, scene -> heard(scene, speaker, scene.words(), scene.seconds()));
  }

  /// All scenes longer or shorter, so that the film lasts about as long as wished.
  ///
  /// @param least what each scene's words take with the pauses around them, 0 without words
  Edit lasting(Storyboard board, int seconds, List<Double> least) {
    List<Integer> lengths = new ArrayList<>();
    for (int i = 0; i < board.scenes().size(); i++) {
      double part = (double) board.scenes().get(i).seconds() * seconds / board.seconds();
      int longest =
          shots.stream().filter(it -> it <= part).reduce((_, it) -> it).orElse(shots.getFirst());
      lengths.add(Math.max(longest, fitting(least.get(i))));
    }
    int sum = sum(lengths);
    for (int i = shortest(lengths); sum < seconds; i = shortest(lengths)) {
      int longer = fitting(lengths.get(i) + 1);
      if (longer <= lengths.get(i) || sum + longer - lengths.get(i) > seconds) {
        break;
      }
      lengths.set(i, longer);
      sum = sum(lengths);
    }
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < lengths.size(); i++) {
      Scene scene = board.scenes().get(i);
      scenes.add(heard(scene, scene.speaker(), scene.words(), lengths.get(i)));
    }
    return checked(with(board, scenes));
  }

  private static int sum(List<Integer> lengths) {
    return lengths.stream().mapToInt(it -> it).sum();
  }

  private static int shortest(List<Integer> lengths) {
    return lengths.indexOf(Collections.min(lengths));
  }

  private int fitting(double least) {
    return shots.stream().filter(it -> it >= least).findFirst().orElse(shots.getLast());
  }

  private static ShotSize otherSize(ShotSize size) {
    return switch (size) {
      case EXTREME_WIDE -> ShotSize.MEDIUM;
      case WIDE -> ShotSize.CLOSE_UP;
      case MEDIUM -> ShotSize.WIDE;
      case CLOSE_UP -> ShotSize.MEDIUM;
    };
  }

  private interface Arrange {
    void in(List<Scene> scenes, int at);
  }

  private interface Change {
    Scene of(Scene scene);
  }

  /// Scenes that go on into another one by now are cut instead.
  private static Edit arranged(Storyboard board, int number, Arrange arrange) {
    if (number < 1 || number > board.scenes().size()) {
      return unknown(board);
    }
    List<Scene> before = board.scenes();
    List<Scene> after = new ArrayList<>(before);
    arrange.in(after, number - 1);
    for (int i = 0; i < after.size(); i++) {
      Scene scene = after.get(i);
      int was = before.indexOf(scene);
      if (scene.next() == Transition.CONTINUE
          && (i + 1 == after.size()
              || was + 1 == before.size()
              || !before.get(was + 1).equals(after.get(i + 1)))) {
        after.set(i, leading(scene, Transition.CUT));
      }
    }
    return checked(with(board, after));
  }

  private static Edit changed(Storyboard board, int number, Change change) {
    if (number < 1 || number > board.scenes().size()) {
      return unknown(board);
    }
    List<Scene> scenes = new ArrayList<>(board.scenes());
    scenes.set(number - 1, change.of(scenes.get(number - 1)));
    return checked(with(board, scenes));
  }

  private static Edit checked(Storyboard board) {
    return board.seconds() > FilmRequest.MOST_SECONDS
        ? new Edit.Refused(
            Phrase.FILM_TOO_LONG.with(
                Argument.SECONDS.of(board.seconds()), Argument.LIMIT.of(FilmRequest.MOST_SECONDS)))
        : new Edit.Done(board);
  }

  private static Edit unknown(Storyboard board) {
    return new Edit.Refused(Phrase.SCENE_UNKNOWN.with(Argument.MOST.of(board.scenes().size())));
  }

  private static Storyboard with(Storyboard board, List<Scene> scenes) {
    return new Storyboard(
        board.writer(), board.title(), board.style(), board.language(), board.cast(), scenes);
  }

  private static Scene seen(Scene scene, String picture, int take, String frame) {
    return new Scene(
        scene.seconds(),
        picture,
        scene.ending(),
        scene.motion(),
        scene.shot(),
        scene.camera(),
        scene.speaker(),
        scene.words(),
        scene.next(),
        take,
        frame);
  }

  private static Scene heard(Scene scene, String speaker, String words, int seconds) {
    return new Scene(
        seconds,
        scene.picture(),
        scene.ending(),
        scene.motion(),
        scene.shot(),
        scene.camera(),
        speaker,
        words,
        scene.next(),
        scene.take(),
        scene.frame());
  }

  private static Scene leading(Scene scene, Transition next) {
    return new Scene(
        scene.seconds(),
        scene.picture(),
        scene.ending(),
        scene.motion(),
        scene.shot(),
        scene.camera(),
        scene.speaker(),
        scene.words(),
        next,
        scene.take(),
        scene.frame());
  }
}
