package app.photoplay.testkit;

import app.photoplay.database.PostgresSettings;
import app.photoplay.database.upkeep.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL server, with real flushes, started once for all tests of a JVM. Ends with it.
public final class PostgresServer {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private PostgresServer() {}

  /// A new database whose tables are made and empty.
  public static PostgresSettings database() {
    return created(" template " + Migrated.NAME);
  }

  /// A new database without tables.
  public static PostgresSettings bare() {
    return created("");
  }

  private static PostgresSettings created(String options) {
    String name = "photoplay_" + NUMBERS.incrementAndGet();
    administer("create database " + name + options);
    return settings(name);
  }

  /// Runs a statement outside every database of the tests.
  public static void administer(String sql) {
    execute(settings("postgres"), sql);
  }

  /// Runs a statement that answers with numbers or with nothing.
  public static List<Long> execute(PostgresSettings database, String sql) {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      List<Long> numbers = new ArrayList<>();
      if (statement.execute(sql)) {
        var rows = statement.getResultSet();
        while (rows.next()) {
          numbers.add(rows.getLong(1));
        }
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PostgresSettings settings(String database) {
    return new PostgresSettings(
        "jdbc:postgresql://localhost:" + Server.ONLY.getPort() + "/" + database,
        "postgres",
        "postgres",
        8);
  }

  /// Copying tables is faster than making them.
  private static final class Migrated {
    private static final String NAME = make();

    private static String make() {
      administer("create database migrated");
      Databases.open(settings("migrated")).close();
      return "migrated";
    }
  }

  private static final class Server {
    private static final EmbeddedPostgres ONLY = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
