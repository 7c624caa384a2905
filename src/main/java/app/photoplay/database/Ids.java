package app.photoplay.database;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Makes ids that ascend with time: 43 bits of milliseconds, 20 bits of counter. Unique among the
/// programs that ever wrote one database, because only one writes at a time.
public final class Ids {
  private final InstantSource time;
  private final AtomicLong last = new AtomicLong();

  public Ids(InstantSource time) {
    this.time = time;
  }

  long next() {
    return last.updateAndGet(before -> Math.max(before + 1, time.millis() << 20));
  }
}
