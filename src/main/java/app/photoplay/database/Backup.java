package app.photoplay.database;

import app.photoplay.storage.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/// A copy of a SQLite database, also while another program is writing to it.
public final class Backup {
  private Backup() {}

  /// Copies the database of a data folder into a new file and returns when that is on disk. The
  /// copy holds what was committed when it began.
  ///
  /// @return the size of the copy in bytes
  /// @throws DatabaseUnusable when there is no database, or the file exists or cannot be written
  public static long make(Path folder, Path target) {
    requireDatabase(folder);
    if (Files.exists(target)) {
      throw new DatabaseUnusable(
          target + " is there already and is not overwritten. Name another file.");
    }
    try {
      vacuum(folder.resolve(SqliteDatabase.FILE), target);
      return Files.size(target);
    } catch (SQLException | IOException e) {
      delete(target, e);
      throw new DatabaseUnusable(
          "The backup could not be written to "
              + target
              + ": "
              + e.getMessage()
              + ". Make its folder writable or free some space.",
          e);
    }
  }

  static void requireDatabase(Path folder) {
    if (!Files.isRegularFile(folder.resolve(SqliteDatabase.FILE))) {
      throw new DatabaseUnusable(
          "There is no database in " + folder + ". Name the folder that has photoplay.db in it.");
    }
  }

  /// `VACUUM INTO` reads in one transaction, so that it needs no lock of ours.
  static void vacuum(Path file, Path target) throws SQLException, IOException {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setReadOnly(true);
    settings.setBusyTimeout(10_000);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file, settings.toProperties());
        var statement = connection.prepareStatement("VACUUM INTO ?")) {
      // SQLite writes into an empty file as into none.
      statement.setString(1, PrivateFiles.file(target).toString());
      statement.execute();
    }
    flush(target, StandardOpenOption.WRITE);
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      flush(folder, StandardOpenOption.READ);
    }
  }

  private static void flush(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static void delete(Path half, Exception cause) {
    try {
      Files.deleteIfExists(half);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
