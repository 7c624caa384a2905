package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure;
import app.photoplay.provider.Result;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What people see in Telegram when others meddle, the platform objects or something fails.
class TelegramTroubleTest extends TelegramConversation {
  @Test
  void keepsAPersonsJobFromOthersInTheGroup() throws Exception {
    var here = ann.in(GROUP);
    var ben = telegram.person(8).in(GROUP);
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    var shown = here.sendsPhoto(photo, "");
    var asked = here.repliesTo(shown, "/talk A secret of mine");
    ShownMessage card = here.awaits("card", m -> m.text().contains("25%"));

    ben.presses(card, "Cancel");
    assertThat(telegram.awaitNotice(_ -> true)).isEqualTo("That is not yours to press.");
    gate.open();
    ShownMessage result = videoFor(here, asked);
    ben.presses(result, "Receipt");
    telegram.awaitCalls("answerCallbackQuery", 2);
    ben.presses(result, "Again");
    telegram.awaitCalls("answerCallbackQuery", 3);
    ben.forges(result, "v1:fresh:" + code(result));
    telegram.awaitCalls("answerCallbackQuery", 4);

    assertThat(fromBot(here)).containsExactly(result);
    assertThat(telegram.calls("answerCallbackQuery"))
        .allSatisfy(
            call -> assertThat(call.param("text")).isEqualTo("That is not yours to press."));
  }

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

  @Test
  void letsNobodyTakeAnothersOffer() throws Exception {
    var here = ann.in(GROUP);
    var ben = telegram.person(8).in(GROUP);
    var cat = here.sendsPhoto(file("cat.jpg", PhotoFiles.named("cat.jpg")), "");
    ShownMessage offer = answer(here, here.repliesTo(cat, "/talk I am a cat"));

    ben.presses(offer, "Make the slow zoom");
    assertThat(telegram.awaitNotice(_ -> true)).isEqualTo("That is not yours to press.");

    assertThat(bot.renderer.rendered()).isZero();
    assertThat(fromBot(here)).containsExactly(offer);
  }

  @Test
  void shrugsAtForgedButtons() throws Exception {
    ShownMessage result = videoFor(ann, ann.sendsPhoto(photo, "Mine"));
    List<String> forged =
        List.of(
            "x",
            "v1:",
            "v1:talk:",
            "v1:drop:AAAAAA",
            "v1:talk:AAAAAA",
            "v1:jobs:AAAAAA",
            "v1:cancel:AAAAAA",
            "v2:cancel:" + code(result),
            result.button("Again").data().replace("again", "fresh"),
            "v1:cancel:" + code(result) + "' OR 1=1",
            "v1:cancel:../../etc",
            "v1:take:ZZZZZZ",
            "\u0000\u0001\u0007\uFFFD",
            "A".repeat(64),
            "ё".repeat(32));

    for (int i = 0; i < forged.size(); i++) {
      ann.forges(result, forged.get(i));
      telegram.awaitCalls("answerCallbackQuery", i + 1);
    }

    assertThat(fromBot(ann)).containsExactly(result);
    assertThat(bot.renderer.rendered()).isEqualTo(1);
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
    ShownMessage told = ann.awaits("refusal", m -> m.labels().contains("Again"));

    assertThat(told.replyTo()).hasValue(sent.message());
    assertThat(told.text()).startsWith("Your video is ready, but this chat did not take it.");
  }

  @Test
  void showsAFailureWithItsCodeAndANextStep() throws Exception {
    bot.renderer.next(new Result.Refused<>(Failure.Code.NO_FACE));

    var sent = ann.sendsPhoto(photo, "No luck");
    ShownMessage told = ann.awaits("failure", m -> m.labels().contains("Try again"));
    ann.presses(told, "Try again");
    ShownMessage result = video(ann);

    assertThat(told.replyTo()).hasValue(sent.message());
    assertThat(told.text())
        .isEqualTo(
            "I can’t find a face in this photo. Send one where a face looks at the camera.\n\n"
                + "Nothing was charged. · "
                + code(told));
    assertThat(result.replyTo()).hasValue(told.id());
  }

  @Test
  void cancelsByItsButton() throws Exception {
    bot.renderer.hold();
    ann.sendsPhoto(photo, "Stop me");
    ShownMessage card = ann.awaits("card", m -> m.text().contains("25%"));

    ann.presses(card, "Cancel");
    ShownMessage end = ann.awaits("end", m -> m.text().startsWith("Cancelled"));

    assertThat(end.id()).isEqualTo(card.id());
    assertThat(end.text()).isEqualTo("Cancelled, nothing was charged. · " + code(end));
    assertThat(telegram.awaitNotice(_ -> true)).contains("Stopping");
  }

  @Test
  void toleratesBytesThatAreNoText() throws Exception {
    var sent =
        ann.sendsFile(
            file("not.jpg", "just some text".getBytes(StandardCharsets.UTF_8)),
            "not.jpg",
            "image/jpeg",
            "Hello");

    assertThat(answer(ann, sent).text())
        .isEqualTo("That file is not a picture I can read. Send a JPEG, PNG or WebP photo.");
  }
}
