package app.photoplay.testkit;

import app.photoplay.engine.LaneRules;
import java.time.Instant;

/// A lane of [MemoryDisk].
final class MemoryLane {
  private static final long TOKEN = 1_000_000;

  long tag;
  long pausedUntil;
  private long tokens;
  private long counted;

  int refill(LaneRules.Rate rate, Instant now) {
    long most = rate.burst() * TOKEN;
    double come = Math.max(0, now.toEpochMilli() - counted) / 1000.0 * rate.perSecond() * TOKEN;
    tokens = counted == 0 ? most : (long) Math.min((double) most, (double) tokens + come);
    counted = now.toEpochMilli();
    return (int) (tokens / TOKEN);
  }

  void spend(LaneRules.Rate rate, int begun, Instant now) {
    tokens -= begun * TOKEN;
    if (tokens < TOKEN) {
      double seconds = (TOKEN - tokens) / (double) TOKEN / rate.perSecond();
      pausedUntil = now.toEpochMilli() + (long) Math.ceil(seconds * 1000);
    }
  }
}
