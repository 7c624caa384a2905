package app.photoplay.database.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// The threads that write. Each takes one request and its share of what else is queued, and writes
/// them together: under load one flush of the disk serves many requests, at rest nothing waits.
public final class Writer {
  private final LinkedBlockingQueue<WriteRequest<?, ?>> queue = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final int most;
  private final Batches batches;
  private volatile boolean closed;

  /// Writes several requests in as few transactions as it can.
  public interface Batches {
    /// Runs every request and ends or fails it.
    void write(List<WriteRequest<?, ?>> batch);
  }

  /// @param most requests in a batch
  public Writer(int threads, int most, Batches batches) {
    this.most = most;
    this.batches = batches;
    for (int i = 0; i < threads; i++) {
      this.threads.add(
          Thread.ofPlatform().name("database-writer-" + i).daemon(true).unstarted(this::work));
    }
    this.threads.forEach(Thread::start);
  }

  /// Queues what a transaction shall write; the future ends after its commit is on disk.
  public <I, O> CompletableFuture<O> submit(BatchOperation<I, O> bulk, I input) {
    WriteRequest<I, O> request = new WriteRequest<>(bulk, input);
    queue.add(request);
    if (closed && threads.stream().noneMatch(Thread::isAlive)) {
      // Nobody takes it any more. While a thread lives, it or closing does.
      failLeft();
    }
    return request.done;
  }

  /// Writes what is queued and ends.
  public void close() throws InterruptedException {
    closed = true;
    wake();
    for (Thread thread : threads) {
      thread.join();
    }
    failLeft();
  }

  /// Nobody interrupts these threads, whose drivers might mind: closing is a request like any
  /// other, which the thread that ends passes on.
  private void wake() {
    queue.add(new WriteRequest<>((_, inputs) -> inputs, true));
  }

  private void failLeft() {
    WriteRequest<?, ?> left;
    while ((left = queue.poll()) != null) {
      left.fail(new IllegalStateException("the database is closed"));
    }
  }

  private void work() {
    List<WriteRequest<?, ?>> batch = new ArrayList<>();
    while (!closed || !queue.isEmpty()) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        continue;
      }
      queue.drainTo(batch, Math.min(most - 1, queue.size() / threads.size()));
      try {
        batches.write(batch);
      } catch (RuntimeException | Error e) {
        batch.forEach(request -> request.fail(e));
      }
      batch.clear();
    }
    wake();
  }
}
