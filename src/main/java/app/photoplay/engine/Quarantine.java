package app.photoplay.engine;

import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/// Keeps a step that may bring the whole program down apart from all others, and tells it from one
/// that was merely running when the program was killed.
///
/// A program that stops in order puts back what it was running. What it leaves running on disk it
/// left by an end from outside (`kill -9`, power) or by the fault of one of its steps, and nothing
/// tells which. So such an end is no attempt. It is counted with each step that was running; who
/// was there five times in a row is a suspect:
///
/// - a suspect rests before it runs, longer each time, while the program works without it. A
///   program that ends meanwhile ended for another reason, and the suspect is cleared, unless
///   another step that ran had a record too;
/// - then it runs alone. A program that ends while it does counts against it, and against nobody
///   else; after eight such ends in a row its job ends;
/// - whatever a step of it leads to clears it.
///
/// Thread-safe.
public final class Quarantine {
  /// So many ends in a row make a suspect.
  public static final int SUSPECT = 5;

  /// So many ends in a row, of which all since it became a suspect happened while it ran alone, end
  /// a job.
  static final int CONVICTED = SUSPECT + 8;

  private static final Backoff RESTS = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /// One step that hangs may not stop all others for the sake of a suspect.
  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(1);

  private final StampedLock gate = new StampedLock();
  private final CountDownLatch stopped = new CountDownLatch(1);

  static boolean suspects(Claim claim) {
    return claim.ends() >= SUSPECT && claim.ends() < CONVICTED;
  }

  static boolean convicts(Claim claim) {
    return claim.ends() >= CONVICTED;
  }

  /// How long a suspect rests before it runs.
  static Duration rest(Claim claim) {
    return RESTS.pause(claim.ends() - SUSPECT + 1);
  }

  /// Waits for that long.
  ///
  /// @return false when the program stops meanwhile
  boolean rests(Claim claim) throws InterruptedException {
    return !stopped.await(rest(claim).toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Ends all rests.
  void stop() {
    stopped.countDown();
  }

  /// Waits until nothing that is in quarantine runs, or, alone, until nothing runs at all; from
  /// then on it keeps everything else waiting.
  ///
  /// @return for [#leave(long)]; 0 when something else has run for so long that it must not hold up
  ///   the rest any longer
  long enter(boolean alone) throws InterruptedException {
    return alone
        ? gate.tryWriteLock(LONGEST_DRAIN.toMillis(), TimeUnit.MILLISECONDS)
        : gate.readLockInterruptibly();
  }

  void leave(long stamp) {
    gate.unlock(stamp);
  }
}
