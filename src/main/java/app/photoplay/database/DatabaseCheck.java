package app.photoplay.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// Looks at a database without changing it, also while programs use it.
public final class DatabaseCheck {
  private DatabaseCheck() {}

  /// What is there, in a few words.
  ///
  /// @throws DatabaseUnusable when it cannot be used; the message says how to mend it
  public static String run(DatabasePlace place) {
    return switch (place) {
      case DatabasePlace.Folder(var folder) -> file(folder.resolve(SqliteDatabase.FILE));
      case PostgresSettings server -> server(server);
    };
  }

  private static String file(Path file) {
    return Files.exists(file)
        ? "SQLite, " + tables(Migrations.ofFile(file, "jdbc:sqlite:" + file))
        : "SQLite, made at the first start";
  }

  private static String server(PostgresSettings server) {
    try (Connection connection = PostgresDatabase.connect(server, "10")) {
      return server
          + ", PostgreSQL "
          + connection.getMetaData().getDatabaseProductVersion()
          + ", "
          + tables(Migrations.of(server));
    } catch (SQLException e) {
      throw Unreachable.because(server, e);
    }
  }

  private static String tables(Migrations migrations) {
    String state = migrations.complete() ? "up to date" : "brought up to date at the next start";
    return "tables of version " + migrations.version() + ", " + state;
  }
}
