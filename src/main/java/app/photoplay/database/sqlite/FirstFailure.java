package app.photoplay.database.sqlite;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/// Lets nothing be said to SQLite after a statement that failed, until all is rolled back. A full
/// disk or an I/O error has ended the transaction then, and whatever followed would be written at
/// once and by itself. PostgreSQL does the same of its own accord. For one thread.
final class FirstFailure implements ExecuteListener {
  private boolean failed;

  /// Another request begins, after what failed before was undone.
  void reset() {
    failed = false;
  }

  @Override
  public void start(ExecuteContext ctx) {
    if (failed) {
      throw new IllegalStateException("a statement failed before, so nothing more is written");
    }
  }

  @Override
  public void exception(ExecuteContext ctx) {
    failed = true;
  }
}
