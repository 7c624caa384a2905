package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.NotRecorded;
import app.photoplay.chat.update.RejectedUpdate;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.UpdateMutator;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Thousands of odd updates among good ones, through the real client.
class TelegramFuzzTest {
  private static final int CHUNK = 500;
  private static final int BETWEEN_MARKERS = 10;
  private static final int LITTLE_MORE = 10_000_000;

  @Test
  void everyGoodUpdateIsHandledOnceAndInOrderAmongThousandsOfOddOnes() throws Exception {
    run(20_261_130, 5_000);
  }

  @Test
  @Tag("proof")
  void everyGoodUpdateIsHandledOnceAndInOrderAmongManyMoreInTheSameMemory() throws Exception {
    run(Long.getLong("fuzz.seed", 1), Integer.getInteger("fuzz.updates", 200_000));
  }

  private static void run(long seed, int updates) throws Exception {
    var mutator = new UpdateMutator(seed);
    var log = Watched.begin();
    var sink = new Markers();
    List<Long> live = new ArrayList<>();
    FakeTelegram telegram = FakeTelegram.start();
    TelegramChat chat = Bots.at(telegram);
    try {
      chat.start(sink, List.of());
      for (int sent = 0; sent < updates; sent += CHUNK) {
        for (int i = 1; i <= CHUNK; i++) {
          int id = telegram.nextUpdateId();
          telegram.pushesRaw(i % BETWEEN_MARKERS == 0 ? sink.marker(id) : mutator.next(id));
        }
        sink.await(seed, chat);
        telegram.awaitConfirmed();
        if (sent % 20_000 == 0 && sent > updates / 10) {
          live.add(live());
        }
      }
      assertThat(chat.trouble()).isEmpty();
      int polls = telegram.calls("getUpdates").size();
      System.out.printf(
          "%d updates, seed %d: %d put aside, %d accepted, %d polls, live heap %s%n",
          updates, seed, sink.aside.get(), sink.accepted.get(), polls, live);
      assertThat(polls).as("polls").isLessThan(updates / 20 + 100);
    } finally {
      chat.close();
      telegram.close();
      log.stop();
    }

    assertThat(sink.seen).hasSize(updates / BETWEEN_MARKERS).isSorted();
    assertThat(sink.aside.get()).isGreaterThan(updates / 20);
    assertThat(log.complaints).isEmpty();
    if (live.size() > 1) {
      assertThat(live.getLast() - live.getFirst()).isLessThan(LITTLE_MORE);
    }
  }

  private static long live() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /// Counts, and now and then the database is away.
  private static final class Markers implements UpdateSink {
    private static final String TEXT = "marker ";
    final List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger aside = new AtomicInteger();
    final AtomicInteger accepted = new AtomicInteger();
    private final Semaphore arrived = new Semaphore(0);
    private int made;
    private int last;

    String marker(int update) {
      made++;
      return """
      {"update_id":%d,"message":{"message_id":%d,"date":1,"chat":{"id":99,"type":"private"},\
      "from":{"id":99,"is_bot":false,"first_name":"M"},"text":"%s%d"}}\
      """
          .formatted(update, made, TEXT, made);
    }

    @Override
    public void accept(ChatUpdate update) {
      if (accepted.incrementAndGet() % 3000 == 0) {
        throw new NotRecorded(NotRecorded.Why.UNAVAILABLE, new IllegalStateException());
      }
      if (!update.message().conversation().chat().equals("99")) {
        return;
      }
      int number = Integer.parseInt(PutAside.words(update).substring(TEXT.length()));
      // a batch that was broken off comes again, which the inbox tells by the message
      if (number > last) {
        last = number;
        seen.add(number);
        arrived.release();
      }
    }

    @Override
    public void putAside(RejectedUpdate update) {
      aside.incrementAndGet();
    }

    void await(long seed, TelegramChat chat) throws InterruptedException {
      int chunk = CHUNK / BETWEEN_MARKERS;
      if (!arrived.tryAcquire(chunk, 60, TimeUnit.SECONDS)) {
        throw new AssertionError(
            "seed " + seed + ": " + last + " of " + made + " came; " + chat.trouble());
      }
    }
  }

  /// Whatever is logged without anybody's words.
  private static final class Watched extends AppenderBase<ILoggingEvent> {
    final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("app.photoplay.chat");

    static Watched begin() {
      var watched = new Watched();
      watched.setContext(watched.logger.getLoggerContext());
      watched.logger.setAdditive(false);
      watched.logger.addAppender(watched);
      watched.start();
      return watched;
    }

    @Override
    protected void append(ILoggingEvent event) {
      String text =
          event.getFormattedMessage()
              + event.getKeyValuePairs()
              + (event.getThrowableProxy() == null
                  ? ""
                  : ThrowableProxyUtil.asString(event.getThrowableProxy()));
      boolean error = event.getLevel().isGreaterOrEqual(Level.ERROR);
      if (text.contains(UpdateMutator.WORD) || (error && !text.contains("NotRecorded"))) {
        complaints.add(event.getLevel() + " " + text);
      }
    }

    @Override
    public void stop() {
      logger.detachAppender(this);
      logger.setAdditive(true);
      super.stop();
    }
  }
}
