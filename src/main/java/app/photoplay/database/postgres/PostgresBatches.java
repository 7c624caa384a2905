package app.photoplay.database.postgres;

import app.photoplay.database.batch.WriteRequest;
import app.photoplay.database.batch.Writer;
import app.photoplay.retry.Backoff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// Writes to PostgreSQL: several requests in one transaction. For several threads.
///
/// Mostly all go well, so there are no savepoints: when one request fails, or waits for rows that
/// another batch holds, all is rolled back and each runs alone. Alone, a request that lost against
/// another transaction runs again.
final class PostgresBatches implements Writer.Batches {
  private static final int TRIES = 8;

  /// For every new connection. Two batches may hold rows that the other wants: better alone than
  /// after the server's long search for deadlocks.
  static final String IMPATIENT = "SET lock_timeout = '40ms'";

  private static final String PATIENT = "SET LOCAL lock_timeout = 0";

  /// Serialization failure, deadlock, lock not available; and a unique key that another transaction
  /// took meanwhile, which the next run will find.
  private static final Set<String> LOST = Set.of("40001", "40P01", "55P03", "23505");

  private static final Backoff BETWEEN_TRIES =
      new Backoff(Duration.ofMillis(4), Duration.ofSeconds(1));

  private final DataSource pool;
  private final Function<Connection, DSLContext> context;

  PostgresBatches(DataSource pool, Function<Connection, DSLContext> context) {
    this.pool = pool;
    this.context = context;
  }

  @Override
  public void write(List<WriteRequest<?, ?>> batch) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      DSLContext sql = context.apply(connection);
      if (!together(connection, sql, batch)) {
        for (WriteRequest<?, ?> request : batch) {
          alone(connection, sql, request);
        }
      }
    } catch (SQLException e) {
      batch.forEach(request -> request.fail(e)); // those that ended before hear nothing of it
    }
  }

  /// Whether all went well; nothing is written otherwise.
  private static boolean together(
      Connection connection, DSLContext sql, List<WriteRequest<?, ?>> batch) throws SQLException {
    if (!WriteRequest.run(sql, batch)) {
      connection.rollback();
      return false;
    }
    connection.commit();
    batch.forEach(WriteRequest::finish);
    return true;
  }

  private static void alone(Connection connection, DSLContext sql, WriteRequest<?, ?> request)
      throws SQLException {
    for (int tries = 1; true; tries++) {
      execute(connection, PATIENT);
      if (request.run(sql)) {
        connection.commit();
        request.finish();
        return;
      }
      connection.rollback();
      if (tries == TRIES || !lost(request.failure())) {
        request.finish();
        return;
      }
      pause(tries);
    }
  }

  private static boolean lost(@Nullable Throwable failure) {
    return failure instanceof DataAccessException refused && LOST.contains(refused.sqlState());
  }

  private static void pause(int tries) {
    try {
      Thread.sleep(BETWEEN_TRIES.pause(tries, ThreadLocalRandom.current()));
    } catch (InterruptedException e) {
      // nobody interrupts this thread; it goes on at once
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }
}
