package app.photoplay;

import app.photoplay.config.Config;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.sqlite.Backup;
import app.photoplay.database.upkeep.DatabaseCopy;
import java.io.PrintStream;
import java.nio.file.Path;

/// Backing up and moving a database.
final class DatabaseMaintenance {
  private static final int DONE = 0;
  private static final int MENDABLE = 2;

  private final PrintStream out;
  private final PrintStream err;

  DatabaseMaintenance(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int backup(Config config, Path target) {
    if (StorageLayout.place(config) instanceof PostgresSettings server) {
      err.println(
          "The database is "
              + server
              + ": back it up with pg_dump, and copy "
              + config.data().resolve("files")
              + " after it.");
      return MENDABLE;
    }
    long bytes = Backup.make(config.data(), target);
    out.println(target + ": the database as it was just now, " + (bytes >> 10) + " kB.");
    out.println(
        "Photos and results are not in it: copy "
            + config.data().resolve("files")
            + " and "
            + config.data().resolve("uploads")
            + " too, after this.");
    return DONE;
  }

  int copy(Config config, String from, String to) {
    for (String place : new String[] {from, to}) {
      if (!StorageLayout.isNamed(place)) {
        err.println(
            place
                + " is no database: write sqlite:DATA_FOLDER or jdbc:postgresql://host/database.");
        return MENDABLE;
      }
    }
    DatabasePlace source = StorageLayout.named(from, config);
    DatabasePlace target = StorageLayout.named(to, config);
    long rows = DatabaseCopy.copy(source, target, out::println);
    out.println("Copied and compared: " + rows + " rows from " + source + " to " + target + ".");
    out.println(
        "Photos and results stay in the data folder: keep it, or copy files/ and uploads/ too."
            + " Then set database.url and start.");
    return DONE;
  }
}
