package app.photoplay.chat.update;

import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes updates down, or puts them aside. For one thread, but for [#trouble()] and [#noRoom].
final class Recording {
  private static final Logger log = LoggerFactory.getLogger(Recording.class);
  private static final Backoff RETRY = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  /// When nobody knows why it is not taken, it is the update's fault after so many tries.
  private static final int TRIES = 5;

  private final String platform;
  private final UpdateSink sink;
  private volatile String trouble = "";

  Recording(String platform, UpdateSink sink) {
    this.platform = platform;
    this.sink = sink;
  }

  String trouble() {
    return trouble;
  }

  void noRoom(ChatUpdate update) {
    sink.noRoom(update);
  }

  /// Tries once.
  ///
  /// @param tries 1 for the first
  /// @return whether this update is done with
  boolean takes(ChatUpdate update, int tries) {
    try {
      sink.accept(update);
      trouble = "";
      return true;
    } catch (NotRecorded e) {
      if (e.why() == NotRecorded.Why.REFUSED) {
        putAside(update, "refused by the inbox");
        return true;
      }
      if (e.why() == NotRecorded.Why.NO_ROOM) {
        sink.noRoom(update);
      }
      held(e);
    } catch (RuntimeException e) {
      if (tries == TRIES) {
        putAside(update, e.getClass().getSimpleName());
        return true;
      }
      held(e);
    }
    return false;
  }

  /// Before the next try; a short one when the end is near.
  void pause(int failures, CountDownLatch ending) throws InterruptedException {
    Duration pause = RETRY.pause(failures, ThreadLocalRandom.current());
    if (ending.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
      Thread.sleep(RETRY.first());
    }
  }

  private void held(RuntimeException e) {
    if (trouble.isEmpty()) {
      log.atError()
          .addKeyValue("platform", platform)
          .addKeyValue("error", e.getClass().getSimpleName())
          .log("what came cannot be stored; it is tried again");
    }
    trouble = "What people say cannot be stored.";
  }

  private void putAside(ChatUpdate update, String reason) {
    try {
      sink.putAside(new RejectedUpdate(platform, update.toString(), -1, reason));
    } catch (NotRecorded e) {
      held(e);
    }
    log.atWarn()
        .addKeyValue("platform", platform)
        .addKeyValue("error", reason)
        .log("something that cannot be recorded was put aside");
  }
}
