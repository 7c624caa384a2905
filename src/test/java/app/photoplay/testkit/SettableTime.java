package app.photoplay.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it.
public final class SettableTime implements InstantSource {
  private final AtomicReference<Instant> now;

  public SettableTime(Instant start) {
    now = new AtomicReference<>(start);
  }

  /// Noon of a day in June, in UTC.
  public static SettableTime noon() {
    return new SettableTime(Instant.parse("2026-06-15T12:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void advance(Duration by) {
    now.updateAndGet(before -> before.plus(by));
  }

  public void set(Instant instant) {
    now.set(instant);
  }
}
