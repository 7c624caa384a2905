package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ScriptedRenderer;
import org.junit.jupiter.api.Test;

/// The bot stops in the middle and starts again. Nobody has to say anything twice.
class RestartTest extends Scenarios {
  @Test
  void aVideoInTheMakingComesAfterTheRestart() throws Exception {
    Actor ann = person("ann");
    ScriptedRenderer.Gate gate = backstage.hold();
    Act sent = ann.sends(photo, "Even so");
    Seen card = ann.cardFor(sent);
    gate.awaitReached();

    restartAtOnce();
    Seen result = ann.videoFor(sent);
    Seen again = ann.videoFor(ann.sends(photo, "Even so"));
    Seen receipt = ann.answerTo(ann.calls("receipt", code(result)));

    assertThat(result.id()).isEqualTo(card.id());
    assertThat(ann.watches(result)).contains("Even so");
    assertThat(again.text()).contains("$0, from cache");
    assertThat(rendered()).isEqualTo(1);
    assertThat(receipt.text().lines().skip(1))
        .containsExactly("Set aside: $0.385", "Given back: $0.385", "Charged: $0.22");
    assertThat(ann.fromBot()).hasSize(3);
  }

  @Test
  void aPhotoStillWaitsForItsWords() throws Exception {
    Actor ann = person("ann");
    ann.answerTo(ann.sends(photo, ""));

    restart();
    Seen result = ann.videoFor(ann.writes("Where were we?"));

    assertThat(ann.watches(result)).contains("Where were we?");
  }

  @Test
  void theButtonsOfEarlierMessagesStillWork() throws Exception {
    Actor ann = person("ann");
    Seen first = ann.videoFor(ann.sends(photo, "Before and after"));

    restart();
    ann.presses(first, "Send again");
    Seen again = ann.videoFor(first);

    assertThat(again.text()).contains("$0, from cache");
    assertThat(ann.watches(again)).contains("Before and after");
    assertThat(rendered()).isZero();
  }
}
