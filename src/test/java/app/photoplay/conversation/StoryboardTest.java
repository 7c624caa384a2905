package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How people change a storyboard before the film is made, by tapping and by writing.
class StoryboardTest extends FilmScenes {
  @Test
  void scenesAreMovedDroppedAndAddedByTapping() throws Exception {
    Actor ann = person("ann");
    Seen card = editing(ann, storyboard(ann, silent(IDEA, "storyboard")));

    taps(ann, card, "1", "To change what is seen");
    taps(ann, card, "Move down", "1. (3 s) a lighthouse keeper befriends a storm, day");
    taps(ann, card, "3", "3. (3 seconds)");
    taps(ann, card, "Add one after it", "about 14 seconds long");
    taps(ann, card, "Back to all scenes", "4 scenes, 14 seconds");
    taps(ann, card, "2", "2. (4 seconds)");
    Seen end = taps(ann, card, "Drop", "3 scenes, 10 seconds");

    assertThat(card.text())
        .contains("3 scenes, 10 seconds", "Tap a number to change that scene.")
        .contains("You can still choose until ");
    assertThat(card.labels())
        .containsExactly(
            "1",
            "2",
            "3",
            "Make the film ($0.20)",
            "See the pictures",
            "Other voice",
            "Other length");
    assertThat(end.labels()).contains("Make the film ($0.20)");
    assertThat(rendered()).isZero();
  }

  @Test
  void whatIsHeardIsWritten() throws Exception {
    Actor ann = person("ann");
    editing(ann, storyboard(ann, film(IDEA, "storyboard")));

    Seen scene = ann.answerTo(ann.calls(scene("2", "The keeper laughs.")));
    Seen all = taps(ann, scene, "Back to all scenes", "– “The keeper laughs.”");

    assertThat(scene.text())
        .contains("Narrator: “The keeper laughs.”")
        .contains("Scene 2 is changed. The film is now about 11 seconds long.");
    assertThat(all.labels()).contains("See the pictures");
  }

  @Test
  void aSceneGetsLongerForItsWords() throws Exception {
    Actor ann = person("ann");
    editing(ann, storyboard(ann, film(IDEA, "storyboard")));

    Seen longer = ann.answerTo(ann.calls(scene("2", "One two three four five six")));
    Seen refused = ann.answerTo(ann.calls(scene("2", "word ".repeat(40).strip())));

    assertThat(longer.text()).contains("2. (7 seconds)").contains("about 14 seconds long");
    assertThat(refused.text())
        .isEqualTo(
            "These words take about 41 seconds, and a scene lasts 20 at most. Shorten them, or say"
                + " the rest in the next scene.");
  }

  @Test
  void whatIsSeenIsWritten() throws Exception {
    Actor ann = person("ann");
    editing(ann, storyboard(ann, silent(IDEA, "storyboard")));

    Seen scene = ann.answerTo(ann.calls(seen("3", "a calm sea")));
    Seen noScene = ann.answerTo(ann.calls(seen("9", "a calm sea")));
    Seen noVoice = ann.answerTo(ann.calls(scene("1", "Hear me")));

    assertThat(scene.text()).contains("3. (3 seconds) a calm sea").contains("Scene 3 is changed.");
    assertThat(noScene.text()).isEqualTo("There is no such scene: they are numbered from 1 to 3.");
    assertThat(noVoice.text()).isEqualTo("This film has no narrator, so nobody would say that.");
  }

  @Test
  void withoutAStoryboardThereIsNoSceneToChange() throws Exception {
    Actor ann = person("ann");

    Seen answer = ann.answerTo(ann.calls(scene("1", "Hear me")));

    assertThat(answer.text()).startsWith("There is no storyboard of yours to change here.");
  }

  @Test
  void anOldCardShowsWhatTheStoryboardIsByNow() throws Exception {
    Actor ann = person("ann");
    Seen card = editing(ann, storyboard(ann, silent(IDEA, "storyboard")));
    ann.answerTo(ann.calls(seen("3", "a calm sea")));

    Act stale = ann.pressesAsSeen(card, "Make the film ($0.20)");
    Seen now =
        ann.awaits(
            "the card as it is now", it -> it.id().equals(card.id()) && it.text().contains("calm"));

    assertThat(stale.told()).isEqualTo(STALE);
    assertThat(now.labels()).contains("Make the film ($0.20)");
    assertThat(rendered()).isZero();
  }

  @Test
  void whatWasChangedIsMadeOnceAfterARestart() throws Exception {
    Actor ann = person("ann");
    Seen card = editing(ann, storyboard(ann, silent(IDEA, "storyboard")));
    taps(ann, card, "3", "3. (3 seconds)");
    Seen shorter = taps(ann, card, "Drop", "2 scenes, 7 seconds");

    restart();
    ann.presses(shorter, "Make the film ($0.14)");
    Seen made = ann.videoFor(card);
    Act again = ann.pressesAsSeen(shorter, "Make the film ($0.14)");

    assertThat(made.text()).contains("7 s · $0.14");
    assertThat(again.told()).isEqualTo("Already on it.");
    assertThat(rendered()).isEqualTo(2);
  }

  @Test
  void nobodyElseDecidesAboutAFilm() throws Exception {
    Actor ann = person("ann");
    Actor ben = person("ben");
    if (manners.rooms()) {
      int room = backstage.room();
      ann = in(room, ann);
      ben = in(room, ben);
    }
    Seen board = storyboard(ann, silent(IDEA, "storyboard"));
    Seen card = editing(ann, board);

    Act made = ben.pressesAsSeen(board, "Make the film ($0.20)");
    Act approved = ben.pressesAsSeen(card, "Make the film ($0.20)");
    Act changed = ben.pressesAsSeen(card, "1");

    assertThat(made.told()).isEqualTo(manners.toldToOthers());
    assertThat(approved.told()).isEqualTo(manners.toldToOthers());
    assertThat(changed.told()).isEqualTo(manners.toldToOthers());
    assertThat(ann.now(card)).isEqualTo(card);
    assertThat(rendered()).isZero();
  }

  private Call seen(String number, String picture) {
    return manners.commandsAreWords()
        ? scene(number, "picture=" + picture)
        : scene(number, "").with("picture", picture);
  }

  /// Where commands are words, the number is the first of them.
  private Call scene(String number, String words) {
    return manners.commandsAreWords()
        ? Call.of("scene", (number + " " + words).strip())
        : Call.of("scene", words).with("number", number);
  }
}
