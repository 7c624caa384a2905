package app.photoplay.database;

import java.nio.file.Path;

/// Where a database is.
public sealed interface DatabasePlace permits DatabasePlace.Folder, PostgresSettings {

  /// A data folder with a SQLite file.
  record Folder(Path folder) implements DatabasePlace {
    @Override
    public String toString() {
      return "SQLite in " + folder;
    }
  }
}
