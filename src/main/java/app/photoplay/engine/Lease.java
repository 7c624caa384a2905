package app.photoplay.engine;

import java.time.Duration;

/// This program's right to the jobs that it has claimed. Thread-safe.
///
/// Fences keep an owner that lost its jobs from writing; only this keeps it from spending: it is
/// asked right before money goes out to a provider.
@FunctionalInterface
public interface Lease {
  /// Never ends, as when no other program can use the database.
  Lease ENDLESS = _ -> true;

  /// Whether this program surely still owns its jobs in that time from now, by a clock that only
  /// goes forward, also while the program was frozen.
  boolean holdsFor(Duration time);
}
