package app.photoplay.database.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;

/// Statements that every job needs, run past jOOQ within its transaction. jOOQ makes a part of a
/// statement out of every value of every row, which takes several times as long as the database
/// needs for the rows.
///
/// Values are texts, whole numbers and null; in the statement a question mark stands for each.
///
/// @param text is the same for both databases
public record PlainStatement(String text) {
  /// Runs it once for each of these rows of values.
  ///
  /// @throws org.jooq.exception.DataAccessException when the database does not take it
  public void forEach(DSLContext sql, List<@Nullable Object[]> rows) {
    run(
        sql,
        prepared -> {
          for (@Nullable Object[] row : rows) {
            bind(prepared, row);
            prepared.addBatch();
          }
          prepared.executeBatch();
          return true;
        });
  }

  /// Whether there is any row.
  ///
  /// @throws org.jooq.exception.DataAccessException when the database does not answer
  public boolean findsAny(DSLContext sql, @Nullable Object... values) {
    return run(
        sql,
        prepared -> {
          bind(prepared, values);
          try (ResultSet rows = prepared.executeQuery()) {
            return rows.next();
          }
        });
  }

  private boolean run(DSLContext sql, Body body) {
    // Those who watch over the transaction hear of this statement as of any other.
    tell(sql, listener -> listener.start(null));
    return sql.connectionResult(connection -> {
      try (PreparedStatement prepared = connection.prepareStatement(text)) {
        return body.on(prepared);
      } catch (SQLException e) {
        tell(sql, listener -> listener.exception(null));
        throw e;
      }
    });
  }

  private static void tell(DSLContext sql, Consumer<ExecuteListener> what) {
    for (ExecuteListenerProvider each : sql.configuration().executeListenerProviders()) {
      what.accept(each.provide());
    }
  }

  private static void bind(PreparedStatement prepared, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case Long number -> prepared.setLong(i + 1, number);
        case Integer number -> prepared.setInt(i + 1, number);
        case Short number -> prepared.setShort(i + 1, number);
        case String text -> prepared.setString(i + 1, CleanText.of(text));
        case null -> prepared.setNull(i + 1, Types.NULL);
        case Object other -> throw new IllegalArgumentException("no column holds " + other);
      }
    }
  }

  @FunctionalInterface
  private interface Body {
    boolean on(PreparedStatement prepared) throws SQLException;
  }
}
