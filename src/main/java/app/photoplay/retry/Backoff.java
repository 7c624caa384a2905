package app.photoplay.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before something that failed is tried again: pauses that double with each
/// failure in a row and never exceed a longest one.
///
/// @param first the pause after the first failure, positive
/// @param longest the longest pause, not shorter than the first
public record Backoff(Duration first, Duration longest) {
  public Backoff {
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("pauses from " + first + " to " + longest);
    }
  }

  /// The pause after so many failures in a row; fewer than one count as one.
  public Duration pause(int failures) {
    Duration pause = first;
    Duration half = longest.dividedBy(2);
    for (int i = 1; i < failures; i++) {
      if (pause.compareTo(half) > 0) {
        return longest; // also before the doubling could overflow
      }
      pause = pause.multipliedBy(2);
    }
    return pause;
  }

  /// Half to the whole of that pause: many that failed together do not come back together.
  public Duration pause(int failures, RandomGenerator random) {
    long most = pause(failures).toNanos();
    return Duration.ofNanos(most - random.nextLong(most / 2 + 1));
  }
}
