package app.photoplay.database;

import org.jspecify.annotations.Nullable;

/// The database did not take a transaction; nothing of it was written.
public final class DatabaseException extends RuntimeException {
  private final boolean full;

  DatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.full = mentionsFull(cause);
  }

  /// Whether there is no room left on the disk.
  public boolean full() {
    return full;
  }

  private static boolean mentionsFull(@Nullable Throwable cause) {
    for (@Nullable Throwable at = cause; at != null; at = at.getCause()) {
      String message = String.valueOf(at.getMessage());
      if (message.contains("SQLITE_FULL") || message.contains("No space left")) {
        return true;
      }
    }
    return false;
  }
}
