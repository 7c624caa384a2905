package app.photoplay.database;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/// What differs between one writer and several.
final class Locking {
  private Locking() {}

  /// Whether rows can and must be locked: SQLite has one writer at a time, and no such words.
  static boolean available(DSLContext sql) {
    return sql.dialect().family() == SQLDialect.POSTGRES;
  }
}
