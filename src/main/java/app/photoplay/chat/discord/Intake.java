package app.photoplay.chat.discord;

import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.NotRecorded;
import app.photoplay.chat.update.RejectedUpdate;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has written down what came, one after another, in the order in which it came. Discord does not
/// bring again what was lost here, so that what cannot be written down is tried until it can.
/// Thread-safe.
final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final Backoff RETRY = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));
  private static final int MOST = 10_000;

  /// When nobody knows why it is not taken, it is the update's fault after so many tries.
  private static final int TRIES = 5;

  private final BlockingQueue<ChatUpdate> waiting = new ArrayBlockingQueue<>(MOST);
  private volatile Optional<UpdateSink> sink = Optional.empty();
  private volatile Optional<Thread> thread = Optional.empty();
  private volatile String trouble = "";

  /// Begins to pass on.
  void start(UpdateSink to) {
    sink = Optional.of(to);
    thread = Optional.of(Thread.ofVirtual().name("discord-updates").start(this::run));
  }

  /// Ends after what is being passed on.
  void stop() {
    thread.ifPresent(Thread::interrupt);
    thread = Optional.empty();
  }

  /// Returns at once.
  void add(ChatUpdate update) {
    if (!waiting.offer(update)) {
      sink.ifPresent(it -> it.noRoom(update));
      log.atError()
          .addKeyValue("platform", DiscordChat.NAME)
          .log("too much comes at a time; something was not taken");
    }
  }

  /// As [app.photoplay.chat.ChatPlatform#trouble()].
  String trouble() {
    return trouble;
  }

  private void run() {
    try {
      while (true) {
        pass(waiting.take());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(ChatUpdate update) throws InterruptedException {
    UpdateSink to = sink.orElseThrow();
    for (int failures = 1; ; failures++) {
      try {
        to.accept(update);
        trouble = "";
        return;
      } catch (NotRecorded e) {
        if (e.why() == NotRecorded.Why.REFUSED) {
          putAside(update, "refused by the inbox");
          return;
        }
        if (e.why() == NotRecorded.Why.NO_ROOM) {
          to.noRoom(update);
        }
        held(e);
      } catch (RuntimeException e) {
        if (failures == TRIES) {
          putAside(update, e.getClass().getSimpleName());
          return;
        }
        held(e);
      }
      Thread.sleep(RETRY.pause(failures, ThreadLocalRandom.current()));
    }
  }

  private void held(RuntimeException e) {
    if (trouble.isEmpty()) {
      log.atError()
          .addKeyValue("platform", DiscordChat.NAME)
          .addKeyValue("error", e.getClass().getSimpleName())
          .log("what came cannot be stored; it is tried again");
    }
    trouble = "What comes from Discord cannot be stored.";
  }

  private void putAside(ChatUpdate update, String reason) {
    try {
      sink.orElseThrow()
          .putAside(new RejectedUpdate(DiscordChat.NAME, update.toString(), -1, reason));
    } catch (NotRecorded e) {
      held(e);
    }
    log.atWarn()
        .addKeyValue("platform", DiscordChat.NAME)
        .addKeyValue("error", reason)
        .log("something that cannot be recorded was put aside");
  }
}
