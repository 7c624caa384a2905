package app.photoplay.engine;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One call of somebody who may take longer than promised, and is then left alone: this program's
/// right to a job must not run out while it asks a provider about it.
final class BoundedCall<T> {
  private final FutureTask<T> task;
  private final Thread thread;

  BoundedCall(Callable<T> call) {
    task = new FutureTask<>(call);
    thread = Thread.ofVirtual().name(Thread.currentThread().getName() + "-call").unstarted(task);
  }

  /// Calls, on a thread of its own, which is interrupted when it takes longer and may go on all the
  /// same.
  ///
  /// @throws TimeoutException when there is no answer in that time
  /// @throws RuntimeException or an `Error`: what the call threw
  T within(Duration longest) throws InterruptedException, TimeoutException {
    thread.start();
    try {
      return task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException thrown
          ? thrown
          : new IllegalStateException("a call failed", e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  /// Whether it goes on although nobody waits for it.
  boolean goesOn() {
    return thread.isAlive();
  }
}
