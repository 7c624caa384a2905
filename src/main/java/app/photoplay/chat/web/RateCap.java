package app.photoplay.chat.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Counts how often each key comes: at most `most` at once, refilled evenly over `seconds`. May be
/// used from any thread.
final class RateCap {
  private static final int FORGET_ABOVE = 10_000;

  private final double most;
  private final double perMilli;
  private final InstantSource time;
  private final Map<String, Bucket> buckets = new HashMap<>();

  private record Bucket(double left, Instant at) {}

  RateCap(int most, int seconds, InstantSource time) {
    this.most = most;
    this.perMilli = most / (seconds * 1000.0);
    this.time = time;
  }

  synchronized boolean allows(String key) {
    Instant now = time.instant();
    if (buckets.size() > FORGET_ABOVE) {
      buckets.values().removeIf(bucket -> filled(bucket, now) >= most);
    }
    Bucket bucket = buckets.get(key);
    double left = bucket == null ? most : filled(bucket, now);
    boolean allowed = left >= 1;
    buckets.put(key, new Bucket(allowed ? left - 1 : left, now));
    return allowed;
  }

  private double filled(Bucket bucket, Instant now) {
    long gone = Math.max(0, now.toEpochMilli() - bucket.at().toEpochMilli());
    return Math.min(most, bucket.left() + gone * perMilli);
  }
}
