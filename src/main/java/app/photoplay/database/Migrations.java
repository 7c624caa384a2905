package app.photoplay.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/// Brings tables up to date by the scripts in `db/migration`, which are the same for SQLite and
/// PostgreSQL.
final class Migrations {
  private final Flyway flyway;
  private final @Nullable Path file;

  private Migrations(Flyway flyway, @Nullable Path file) {
    this.flyway = flyway;
    this.file = file;
  }

  /// Those of a SQLite file, which is copied before it is changed.
  static Migrations ofFile(Path file, String url) {
    return new Migrations(flyway(url, "", ""), file);
  }

  static Migrations of(PostgresSettings server) {
    return new Migrations(flyway(server.url(), server.user(), server.password()), null);
  }

  private static Flyway flyway(String url, String user, String password) {
    return Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db/migration")
        .load();
  }

  /// Runs what is missing.
  ///
  /// @throws DatabaseUnusable when a newer program has changed the tables, or a script fails; then
  ///   the message says where the copy is
  void run() throws SQLException, IOException {
    @Nullable Path copy = null;
    try {
      refuseNewer();
      MigrationInfo[] missing = flyway.info().pending();
      if (missing.length > 0 && file != null && flyway.info().current() != null) {
        copy = copied(file, missing[missing.length - 1].getVersion());
      }
      flyway.migrate();
    } catch (FlywayException e) {
      String kept = copy == null ? "" : " A copy from before is in " + copy + ".";
      throw new DatabaseUnusable(
          "The tables in the database cannot be brought up to date: "
              + reason(e)
              + "."
              + kept
              + " Mend that and start again, or go back to the version of Photoplay you had.",
          e);
    }
  }

  /// The version of the tables; 0 when there are none yet.
  String version() {
    MigrationInfo current = flyway.info().current();
    return current == null ? "0" : String.valueOf(current.getVersion());
  }

  /// Whether the tables are those that this program works with.
  boolean complete() {
    refuseNewer();
    return flyway.info().pending().length == 0;
  }

  private void refuseNewer() {
    MigrationInfo[] all = flyway.info().all();
    MigrationVersion newest =
        Arrays.stream(all)
            .filter(it -> it.getState().isResolved())
            .map(MigrationInfo::getVersion)
            .max(MigrationVersion::compareTo)
            .orElse(MigrationVersion.EMPTY);
    MigrationInfo current = flyway.info().current();
    if (current != null && current.getVersion().compareTo(newest) > 0) {
      throw new DatabaseUnusable(
          "The database was written by a newer Photoplay (tables of version "
              + current.getVersion()
              + ", this program knows "
              + newest
              + "). Start that newer version, or restore a backup from before.");
    }
  }

  /// A copy of the file beside it. Written under another name first, so that it is whole or not
  /// there.
  private static Path copied(Path file, MigrationVersion to) throws SQLException, IOException {
    Path copy = file.resolveSibling(file.getFileName() + ".before-v" + to);
    Path part = file.resolveSibling(copy.getFileName() + ".part");
    Files.deleteIfExists(part);
    Backup.vacuum(file, part);
    return Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
