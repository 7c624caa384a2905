package app.photoplay.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One lock over a fake's state, with waiting for a change instead of sleeping.
public final class Monitor {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  public <T> T read(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /// Runs `work` and wakes everybody who waits.
  public <T> T change(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /// Waits until `look` finds something, looking again after each change.
  ///
  /// @return empty when the time was over first
  public <T> Optional<T> await(Supplier<Optional<T>> look, Duration most)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = most.toNanos();
      Optional<T> found = look.get();
      while (found.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
        found = look.get();
      }
      return found;
    } finally {
      lock.unlock();
    }
  }
}
