package app.photoplay.database.sql;

import java.util.Collection;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// What differs between SQLite and PostgreSQL: one writer and several, the order of texts, lists.
public final class Locking {
  private Locking() {}

  /// Whether rows can and must be locked: SQLite has one writer at a time, and no such words.
  public static boolean available(DSLContext sql) {
    return sql.dialect().family() == SQLDialect.POSTGRES;
  }

  /// Whether a number is among these. PostgreSQL takes them as one value, so that the statement is
  /// the same however many there are and need not be planned anew.
  public static Condition among(DSLContext sql, Field<Long> field, Collection<Long> numbers) {
    return available(sql) ? field.eq(DSL.any(numbers.toArray(Long[]::new))) : field.in(numbers);
  }

  /// Lets one transaction at a time go on from here, until it ends. On SQLite there is but one.
  ///
  /// @param what they take turns at
  public static void takeTurns(DSLContext sql, String what) {
    if (available(sql)) {
      sql.fetch(
          "select pg_advisory_xact_lock(hashtext('photoplay ' || current_schema() || {0}))",
          DSL.val(' ' + what));
    }
  }

  /// Whether a text begins so. SQLite sorts by characters, so a range finds it in an index; the
  /// order of PostgreSQL is that of a language.
  public static Condition startsWith(DSLContext sql, Field<String> field, String prefix) {
    return available(sql)
        ? field.startsWith(prefix)
        : field.between(prefix, prefix + Character.MAX_VALUE);
  }
}
