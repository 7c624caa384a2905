package app.photoplay;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.bench.Folders;
import app.photoplay.bench.Row;
import app.photoplay.bench.Samples;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.TelegramCall;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/// From an update to the first call that answers it: 100 updates a second for ten seconds, each
/// from another person, through the real client, inbox and database.
final class UpdateLatency {
  private static final int PER_SECOND = 100;
  private static final int WARM_UP = 1000;
  private static final int MEASURED = 1000;

  private UpdateLatency() {}

  static void main() throws InterruptedException {
    Path folder = Folders.fresh("updates");
    FakeTelegram telegram = FakeTelegram.start().withoutRates();
    TestBot bot =
        new TestBot(
            folder,
            List.of(new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()))),
            TestBot.FREE,
            PortDecorator.NOTHING);
    bot.start();
    telegram.awaitPoller();
    send(telegram, 1_000_000, WARM_UP);
    Map<Long, Long> sent = send(telegram, 2_000_000, MEASURED);
    telegram.awaitCalls("setMessageReaction", WARM_UP + MEASURED);

    Samples millis = new Samples();
    Map<Long, Long> first = firstCalls(telegram);
    sent.forEach(
        (person, at) -> millis.add((Objects.requireNonNull(first.get(person)) - at) / 1e6));
    Row.of(
            "update to first outgoing call, 100 updates/s for 10 s, Telegram",
            "p99 <= 50 ms",
            millis.milliseconds(),
            millis.percentile(0.99) <= 50)
        .print();
    // answers still wait for the platform's rates; there is nothing to wait for
    Runtime.getRuntime().halt(0);
  }

  private static Map<Long, Long> send(FakeTelegram telegram, long firstPerson, int count) {
    Map<Long, Long> sent = new HashMap<>();
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = begin + i * 1_000_000_000L / PER_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      sent.put(firstPerson + i, System.nanoTime());
      telegram.person(firstPerson + i).sends("Hello " + i);
    }
    return sent;
  }

  private static Map<Long, Long> firstCalls(FakeTelegram telegram) {
    Map<Long, Long> first = new HashMap<>();
    for (TelegramCall call : telegram.calls()) {
      long chat = call.params().path("chat_id").asLong();
      first.merge(chat, call.nanos(), Math::min);
    }
    return first;
  }
}
