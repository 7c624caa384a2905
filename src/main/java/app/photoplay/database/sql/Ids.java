package app.photoplay.database.sql;

import app.photoplay.database.Instance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/// Makes ids that ascend with time: 43 bits of milliseconds, 12 bits of counter, 8 bits that tell
/// apart the programs which write one database at the same time.
public final class Ids {
  private static final int NUMBERS = 256;

  private final InstantSource time;
  private final IntSupplier number;
  private final AtomicLong last = new AtomicLong();

  /// Ids of the only program that writes.
  public Ids(InstantSource time) {
    this(time, () -> 0);
  }

  /// Ids.
  ///
  /// @param number this program's, as [Instance#number()]
  public Ids(InstantSource time, IntSupplier number) {
    this.time = time;
    this.number = number;
  }

  /// From now on all are greater than this one, which was made before: the clock may have gone back
  /// since.
  public void after(long id) {
    last.accumulateAndGet(id & -NUMBERS, Math::max);
  }

  /// The least that may have been made at a time.
  public static long first(Instant time) {
    return time.toEpochMilli() << 20;
  }

  public long next() {
    long count = last.updateAndGet(before -> Math.max(before + NUMBERS, time.millis() << 20));
    return count | (number.getAsInt() & (NUMBERS - 1));
  }
}
