package app.photoplay.engine;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the engine's threads wait for, each for a longest time: that there is something to do, that
/// the database is back, that the program stops. Thread-safe.
final class EngineSignals {
  private static final Logger log = LoggerFactory.getLogger(EngineSignals.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private final Condition stop = lock.newCondition();
  private boolean signalled;
  private long restored;
  private volatile boolean stopping;

  /// There may be something to do.
  void wake() {
    lock.lock();
    try {
      signalled = true;
      wake.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The database may answer again.
  void restored() {
    lock.lock();
    try {
      restored++;
      stop.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The program stops.
  void stop() {
    lock.lock();
    try {
      stopping = true;
      wake.signalAll();
      stop.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean stopping() {
    return stopping;
  }

  /// Waits until there may be something to do, or the program stops.
  void awaitWork(Duration longest) {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (!signalled && !stopping && left > 0) {
        left = wake.awaitNanos(left);
      }
      signalled = false;
    } catch (InterruptedException e) {
      // Only cancelling and stopping interrupt; both are seen by the caller's loop.
      log.atDebug().log("interrupted while waiting");
    } finally {
      lock.unlock();
    }
  }

  /// Waits before another try at the database.
  ///
  /// @return false when the program stops
  boolean awaitDatabase(Duration longest) {
    lock.lock();
    try {
      long left = longest.toNanos();
      long before = restored;
      while (!stopping && restored == before && left > 0) {
        left = stop.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      log.atDebug().log("interrupted while waiting");
    } finally {
      lock.unlock();
    }
    return !stopping;
  }

  /// Waits until it is so; asked again at each [#wake()].
  void await(BooleanSupplier so, Duration longest) throws InterruptedException {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (!so.getAsBoolean() && left > 0) {
        left = wake.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
