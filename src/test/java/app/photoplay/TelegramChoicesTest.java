package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ShownMessage;
import org.junit.jupiter.api.Test;

/// How people choose voice and movement by tapping, without knowing any option.
class TelegramChoicesTest extends TelegramConversation {

  @Test
  void opensTheChoicesUnderTheQuestionAndMarksWhatIsChosen() throws Exception {
    ShownMessage question = answer(ann, ann.sendsPhoto(photo, ""));
    assertThat(question.labels()).containsExactly("Voice and style");

    ann.presses(question, "Voice and style");
    ShownMessage opened = ann.awaits("choices", message -> message.labels().contains("Slower"));
    assertThat(opened.id()).isEqualTo(question.id());
    assertThat(opened.text()).isEqualTo(question.text());
    assertThat(opened.labels())
        .contains("✓ Usual speed", "✓ Usual pitch", "✓ Calm", "✓ No captions");

    ann.presses(opened, "Slower");
    ann.presses(opened, "Lively");
    ann.awaits(
        "both",
        message -> message.labels().contains("✓ Slower") && message.labels().contains("✓ Lively"));
    ann.sends("Slowly, please");

    assertThat(video(ann).labels()).contains("Change");
  }

  @Test
  void makesAFinishedVideoOnceMoreInAnotherWay() throws Exception {
    ShownMessage first = videoFor(ann, ann.sendsPhoto(photo, "Once more"));

    ann.presses(first, "Change");
    ShownMessage card = ann.awaits("card", message -> message.labels().contains("Make it"));
    ann.presses(card, "Still camera");
    ann.awaits("still", message -> message.labels().contains("✓ Still camera"));
    ann.presses(card, "Make it");
    ann.awaits(
        "another video",
        message ->
            message.video().isPresent()
                && message.replyTo().isPresent()
                && message.replyTo().getAsInt() == card.id());

    assertThat(card.replyTo()).hasValue(first.id());
    assertThat(bot.renderer.rendered()).isEqualTo(2);
    assertThat(bot.voice.spoken()).isEqualTo(1);
    assertThat(telegram.refusals()).isEmpty();
  }

  @Test
  void letsNobodyElseChoose() throws Exception {
    var here = ann.in(GROUP);
    var ben = telegram.person(8).in(GROUP);
    ShownMessage question = answer(here, here.repliesTo(here.sendsPhoto(photo, ""), "/talk"));

    ben.presses(question, "Voice and style");

    assertThat(telegram.awaitNotice(notice -> !notice.isEmpty()))
        .isEqualTo("That is not yours to press.");
  }
}
