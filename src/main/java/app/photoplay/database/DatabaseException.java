package app.photoplay.database;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The database did not take a transaction; nothing of it was written.
public final class DatabaseException extends RuntimeException {
  private static final List<String> FULL = List.of("SQLITE_FULL", "No space left");
  private static final List<String> REFUSED =
      List.of("SQLITE_CONSTRAINT", "SQLITE_TOOBIG", "SQLITE_MISMATCH");

  private final boolean full;
  private final boolean refused;

  public DatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.full = any(cause, it -> says(it, FULL) || state(it).equals("53100"));
    this.refused = !full && any(cause, it -> says(it, REFUSED) || isOfContent(state(it)));
  }

  /// Whether there is no room left on the disk.
  public boolean full() {
    return full;
  }

  /// Whether it was because of what was to be written, which no repetition changes: a character
  /// that PostgreSQL does not store, a key too long for an index, a value that is not there.
  public boolean refused() {
    return refused;
  }

  /// PostgreSQL's classes of data exceptions, violated constraints and exceeded limits.
  private static boolean isOfContent(String state) {
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }

  private static String state(Throwable cause) {
    return cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
  }

  private static boolean says(Throwable cause, List<String> marks) {
    return marks.stream().anyMatch(String.valueOf(cause.getMessage())::contains);
  }

  private static boolean any(@Nullable Throwable cause, Predicate<Throwable> test) {
    for (@Nullable Throwable at = cause; at != null; at = at.getCause()) {
      if (test.test(at)) {
        return true;
      }
    }
    return false;
  }
}
