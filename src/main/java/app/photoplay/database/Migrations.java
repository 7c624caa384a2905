package app.photoplay.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/// Brings tables up to date by the scripts in `db/migration`, which are the same for SQLite and
/// PostgreSQL.
public final class Migrations {
  private final Flyway flyway;

  /// Those of the database at this JDBC address.
  ///
  /// @param password both may be empty
  public Migrations(String url, String user, String password) {
    flyway =
        Flyway.configure()
            .dataSource(url, user, password)
            .locations("classpath:db/migration")
            .load();
  }

  /// Keeps a copy of tables that are about to be changed.
  @FunctionalInterface
  public interface Copying {
    /// Returns the copy, if one was made.
    ///
    /// @param version to which the tables are brought
    Optional<Path> copy(String version) throws SQLException, IOException;
  }

  /// Runs what is missing.
  ///
  /// @param before asked once when there is something to lose
  /// @throws DatabaseUnusable when a newer program has changed the tables, or a script fails; then
  ///   the message says where the copy is
  public void run(Copying before) throws SQLException, IOException {
    Optional<Path> copy = Optional.empty();
    try {
      MigrationInfoService tables = flyway.info(); // a look at all of the scripts and the history
      refuseNewer(tables);
      MigrationInfo[] missing = tables.pending();
      if (missing.length > 0 && tables.current() != null) {
        copy = before.copy(String.valueOf(missing[missing.length - 1].getVersion()));
      }
      flyway.migrate();
    } catch (FlywayException e) {
      String kept = copy.map(it -> " A copy from before is in " + it + ".").orElse("");
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
  public String version() {
    MigrationInfo current = flyway.info().current();
    return current == null ? "0" : String.valueOf(current.getVersion());
  }

  /// Whether the tables are those that this program works with.
  public boolean complete() {
    MigrationInfoService tables = flyway.info();
    refuseNewer(tables);
    return tables.pending().length == 0;
  }

  private static void refuseNewer(MigrationInfoService tables) {
    MigrationVersion newest =
        Arrays.stream(tables.all())
            .filter(it -> it.getState().isResolved())
            .map(MigrationInfo::getVersion)
            .max(MigrationVersion::compareTo)
            .orElse(MigrationVersion.EMPTY);
    MigrationInfo current = tables.current();
    if (current != null && current.getVersion().compareTo(newest) > 0) {
      throw new DatabaseUnusable(
          "The database was written by a newer Photoplay (tables of version "
              + current.getVersion()
              + ", this program knows "
              + newest
              + "). Start that newer version, or restore a backup from before.");
    }
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
