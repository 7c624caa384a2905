package app.photoplay.kind.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.kind.film.BoardEdits.Edit;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardEditsTest {
  private static final BoardEdits EDITS = new BoardEdits(List.of(4, 6, 8, 12));
  private static final Storyboard BOARD =
      board(
          scene("sea", Transition.CUT),
          scene("storm", Transition.CUT),
          scene("dawn", Transition.CUT));

  @Test
  void aSceneIsDropped() {
    assertThat(pictures(done(EDITS.drop(BOARD, 2)))).containsExactly("sea", "dawn");
  }

  @Test
  void aFilmKeepsOneScene() {
    Storyboard one = board(scene("sea", Transition.CUT));

    assertThat(EDITS.drop(one, 1)).isEqualTo(new Edit.Refused(Phrase.SCENE_LAST));
  }

  @Test
  void scenesMoveUpAndDown() {
    assertThat(pictures(done(EDITS.up(BOARD, 3)))).containsExactly("sea", "dawn", "storm");
    assertThat(pictures(done(EDITS.down(BOARD, 1)))).containsExactly("storm", "sea", "dawn");
  }

  @Test
  void whatIsFirstOrLastStaysThere() {
    assertThat(done(EDITS.up(BOARD, 1))).isEqualTo(BOARD);
    assertThat(done(EDITS.down(BOARD, 3))).isEqualTo(BOARD);
  }

  @Test
  void anAddedSceneShowsTheSameFromElsewhereAndIsSilent() {
    Storyboard longer = done(EDITS.add(BOARD, 2));

    assertThat(pictures(longer)).containsExactly("sea", "storm", "storm", "dawn");
    Scene added = longer.scenes().get(2);
    assertThat(added.words()).isEmpty();
    assertThat(added.shot()).isNotEqualTo(longer.scenes().get(1).shot());
    assertThat(longer.seconds()).isEqualTo(BOARD.seconds() + 4);
  }

  @Test
  void aFilmGetsLongerAndShorterInAllItsScenes() {
    assertThat(lengths(EDITS.lasting(BOARD, 18, List.of(0.0, 0.0, 0.0)))).containsExactly(6, 6, 6);
    assertThat(lengths(EDITS.lasting(BOARD, 20, List.of(0.0, 0.0, 0.0)))).containsExactly(8, 6, 6);
    assertThat(lengths(EDITS.lasting(BOARD, 5, List.of(0.0, 0.0, 0.0)))).containsExactly(4, 4, 4);
  }

  @Test
  void noSceneGetsTooShortForItsWords() {
    assertThat(lengths(EDITS.lasting(BOARD, 12, List.of(0.0, 7.2, 0.0)))).containsExactly(4, 8, 4);
  }

  @Test
  void twentyScenesAreEnough() {
    Storyboard full = board(Collections.nCopies(20, scene("sea", Transition.CUT)));

    assertThat(refusal(EDITS.add(full, 1)))
        .isEqualTo(Phrase.SCENES_TOO_MANY.with(Argument.LIMIT.of(20)));
  }

  @Test
  void aFilmIsNeverLongerThanTwoMinutes() {
    Storyboard full = board(Collections.nCopies(19, scene("sea", Transition.CUT, 6)));

    Storyboard most = done(EDITS.add(full, 1));

    assertThat(most.seconds()).isEqualTo(118);
    assertThat(refusal(EDITS.words(most, 1, "much more to say", 7))).isNull(); // 120 exactly
    assertThat(refusal(EDITS.words(most, 1, "much more to say", 9)))
        .isEqualTo(Phrase.FILM_TOO_LONG.with(Argument.SECONDS.of(124), Argument.LIMIT.of(120)));
  }

  @Test
  void aSceneGetsLongerForItsWordsAndNeverShorter() {
    Storyboard longer = done(EDITS.words(BOARD, 2, " The keeper laughs. ", 6.5));
    Storyboard back = done(EDITS.words(longer, 2, "Ha.", 1));

    assertThat(longer.scenes().get(1).words()).isEqualTo("The keeper laughs.");
    assertThat(longer.scenes().get(1).seconds()).isEqualTo(8);
    assertThat(back.scenes().get(1).seconds()).isEqualTo(8);
    assertThat(longer.scenes().getFirst()).isEqualTo(BOARD.scenes().getFirst());
  }

  @Test
  void wordsThatFitIntoNoShotAreRefused() {
    assertThat(refusal(EDITS.words(BOARD, 2, "on and on", 12.5)))
        .isEqualTo(Phrase.SCENE_WORDS_LONG.with(Argument.SECONDS.of(13), Argument.LIMIT.of(12)));
  }

  @Test
  void anotherPictureIsAnotherTake() {
    Storyboard own = done(EDITS.own(BOARD, 1, "abc"));
    Storyboard again = done(EDITS.another(own, 1));

    assertThat(own.scenes().getFirst().frame()).isEqualTo("abc");
    assertThat(again.scenes().getFirst().take()).isEqualTo(1);
    assertThat(again.scenes().getFirst().frame()).isEmpty();
  }

  @Test
  void aPictureInOtherWordsTakesThePlaceOfOnesOwn() {
    Storyboard own = done(EDITS.own(BOARD, 3, "abc"));
    Storyboard other = done(EDITS.picture(own, 3, " a calm sea "));

    assertThat(other.scenes().get(2).picture()).isEqualTo("a calm sea");
    assertThat(other.scenes().get(2).frame()).isEmpty();
    assertThat(refusal(EDITS.picture(BOARD, 3, "  "))).isNotNull();
  }

  @Test
  void theNarratorAndThoseInThePictureTakeTheWordsFromEachOther() {
    Storyboard spoken = done(EDITS.spokenBy(done(EDITS.words(BOARD, 1, "Hello", 1)), 1, "Ann"));

    assertThat(spoken.scenes().getFirst().spoken()).isTrue();
    assertThat(done(EDITS.spokenBy(spoken, 1, "")).scenes().getFirst().spoken()).isFalse();
  }

  @Test
  void whatGoesOnIntoAnotherSceneIsCutInstead() {
    Storyboard going =
        board(
            scene("sea", Transition.CONTINUE),
            scene("storm", Transition.CONTINUE),
            scene("dawn", Transition.CUT));

    assertThat(leads(done(EDITS.drop(going, 2)))).containsExactly(Transition.CUT, Transition.CUT);
    assertThat(leads(done(EDITS.up(going, 2))))
        .containsExactly(Transition.CUT, Transition.CUT, Transition.CUT);
    assertThat(leads(done(EDITS.words(going, 2, "Hush", 1))))
        .containsExactly(Transition.CONTINUE, Transition.CONTINUE, Transition.CUT);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4, 99})
  void aSceneThatThereIsNotIsRefused(int number) {
    Edit.Refused refused = new Edit.Refused(Phrase.SCENE_UNKNOWN.with(Argument.MOST.of(3)));

    assertThat(
            List.of(
                EDITS.drop(BOARD, number),
                EDITS.up(BOARD, number),
                EDITS.down(BOARD, number),
                EDITS.add(BOARD, number),
                EDITS.another(BOARD, number),
                EDITS.picture(BOARD, number, "x"),
                EDITS.own(BOARD, number, "x"),
                EDITS.words(BOARD, number, "x", 1),
                EDITS.spokenBy(BOARD, number, "")))
        .containsOnly(refused);
  }

  /// Whatever people tap, the film stays one that can be made.
  @Test
  void anyEditsInAnyOrderKeepTheLimits() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Storyboard board = BOARD;
      for (int step = 0; step < 60; step++) {
        int number = 1 + random.nextInt(board.scenes().size());
        Edit edit =
            switch (random.nextInt(6)) {
              case 0 -> EDITS.drop(board, number);
              case 1 -> EDITS.up(board, number);
              case 2 -> EDITS.down(board, number);
              case 3 -> EDITS.another(board, number);
              case 4 -> EDITS.words(board, number, "word", random.nextInt(16));
              default -> EDITS.add(board, number);
            };
        if (edit instanceof Edit.Done(var next)) {
          board = next;
        }
        assertThat(board.seconds()).as("seed " + seed).isBetween(4, 120);
        assertThat(board.scenes()).as("seed " + seed).hasSizeBetween(1, 20);
      }
    }
  }

  private static Storyboard done(Edit edit) {
    return switch (edit) {
      case Edit.Done(var board) -> board;
      case Edit.Refused(var why) -> throw new AssertionError(why);
    };
  }

  private static @Nullable Sentence refusal(Edit edit) {
    return edit instanceof Edit.Refused(var why) ? why : null;
  }

  private static List<String> pictures(Storyboard board) {
    return board.scenes().stream().map(Scene::picture).toList();
  }

  private static List<Integer> lengths(Edit edit) {
    return done(edit).scenes().stream().map(Scene::seconds).toList();
  }

  private static List<Transition> leads(Storyboard board) {
    return board.scenes().stream().map(Scene::next).toList();
  }

  private static Storyboard board(Scene... scenes) {
    return board(Arrays.asList(scenes));
  }

  private static Storyboard board(List<Scene> scenes) {
    return new Storyboard("test", "Storm", "", "en-US", List.of(), scenes);
  }

  private static Scene scene(String picture, Transition next) {
    return scene(picture, next, 4);
  }

  private static Scene scene(String picture, Transition next, int seconds) {
    return new Scene(seconds, picture, "", "", ShotSize.WIDE, CameraMove.STATIC_SHOT, "", "", next);
  }
}
