package app.photoplay.operator;

import app.photoplay.database.DatabasePlace;
import app.photoplay.database.DatabaseSettings;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.sqlite.Backup;
import app.photoplay.database.upkeep.DatabaseCopy;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// Backing up and moving a database.
public final class DatabaseMaintenance {
  private static final int DONE = 0;
  private static final int SETUP_ERROR = 2;

  private final Path data;
  private final DatabaseSettings settings;
  private final PrintStream out;
  private final PrintStream err;

  public DatabaseMaintenance(
      Path data, DatabaseSettings settings, PrintStream out, PrintStream err) {
    this.data = data;
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  public int backup(Path target) {
    if (settings.place(data) instanceof PostgresSettings server) {
      err.println(
          "The database is "
              + server
              + ": back it up with pg_dump, and copy "
              + data.resolve("files")
              + " after it.");
      return SETUP_ERROR;
    }
    long bytes = Backup.make(data, target);
    out.println(target + ": the database as it was just now, " + (bytes >> 10) + " kB.");
    out.println(
        "Photos and results are not in it: copy "
            + data.resolve("files")
            + " and "
            + data.resolve("uploads")
            + " too, after this.");
    return DONE;
  }

  public int copy(String from, String to) {
    Optional<DatabasePlace> source = named(from);
    Optional<DatabasePlace> target = named(to);
    if (source.isEmpty() || target.isEmpty()) {
      return SETUP_ERROR;
    }
    long rows = DatabaseCopy.copy(source.get(), target.get(), out::println);
    out.println(
        "Copied and compared: "
            + rows
            + " rows from "
            + source.get()
            + " to "
            + target.get()
            + ".");
    out.println(
        "Photos and results stay in the data folder: keep it, or copy files/ and uploads/ too."
            + " Then set database.url and start.");
    return DONE;
  }

  private Optional<DatabasePlace> named(String text) {
    Optional<DatabasePlace> place = settings.named(text);
    if (place.isEmpty()) {
      err.println(
          text + " is no database: write sqlite:DATA_FOLDER or jdbc:postgresql://host/database.");
    }
    return place;
  }
}
