package app.photoplay.database.sqlite;

import app.photoplay.database.batch.WriteRequest;
import app.photoplay.database.batch.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Writes to SQLite: several requests in one transaction. For one thread.
///
/// Mostly all go well. When one fails, all is rolled back and each runs in a savepoint of its own,
/// so that only the one that fails is not written. A commit that fails, as on a full disk, fails
/// every request of its batch.
final class SqliteBatches implements Writer.Batches {
  private final Connection connection;
  private final DSLContext sql;
  private final FirstFailure firstFailure = new FirstFailure();

  SqliteBatches(Connection connection, DSLContext sql) {
    this.connection = connection;
    this.sql = DSL.using(sql.configuration().deriveAppending(firstFailure));
  }

  @Override
  public void write(List<WriteRequest<?, ?>> batch) {
    try {
      execute("BEGIN IMMEDIATE");
      if (batch.size() == 1 || !together(batch)) {
        for (WriteRequest<?, ?> request : batch) {
          alone(request);
        }
      }
      execute("COMMIT");
    } catch (SQLException | RuntimeException e) {
      rollback();
      batch.forEach(request -> request.fail(e));
      return;
    }
    batch.forEach(WriteRequest::finish);
  }

  /// Whether all went well; a transaction without any of it goes on otherwise.
  private boolean together(List<WriteRequest<?, ?>> batch) throws SQLException {
    firstFailure.reset();
    if (WriteRequest.run(sql, batch)) {
      return true;
    }
    rollback();
    execute("BEGIN IMMEDIATE");
    return false;
  }

  private void alone(WriteRequest<?, ?> request) throws SQLException {
    execute("SAVEPOINT request");
    firstFailure.reset();
    if (!request.run(sql)) {
      undo(request);
    }
    execute("RELEASE request");
  }

  private void undo(WriteRequest<?, ?> request) throws SQLException {
    try {
      execute("ROLLBACK TO request");
    } catch (SQLException e) {
      // A full disk or an I/O error made SQLite roll everything back: that is what all shall hear,
      // not this.
      throw new SQLException("the transaction was rolled back", request.failure());
    }
  }

  private void rollback() {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself after a full disk or an I/O error.
    }
  }

  private void execute(String statement) throws SQLException {
    try (var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }
}
