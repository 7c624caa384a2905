package app.photoplay.database.sql;

import org.jooq.Field;
import org.jooq.impl.DSL;

/// The numbers by which enums are stored: their order.
public final class Numbers {
  private Numbers() {}

  /// A number that stands in the statement itself: only then the database knows that an index over
  /// some of the rows serves it.
  public static Field<Short> literal(Enum<?> value) {
    return DSL.inline(number(value));
  }

  public static short number(Enum<?> value) {
    return (short) value.ordinal();
  }
}
