package app.photoplay;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.bench.Folders;
import app.photoplay.bench.Row;
import app.photoplay.bench.Samples;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.TelegramCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// From an update to the first call about it, which is the reaction that acknowledges it: 100
/// updates a second for ten seconds, each from another person, through the real client, inbox and
/// database. Telegram's rates are not kept: with them reactions give way to answers, and the rates'
/// waits would be measured, not the program.
final class UpdateLatency {
  private static final int PER_SECOND = 100;
  private static final int WARM_UP = 1000;
  private static final int MEASURED = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private UpdateLatency() {}

  static void main() throws InterruptedException {
    Path folder = Folders.fresh("updates");
    FakeTelegram telegram = FakeTelegram.start().withoutRates();
    TestBot bot =
        new TestBot(
            folder, List.of(Bots.recklessAt(telegram)), TestBot.FREE, PortDecorator.NOTHING);
    bot.start();
    telegram.awaitPoller();
    send(telegram, 1_000_000, WARM_UP);
    Map<Long, Long> sent = send(telegram, 2_000_000, MEASURED);
    Map<Long, Long> first = awaitFirstCalls(telegram, sent.keySet());

    Samples millis = new Samples();
    sent.forEach((person, at) -> {
      Long call = first.get(person);
      if (call != null) {
        millis.add((call - at) / 1e6);
      }
    });
    int missing = MEASURED - millis.size();
    Row.of(
            "update to first outgoing call, 100 updates/s for 10 s, Telegram",
            "p99 <= 50 ms",
            missing == MEASURED
                ? "none was answered"
                : millis.milliseconds() + (missing == 0 ? "" : ", " + missing + " without"),
            missing == 0 && millis.percentile(0.99) <= 50)
        .print();
    // what is still to be answered is not waited for
    Runtime.getRuntime().halt(0);
  }

  /// Until there is one for each of these people, but not for ever.
  private static Map<Long, Long> awaitFirstCalls(FakeTelegram telegram, Set<Long> people)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Map<Long, Long> first = firstCalls(telegram);
    while (!first.keySet().containsAll(people) && System.nanoTime() - end < 0) {
      Thread.sleep(100);
      first = firstCalls(telegram);
    }
    return first;
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
