package app.photoplay.database.sqlite;

import app.photoplay.database.DatabaseUnusable;
import app.photoplay.storage.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
      vacuum(SqliteDatabase.file(folder), target);
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

  public static void requireDatabase(Path folder) {
    if (!Files.isRegularFile(SqliteDatabase.file(folder))) {
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

  /// A copy of the file beside it, before its tables are changed. Written under another name first,
  /// so that it is whole or not there.
  static Path before(Path file, String version) throws SQLException, IOException {
    Path copy = file.resolveSibling(file.getFileName() + ".before-v" + version);
    Path part = file.resolveSibling(copy.getFileName() + ".part");
    Files.deleteIfExists(part);
    vacuum(file, part);
    return Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
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
