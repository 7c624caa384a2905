package app.photoplay.testkit.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Ids that say when they were made, each larger than the one before.
final class Snowflakes {
  private static final long EPOCH = 1_420_070_400_000L;
  private static final int BELOW_TIME = 22;

  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  Snowflakes(InstantSource clock) {
    this.clock = clock;
  }

  long next() {
    long now = first(clock.instant());
    return last.updateAndGet(before -> Math.max(before + 1, now));
  }

  /// The smallest id of that moment.
  static long first(Instant moment) {
    return (moment.toEpochMilli() - EPOCH) << BELOW_TIME;
  }
}
