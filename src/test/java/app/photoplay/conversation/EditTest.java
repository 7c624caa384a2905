package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.photoplay.testkit.ScriptedRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// People change what they wrote.
class EditTest extends Scenarios {
  private static final String NEW_WORDS = "Make it with the new words";
  private Actor ann;

  @BeforeEach
  void whereThatIsPossible() throws Exception {
    assumeTrue(manners.edits());
    ann = person("ann");
  }

  @Test
  void aWaitingVideoSpeaksTheNewWordsInTheSameMessage() throws Exception {
    ScriptedRenderer.Gate gate = backstage.hold();
    Actor ben = person("ben");
    ben.sends(photo, "Bens is first");
    gate.awaitReached();
    Act sent = ann.sends(photo, "Helo wrld");
    Seen card = ann.awaits("place", it -> it.text().contains("is before yours"));

    ann.edits(sent, "Hello world");
    ann.answerTo(ann.calls("status", ""));
    gate.open();
    Seen result = ann.videoFor(sent);

    assertThat(ann.watches(result)).contains("sound of Hello world");
    assertThat(result.id()).isEqualTo(card.id());
    assertThat(ann.fromBot()).hasSize(2);
    assertThat(rendered()).isEqualTo(2);
    // the old words may have been said by then; the video was paid once
    assertThat(ann.answerTo(ann.calls("budget", "")).text())
        .containsPattern("\\$0\\.2[24] of \\$2\\.00");
  }

  @Test
  void whatIsBeingMadeIsOfferedWithTheNewWords() throws Exception {
    ScriptedRenderer.Gate gate = backstage.hold();
    Act sent = ann.sends(photo, "Old words");
    ann.cardFor(sent);
    gate.awaitReached();

    ann.edits(sent, "New words");
    Seen offer = ann.awaits("offer", it -> it.labels().contains(NEW_WORDS));
    gate.open();
    Seen first = ann.videoFor(sent);
    ann.presses(offer, NEW_WORDS);
    Seen second = ann.videoFor(offer);

    assertThat(offer.text()).startsWith("I had already begun when you changed the words.");
    assertThat(offer.replyTo()).isEqualTo(sent.id());
    assertThat(ann.watches(first)).contains("sound of Old words");
    assertThat(ann.watches(second)).contains("sound of New words");
  }

  @Test
  void whatIsMadeIsOfferedWithTheNewWordsOnce() throws Exception {
    Act sent = ann.sends(photo, "Old words");
    ann.videoFor(sent);

    ann.edits(sent, "New words");
    Seen offer = ann.awaits("offer", it -> it.labels().contains(NEW_WORDS));
    ann.edits(sent, "Newest words");
    Seen newest =
        ann.awaits("offer", it -> it.labels().contains(NEW_WORDS) && !it.id().equals(offer.id()));
    Act stale = ann.presses(offer, NEW_WORDS);
    ann.presses(newest, NEW_WORDS);
    Seen second = ann.videoFor(newest);

    assertThat(offer.text()).startsWith("You have changed the words.");
    assertThat(stale.told()).startsWith("This has changed in the meantime.");
    assertThat(ann.watches(second)).contains("sound of Newest words");
    assertThat(rendered()).isEqualTo(2);
  }

  @Test
  void wordsThatFollowedAPhotoCanBeChanged() throws Exception {
    ann.answerTo(ann.sends(photo, ""));
    Act words = ann.writes("Old words");
    ann.videoFor(words);

    ann.edits(words, "New words");
    Seen offer = ann.awaits("offer", it -> it.labels().contains(NEW_WORDS));
    ann.presses(offer, NEW_WORDS);

    assertThat(ann.watches(ann.videoFor(offer))).contains("sound of New words");
  }

  @Test
  void aPhotoThatWaitsForWordsTakesThemAsItsCaption() throws Exception {
    Act sent = ann.sends(photo, "");
    ann.answerTo(sent);

    ann.edits(sent, "Words after all");

    assertThat(ann.watches(ann.videoFor(sent))).contains("sound of Words after all");
  }

  @Test
  void whatWaitsForATapTakesTheNewWords() throws Exception {
    Act sent = ann.sends(cat(), "I am a cta");
    Seen offer = ann.answerTo(sent);

    ann.edits(sent, "I am a cat");
    Seen told = ann.awaits("answer", it -> it.text().startsWith("I take the new words."));
    ann.presses(offer, "Make the slow zoom");

    assertThat(told.replyTo()).isEqualTo(sent.id());
    assertThat(ann.watches(ann.videoFor(offer))).contains("sound of I am a cat");
    assertThat(rendered()).isEqualTo(1);
  }

  @Test
  void anEditThatChangesNothingIsPassedOver() throws Exception {
    Act sent = ann.sends(photo, "The same words");
    ann.videoFor(sent);

    ann.edits(sent, "The same words");
    ann.answerTo(ann.calls("status", ""));

    assertThat(ann.fromBot()).hasSize(2);
  }

  @Test
  void newWordsThatCannotBeSpokenAreRefusedAndTheOldOnesStay() throws Exception {
    ScriptedRenderer.Gate gate = backstage.hold();
    Act sent = ann.sends(photo, "Old words");
    ann.cardFor(sent);

    ann.edits(sent, "word ".repeat(200));
    Seen refusal = ann.awaits("refusal", it -> it.text().contains("seconds"));
    gate.open();

    assertThat(refusal.replyTo()).isEqualTo(sent.id());
    assertThat(ann.watches(ann.videoFor(sent))).contains("sound of Old words");
  }
}
