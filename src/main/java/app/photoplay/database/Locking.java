package app.photoplay.database;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;

/// What differs between SQLite and PostgreSQL: one writer and several, and the order of texts.
final class Locking {
  private Locking() {}

  /// Whether rows can and must be locked: SQLite has one writer at a time, and no such words.
  static boolean available(DSLContext sql) {
    return sql.dialect().family() == SQLDialect.POSTGRES;
  }

  /// Whether a text begins so. SQLite sorts by characters, so a range finds it in an index; the
  /// order of PostgreSQL is that of a language.
  static Condition startsWith(DSLContext sql, Field<String> field, String prefix) {
    return available(sql)
        ? field.startsWith(prefix)
        : field.between(prefix, prefix + Character.MAX_VALUE);
  }
}
