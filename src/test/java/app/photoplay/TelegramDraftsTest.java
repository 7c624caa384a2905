package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.testkit.ShownMessage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A finished video that shall be made in another way: a draft that waits between two orders.
class TelegramDraftsTest extends TelegramConversation {
  private ShownMessage card;

  @BeforeEach
  void change() throws Exception {
    ann.presses(videoFor(ann, ann.sendsPhoto(photo, "Once more")), "Change");
    card = ann.awaits("card", message -> message.labels().contains("Make it"));
  }

  @Test
  void tellsHowLongItWaits() {
    assertThat(card.text()).contains("You can still choose until ");
  }

  @Test
  void showsTheCardAgainInsteadOfOrderingWhatItDidNotShow() throws Exception {
    ann.presses(card, "Still camera");
    ShownMessage still = awaitsChosen("Still camera");

    ann.forges(still, card.button("Make it").data());

    assertThat(telegram.awaitNotice(notice -> !notice.isEmpty()))
        .isEqualTo("This has changed in the meantime. Please look again, then press.");
    assertThat(bot.renderer.rendered()).isEqualTo(1);
    ann.presses(still, "Make it");
    videoUnderTheCard(1);
  }

  @Test
  void ordersEachRevisionOnce() throws Exception {
    ann.presses(card, "Still camera");
    ann.presses(awaitsChosen("Still camera"), "Make it");
    videoUnderTheCard(1);

    ann.presses(card, "Make it");
    assertThat(telegram.awaitNotice(notice -> !notice.isEmpty())).isEqualTo("Already on it.");

    ann.presses(card, "Lively");
    ann.presses(awaitsChosen("Lively"), "Make it");
    videoUnderTheCard(2);
    assertThat(bot.renderer.rendered()).isEqualTo(3);
  }

  @Test
  void waitsAcrossARestart() throws Exception {
    bot.stop();
    bot =
        new TestBot(
                folder.resolve("data"),
                List.of(new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()))),
                TestBot.FREE,
                PortDecorator.NOTHING)
            .start();

    ann.presses(card, "Still camera");
    ann.presses(awaitsChosen("Still camera"), "Make it");

    videoUnderTheCard(1);
  }

  @Test
  void takesButtonsOfMessagesThatWereSentBeforeThereWereSignatures() throws Exception {
    String code = card.button("Make it").data().split(":", -1)[2].substring(0, 6);

    ann.forges(card, "v1:tune:" + code + "still");
    awaitsChosen("Still camera");
    ann.forges(card, "v1:tune:" + code + "make");

    videoUnderTheCard(1);
  }

  @Test
  void isNotForOthers() throws Exception {
    String data = card.button("Still camera").data();
    var ben = telegram.person(8);
    ShownMessage bens = videoFor(ben, ben.sendsPhoto(photo, "Mine"));

    ben.forges(bens, data);

    assertThat(telegram.awaitNotice(notice -> !notice.isEmpty()))
        .isEqualTo("That is not yours to press.");
  }

  private ShownMessage awaitsChosen(String label) throws InterruptedException {
    return ann.awaits(label, message -> message.labels().contains("✓ " + label));
  }

  private void videoUnderTheCard(int count) throws InterruptedException {
    ann.awaits(
        "video " + count,
        _ ->
            fromBot(ann).stream()
                    .filter(message ->
                        message.video().isPresent() && message.replyTo().orElse(0) == card.id())
                    .count()
                == count);
  }
}
