package app.photoplay.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes one waiting thread, never sooner than it allows: signals in between are merged.
final class Signal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();
  private boolean up;

  void raise() {
    lock.lock();
    try {
      up = true;
      raised.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a signal, at least `least` and at most `longest`.
  void await(Duration longest, Duration least) throws InterruptedException {
    long start = System.nanoTime();
    lock.lock();
    try {
      while (true) {
        long waited = System.nanoTime() - start;
        long left = (up ? least.toNanos() : longest.toNanos()) - waited;
        if (left <= 0) {
          up = false;
          return;
        }
        raised.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
