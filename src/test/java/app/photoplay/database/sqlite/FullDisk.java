package app.photoplay.database.sqlite;

import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.chat.SqlInboxStore;
import java.time.Instant;

/// A SQLite file that may not grow any more, as on a full disk, and has no room left within.
public final class FullDisk {
  private static final int PLENTY = 1_000_000;

  private FullDisk() {}

  /// Fills it up.
  public static void fill(Database database) {
    // SQLite takes the file's own size for what is less than that.
    ((SqliteDatabase) database).limitPages(1);
    int rows = 0;
    for (int size = 2000; size > 0; size /= 4) {
      while (room(database, "filler-" + rows, size)) {
        rows++;
      }
    }
  }

  private static boolean room(Database database, String id, int size) {
    try {
      return new SqlInboxStore(database).record("nobody", id, "x".repeat(size), Instant.EPOCH);
    } catch (DatabaseException e) {
      if (e.full()) {
        return false;
      }
      throw e;
    }
  }

  /// What is written together with something that finds no room fails with it.
  private static boolean plenty(SqliteDatabase database) {
    try {
      database.limitPages(PLENTY);
      return true;
    } catch (DatabaseException e) {
      if (e.full()) {
        return false;
      }
      throw e;
    }
  }

  /// There is room again.
  public static void empty(Database database) {
    while (!plenty((SqliteDatabase) database)) {
      Thread.onSpinWait();
    }
    database.write(sql -> sql.execute("delete from inbound_event where platform = 'nobody'"));
  }
}
