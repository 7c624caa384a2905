package app.photoplay.chat.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.InstantSource;

/// Counts how often each key comes: at most `most` at once, refilled evenly over `seconds`. Keeps
/// the keys that came last, so that no flood of new ones fills the memory. May be used from any
/// thread.
final class RateCap {
  private static final int KEYS = 10_000;

  private final double most;
  private final double perMilli;
  private final InstantSource time;
  private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(KEYS).build();

  private record Bucket(double left, Instant at, boolean allowed) {}

  RateCap(int most, int seconds, InstantSource time) {
    this.most = most;
    this.perMilli = most / (seconds * 1000.0);
    this.time = time;
  }

  boolean allows(String key) {
    Instant now = time.instant();
    return buckets
        .asMap()
        .merge(key, after(most, now), (old, _) -> after(filled(old, now), now))
        .allowed();
  }

  private static Bucket after(double left, Instant now) {
    return left >= 1 ? new Bucket(left - 1, now, true) : new Bucket(left, now, false);
  }

  private double filled(Bucket bucket, Instant now) {
    long gone = Math.max(0, now.toEpochMilli() - bucket.at().toEpochMilli());
    return Math.min(most, bucket.left() + gone * perMilli);
  }
}
