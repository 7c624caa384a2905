package app.photoplay.database.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Something to be written that somebody waits for. One thread at a time works on it.
public final class WriteRequest<I, O> {
  final CompletableFuture<O> done = new CompletableFuture<>();
  private final BatchOperation<I, O> bulk;
  private final I input;
  private @Nullable O value;
  private @Nullable Throwable failure;

  WriteRequest(BatchOperation<I, O> bulk, I input) {
    this.bulk = bulk;
    this.input = input;
  }

  /// Runs several, each sort in one go; false when something failed, nobody knows whose. They may
  /// be run again.
  public static boolean run(DSLContext sql, List<WriteRequest<?, ?>> requests) {
    Map<BatchOperation<?, ?>, List<WriteRequest<?, ?>>> sorts = new LinkedHashMap<>();
    requests.forEach(
        request -> sorts.computeIfAbsent(request.bulk, _ -> new ArrayList<>()).add(request));
    return sorts.values().stream().allMatch(same -> same.getFirst().runWith(sql, same));
  }

  /// Runs it by itself; false when it failed, see [#failure()]. May be called again.
  public boolean run(DSLContext sql) {
    return runWith(sql, List.of(this));
  }

  private boolean runWith(DSLContext sql, List<WriteRequest<?, ?>> same) {
    @SuppressWarnings("unchecked") // they have its bulk, so they have its types
    List<WriteRequest<I, O>> requests = (List<WriteRequest<I, O>>) (List<?>) same;
    failure = null;
    try {
      List<O> values = bulk.write(sql, requests.stream().map(it -> it.input).toList());
      for (int i = 0; i < requests.size(); i++) {
        requests.get(i).value = values.get(i);
      }
      return true;
    } catch (RuntimeException | Error e) {
      failure = e;
      return false;
    }
  }

  public @Nullable Throwable failure() {
    return failure;
  }

  /// Tells what came of the last run.
  public void finish() {
    if (failure != null) {
      done.completeExceptionally(failure);
    } else {
      done.complete(value);
    }
  }

  public void fail(Throwable cause) {
    done.completeExceptionally(cause);
  }
}
