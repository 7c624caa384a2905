package app.photoplay.chat.update;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has written down what came, one after another, in the order in which it came, for platforms that
/// do not bring again what was lost here: what cannot be written down is tried until it can.
/// Thread-safe.
public final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final int MOST = 10_000;

  private final String platform;
  private final Duration longestStop;

  /// Nothing stands for the end.
  private final BlockingDeque<Optional<ChatUpdate>> waiting = new LinkedBlockingDeque<>();

  private volatile Optional<Run> running = Optional.empty();

  /// @param platform the platform's name
  /// @param longestStop how long a stop waits for what has come to be written down
  public Intake(String platform, Duration longestStop) {
    this.platform = platform;
    this.longestStop = longestStop;
  }

  /// Begins to pass on.
  public void start(UpdateSink sink) {
    Run run = new Run(new Recording(platform, sink));
    running = Optional.of(run);
    run.thread.start();
  }

  /// Ends when all that was added before is written down. What cannot be in time is left to the
  /// next start, if there is one.
  public void stop() {
    Run run = running.orElse(null);
    running = Optional.empty();
    if (run == null || run.ended()) {
      return;
    }
    boolean _ = waiting.removeIf(Optional::isEmpty);
    log.atWarn()
        .addKeyValue("platform", platform)
        .addKeyValue("updates", waiting.size() + 1)
        .log("what came last could not be stored before the end");
  }

  /// Returns at once.
  public void add(ChatUpdate update) {
    if (waiting.size() < MOST) {
      waiting.add(Optional.of(update));
      return;
    }
    running.ifPresent(it -> it.recording.noRoom(update));
    log.atError()
        .addKeyValue("platform", platform)
        .log("too much comes at a time; something was not taken");
  }

  /// Why nothing is written down at the moment, in one sentence; empty when all is well.
  public String trouble() {
    return running.map(it -> it.recording.trouble()).orElse("");
  }

  /// From a start to a stop.
  private final class Run {
    final Recording recording;
    final Thread thread = Thread.ofVirtual().name(platform + "-updates").unstarted(this::pass);
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile boolean over;

    Run(Recording recording) {
      this.recording = recording;
    }

    /// Whether it has come to its end in time; what is being written then is not interrupted.
    boolean ended() {
      ending.countDown();
      waiting.add(Optional.empty());
      try {
        over = !thread.join(longestStop);
      } catch (InterruptedException e) {
        over = true;
        Thread.currentThread().interrupt();
      }
      return !over;
    }

    private void pass() {
      try {
        while (!over) {
          ChatUpdate update = waiting.take().orElse(null);
          if (update == null) {
            return;
          }
          pass(update);
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody knows this thread", e);
      }
    }

    private void pass(ChatUpdate update) throws InterruptedException {
      for (int failures = 1; !recording.takes(update, failures); failures++) {
        if (over) {
          waiting.addFirst(Optional.of(update));
          return;
        }
        recording.pause(failures, ending);
      }
    }
  }
}
