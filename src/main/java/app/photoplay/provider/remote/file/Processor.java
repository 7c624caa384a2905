package app.photoplay.provider.remote.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/// Does what keeps a core busy for a moment on threads of its own, a few at a time: the virtual
/// ones share the cores, and people's presses wait for one. Thread-safe.
final class Processor {
  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  /// Does it, and waits for it.
  ///
  /// @throws InterruptedIOException when the caller is interrupted, and stays so
  <T> T run(Callable<T> work) throws IOException {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      places.acquire();
      try {
        Thread.ofPlatform().daemon().name("still").start(task);
        return task.get();
      } finally {
        places.release();
      }
    } catch (InterruptedException _) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      switch (cause) {
        case IOException known -> throw known;
        case RuntimeException known -> throw known;
        case Error known -> throw known;
        default -> throw new IllegalStateException(cause);
      }
    }
  }
}
