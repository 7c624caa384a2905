package app.photoplay.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Notices that the clock on the wall was set back, by a clock that only goes forward. For one
/// thread.
final class ClockWatch {
  private final InstantSource wall;
  private final LongSupplier nanos;
  private Instant seen;
  private long at;

  ClockWatch(InstantSource wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.seen = wall.instant();
    this.at = nanos.getAsLong();
  }

  /// By how much it was set back since the last call; zero when it was not. What is less than the
  /// time since then may go unnoticed, and matters no longer than that.
  Duration setBack() {
    Instant now = wall.instant();
    long then = nanos.getAsLong();
    Duration back =
        now.isBefore(seen) ? Duration.between(now, seen.plusNanos(then - at)) : Duration.ZERO;
    seen = now;
    at = then;
    return back;
  }
}
