package app.photoplay.database.sqlite;

import app.photoplay.database.Database;
import app.photoplay.storage.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// SQLite databases for tests in which no machine loses its power. Nobody waits for the disk, and
/// the tables are a copy: the scripts that make them run once for all tests of a program.
public final class NewDatabase {
  private static final byte[] TABLES = made();

  private NewDatabase() {}

  /// Opens the database of a data folder; one that is not there yet is new.
  public static Database in(Path folder) {
    Path file = SqliteDatabase.file(folder);
    if (Files.notExists(file)) {
      try {
        PrivateFiles.folder(folder);
        Files.write(PrivateFiles.file(file), TABLES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return SqliteDatabase.unflushed(folder);
  }

  private static byte[] made() {
    try {
      Path folder = Files.createTempDirectory("tables");
      SqliteDatabase.in(folder).close();
      byte[] tables = Files.readAllBytes(SqliteDatabase.file(folder));
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
