package app.photoplay.operator;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sweeps once an hour, first ten minutes after the start, so that a start is not slowed down.
public final class Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration BETWEEN = Duration.ofHours(1);

  private final Chore chore;

  /// It looks at many files, which would hold up others on a virtual thread.
  private final Thread thread =
      Thread.ofPlatform().daemon(true).name("housekeeping").unstarted(this::run);

  public Housekeeping(Chore chore) {
    this.chore = chore;
  }

  public void start() {
    thread.start();
  }

  public void stop() {
    thread.interrupt();
  }

  private void run() {
    try {
      Thread.sleep(FIRST);
      while (true) {
        sweep();
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException e) {
      log.atTrace().log("stopped");
    }
  }

  private void sweep() {
    try {
      chore.run();
    } catch (IOException | RuntimeException e) {
      log.atError().setCause(e).log("sweeping failed; it is tried again in an hour");
    }
  }

  /// What is done each time.
  @FunctionalInterface
  public interface Chore {
    void run() throws IOException;
  }
}
