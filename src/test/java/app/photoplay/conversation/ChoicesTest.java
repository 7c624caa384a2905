package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ScriptedRenderer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How people choose voice and movement: by tapping, without knowing any option, or by one.
class ChoicesTest extends Scenarios {
  private static final String TAP_AGAIN =
      "This has changed in the meantime. Please look again, then press.";

  @Test
  void theChoicesOpenUnderTheQuestionAndShowWhatIsChosen() throws Exception {
    Actor ann = person("ann");
    Seen question = ann.answerTo(ann.sends(photo, ""));

    ann.presses(question, "Voice and style");
    Seen opened = ann.awaits("choices", it -> it.labels().contains("Slower"));
    ann.presses(opened, "Slower");
    ann.presses(opened, "Lively");
    ann.awaits("both", it -> it.labels().contains("✓ Slower") && it.labels().contains("✓ Lively"));
    Seen result = ann.videoFor(ann.writes("Slowly, please"));

    assertThat(question.labels()).containsExactly("Voice and style");
    assertThat(opened.id()).isEqualTo(question.id());
    assertThat(opened.text()).isEqualTo(question.text());
    assertThat(opened.labels())
        .contains("✓ Usual speed", "✓ Usual pitch", "✓ Calm", "✓ No captions");
    assertThat(result.labels()).contains("Change");
  }

  @Test
  void anotherVoiceSaysTheSameWords() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.sends(photo, "Who says this?"));

    Call other = Call.of("talk", "Who says this?").with(photo).with("voice", HearingVoice.OTHER);
    Seen second = ann.videoFor(ann.calls(other));
    Seen refusal = ann.answerTo(ann.calls(other.with("voice", "nobody")));

    assertThat(ann.watches(first)).doesNotContain("by " + HearingVoice.OTHER);
    assertThat(ann.watches(second)).contains("Who says this? by " + HearingVoice.OTHER);
    assertThat(refusal.text())
        .startsWith("There is no voice called “nobody”. Available: slt (")
        .contains("), rms (");
  }

  // ---- a finished video, once more in another way

  @Test
  void aFinishedVideoIsMadeInAnotherWay() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.sends(photo, "Once more, please"));

    Seen card = change(ann, first);
    ann.presses(card, "Still camera");
    ann.presses(chosen(ann, "Still camera"), "Make it");
    ann.videoFor(card);

    assertThat(card.replyTo()).isEqualTo(first.id());
    assertThat(card.text()).contains("You can still choose until ");
    assertThat(rendered()).isEqualTo(2);
    assertThat(spoken()).isEqualTo(1);
  }

  @Test
  void theShapeIsChosenThereToo() throws Exception {
    Actor ann = person("ann");
    Seen card = change(ann, ann.videoFor(ann.sends(photo, "In another shape, please")));

    ann.presses(card, "Square");
    ann.presses(chosen(ann, "Square"), "Make it");
    ann.videoFor(card);

    assertThat(card.labels()).contains("✓ As the photo", "Tall", "Wide", "Premium");
    assertThat(rendered()).isEqualTo(2);
  }

  @Test
  void theVoiceIsShownAndChangedByATap() throws Exception {
    Actor ann = person("ann");
    Seen card = change(ann, ann.videoFor(ann.sends(photo, "Who says this now?")));

    ann.presses(card, "Robert");
    Seen other = ann.awaits("other voice", it -> it.labels().contains("✓ Robert"));
    ann.presses(other, "Make it");
    Seen result = ann.videoFor(card);

    assertThat(card.labels()).startsWith("✓ Sally", "Robert");
    assertThat(ann.watches(result)).contains("Who says this now? by " + HearingVoice.OTHER);
  }

  @Test
  void theVoiceIsChangedWhileTheVideoIsBeingMade() throws Exception {
    Actor ann = person("ann");
    ScriptedRenderer.Gate gate = backstage.hold();
    Act sent = ann.sends(photo, "Who is saying this?");
    Seen progress = ann.cardFor(sent);

    Seen card = change(ann, progress);
    ann.presses(card, "Robert");
    Seen other = ann.awaits("other voice", it -> it.labels().contains("✓ Robert"));
    gate.open();
    ann.videoFor(sent);
    ann.presses(other, "Make it");

    assertThat(ann.watches(ann.videoFor(card))).contains("by " + HearingVoice.OTHER);
  }

  @Test
  void whatWasNotShownIsNotOrdered() throws Exception {
    Actor ann = person("ann");
    Seen card = change(ann, ann.videoFor(ann.sends(photo, "Not seen, not made")));
    ann.presses(card, "Still camera");
    Seen still = chosen(ann, "Still camera");

    Act stale = ann.pressesAsSeen(card, "Make it");
    int made = rendered();
    ann.presses(still, "Make it");
    ann.videoFor(card);

    assertThat(stale.told()).isEqualTo(TAP_AGAIN);
    assertThat(made).isEqualTo(1);
  }

  @Test
  void eachChangeIsMadeOnce() throws Exception {
    Actor ann = person("ann");
    Seen card = change(ann, ann.videoFor(ann.sends(photo, "Change and change")));
    ann.presses(card, "Still camera");
    ann.presses(chosen(ann, "Still camera"), "Make it");
    Seen first = video(ann, card);

    Act again = ann.presses(card, "Make it");
    ann.presses(card, "Lively");
    ann.presses(chosen(ann, "Lively"), "Make it");
    video(ann, card, first);

    assertThat(again.told()).isEqualTo("Already on it.");
    assertThat(rendered()).isEqualTo(3);
  }

  @Test
  void theChoiceWaitsAcrossARestart() throws Exception {
    Actor ann = person("ann");
    Seen card = change(ann, ann.videoFor(ann.sends(photo, "Still there?")));

    restart();
    ann.presses(card, "Still camera");
    ann.presses(chosen(ann, "Still camera"), "Make it");

    video(ann, card);
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void buttonsFromBeforeThereWereSignaturesStillWork() throws Exception {
    Actor ann = person("ann");
    Seen card = change(ann, ann.videoFor(ann.sends(photo, "From the old days")));
    String code = card.button("Make it").data().split(":", 3)[2].substring(0, 6);

    ann.forges(card, "v1:tune:" + code + "still");
    chosen(ann, "Still camera");
    ann.forges(card, "v1:tune:" + code + "make");

    video(ann, card);
  }

  @Test
  void theChoiceIsNotForOthers() throws Exception {
    Actor ann = person("ann");
    Seen card = change(ann, ann.videoFor(ann.sends(photo, "Only for me")));
    Actor ben = person("ben");
    Seen bens = ben.videoFor(ben.sends(photo, "Only for Ben"));

    Act press = ben.forges(bens, card.button("Still camera").data());

    assertThat(press.told()).isEqualTo("That is not yours to press.");
    assertThat(ann.now(card)).isEqualTo(card);
  }

  private static Seen change(Actor person, Seen video) throws Exception {
    person.presses(video, "Change");
    return person.awaits("card", it -> it.answers(video) && it.labels().contains("Make it"));
  }

  private static Seen chosen(Actor person, String label) throws Exception {
    return person.awaits(label, it -> it.labels().contains("✓ " + label));
  }

  /// The first video under the card that was not known.
  private static Seen video(Actor person, Seen card, Seen... known) throws Exception {
    List<String> old = Arrays.stream(known).map(Seen::id).toList();
    return person.awaits(
        "video " + (known.length + 1),
        it -> it.answers(card) && it.video().isPresent() && !old.contains(it.id()));
  }
}
