package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How people look at a film's pictures before it is filmed, and have others.
class KeyframesTest extends FilmScenes {
  @Test
  void thePicturesAreSeenOnOneSheetBeforeTheyAreFilmed() throws Exception {
    Actor ann = person("ann");
    Seen board = storyboard(ann, silent(IDEA, "storyboard"));

    Seen sheet = sheet(ann, board, "See the pictures");
    int before = rendered();
    ann.presses(sheet, "Make the film ($0.20)");
    Seen made = ann.videoFor(sheet);

    assertThat(sheet.text())
        .contains("These are the pictures of “A lighthouse keeper befriends a storm”")
        .contains("Tap a number for another picture of that scene.");
    assertThat(sheet.labels())
        .containsExactly("1", "2", "3", "Make the film ($0.20)", "Change scenes");
    assertThat(before).isZero();
    assertThat(made.text()).contains("10 s · $0.20");
    assertThat(rendered()).isEqualTo(3);
  }

  @Test
  void storyboardAndPicturesAreSeenInOneGo() throws Exception {
    Actor ann = person("ann");

    Act called = ann.calls(silent(IDEA, "keyframes"));
    Seen sheet = ann.awaits("sheet", it -> it.answers(called) && it.picture());

    assertThat(sheet.labels()).contains("1", "2", "3", "Change scenes");
    assertThat(rendered()).isZero();
  }

  @Test
  void aSceneGetsAnotherPicture() throws Exception {
    Actor ann = person("ann");
    Seen sheet = sheet(ann, storyboard(ann, silent(IDEA, "storyboard")), "See the pictures");
    ann.presses(sheet, "Make the film ($0.20)");
    ann.videoFor(sheet);

    Seen other = sheet(ann, sheet, "2");
    ann.presses(other, "Make the film ($0.06)");
    Seen made = ann.videoFor(other);

    assertThat(other.text())
        .contains("2 of 3 scenes are there already · the rest costs at most $0.06");
    assertThat(made.text()).contains("$0.06");
    assertThat(rendered()).isEqualTo(4);
  }

  @Test
  void aSceneBeginsWithAPictureOfOnesOwn() throws Exception {
    Actor ann = person("ann");
    Seen sheet = sheet(ann, storyboard(ann, silent(IDEA, "storyboard")), "See the pictures");

    Seen scene =
        ann.answerTo(
            manners.commandsAreWords()
                ? ann.writes(Line.of(photo, "2").on(sheet))
                : ann.calls(Call.of("scene", "").with("number", "2").with(photo)));
    Seen all = taps(ann, scene, "Back to all scenes", "3 scenes, 10 seconds");
    Seen again = sheet(ann, all, "See the pictures");

    assertThat(scene.text())
        .contains("Scene 2 is changed.")
        .contains("It begins with your own picture.");
    assertThat(again.labels()).contains("2");
  }

  @Test
  void aPhotoThatComesWithTheSceneIsItsPicture() throws Exception {
    Actor ann = person("ann");
    editing(ann, storyboard(ann, silent(IDEA, "storyboard")));
    Call scene =
        manners.commandsAreWords()
            ? Call.of("scene", "3")
            : Call.of("scene", "").with("number", "3");

    Seen answer = ann.answerTo(ann.calls(scene.with(photo)));

    assertThat(answer.text()).contains("It begins with your own picture.");
  }

  private static Seen sheet(Actor person, Seen card, String label) throws Exception {
    person.presses(card, label);
    return person.awaits("sheet", it -> it.answers(card) && it.picture());
  }
}
