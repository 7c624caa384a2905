package app.photoplay.database.upkeep;

import app.photoplay.budget.Money;
import app.photoplay.command.inbox.QuarantineStore;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.Migrations;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.chat.SqlQuarantineStore;
import app.photoplay.database.postgres.PostgresDatabase;
import app.photoplay.database.postgres.Unreachable;
import app.photoplay.database.sqlite.SqliteDatabase;
import app.photoplay.provider.health.Drift;
import app.photoplay.provider.health.Experience.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at a database without changing it, also while programs use it.
public final class DatabaseCheck {
  private static final String LATEST_CHARGES =
      "select provider, model, estimate, charged from provider_work where id in"
          + " (select max(id) from provider_work where charged is not null group by model)"
          + " order by model";

  private DatabaseCheck() {}

  /// What is there, in a few words.
  ///
  /// @throws DatabaseUnusable when it cannot be used; the message says how to mend it
  public static String run(DatabasePlace place) {
    return switch (place) {
      case DatabasePlace.Folder(var folder) -> file(SqliteDatabase.file(folder));
      case PostgresSettings server -> server(server);
    };
  }

  /// The updates that were put aside, none where the database has no place for them yet.
  ///
  /// @throws DatabaseUnusable when it cannot be used
  public static Optional<QuarantineStore.Kept> putAside(DatabasePlace place) {
    return switch (place) {
      case DatabasePlace.Folder(var folder) -> {
        Path file = SqliteDatabase.file(folder);
        yield Files.exists(file) && SqliteDatabase.migrations(file).complete()
            ? putAside(() -> DriverManager.getConnection(SqliteDatabase.url(file)))
            : Optional.empty();
      }
      case PostgresSettings server ->
          PostgresDatabase.migrations(server).complete()
              ? putAside(() -> PostgresDatabase.connect(server, "10"))
              : Optional.empty();
    };
  }

  private static Optional<QuarantineStore.Kept> putAside(Opening place) {
    try (Connection connection = place.open();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*), max(received_ms) from quarantine")) {
      return rows.next()
          ? SqlQuarantineStore.kept(rows.getInt(1), rows.getLong(2))
          : Optional.empty();
    } catch (SQLException e) {
      throw new DatabaseUnusable("The updates put aside cannot be counted.", e);
    }
  }

  /// Models whose latest work was charged otherwise than their prices say; none where the database
  /// has no place for them yet.
  ///
  /// @throws DatabaseUnusable when it cannot be used
  public static List<Drift> drifts(DatabasePlace place) {
    return switch (place) {
      case DatabasePlace.Folder(var folder) -> {
        Path file = SqliteDatabase.file(folder);
        yield Files.exists(file) && SqliteDatabase.migrations(file).complete()
            ? drifts(() -> DriverManager.getConnection(SqliteDatabase.url(file)))
            : List.of();
      }
      case PostgresSettings server ->
          PostgresDatabase.migrations(server).complete()
              ? drifts(() -> PostgresDatabase.connect(server, "10"))
              : List.of();
    };
  }

  private static List<Drift> drifts(Opening place) {
    try (Connection connection = place.open();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(LATEST_CHARGES)) {
      List<Drift> drifts = new ArrayList<>();
      while (rows.next()) {
        Drift.of(
                new Finished(
                    rows.getString(1),
                    "",
                    rows.getString(2),
                    Optional.empty(),
                    Money.ofMicroUsd(rows.getLong(3)),
                    Optional.of(Money.ofMicroUsd(rows.getLong(4)))))
            .ifPresent(drifts::add);
      }
      return drifts;
    } catch (SQLException e) {
      throw new DatabaseUnusable("What providers charged cannot be read.", e);
    }
  }

  private interface Opening {
    Connection open() throws SQLException;
  }

  private static String file(Path file) {
    return Files.exists(file)
        ? "SQLite, " + tables(SqliteDatabase.migrations(file))
        : "SQLite, made at the first start";
  }

  private static String server(PostgresSettings server) {
    try (Connection connection = PostgresDatabase.connect(server, "10")) {
      return server
          + ", PostgreSQL "
          + connection.getMetaData().getDatabaseProductVersion()
          + ", "
          + tables(PostgresDatabase.migrations(server));
    } catch (SQLException e) {
      throw Unreachable.because(server, e);
    }
  }

  private static String tables(Migrations migrations) {
    String state = migrations.complete() ? "up to date" : "brought up to date at the next start";
    return "tables of version " + migrations.version() + ", " + state;
  }
}
