package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ScriptedRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What people do with a finished film: change a scene of it, and take its files along. Several
/// films are cut for it.
@Tag("proof")
class FilmChangesTest extends FilmScenes {
  @Test
  void aFinishedFilmIsChangedForThePriceOfWhatIsNew() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.calls(silent(IDEA, "none")));

    Seen card = editing(ann, first);
    taps(ann, card, "3", "3. (3 seconds)");
    taps(ann, card, "Another picture", "Scene 3 is changed.");
    taps(ann, card, "Back to all scenes", "2 of 3 scenes are there already");
    ScriptedRenderer.Gate gate = backstage.hold();
    ann.presses(card, "Make the film ($0.06)");
    gate.awaitReached();
    ann.awaits("progress", it -> it.answers(card) && it.text().contains("Up to $0.06 set aside."));
    gate.open();
    Seen second = ann.videoFor(card);
    Seen before = ann.videoFor(ann.calls("again", code(first)));

    assertThat(first.labels()).containsExactly("Send again", "Change scenes", "Receipt");
    assertThat(card.text())
        .contains("All scenes are there already: there is nothing left to pay.")
        .contains("The film that you have stays: /again " + code(first) + " shows it.");
    assertThat(second.text()).contains("$0.06");
    assertThat(rendered()).isEqualTo(4);
    assertThat(before.text()).contains("$0, from cache");
  }

  @Test
  void otherWordsAreSpokenAndOnlyThatSceneIsFilmedAnew() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.calls(film("Storm", "none")));
    int filmed = rendered();
    int said = spoken();

    Seen card = editing(ann, first);
    Seen scene = ann.answerTo(ann.calls(scene("2", "The keeper laughs.")));
    makes(ann, taps(ann, scene, "Back to all scenes", "2 of 3"));

    assertThat(card.text()).contains("All scenes are there already");
    assertThat(rendered() - filmed).isEqualTo(1);
    assertThat(spoken() - said).isEqualTo(1);
  }

  @Test
  void theNarratorIsAnotherOrNone() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.calls(film("Storm", "none")));

    Seen card = editing(ann, first);
    Seen voices = taps(ann, card, "Other voice", "Who shall tell the story?");
    Seen silent = taps(ann, card, "No narrator", "3 scenes");
    taps(ann, card, "Other voice", "Who shall tell the story?");
    Seen told = taps(ann, card, "slt", "– “");

    assertThat(voices.labels()).containsExactly("slt", "rms", "No narrator", "Back to all scenes");
    assertThat(silent.text()).doesNotContain("– “");
    assertThat(told.text()).contains("All scenes are there already");
  }

  @Test
  void theFilmGetsLongerAndIsShownAsItWas() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.calls(silent(IDEA, "none")));

    Seen card = editing(ann, first);
    taps(ann, card, "Other length", "How long shall the film be?");
    Seen longer = taps(ann, card, "20 seconds", "3 scenes, 20 seconds");
    Seen second = makes(ann, longer);
    ann.presses(longer, "Show the film as it was");
    Seen shown =
        ann.awaits(
            "the film as it was", it -> it.answers(card) && it.text().contains("$0, from cache"));

    assertThat(second.text()).contains("20 s");
    assertThat(shown.text()).contains("10 s");
  }

  @Test
  void allFilesOfAFilmComeAsOne() throws Exception {
    Actor ann = person("ann");
    Seen made = ann.videoFor(ann.calls(silent(IDEA, "none")));

    Act asked = ann.calls("files", code(made));
    Seen answer = ann.answerTo(asked);
    Seen none = ann.answerTo(ann.calls("files", "ZZZZZZ"));

    ann.awaits("the file", it -> it.document().equals("photoplay-" + code(made) + ".zip"));
    assertThat(answer.text()).startsWith("All that belongs to “A lighthouse keeper befriends a");
    assertThat(none.text()).startsWith("I don’t know a video of yours with that code.");
  }

  private Call scene(String number, String words) {
    return manners.commandsAreWords()
        ? Call.of("scene", number + " " + words)
        : Call.of("scene", words).with("number", number);
  }
}
