package app.photoplay.chat.telegram;

import app.photoplay.chat.telegram.UpdateFetcher.Batch;
import app.photoplay.chat.update.NotRecorded;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// Fetches updates and has them passed on, one after another, until it is stopped or the token is
/// refused.
///
/// A batch is confirmed by the next poll, hence only after all of it is on disk: what was not
/// confirmed comes again, also after a restart. The offset lives in memory alone. Whatever the
/// server answers, the loop goes on, and it pauses where an answer brings it no further.
final class PollLoop implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(PollLoop.class);
  private static final int BATCH = 100;

  /// So often an answer may end within an update that was asked for alone.
  private static final int TEARS = 3;

  private final BotApi api;
  private final Timeouts timeouts;
  private final UpdateSink sink;
  private final Consumer<User> met;
  private final UpdateFetcher fetcher;
  private final UpdateCursor cursor = new UpdateCursor();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private int limit = BATCH;
  private int tears;
  private int failures;
  private volatile String trouble = "Telegram has not answered yet.";

  /// @param met is told once who the bot is, on the loop's thread
  PollLoop(BotApi api, Timeouts timeouts, UpdateSink sink, Consumer<User> met) {
    this.api = api;
    this.timeouts = timeouts;
    this.sink = sink;
    this.met = met;
    this.fetcher = new UpdateFetcher(api);
  }

  /// As [app.photoplay.chat.ChatPlatform#trouble()].
  String trouble() {
    return trouble;
  }

  /// Makes the loop end after what it is doing; a poll that waits is broken off with
  /// [BotApi#endPolls()].
  void stop() {
    stopped.countDown();
  }

  boolean stopping() {
    return stopped.getCount() == 0;
  }

  @Override
  public void run() {
    try {
      Optional<UpdateReceiver> receiver = Optional.empty();
      boolean on = true;
      while (on && !stopping()) {
        try {
          if (receiver.isEmpty()) {
            receiver = Optional.of(meet());
          } else {
            round(receiver.get());
          }
        } catch (CallFailed failed) {
          boolean hopeless = failed.wrongToken() && receiver.isEmpty();
          on = stopping() || recover(failed, hopeless);
        } catch (NotRecorded e) {
          hold(e, e.why() == NotRecorded.Why.NO_ROOM);
        } catch (RuntimeException e) {
          hold(e, false);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      trouble = "Polling was interrupted.";
    }
  }

  private UpdateReceiver meet() throws CallFailed, InterruptedException {
    @Nullable User us = api.poll(client -> client.executeAsync(new GetMe()));
    if (us == null) {
      throw new CallFailed(new TelegramApiRequestException("the bot has no name"));
    }
    var receiver = new UpdateReceiver(new UpdateTranslator(us), sink);
    met.accept(us);
    fine();
    return receiver;
  }

  private void round(UpdateReceiver receiver) throws CallFailed, InterruptedException {
    long asked = System.nanoTime();
    // after a failure an answer at once tells whether it is over
    Duration wait = failures > 0 || cursor.leapt() ? Duration.ZERO : timeouts.longPoll();
    Batch batch = fetch(wait);
    cursor.advance(receiver.receive(batch.updates()));
    if (batch.torn().isPresent()) {
      torn(receiver, batch);
      return;
    }
    tears = 0;
    limit = BATCH;
    fine();
    if (cursor.doubts() > 0) {
      pause(backOff(cursor.doubts()));
    } else if (batch.updates().isEmpty() && wait.isPositive()) {
      // a server that does not hold polls
      pause(timeouts.shortestPause().minusNanos(System.nanoTime() - asked));
    }
  }

  private Batch fetch(Duration wait) throws CallFailed {
    try {
      return fetcher.fetch(cursor.next(), limit, wait);
    } catch (CallFailed failed) {
      // less may come through where much does not
      limit = Math.max(1, limit / 2);
      throw failed;
    }
  }

  /// The answer ended within an update. It is asked for alone, some times, then put aside.
  private void torn(UpdateReceiver receiver, Batch batch) throws InterruptedException {
    boolean alone = limit == 1 && batch.updates().isEmpty();
    limit = 1;
    if (!batch.updates().isEmpty()) {
      return;
    }
    tears = alone ? tears + 1 : 0;
    if (tears >= TEARS) {
      tears = 0;
      RawUpdate beginning = batch.torn().orElseThrow();
      receiver.putAside(beginning, "not whole");
      cursor.advance(List.of(new UpdateReader().read(beginning).id()));
    }
    trouble = "Telegram answers with an error.";
    pause(backOff(++failures));
  }

  private void fine() {
    failures = 0;
    trouble = "";
  }

  /// The updates are not on disk: they are fetched again after a pause. What a message of an error
  /// says is not logged: it may quote what a person wrote.
  private void hold(RuntimeException e, boolean noRoom) throws InterruptedException {
    String before = trouble;
    trouble =
        noRoom
            ? "Updates from Telegram cannot be stored: the disk is full."
            : "Updates from Telegram cannot be stored.";
    log.atLevel(trouble.equals(before) ? Level.DEBUG : Level.ERROR)
        .addKeyValue("platform", UpdateTranslator.PLATFORM)
        .addKeyValue("error", kinds(e))
        .log("updates were not taken, the batch will be fetched again");
    pause(backOff(++failures));
  }

  private static String kinds(Throwable e) {
    String kind = e.getClass().getSimpleName();
    return e.getCause() == null ? kind : kind + " < " + kinds(e.getCause());
  }

  /// Waits as the failure demands; false when there is no sense in going on.
  private boolean recover(CallFailed failed, boolean hopeless) throws InterruptedException {
    String before = trouble;
    trouble = sentence(failed);
    log.atLevel(trouble.equals(before) ? Level.DEBUG : Level.WARN)
        .addKeyValue("platform", UpdateTranslator.PLATFORM)
        .addKeyValue("error", failed.getMessage())
        .log(trouble);
    if (hopeless) {
      return false;
    }
    failures++;
    pause(failed.wrongToken() ? timeouts.longestPause() : pauseAfter(failed));
    return true;
  }

  private Duration pauseAfter(CallFailed failed) {
    return failed.retryAfter().orElseGet(() -> backOff(failures));
  }

  private static String sentence(CallFailed failed) {
    if (failed.wrongToken()) {
      return "Telegram refuses the bot token: get the right one from @BotFather and start again.";
    }
    if (failed.code == 409 && failed.says("webhook")) {
      return "A webhook is set for this Telegram bot, so its updates go there: call deleteWebhook"
          + " with its token, or use another bot.";
    }
    if (failed.code == 409) {
      return "Another program fetches the updates of this Telegram bot: stop it, or use another"
          + " bot.";
    }
    if (failed.code == 429) {
      return "Telegram asks to wait before more updates are fetched.";
    }
    return failed.code == 0 && !failed.unreadable()
        ? "Telegram cannot be reached."
        : "Telegram answers with an error.";
  }

  /// Half to the whole of a pause that doubles with each failure in a row.
  private Duration backOff(int times) {
    Backoff pauses = new Backoff(timeouts.shortestPause(), timeouts.longestPause());
    return pauses.pause(times, ThreadLocalRandom.current());
  }

  private void pause(Duration pause) throws InterruptedException {
    var _ = stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }
}
