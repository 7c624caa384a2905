package app.photoplay.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jooq.DSLContext;

/// The only thread that writes. It takes one request, drains what else is queued, runs each in a
/// savepoint of one transaction, and commits them together: under load one flush of the disk serves
/// many requests, at rest nothing waits.
///
/// A request that fails rolls back alone. A commit that fails, as on a full disk, fails every
/// request of its batch.
final class Writer {
  private static final int BATCH = 256;

  private final LinkedBlockingQueue<Request<?>> queue = new LinkedBlockingQueue<>();
  private final Connection connection;
  private final DSLContext sql;
  private final Thread thread;
  private volatile boolean closed;

  Writer(Connection connection, DSLContext sql) {
    this.connection = connection;
    this.sql = sql;
    this.thread = Thread.ofPlatform().name("database-writer").daemon(true).start(this::work);
  }

  /// Queues a transaction; the future ends after its commit is on disk.
  <T> CompletableFuture<T> submit(Function<DSLContext, T> body) {
    Request<T> request = new Request<>(body);
    queue.add(request);
    if (closed && !thread.isAlive()) {
      // Nobody takes it any more. While the thread lives, it or closing does.
      failLeft();
    }
    return request.done;
  }

  /// Writes what is queued and ends.
  void close() throws InterruptedException {
    closed = true;
    queue.add(new Request<>(_ -> true));
    thread.join();
    failLeft();
  }

  private void failLeft() {
    Request<?> left;
    while ((left = queue.poll()) != null) {
      left.fail(new IllegalStateException("the database is closed"));
    }
  }

  private void work() {
    List<Request<?>> batch = new ArrayList<>();
    while (!closed || !queue.isEmpty()) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        continue; // nobody interrupts this thread; closing is a request like any other
      }
      queue.drainTo(batch, BATCH - 1);
      write(batch);
      batch.clear();
    }
  }

  private void write(List<Request<?>> batch) {
    try {
      execute("BEGIN IMMEDIATE");
      for (Request<?> request : batch) {
        execute("SAVEPOINT request");
        if (!request.run(sql)) {
          undo(request);
        }
        execute("RELEASE request");
      }
      execute("COMMIT");
    } catch (SQLException | RuntimeException e) {
      rollback(e);
      batch.forEach(request -> request.fail(e));
      return;
    }
    batch.forEach(Request::finish);
  }

  private void undo(Request<?> request) throws SQLException {
    try {
      execute("ROLLBACK TO request");
    } catch (SQLException e) {
      // A full disk or an I/O error made SQLite roll everything back: that is what all shall hear,
      // not this.
      throw new SQLException("the transaction was rolled back", request.failure());
    }
  }

  private void rollback(Exception cause) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself after a full disk or an I/O error.
      cause.addSuppressed(e);
    }
  }

  private void execute(String statement) throws SQLException {
    try (var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }
}
