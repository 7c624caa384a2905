package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramReply;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramPollingTest {

  private FakeTelegram telegram = FakeTelegram.start();
  private final TelegramChat chat = Bots.at(telegram);
  private final Inbox inbox = new Inbox();
  private final TelegramPerson ann = telegram.person(7);

  @AfterEach
  void close() {
    chat.close();
    telegram.close();
  }

  @Test
  void confirmsAnUpdateOnlyAfterTheSinkHasTakenIt() throws Exception {
    var stored = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    ann.sends("hello");
    chat.start(
        _ -> {
          asked.countDown();
          awaitUninterrupted(stored);
        },
        List.of());

    asked.await();
    assertThat(telegram.unconfirmedUpdates()).isEqualTo(1);
    stored.countDown();

    telegram.awaitConfirmed();
  }

  @Test
  void fetchesABatchAgainThatTheSinkCouldNotStore() throws Exception {
    var times = new AtomicInteger();
    ann.sends("one");
    ann.sends("two");
    chat.start(
        update -> {
          if (times.incrementAndGet() == 2) {
            throw new IllegalStateException("disk full");
          }
          inbox.accept(update);
        },
        List.of());

    assertThat(inbox.message().words()).isEqualTo("one");
    assertThat(inbox.message().words()).isEqualTo("one");
    assertThat(inbox.message().words()).isEqualTo("two");
    telegram.awaitConfirmed();
    assertThat(chat.trouble()).isEmpty();
  }

  @Test
  void receivesWhatWasNotConfirmedAgainAfterARestart() throws Exception {
    var failed = new CountDownLatch(1);
    chat.start(
        _ -> {
          failed.countDown();
          throw new IllegalStateException("no database");
        },
        List.of());
    ann.sends("hello");
    failed.await();
    chat.close();

    TelegramChat restarted = Bots.at(telegram);
    restarted.start(inbox, List.of());

    assertThat(inbox.message().words()).isEqualTo("hello");
    restarted.close();
  }

  @Test
  void skipsAnUpdateThatCannotBeReadAndTakesTheRest() throws Exception {
    ann.sends("before");
    telegram.pushes("{\"message\":{\"message_id\":1,\"chat\":{\"id\":7},\"text\":\"no type\"}}");
    telegram.pushes("{\"message\":\"not even an object\"}");
    ann.sends("after");

    chat.start(inbox, List.of());

    assertThat(inbox.message().words()).isEqualTo("before");
    assertThat(inbox.message().words()).isEqualTo("after");
    telegram.awaitConfirmed();
    assertThat(chat.trouble()).isEmpty();
  }

  @Test
  void goesOnAfterEveryKindOfPassingFailure() throws Exception {
    telegram.next(
        "getMe", TelegramReply.badGateway(), TelegramReply.error(500, "Internal Server Error"));
    telegram.next(
        "getUpdates",
        TelegramReply.badGateway(),
        TelegramReply.cutsTheConnection(),
        TelegramReply.error(409, "Conflict: terminated by other getUpdates request"),
        TelegramReply.error(500, "Internal Server Error"),
        new TelegramReply.Answer(200, "application/json", "{}"),
        new TelegramReply.Answer(200, "application/json", ""));
    ann.sends("hello");

    chat.start(inbox, List.of());

    assertThat(inbox.message().words()).isEqualTo("hello");
    telegram.awaitConfirmed();
    assertThat(chat.trouble()).isEmpty();
  }

  @Test
  void waitsAsLongAsTelegramAsks() throws Exception {
    telegram.next("getUpdates", TelegramReply.tooManyRequests(1));
    ann.sends("hello");

    chat.start(inbox, List.of());
    inbox.message();

    var polls = telegram.calls("getUpdates");
    assertThat(polls.get(1).nanos() - polls.get(0).nanos()).isGreaterThanOrEqualTo(1_000_000_000L);
  }

  @Test
  void stopsAndSaysSoWhenTheTokenIsRefused() throws Exception {
    var wrong = new TelegramSettings("123456:somebody-elses", telegram.uri());
    var api = new BotApi(wrong, Bots.LITTLE);
    var loop = new PollLoop(api, Bots.LITTLE, inbox, _ -> {});

    loop.run();

    assertThat(loop.trouble()).contains("refuses the bot token").doesNotContain("somebody");
    api.close();
  }

  @Test
  void saysWhenAnotherProgramPollsWithTheSameToken() throws Exception {
    chat.start(inbox, List.of());
    telegram.awaitPoller();
    TelegramChat second = Bots.at(telegram);

    second.start(inbox, List.of());
    until(() -> chat.trouble().contains("Another program") || second.trouble().contains("Another"));

    second.close();
    ann.sends("hello");
    assertThat(inbox.message().words()).isEqualTo("hello");
    telegram.awaitConfirmed();
    assertThat(chat.trouble()).isEmpty();
  }

  @Test
  void leavesAWebhookAloneButSaysThatItIsInTheWay() throws Exception {
    telegram.setsWebhook();

    chat.start(inbox, List.of());
    telegram.awaitCalls("getUpdates", 2);

    assertThat(chat.trouble()).contains("webhook").contains("deleteWebhook");
    assertThat(telegram.calls("deleteWebhook")).isEmpty();
    telegram.deletesWebhook();
    ann.sends("hello");
    inbox.message();
    telegram.awaitConfirmed();
    assertThat(chat.trouble()).isEmpty();
  }

  @Test
  void startsWithoutAServerAndGoesOnWhenItComesBack() throws Exception {
    URI uri = telegram.uri();
    telegram.close();
    chat.start(inbox, List.of());
    until(() -> chat.trouble().contains("cannot be reached"));

    telegram = FakeTelegram.start(uri.getPort());
    telegram.person(7).sends("hello again");

    assertThat(inbox.message().words()).isEqualTo("hello again");
    telegram.awaitConfirmed();
    assertThat(chat.trouble()).isEmpty();
  }

  @Test
  void takesUpdatesWhoseIdsStartAnewAtALowerNumber() throws Exception {
    telegram.countsUpdatesFrom(9000);
    chat.start(inbox, List.of());
    ann.sends("before the idle week");
    inbox.message();
    telegram.awaitConfirmed();

    telegram.countsUpdatesFrom(50);
    ann.sends("after it");

    assertThat(inbox.message().id()).isEqualTo("50");
    telegram.awaitConfirmed();
  }

  @Test
  void asksOnlyForTheUpdatesThatItUnderstands() throws Exception {
    chat.start(inbox, List.of());

    var poll = telegram.awaitCall("getUpdates");

    assertThat(poll.params().path("allowed_updates"))
        .extracting(name -> name.asText())
        .containsExactly("message", "edited_message", "callback_query", "my_chat_member");
    assertThat(poll.params().path("timeout").asInt()).isEqualTo(20);
  }

  @Test
  void takesNoMoreUpdatesOnceItIsStoppedButStillSends() throws Exception {
    chat.start(inbox, List.of());
    telegram.awaitPoller();

    chat.stop();
    ann.sends("too late");
    var sent =
        chat.send(Bots.chat(7), OutboundMessage.of(OutboundMessage.Kind.RESULT, "one last thing"));

    assertThat(sent).isInstanceOf(SendOutcome.Sent.class);
    assertThat(chat.trouble()).isEqualTo("Telegram was stopped.");
    assertThat(telegram.unconfirmedUpdates()).isEqualTo(1);
  }

  @Test
  void registersTheCommandsOnlyWhenTheyChanged() throws Exception {
    var commands = List.of(new CommandInfo("talk", Phrase.COMMAND_TALK));
    telegram.next("setMyCommands", TelegramReply.badGateway());
    chat.start(inbox, commands);
    int languages = Wording.languages().size();
    telegram.awaitCalls("setMyCommands", 1 + languages);
    chat.stop();

    TelegramChat restarted = Bots.at(telegram);
    restarted.start(inbox, commands);
    telegram.awaitCalls("getMyCommands", 1 + 2 * languages);
    ann.sends("hello");
    inbox.message();

    assertThat(telegram.commands(""))
        .containsExactly("/talk - Make a photo speak: a photo and its words, or your own voice");
    assertThat(telegram.calls("setMyCommands")).hasSize(1 + languages);
    restarted.close();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Looks again and again; what is waited for is no call that the fake could announce.
  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it never came about");
      }
      Thread.onSpinWait();
    }
  }
}
