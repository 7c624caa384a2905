package app.photoplay.database;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A transaction that somebody waits for. One thread at a time works on it.
final class Request<T> {
  final CompletableFuture<T> done = new CompletableFuture<>();
  private final Function<DSLContext, T> body;
  private @Nullable T value;
  private @Nullable Throwable failure;

  Request(Function<DSLContext, T> body) {
    this.body = body;
  }

  /// Runs the body; false when it failed, see [#failure()]. May be called again.
  boolean run(DSLContext sql) {
    failure = null;
    try {
      value = body.apply(sql);
      return true;
    } catch (RuntimeException | Error e) {
      failure = e;
      return false;
    }
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /// Tells what came of the last run.
  void finish() {
    if (failure != null) {
      done.completeExceptionally(failure);
    } else {
      done.complete(value);
    }
  }

  void fail(Throwable cause) {
    done.completeExceptionally(cause);
  }
}
