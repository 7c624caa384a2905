package app.photoplay.database.sql;

import app.photoplay.database.generated.Tables;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Which rows nobody works on.
public final class OwnershipConditions {
  private OwnershipConditions() {}

  /// Rows without an owner, or whose owner is neither this program nor another that lives. The
  /// table of instances is empty on SQLite: there everything of a former life is free.
  public static Condition gone(Field<String> owner, String own) {
    return owner
        .isNull()
        .or(
            owner
                .ne(own)
                .and(
                    owner.notIn(
                        DSL.select(Tables.INSTANCE.ID.cast(String.class))
                            .from(Tables.INSTANCE)
                            .where(Tables.INSTANCE.HEARTBEAT_MS.gt(0L)))));
  }
}
