package app.photoplay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.testkit.ScriptedRenderer;
import org.junit.jupiter.api.Test;

/// What people pay, as they see it.
class PaymentTest extends Scenarios {
  @Test
  void thePriceIsSetAsideBeforeTheWorkAndChargedAfterIt() throws Exception {
    Actor ann = person("ann");
    ScriptedRenderer.Gate gate = backstage.hold();

    Act sent = ann.sends(photo, "one two three four");
    Seen card = ann.cardFor(sent);
    String held = budget(ann);
    gate.open();
    Seen result = ann.videoFor(sent);

    assertThat(card.text()).contains("Up to $0.66 set aside.");
    assertThat(held).startsWith("Today you have spent or set aside $0.66 of $2.00; $1.34 is left.");
    assertThat(result.text()).contains("$0.44");
    assertThat(receipt(ann, result).lines().skip(1))
        .containsExactly("Set aside: $0.66", "Given back: $0.66", "Charged: $0.44");
  }

  @Test
  void aFailureCostsNothing() throws Exception {
    Actor ann = person("ann");
    backstage.renderer().next(new Result.Refused<>(Failure.Code.POLICY));

    ann.sends(photo, "one two five");
    Seen told = ann.awaits("failure", it -> it.text().contains("Nothing was charged."));

    assertThat(budget(ann)).contains("$0.00 of $2.00; $2.00 is left");
    assertThat(receipt(ann, told).lines().skip(1))
        .containsExactly("Set aside: $0.5225", "Given back: $0.5225", "Charged: $0.00");
  }

  @Test
  void whoCancelsPaysForTheSpeechAlone() throws Exception {
    Actor ann = person("ann");
    ScriptedRenderer.Gate gate = backstage.hold();
    Seen card = ann.cardFor(ann.sends(photo, "one two six"));
    gate.awaitReached();

    Act press = ann.presses(card, "Cancel");
    Seen end = ann.awaits("end", it -> it.text().startsWith("Cancelled"));

    assertThat(press.told()).contains("Stopping");
    assertThat(end.id()).isEqualTo(card.id());
    assertThat(end.text())
        .isEqualTo("Cancelled. $0.03 was spent before that and is charged. · " + code(end));
    assertThat(budget(ann)).contains("$0.03 of $2.00; $1.97 is left");
  }

  @Test
  void whatWasMadeBeforeCostsNothing() throws Exception {
    Actor ann = person("ann");
    ann.videoFor(ann.sends(photo, "one two seven"));

    Seen again = ann.videoFor(ann.sends(photo, "one two seven"));

    assertThat(again.text()).contains("$0, from cache");
    assertThat(receipt(ann, again)).endsWith("Taken from what was made before: $0.");
    assertThat(budget(ann)).contains("$0.33 of $2.00");
  }

  @Test
  void theButtonShowsTheReceipt() throws Exception {
    Actor ann = person("ann");
    Seen result = ann.videoFor(ann.sends(photo, "Bill me"));

    ann.presses(result, "Receipt");
    Seen receipt = ann.answerTo(result);

    assertThat(receipt.text()).startsWith("Receipt for " + code(result)).endsWith("Charged: $0.22");
    assertThat(receipt(ann, result)).isEqualTo(receipt.text());
  }

  @Test
  void whoHasTooLittleIsOfferedWhatFitsAndGetsItByAPress() throws Exception {
    Actor ann = person("ann");

    Seen refusal = ann.answerTo(ann.sends(photo, "word ".repeat(20).strip()));
    ann.presses(refusal, "Economy for $1.56");
    Seen made = ann.videoFor(refusal);

    assertThat(refusal.text())
        .isEqualTo(
            "That would cost up to $2.86, but you have $2.00 left today. Your allowance starts"
                + " anew on Jun 16, 2026, 12:00 AM (UTC). This would fit now:");
    assertThat(refusal.labels()).containsExactly("Economy for $1.56");
    assertThat(made.text()).contains("$1.20");
    assertThat(budget(ann)).contains("$1.20 of $2.00; $0.80 is left");
  }

  @Test
  void nothingIsOfferedWhereNothingFits() throws Exception {
    Actor ann = person("ann");

    Seen refusal = ann.answerTo(ann.sends(photo, "word ".repeat(40).strip()));

    assertThat(refusal.text()).startsWith("That would cost up to $5.61").doesNotContain("fit");
    assertThat(refusal.labels()).isEmpty();
    assertThat(spoken() + rendered()).isZero();
  }

  private static String budget(Actor person) throws Exception {
    return person.answerTo(person.calls("budget", "")).text();
  }

  private static String receipt(Actor person, Seen video) throws Exception {
    return person.answerTo(person.calls("receipt", code(video))).text();
  }
}
