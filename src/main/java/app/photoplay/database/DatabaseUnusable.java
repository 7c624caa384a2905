package app.photoplay.database;

import org.jspecify.annotations.Nullable;

/// The database cannot be used before somebody mends it. The message is for that person: what is
/// the matter and what to do, without secrets.
public final class DatabaseUnusable extends RuntimeException {
  public DatabaseUnusable(String message) {
    this(message, null);
  }

  public DatabaseUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
