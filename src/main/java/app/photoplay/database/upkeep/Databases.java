package app.photoplay.database.upkeep;

import app.photoplay.database.Database;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.postgres.PostgresDatabase;
import app.photoplay.database.sqlite.SqliteDatabase;
import java.nio.file.Path;

/// Opens databases of either sort.
public final class Databases {
  private Databases() {}

  /// Opens a database and brings its tables up to date. A data folder is created when missing.
  ///
  /// @throws FolderInUse when another program has the SQLite file open
  /// @throws DatabaseUnusable when PostgreSQL cannot be reached, or the tables cannot be brought up
  ///   to date
  /// @throws DatabaseException when it cannot be opened or written
  public static Database open(DatabasePlace place) {
    return switch (place) {
      case DatabasePlace.Folder(var folder) -> SqliteDatabase.in(folder);
      case PostgresSettings server -> PostgresDatabase.at(server);
    };
  }

  /// Opens the SQLite database of a data folder.
  public static Database open(Path folder) {
    return open(new DatabasePlace.Folder(folder));
  }
}
