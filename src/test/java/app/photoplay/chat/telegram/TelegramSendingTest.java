package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.ShownMessage.ShownButton;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TelegramSendingTest {

  private static final OutboundMessage HELLO = OutboundMessage.of(Kind.ANSWER, "hello");

  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramChat chat = Bots.at(telegram);
  private final TelegramPerson ann = telegram.person(7);

  @BeforeEach
  void open() {
    ann.sends("/start");
  }

  @AfterEach
  void close() {
    chat.close();
    telegram.close();
  }

  @Test
  void showsTextAsItIsWithoutMarkupOrPreview() throws Exception {
    String text = "<b>*5* < 6_</b> & https://example.org";

    chat.send(Bots.chat(7), OutboundMessage.of(Kind.ANSWER, text));

    assertThat(ann.sees().getLast().text()).isEqualTo(text);
    var params = telegram.calls("sendMessage").getFirst().params();
    assertThat(params.has("parse_mode")).isFalse();
    assertThat(params.path("link_preview_options").path("is_disabled").asBoolean()).isTrue();
    assertThat(params.has("disable_notification")).isFalse();
  }

  @Test
  void namesTheMessageThatItSent() throws Exception {
    SendOutcome outcome = chat.send(Bots.chat(7), HELLO);

    int shown = ann.sees().getLast().id();
    assertThat(outcome).isEqualTo(new SendOutcome.Sent(Integer.toString(shown), Optional.empty()));
  }

  @Test
  void showsRowsOfButtonsInTheirStyles() throws Exception {
    var rows =
        List.of(
            List.of(
                new Button("Again", "v1:again:abc", Button.Style.PRIMARY),
                new Button("Receipt", "v1:receipt:abc")),
            List.of(new Button("Cancel", "v1:cancel:abc", Button.Style.DANGER)));

    chat.send(Bots.chat(7), HELLO.with(rows));

    assertThat(ann.sees().getLast().buttons())
        .containsExactly(
            List.of(
                new ShownButton("Again", "v1:again:abc", "primary"),
                new ShownButton("Receipt", "v1:receipt:abc", "")),
            List.of(new ShownButton("Cancel", "v1:cancel:abc", "danger")));
  }

  @Test
  void repliesToAMessageAndSendsAllTheSameWhenItIsGone() throws Exception {
    ShownMessage start = ann.sees().getFirst();
    var ref = new MessageRef(Bots.chat(7), Integer.toString(start.id()));
    chat.send(Bots.chat(7), HELLO.inReplyTo(ref));
    telegram.deletesMessage(start);
    chat.send(Bots.chat(7), HELLO.inReplyTo(ref));

    assertThat(ann.sees().get(0).replyTo()).hasValue(start.id());
    assertThat(ann.sees().get(1).replyTo()).isEmpty();
  }

  @Test
  void doesNotRingWhenItShouldBeSilent() throws Exception {
    chat.send(Bots.chat(7), HELLO.silently());

    assertThat(ann.sees().getLast().silent()).isTrue();
  }

  @Test
  void replacesATextAndItsButtons() throws Exception {
    MessageRef card = sent(HELLO.with(List.of(List.of(new Button("Cancel", "v1:cancel:a")))));

    SendOutcome outcome = chat.edit(card, OutboundMessage.of(Kind.PROGRESS, "50 %"));

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    assertThat(ann.sees().getLast().text()).isEqualTo("50 %");
    assertThat(ann.sees().getLast().buttons()).isEmpty();
  }

  @Test
  void takesAnEditThatChangesNothingForDone() throws Exception {
    MessageRef card = sent(HELLO);

    assertThat(chat.edit(card, HELLO))
        .isEqualTo(new SendOutcome.Sent(card.message(), Optional.empty()));
  }

  @Test
  void tellsThatAMessageToEditIsGone() throws Exception {
    MessageRef card = sent(HELLO);
    telegram.deletesMessage(ann.sees().getLast());

    assertThat(chat.edit(card, OutboundMessage.of(Kind.ANSWER, "new")))
        .isEqualTo(new SendOutcome.MessageGone());
  }

  @Test
  void tellsThatThePersonBlockedTheBot() throws Exception {
    MessageRef card = sent(HELLO);
    ann.blocksTheBot();

    assertThat(chat.send(Bots.chat(7), HELLO)).isEqualTo(new SendOutcome.ConversationGone());
    assertThat(chat.edit(card, OutboundMessage.of(Kind.ANSWER, "new")))
        .isEqualTo(new SendOutcome.ConversationGone());
  }

  @Test
  void tellsThatAChatDoesNotExist() throws Exception {
    assertThat(chat.send(Bots.chat(99), HELLO)).isEqualTo(new SendOutcome.ConversationGone());
  }

  @Test
  void tellsThatAMessageIsRefusedForGood() throws Exception {
    SendOutcome tooLong =
        chat.send(Bots.chat(7), OutboundMessage.of(Kind.ANSWER, "x".repeat(4097)));
    SendOutcome empty = chat.send(Bots.chat(7), OutboundMessage.of(Kind.ANSWER, ""));

    assertThat(tooLong).isEqualTo(new SendOutcome.Rejected("bad request: message is too long"));
    assertThat(empty).isInstanceOf(SendOutcome.Rejected.class);
    var large = List.of(List.of(new Button("Again", "v1:again:" + "x".repeat(56))));
    assertThat(chat.send(Bots.chat(7), HELLO.with(large)))
        .isEqualTo(new SendOutcome.Rejected("bad request: button_data_invalid"));
  }

  static Stream<Arguments> troubles() {
    var unsure = SendOutcome.Unsure.class;
    var later = SendOutcome.Later.class;
    return Stream.of(
        Arguments.of(TelegramReply.badGateway(), unsure, later),
        Arguments.of(TelegramReply.error(500, "Internal Server Error"), unsure, later),
        Arguments.of(TelegramReply.cutsTheConnection(), unsure, later),
        Arguments.of(TelegramReply.doesItAndCutsTheConnection(), unsure, later),
        Arguments.of(TelegramReply.doesItAndHangs(), unsure, later),
        Arguments.of(TelegramReply.hangs(), unsure, later),
        Arguments.of(TelegramReply.error(401, "Unauthorized"), later, later),
        Arguments.of(
            TelegramReply.error(413, "Request Entity Too Large"),
            SendOutcome.Rejected.class,
            SendOutcome.Rejected.class),
        Arguments.of(
            TelegramReply.error(400, "Bad Request: message can't be edited"),
            SendOutcome.MessageGone.class,
            SendOutcome.MessageGone.class),
        Arguments.of(
            TelegramReply.error(400, "Bad Request: message thread not found"),
            SendOutcome.ConversationGone.class,
            SendOutcome.ConversationGone.class),
        Arguments.of(
            TelegramReply.error(400, "Bad Request: BUTTON_DATA_INVALID"),
            SendOutcome.Rejected.class,
            SendOutcome.Rejected.class));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void saysWhatAFailureMeansAndNeverRepeatsTheCallByItself(
      TelegramReply reply, Class<?> ofSend, Class<?> ofEdit) throws Exception {
    telegram.person(8).sends("/start");
    var card = new MessageRef(Bots.chat(8), "1");
    telegram.next("sendMessage", reply);
    telegram.next("editMessageText", reply);

    boolean silence = reply instanceof TelegramReply.Hang;
    TelegramChat bot = silence ? Bots.impatientAt(telegram) : chat;
    SendOutcome sent = bot.send(Bots.chat(7), HELLO);
    SendOutcome edited = bot.edit(card, HELLO);
    bot.close();

    assertThat(sent).isInstanceOf(ofSend);
    assertThat(edited).isInstanceOf(ofEdit);
    assertThat(telegram.calls("sendMessage")).hasSize(1);
    assertThat(telegram.calls("editMessageText")).hasSize(1);
  }

  @Test
  void doesNotRepeatASendThatBrokeOnAConnectionUsedBefore() throws Exception {
    sent(HELLO);
    telegram.next("sendMessage", TelegramReply.doesItAndCutsTheConnection());

    SendOutcome outcome = chat.send(Bots.chat(7), OutboundMessage.of(Kind.ANSWER, "once"));

    assertThat(outcome).isInstanceOf(SendOutcome.Unsure.class);
    assertThat(ann.sees().stream().filter(m -> m.text().equals("once"))).hasSize(1);
  }

  @Test
  void knowsThatNothingWasSentWhenNobodyListens() throws Exception {
    telegram.close();

    assertThat(chat.send(Bots.chat(7), HELLO)).isInstanceOf(SendOutcome.Later.class);
  }

  @Test
  void knowsThatNothingWasSentOnceItIsClosed() throws Exception {
    chat.close();

    assertThat(chat.send(Bots.chat(7), HELLO)).isInstanceOf(SendOutcome.Later.class);
    assertThat(telegram.calls("sendMessage")).isEmpty();
  }

  @Test
  void waitsAsLongAsTelegramAsks() throws Exception {
    telegram.next("sendMessage", TelegramReply.tooManyRequests(1));

    assertThat(chat.send(Bots.chat(7), HELLO)).isInstanceOf(SendOutcome.Sent.class);

    assertThat(ann.sees().stream().filter(ShownMessage::fromBot).map(ShownMessage::text))
        .containsExactly("hello");
    var calls = telegram.calls("sendMessage");
    assertThat(Duration.ofNanos(calls.get(1).nanos() - calls.get(0).nanos()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void leavesProgressOutForAsLongAsTelegramAsks() throws Exception {
    MessageRef card = sent(HELLO);
    OutboundMessage progress = OutboundMessage.of(Kind.PROGRESS, "50 %");
    telegram.next("editMessageText", TelegramReply.tooManyRequests(30));

    SendOutcome first = chat.edit(card, progress);
    SendOutcome second = chat.edit(card, progress);

    assertThat(first).isEqualTo(new SendOutcome.Later(Duration.ofSeconds(30)));
    assertThat(second).isInstanceOf(SendOutcome.Later.class);
    assertThat(telegram.calls("editMessageText")).hasSize(1);
  }

  @Test
  void countsReactionsAndLeavesThemOutWhenTheyAreTooMany() throws Exception {
    for (int i = 0; i < 30; i++) {
      var written = ann.sends("hello " + i);
      chat.acknowledge(
          new ChatUpdate.PlainMessage(
              "1",
              new Person("telegram", "7", "en", ""),
              new MessageRef(Bots.chat(7), Integer.toString(written.message())),
              "",
              Map.of(),
              List.of(),
              Optional.empty()),
          "");
    }

    assertThat(chat.send(Bots.chat(7), HELLO)).isInstanceOf(SendOutcome.Sent.class);
    assertThat(telegram.calls("setMessageReaction").size()).isBetween(1, 6);
    assertThat(telegram.refusals()).isEmpty();
  }

  @Test
  void takesAnAcceptedCallForDoneWhateverTheAnswerHolds() throws Exception {
    MessageRef card = sent(HELLO);
    String odd =
        "{\"ok\":true,\"result\":{\"message_id\":77,\"date\":1790000000,"
            + "\"chat\":{\"id\":7,\"type\":\"private\"},"
            + "\"reply_to_message\":{\"message_id\":\"a word\",\"gift\":{\"price\":5e99}}}}";
    var accepted = new TelegramReply.Answer(200, "application/json", odd);
    telegram.next("sendMessage", accepted);
    telegram.next("editMessageText", accepted, accepted);

    SendOutcome sent = chat.send(Bots.chat(7), HELLO);
    SendOutcome edited = chat.edit(card, OutboundMessage.of(Kind.ANSWER, "new"));

    assertThat(sent).isEqualTo(new SendOutcome.Sent("77", Optional.empty()));
    assertThat(edited).isEqualTo(new SendOutcome.Sent(card.message(), Optional.empty()));
  }

  @Test
  void doesNotTakeAPageOfAProxyForAnAnswer() throws Exception {
    telegram.next("sendMessage", new TelegramReply.Answer(200, "text/html", "<html>Log in</html>"));
    telegram.next("editMessageText", new TelegramReply.Answer(403, "text/html", "<html>No</html>"));
    MessageRef card = new MessageRef(Bots.chat(7), "1");

    assertThat(chat.send(Bots.chat(7), HELLO)).isInstanceOf(SendOutcome.Unsure.class);
    assertThat(chat.edit(card, HELLO)).isEqualTo(new SendOutcome.ConversationGone());
  }

  @Test
  void keepsBelowTelegramsRatesAndLetsProgressWait() throws Exception {
    MessageRef card = sent(OutboundMessage.of(Kind.PROGRESS, "0 %"));
    chat.edit(card, OutboundMessage.of(Kind.PROGRESS, "10 %"));
    SendOutcome progress = chat.edit(card, OutboundMessage.of(Kind.PROGRESS, "20 %"));
    chat.send(Bots.chat(7), HELLO);

    SendOutcome answer = chat.send(Bots.chat(7), OutboundMessage.of(Kind.RESULT, "done"));

    assertThat(progress).isInstanceOf(SendOutcome.Later.class);
    assertThat(answer).isInstanceOf(SendOutcome.Sent.class);
    assertThat(telegram.refusals()).isEmpty();
    assertThat(ann.sees().get(1).text()).isEqualTo("10 %");
  }

  @Test
  void followsAGroupThatBecameASupergroup() throws Exception {
    TelegramPerson group = ann.in(-50);
    TelegramPerson supergroup = ann.in(-1_000_050);
    group.sends("/help");
    MessageRef old = sent(-50);
    group.upgradesGroupTo(-1_000_050);
    supergroup.sends("chatting");

    MessageRef moved = sent(-50);
    SendOutcome edited = chat.edit(moved, OutboundMessage.of(Kind.ANSWER, "after"));
    chat.edit(old, OutboundMessage.of(Kind.ANSWER, "in the old group"));

    assertThat(edited).isInstanceOf(SendOutcome.Sent.class);
    assertThat(supergroup.sees().getLast().text()).isEqualTo("after");
    assertThat(group.sees().getLast().text()).isEqualTo("in the old group");
    assertThat(supergroup.sees()).hasSize(2);
  }

  @Test
  void showsTheTokenNowhere() throws Exception {
    telegram.next("sendMessage", TelegramReply.cutsTheConnection());
    var cut = (SendOutcome.Unsure) chat.send(Bots.chat(7), HELLO);
    telegram.next("sendMessage", TelegramReply.badGateway());
    var unreadable = (SendOutcome.Unsure) chat.send(Bots.chat(7), HELLO);

    assertThat(cut.cause()).hasStackTraceContaining("CallFailed");
    assertThat(stackTrace(cut.cause())).doesNotContain(telegram.token());
    assertThat(stackTrace(unreadable.cause())).doesNotContain(telegram.token());
    assertThat(CallFailed.redacted("GET http://h/file/bot1:a_b/photos/x.jpg failed"))
        .isEqualTo("GET http://h/file/bot***/photos/x.jpg failed");
  }

  @Test
  void allowsFewerEditsInGroups() {
    assertThat(chat.limits(Bots.chat(7)).editGap()).isEqualTo(Duration.ofSeconds(2));
    assertThat(chat.limits(Bots.chat(-7)).editGap()).isEqualTo(Duration.ofSeconds(5));
    assertThat(chat.limits(Bots.chat(7)).uploadBytes()).isEqualTo(50_000_000);
  }

  private static String stackTrace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private MessageRef sent(long to) throws InterruptedException {
    var outcome = (SendOutcome.Sent) chat.send(Bots.chat(to), HELLO);
    return new MessageRef(Bots.chat(to), outcome.message());
  }

  private MessageRef sent(OutboundMessage message) throws InterruptedException {
    var outcome = (SendOutcome.Sent) chat.send(Bots.chat(7), message);
    return new MessageRef(Bots.chat(7), outcome.message());
  }
}
