package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.provider.Answer;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramReply;
import app.photoplay.testkit.TelegramUpdate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people see in Telegram: the real bot and its real Telegram client against a server that
/// keeps Telegram's limits and rates. Only the voice and the renderer are scripted.
class TelegramConversationTest {
  private static final Pattern CODE = Pattern.compile("\\b[2-9A-HJ-NP-Z]{6}\\b");
  private static final long GROUP = -1_001_234;

  @TempDir Path folder;
  private FakeTelegram telegram;
  private TestBot bot;
  private TelegramPerson ann;
  private Path photo;

  @BeforeEach
  void open() throws Exception {
    telegram = FakeTelegram.start();
    bot =
        new TestBot(
                folder.resolve("data"),
                List.of(new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()))),
                TestBot.FREE,
                Around.NOTHING)
            .start();
    ann = telegram.person(7);
    photo = file("me.jpg", PhotoFiles.portrait());
  }

  @AfterEach
  void close() throws Exception {
    bot.stop();
    telegram.close();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static ShownMessage video(TelegramPerson person) throws InterruptedException {
    return person.awaits("video", message -> message.video().isPresent());
  }

  /// The bot's answer to that message.
  private static ShownMessage answer(TelegramPerson person, TelegramUpdate to)
      throws InterruptedException {
    return person.awaits(
        "answer to " + to.message(),
        message -> message.replyTo().isPresent() && message.replyTo().getAsInt() == to.message());
  }

  private static ShownMessage videoFor(TelegramPerson person, TelegramUpdate to)
      throws InterruptedException {
    return person.awaits(
        "video for " + to.message(),
        message ->
            message.video().isPresent()
                && message.replyTo().isPresent()
                && message.replyTo().getAsInt() == to.message());
  }

  private static String code(ShownMessage message) {
    Matcher code = CODE.matcher(message.text());
    assertThat(code.find()).as("a code in: " + message.text()).isTrue();
    return code.group();
  }

  private List<ShownMessage> fromBot(TelegramPerson person) {
    return person.sees().stream().filter(ShownMessage::fromBot).toList();
  }

  // ---- how a video comes to be

  @Test
  void turnsTheProgressCardIntoTheVideo() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();

    var sent = ann.sendsPhoto(photo, "Hello from a photo");
    ShownMessage card = ann.awaits("card", m -> m.text().contains("25%"));
    gate.open();
    ShownMessage result = video(ann);

    assertThat(card.labels()).containsExactly("Cancel");
    assertThat(card.silent()).isTrue();
    assertThat(result.id()).isEqualTo(card.id());
    assertThat(result.replyTo()).hasValue(sent.message());
    assertThat(result.labels()).containsExactly("Again", "Receipt");
    assertThat(result.text()).contains("Made by AI with Photoplay").contains("2 s");
    assertThat(fromBot(ann)).hasSize(1);
    assertThat(ann.sees().getFirst().reaction()).isEqualTo("👀");
    assertThat(telegram.refusals()).isEmpty();
  }

  @Test
  void asksWhatAPhotoShouldSay() throws Exception {
    var first = ann.sendsPhoto(photo, "");
    ShownMessage question = answer(ann, first);
    var words = ann.sends("I can talk now");
    ShownMessage result = video(ann);

    assertThat(question.text()).contains("What should this photo say?");
    assertThat(result.replyTo()).hasValue(words.message());
    assertThat(fromBot(ann)).hasSize(2);
  }

  @Test
  void givesTheWordsToTheNewestPhotoOnly() throws Exception {
    answer(ann, ann.sendsPhoto(photo, ""));
    ShownMessage first = videoFor(ann, ann.sendsPhoto(photo, "This one speaks"));

    ShownMessage answer = answer(ann, ann.sends("Thank you!"));

    assertThat(answer.text()).startsWith("Send me a photo of a face");
    assertThat(first.video()).isPresent();
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  @Test
  void takesAPhotoThatWasSentAsATurnedFile() throws Exception {
    Path turned =
        file("turned.jpg", PhotoFiles.withOrientation(TurnedPhoto.lying(PhotoFiles.portrait()), 6));

    var sent = ann.sendsFile(turned, "IMG_0001.JPG", "image/jpeg", "Upright again");

    assertThat(videoFor(ann, sent).labels()).containsExactly("Again", "Receipt");
  }

  @Test
  void makesAPhotoOfTheGroupSpeakOnlyWhenAsked() throws Exception {
    var here = ann.in(GROUP);
    var ben = telegram.person(8).in(GROUP);
    var shown = ben.sendsPhoto(photo, "Look at this");

    var asked = here.repliesTo(shown, "/talk@" + FakeTelegram.BOT + " Good evening everybody");
    ShownMessage result = videoFor(here, asked);

    assertThat(fromBot(here)).containsExactly(result);
  }

  @Test
  void asksInAGroupForAReplyBecauseItHearsNothingElseThere() throws Exception {
    var here = ann.in(GROUP);
    var shown = here.sendsPhoto(photo, "");

    ShownMessage question = answer(here, here.repliesTo(shown, "/talk"));
    var words = here.repliesTo(question, "We are a happy group");

    assertThat(question.text()).isEqualTo("What should this photo say? Reply to this message.");
    assertThat(videoFor(here, words).video()).isPresent();
  }

  @Test
  void offersANarratedZoomForAPhotoWithoutAFaceBeforeAnythingIsMade() throws Exception {
    var sent = ann.sendsPhoto(file("cat.jpg", PhotoFiles.named("cat.jpg")), "I am a cat");
    ShownMessage refusal = answer(ann, sent);
    assertThat(refusal.text()).startsWith("I can’t find a face in this photo");
    assertThat(bot.voice.spoken() + bot.renderer.rendered()).isZero();

    ann.presses(refusal, "Make the slow zoom");
    ShownMessage result = video(ann);

    assertThat(result.replyTo()).hasValue(refusal.id());
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  // ---- what it cannot use

  @Test
  void answersFilesThatItCannotUsePolitely() throws Exception {
    Path some = file("some.bin", new byte[] {1, 2, 3});

    ShownMessage voice = answer(ann, ann.sendsVoice(some));
    ShownMessage sticker = answer(ann, ann.sendsSticker(some));
    ShownMessage video = answer(ann, ann.sendsVideo(some, "look"));
    ShownMessage text = answer(ann, ann.sendsFile(some, "notes.txt", "text/plain", ""));

    assertThat(voice.text()).startsWith("I can’t use your own voice yet.");
    assertThat(List.of(sticker, video, text))
        .allSatisfy(answer -> assertThat(answer.text()).startsWith("I can only use photos so far"));
  }

  @Test
  void answersEveryCommand() throws Exception {
    var made = ann.sendsPhoto(photo, "Hello there");
    String code = code(videoFor(ann, made));

    assertThat(answer(ann, ann.sends("/start")).text()).contains("/talk", "/receipt");
    assertThat(answer(ann, ann.sends("/help")).text()).contains("1. Send a photo.");
    assertThat(answer(ann, ann.sends("/jobs")).text()).contains(code + " · done");
    ShownMessage job = answer(ann, ann.sends("/job " + code));
    assertThat(job.text()).contains(code + " · done");
    assertThat(job.labels()).containsExactly("Again");
    assertThat(answer(ann, ann.sends("/cancel")).text()).contains("Nothing of yours");
    assertThat(answer(ann, ann.sends("/cancel " + code)).text()).contains("has ended already");
    assertThat(answer(ann, ann.sends("/budget")).text()).contains("$0.00 of $2.00");
    assertThat(answer(ann, ann.sends("/receipt " + code)).text()).contains("No charge.");
    assertThat(answer(ann, ann.sends("/status")).text()).contains("Nothing is being made");
    assertThat(answer(ann, ann.sends("/settings")).text()).contains("UTC");
    assertThat(answer(ann, ann.sends("/settings zone Europe/Berlin")).text())
        .contains("will be Europe/Berlin from");
    assertThat(answer(ann, ann.sends("/settings zone Mars/Base")).text()).contains("“Mars/Base”");
    assertThat(answer(ann, ann.sends("/nonsense")).text()).contains("/nonsense");
    assertThat(answer(ann, ann.sends("/again")).text()).startsWith("Which video?");
    assertThat(answer(ann, ann.sends("/job QQQQQQ")).text()).contains("/jobs");
    assertThat(videoFor(ann, ann.sends("/again " + code.toLowerCase(Locale.ROOT))).text())
        .contains("$0, from cache");
    assertThat(telegram.refusals()).isEmpty();
  }

  // ---- the same once more

  @Test
  void takesARepeatedUpdateOnce() throws Exception {
    var sent = ann.sendsPhoto(photo, "Only once");
    video(ann);

    telegram.repeats(sent);
    telegram.repeatsAsNew(sent);
    var last = ann.sends("/status");
    answer(ann, last);

    assertThat(fromBot(ann)).hasSize(2);
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  @Test
  void takesRepeatedWordsForADraftOnce() throws Exception {
    var question = ann.sendsPhoto(photo, "");
    answer(ann, question);
    var words = ann.sends("Only once");
    video(ann);

    telegram.repeatsAsNew(words);
    telegram.repeatsAsNew(question);
    answer(ann, ann.sends("/status"));

    assertThat(fromBot(ann)).hasSize(3);
  }

  @Test
  void takesARepeatedPressOnce() throws Exception {
    ann.sendsPhoto(photo, "Twice");
    video(ann);
    ShownMessage cached = videoFor(ann, ann.sendsPhoto(photo, "Twice"));

    var press = ann.presses(cached, "Make fresh");
    ann.awaits(
        "fresh video",
        message ->
            message.video().isPresent()
                && message.replyTo().isPresent()
                && message.replyTo().getAsInt() == cached.id());
    telegram.repeats(press);
    telegram.repeatsAsNew(press);
    answer(ann, ann.sends("/status"));

    assertThat(bot.renderer.rendered()).isEqualTo(2);
    assertThat(fromBot(ann)).hasSize(4);
  }

  @Test
  void answersTheSameAgainFromTheCacheWithoutAnUpload() throws Exception {
    ShownMessage first = videoFor(ann, ann.sendsPhoto(photo, "Say it again"));
    ShownMessage second = videoFor(ann, ann.sendsPhoto(photo, "Say it again"));

    assertThat(second.text()).contains("$0, from cache");
    assertThat(second.labels()).containsExactly("Make fresh", "Receipt");
    assertThat(second.video().orElseThrow().uploaded()).isFalse();
    assertThat(second.video().get().fileId()).isEqualTo(first.video().orElseThrow().fileId());
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  @Test
  void makesItFreshOnRequestAndServesTheFreshOneFromThen() throws Exception {
    videoFor(ann, ann.sendsPhoto(photo, "Fresh"));
    ShownMessage cached = videoFor(ann, ann.sendsPhoto(photo, "Fresh"));
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    ann.presses(cached, "Make fresh");
    gate.awaitReached();
    // joins the one that is being made
    var meanwhile = ann.sendsPhoto(photo, "Fresh");
    answer(ann, meanwhile);
    gate.open();

    ShownMessage fresh = videoFor(ann, meanwhile);
    ShownMessage later = videoFor(ann, ann.sendsPhoto(photo, "Fresh"));

    assertThat(fresh.video().orElseThrow().sha256())
        .isNotEqualTo(cached.video().orElseThrow().sha256());
    assertThat(later.video().orElseThrow().sha256()).isEqualTo(fresh.video().get().sha256());
    assertThat(bot.renderer.rendered()).isEqualTo(2);
  }

  @Test
  void joinsTheSameWishWhileItIsBeingMade() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    var first = ann.sendsPhoto(photo, "Together");
    gate.awaitReached();
    var second = ann.sendsPhoto(photo, "Together");
    answer(ann, second);
    gate.open();

    assertThat(code(videoFor(ann, first))).isEqualTo(code(videoFor(ann, second)));
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  // ---- other people's buttons

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
  void letsNobodyTakeAnothersOffer() throws Exception {
    var here = ann.in(GROUP);
    var ben = telegram.person(8).in(GROUP);
    var cat = here.sendsPhoto(file("cat.jpg", PhotoFiles.named("cat.jpg")), "");
    ShownMessage offer = answer(here, here.repliesTo(cat, "/talk I am a cat"));

    ben.presses(offer, "Make the slow zoom");
    assertThat(telegram.awaitNotice(_ -> true))
        .isEqualTo("That offer is too old, or another person’s.");

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
    assertThat(answer(ann, ann.sends("/jobs")).text()).contains("done");
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
    bot.renderer.next(new Answer.Refused<>(Answer.Reason.NO_FACE, false));

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
