package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramReply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What people see in Telegram when others are busy or block the bot, or the platform objects.
class TelegramTroubleTest extends TelegramConversation {
  @Test
  void answersOthersOfAGroupWhileOnesPhotoIsFetched() throws Exception {
    var here = ann.in(GROUP);
    var ben = telegram.person(8).in(GROUP);
    telegram.next("file", TelegramReply.hangs());
    here.sendsPhoto(photo, "/talk Slowly");
    telegram.awaitCalls("file", 1);

    ShownMessage answer = answer(ben, ben.sends("/status"));
    ben.forges(answer, "v1:again:AAAAAA");
    here.forges(answer, "v1:again:AAAAAA");

    telegram.awaitCalls("answerCallbackQuery", 2);
    assertThat(fromBot(here)).containsExactly(answer);
  }

  // ---- Telegram's moods

  @Test
  void goesOnForOthersWhenOneBlocksTheBot() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    ann.sendsPhoto(photo, "Nobody will see this");
    ann.awaits("card", m -> m.text().contains("25%"));
    ann.blocksTheBot();
    gate.open();

    var ben = telegram.person(8);
    videoFor(ben, ben.sendsPhoto(photo, "But this"));
    ann.unblocksTheBot();
    ann.sends("/jobs");
    ann.awaits("list", m -> m.text().contains("done"));
  }

  @Test
  void showsThatAMessageWasSeenWhileAnEarlierOneIsWorkedOn() throws Exception {
    telegram.next("getFile", TelegramReply.tooManyRequests(4));
    var first = ann.sendsPhoto(photo, "Slow to fetch");
    ann.sends("/status");

    telegram.awaitCalls("setMessageReaction", 2);

    assertThat(fromBot(ann)).isEmpty();
    videoFor(ann, first);
  }

  @Test
  void waitsAsLongAsTelegramAsks() throws Exception {
    telegram.next("sendMessage", TelegramReply.tooManyRequests(2));
    telegram.next(
        "editMessageMedia", TelegramReply.tooManyRequests(2), TelegramReply.tooManyRequests(1));

    var sent = ann.sendsPhoto(photo, "Patience");
    videoFor(ann, sent);

    assertThat(pauseBetween("sendmessage", 0)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(pauseBetween("editmessagemedia", 0)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(pauseBetween("editmessagemedia", 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(fromBot(ann)).hasSize(1);
  }

  private Duration pauseBetween(String method, int first) {
    var calls = telegram.calls(method);
    return Duration.ofNanos(calls.get(first + 1).nanos() - calls.get(first).nanos());
  }

  @Test
  void takesAnEditThatArrivedWithoutItsAnswerForDone() throws Exception {
    telegram.next("editMessageMedia", TelegramReply.doesItAndCutsTheConnection());

    var sent = ann.sendsPhoto(photo, "Lost on the way back");
    videoFor(ann, sent);
    // the repeated edit changes nothing, and Telegram says so
    telegram.awaitCalls("editMessageMedia", 2);

    assertThat(answer(ann, ann.sends("/jobs")).text()).contains("done");
    assertThat(fromBot(ann)).hasSize(2);
  }

  @Test
  void sendsTheResultAnewWhenTheCardWasDeleted() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    var sent = ann.sendsPhoto(photo, "Still here");
    ShownMessage card = ann.awaits("card", m -> m.text().contains("25%"));
    telegram.deletesMessage(card);
    gate.open();

    ShownMessage result = videoFor(ann, sent);

    assertThat(result.id()).isNotEqualTo(card.id());
    assertThat(fromBot(ann)).containsExactly(result);
  }

  @Test
  void tellsHonestlyThatTelegramDoesNotTakeAVideo() throws Exception {
    telegram.next(
        "editMessageMedia", TelegramReply.error(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));

    var sent = ann.sendsPhoto(photo, "Refused");
    ShownMessage told = ann.awaits("refusal", m -> m.labels().contains("Send again"));

    assertThat(told.replyTo()).hasValue(sent.message());
    assertThat(told.text()).startsWith("Your video is ready, but this chat did not take it.");
  }
}
