package app.photoplay.database.postgres;

import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.Instance;
import app.photoplay.database.Migrations;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.batch.BatchOperation;
import app.photoplay.database.batch.Writer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// A PostgreSQL database that several programs share.
///
/// Nothing runs on the caller's thread: an interrupt there would close the connection under a
/// transaction.
public final class PostgresDatabase extends Database {
  /// How long an instance that does not report is taken for alive.
  public static final Duration LEASE = ClusterInstance.LEASE;

  /// More would hold too many rows at once.
  private static final int BATCH = 32;

  /// More would only make smaller batches of the same work.
  private static final int WRITERS = 2;

  private static final String CONNECT_SECONDS = "5";
  private static final String ANSWER_SECONDS = "30";

  private final HikariDataSource pool;
  private final ExecutorService readers;
  private final Writer writer;
  private final ClusterInstance member;

  private PostgresDatabase(PostgresSettings server) {
    pool = pool(server);
    int writers = Math.clamp(server.connections() * 2 / 3, 1, WRITERS);
    writer = new Writer(writers, BATCH, new PostgresBatches(pool, PostgresDatabase::context));
    readers =
        Executors.newFixedThreadPool(
            Math.max(1, server.connections() - writers),
            Thread.ofPlatform().name("database-reader-", 0).daemon(true).factory());
    member = new ClusterInstance(server);
  }

  /// Opens it.
  ///
  /// @throws DatabaseUnusable when it cannot be reached, or its tables not brought up to date
  public static PostgresDatabase at(PostgresSettings server) {
    try (Connection connection = connect(server, ANSWER_SECONDS)) {
      if (!connection.isValid(5)) {
        throw new SQLException("it does not answer", "08006");
      }
      migrations(server).run(_ -> Optional.empty());
    } catch (SQLException e) {
      throw Unreachable.because(server, e);
    } catch (IOException e) {
      throw new DatabaseException("the database " + server + " cannot be opened", e);
    }
    return new PostgresDatabase(server);
  }

  /// What brings its tables up to date.
  public static Migrations migrations(PostgresSettings server) {
    return new Migrations(server.url(), server.user(), server.password());
  }

  /// A connection of its own.
  ///
  /// @param answerSeconds how long each answer may take
  public static Connection connect(PostgresSettings server, String answerSeconds)
      throws SQLException {
    Properties properties = properties(answerSeconds);
    if (!server.user().isEmpty()) {
      properties.setProperty("user", server.user());
    }
    if (!server.password().isEmpty()) {
      properties.setProperty("password", server.password());
    }
    return DriverManager.getConnection(server.url(), properties);
  }

  @Override
  public <I, O> O write(BatchOperation<I, O> bulk, I input) {
    return awaitWrite(writer.submit(bulk, input));
  }

  /// Only the server can see its disk.
  @Override
  protected boolean hasRoom() {
    return true;
  }

  @Override
  public <T> T read(Function<DSLContext, T> body) {
    return await(
        CompletableFuture.supplyAsync(
            () -> {
              try (Connection connection = pool.getConnection()) {
                return body.apply(context(connection));
              } catch (SQLException e) {
                throw new DatabaseException("the database cannot be reached", e);
              }
            },
            readers));
  }

  @Override
  public Instance instance() {
    return member;
  }

  @Override
  public void close() {
    try {
      member.stop();
      writer.close();
      readers.shutdown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pool.close();
    }
  }

  private static HikariDataSource pool(PostgresSettings server) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.url());
    if (!server.user().isEmpty()) {
      config.setUsername(server.user());
    }
    config.setPassword(server.password());
    config.setDataSourceProperties(properties(ANSWER_SECONDS));
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMaximumPoolSize(server.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql(PostgresBatches.IMPATIENT);
    config.setPoolName("database");
    return new HikariDataSource(config);
  }

  private static Properties properties(String answerSeconds) {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "Photoplay");
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("socketTimeout", answerSeconds);
    properties.setProperty("tcpKeepAlive", "true");
    // several rows of a batch in one statement
    properties.setProperty("reWriteBatchedInserts", "true");
    return properties;
  }

  private static DSLContext context(Connection connection) {
    return DSL.using(connection, SQLDialect.POSTGRES, SETTINGS);
  }
}
