package app.photoplay.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;

/// Writes to SQLite: each request in a savepoint of one transaction, all committed together. For
/// one thread.
///
/// A request that fails rolls back alone. A commit that fails, as on a full disk, fails every
/// request of its batch.
final class SqliteBatches implements Writer.Batches {
  private final Connection connection;
  private final DSLContext sql;

  SqliteBatches(Connection connection, DSLContext sql) {
    this.connection = connection;
    this.sql = sql;
  }

  @Override
  public void write(List<Request<?>> batch) {
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
