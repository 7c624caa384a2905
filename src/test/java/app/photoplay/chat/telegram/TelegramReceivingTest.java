package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Attachment.Kind;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.outgoing.Rates;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramReceivingTest {

  private static final long GROUP = -1_000_200L;

  @TempDir Path folder;

  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramChat chat = Bots.at(telegram);
  private final Inbox inbox = new Inbox();
  private final TelegramPerson ann = telegram.person(7);

  @BeforeEach
  void start() {
    chat.start(inbox, List.of());
  }

  @AfterEach
  void close() {
    chat.close();
    telegram.close();
  }

  @Test
  void passesACommandOnWithoutItsSlashAndBotName() throws Exception {
    var sent = ann.sends("/Talk@" + FakeTelegram.BOT + "  Hello\nthere ");

    var call = inbox.command();

    assertThat(call.command()).isEqualTo("talk");
    assertThat(call.words()).isEqualTo("Hello\nthere");
    assertThat(call.id()).isEqualTo(Integer.toString(sent.id()));
    assertThat(call.message().message()).isEqualTo(Integer.toString(sent.message()));
    assertThat(call.message().conversation()).isEqualTo(Bots.chat(7));
  }

  @Test
  void ignoresCommandsForOtherBots() throws Exception {
    ann.sends("/talk@SomebodyElseBot hello");
    ann.sends("/jobs");

    assertThat(inbox.command().command()).isEqualTo("jobs");
  }

  @Test
  void takesACaptionThatIsACommandForACommand() throws Exception {
    ann.sendsPhoto(Bots.jpeg(folder, "a.jpg", 640, 480), "/talk Good morning");

    var call = inbox.command();

    assertThat(call.words()).isEqualTo("Good morning");
    assertThat(call.attachments()).extracting(Attachment::kind).containsExactly(Kind.PHOTO);
  }

  @Test
  void leavesASlashInsideWordsAlone() throws Exception {
    ann.sends("either/or");

    assertThat(inbox.message().words()).isEqualTo("either/or");
  }

  @Test
  void choosesTheLargestSizeOfAPhotoWhereverItStands() throws Exception {
    var sent = ann.sendsPhoto(Bots.jpeg(folder, "a.jpg", 640, 480), "hello");

    var photo = inbox.message().attachments().getFirst();

    var sizes = sent.json().path("message").path("photo");
    assertThat(photo.file()).isEqualTo(sizes.path(1).path("file_id").asText());
    assertThat(photo.bytes()).isEqualTo(sizes.path(1).path("file_size").asLong());
    assertThat(photo.kind()).isEqualTo(Kind.PHOTO);
  }

  @Test
  void takesAPictureSentAsAFileForAPhoto() throws Exception {
    Path picture = Bots.jpeg(folder, "a.jpg", 64, 48);
    ann.sendsFile(picture, "IMG_1.HEIC", "image/heic", "by its type");
    ann.sendsFile(picture, "IMG_2.JPG", "", "by its name");
    ann.sendsFile(picture, "notes.pdf", "application/pdf", "no picture");

    var byType = inbox.message().attachments().getFirst();
    var byName = inbox.message().attachments().getFirst();
    var none = inbox.message().attachments().getFirst();

    assertThat(byType.kind()).isEqualTo(Kind.PHOTO);
    assertThat(byType.name()).isEqualTo("IMG_1.HEIC");
    assertThat(byType.mediaType()).isEqualTo("image/heic");
    assertThat(byName.kind()).isEqualTo(Kind.PHOTO);
    assertThat(byName.mediaType()).isEmpty();
    assertThat(none.kind()).isEqualTo(Kind.OTHER);
  }

  @Test
  void namesOtherFilesByTheirKind() throws Exception {
    Path any = Files.write(folder.resolve("any.bin"), new byte[] {1, 2, 3});
    ann.sendsVoice(any);
    ann.sendsVideo(any, "");
    ann.sendsSticker(any);
    telegram.pushes(
        "{\"message\":"
            + open(header(7, "private"))
            + ",\"video_note\":{\"file_id\":\"N\",\"file_unique_id\":\"n\","
            + "\"length\":384,\"duration\":9}}}");

    assertThat(inbox.message().attachments().getFirst().kind()).isEqualTo(Kind.VOICE);
    assertThat(inbox.message().attachments().getFirst().kind()).isEqualTo(Kind.VIDEO);
    assertThat(inbox.message().attachments().getFirst().kind()).isEqualTo(Kind.ANIMATION);
    var round = inbox.message().attachments().getFirst();
    assertThat(round.kind()).isEqualTo(Kind.VIDEO);
    assertThat(round.bytes()).isEqualTo(-1);
  }

  @Test
  void tellsWhetherAReplyAnswersOurOwnMessage() throws Exception {
    var photo = ann.sendsPhoto(Bots.jpeg(folder, "a.jpg", 640, 480), "");
    inbox.message();
    chat.send(Bots.chat(7), OutboundMessage.of(OutboundMessage.Kind.QUESTION, "What words?"));
    ann.repliesTo(photo, "/talk these");
    ann.repliesTo(ann.awaits("question", m -> m.text().equals("What words?")), "those");

    var toThePhoto = inbox.command().replied().orElseThrow();
    var toUs = inbox.message().replied().orElseThrow();

    assertThat(toThePhoto.ours()).isFalse();
    assertThat(toThePhoto.attachments()).extracting(Attachment::kind).containsExactly(Kind.PHOTO);
    assertThat(toThePhoto.message().message()).isEqualTo(Integer.toString(photo.message()));
    assertThat(toUs.ours()).isTrue();
  }

  @Test
  void givesARepeatedPressTheSameId() throws Exception {
    ann.sends("hello");
    inbox.message();
    var question = ask();

    var press = ann.presses(question, "Yes");
    telegram.repeats(press);
    telegram.repeatsAsNew(press);

    var first = inbox.press();
    var again = inbox.press();
    var anew = inbox.press();
    assertThat(first.data()).isEqualTo("v1:yes:abc");
    assertThat(first.message().message()).isEqualTo(Integer.toString(question.id()));
    assertThat(first.from().id()).isEqualTo("7");
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(anew.id()).isEqualTo(first.id());
  }

  @Test
  void passesAPressUnderAMessageOnThatIsTooOldToSee() throws Exception {
    ann.sends("hello");
    inbox.message();
    var question = ask();

    ann.pressesLongAfter(question, "Yes");

    var press = inbox.press();
    assertThat(press.message().conversation()).isEqualTo(Bots.chat(7));
    assertThat(press.message().message()).isEqualTo(Integer.toString(question.id()));
  }

  @Test
  void endsTheSpinnerOfAPressWithAShortNotice() throws Exception {
    ann.sends("hello");
    inbox.message();
    ann.presses(ask(), "Yes");

    chat.acknowledge(inbox.press(), "Not yours. ".repeat(30));

    assertThat(telegram.awaitNotice(_ -> true)).startsWith("Not yours. ").hasSize(200);
    assertThat(telegram.openPresses()).isZero();
  }

  @Test
  void endsASpinnerThatTurnsTooLongAndSaysTheNoticeInAMessageOnce() throws Exception {
    ann.sends("hello");
    inbox.message();
    ShownMessage question = ask();
    ann.presses(question, "Yes");
    var press = inbox.press();

    String early = telegram.awaitNotice(_ -> true);
    chat.acknowledge(press, "It is on its way. ".repeat(30));
    ShownMessage late = ann.awaits("notice", m -> m.text().startsWith("It is on its way. "));

    assertThat(early).isEmpty();
    assertThat(late.replyTo()).hasValue(question.id());
    assertThat(late.text()).hasSize(18 * 30 - 1);
    assertThat(telegram.calls("answerCallbackQuery")).hasSize(1);
  }

  @Test
  void endsASpinnerOnceTelegramTakesCallsAgain() throws Exception {
    chat.close();
    var clock = new AtomicLong();
    var one = List.of(new Rates.Window(9, 1, Duration.ofSeconds(1)));
    TelegramChat slow = Bots.at(telegram, new Rates(one, List.of(), List.of()), clock::get);
    slow.start(inbox, List.of());
    ann.sends("hello");
    inbox.message();
    ann.presses(ask(slow), "Yes");

    slow.acknowledge(inbox.press(), "");
    clock.addAndGet(Duration.ofSeconds(2).toNanos());
    String notice = telegram.awaitNotice(_ -> true);
    slow.close();

    assertThat(notice).isEmpty();
    assertThat(telegram.openPresses()).isZero();
  }

  @Test
  void reactsToAMessageThatWasSeen() throws Exception {
    ann.sends("hello");

    chat.acknowledge(inbox.message(), "");

    telegram.awaitMessage(m -> m.reaction().equals("👀"), Duration.ofSeconds(5));
    assertThat(ann.sees().getFirst().reaction()).isEqualTo("👀");
  }

  @Test
  void survivesAnAcknowledgementThatComesTooLate() throws Exception {
    ann.sends("hello");
    inbox.message();
    ann.presses(ask(), "Yes");
    var press = inbox.press();
    telegram.expiresPresses();

    chat.acknowledge(press, "");
    telegram.awaitCall("answerCallbackQuery");
    ann.sends("still there?");

    assertThat(inbox.message().words()).isEqualTo("still there?");
  }

  @Test
  void inAGroupHearsOnlyCommandsRepliesAndMentions() throws Exception {
    TelegramPerson inGroup = ann.in(GROUP);
    inGroup.sends("just chatting");
    inGroup.sends("@" + FakeTelegram.BOT.toLowerCase(Locale.ROOT) + " say hi");
    inGroup.sends("write to me@" + FakeTelegram.BOT + "s.example");
    inGroup.sends("/help");

    var mention = inbox.message();
    var command = inbox.command();

    assertThat(mention.words()).isEqualTo("say hi");
    assertThat(mention.message().conversation().group()).isTrue();
    assertThat(command.command()).isEqualTo("help");
    chat.send(Bots.chat(GROUP), OutboundMessage.of(OutboundMessage.Kind.ANSWER, "Here I am"));
    inGroup.repliesTo(inGroup.awaits("answer", m -> m.text().equals("Here I am")), "thanks");
    assertThat(inbox.message().words()).isEqualTo("thanks");
  }

  @Test
  void namesTheTopicAndAnswersInsideIt() throws Exception {
    TelegramPerson inTopic = ann.in(GROUP, 77);
    inTopic.sends("/help");

    var conversation = inbox.command().message().conversation();
    chat.send(conversation, OutboundMessage.of(OutboundMessage.Kind.ANSWER, "In here"));

    assertThat(conversation.thread()).isEqualTo("77");
    assertThat(inTopic.awaits("answer", m -> m.text().equals("In here")).thread()).hasValue(77);
  }

  @Test
  void leavesOutBotsChannelsAndServiceMessages() throws Exception {
    ann.sends("first");
    String text = ",\"text\":\"no\"}}";
    telegram.pushes("{\"channel_post\":" + open(header(-5, "channel")) + text);
    telegram.pushes("{\"message\":" + open(header(7, "private").replace("false", "true")) + text);
    telegram.pushes("{\"message\":" + open(header(7, "private")) + ",\"delete_chat_photo\":true}}");
    telegram.pushes("{\"something_new\":{\"a\":1}}");
    ann.sends("last");

    assertThat(inbox.message().words()).isEqualTo("first");
    assertThat(inbox.message().words()).isEqualTo("last");
  }

  @Test
  void passesThePhotosOfAnAlbumOnOneByOne() throws Exception {
    ann.sendsAlbum(
        List.of(Bots.jpeg(folder, "1.jpg", 64, 64), Bots.jpeg(folder, "2.jpg", 64, 64)), "both");

    ChatUpdate.PlainMessage first = inbox.message();
    ChatUpdate.PlainMessage second = inbox.message();

    assertThat(first.words()).isEqualTo("both");
    assertThat(second.words()).isEmpty();
    assertThat(second.attachments()).hasSize(1);
  }

  @Test
  void statesTheLanguageOfTheTelephone() throws Exception {
    ann.speaking("pt-br").sends("oi");
    ann.speaking("").sends("?");

    assertThat(inbox.message().from().language()).isEqualTo("pt-br");
    assertThat(inbox.message().from().language()).isEmpty();
  }

  private ShownMessage ask() throws InterruptedException {
    return ask(chat);
  }

  private ShownMessage ask(TelegramChat through) throws InterruptedException {
    var yes = new Button("Yes", "v1:yes:abc");
    through.send(
        Bots.chat(7),
        OutboundMessage.of(OutboundMessage.Kind.QUESTION, "Sure?").with(List.of(List.of(yes))));
    return ann.awaits("question", m -> m.text().equals("Sure?"));
  }

  private static String header(long chat, String type) {
    return ("{\"message_id\":900,\"date\":1790000000,\"chat\":{\"id\":%d,\"type\":\"%s\"},"
            + "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Ann\"}}")
        .formatted(chat, type);
  }

  private static String open(String object) {
    return object.substring(0, object.length() - 1);
  }
}
