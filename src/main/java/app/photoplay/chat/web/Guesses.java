package app.photoplay.chat.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Slows down whoever guesses the access token: after a few wrong ones, each doubles the time until
/// the next is looked at. Counted for each network, so that the right token is taken at once from
/// anywhere else. Remembers the networks that guessed last. May be used from any thread.
final class Guesses {
  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration FORGIVEN = Duration.ofHours(1);
  private static final int NETWORKS = 10_000;

  private final InstantSource time;
  private final Cache<String, Wrong> wrong = Caffeine.newBuilder().maximumSize(NETWORKS).build();

  private record Wrong(int times, Instant last) {
    Duration pause() {
      long doubled = 1L << Math.clamp(times - FREE, 0, 30);
      return times < FREE
          ? Duration.ZERO
          : Duration.ofSeconds(Math.min(doubled, LONGEST.toSeconds()));
    }
  }

  Guesses(InstantSource time) {
    this.time = time;
  }

  /// How long this network has to wait before a token of it is looked at.
  Duration pause(String network) {
    Wrong guessed = wrong.getIfPresent(network);
    if (guessed == null) {
      return Duration.ZERO;
    }
    Duration gone = Duration.between(guessed.last(), time.instant());
    // A clock that was set back must not make anybody wait longer than the pause itself.
    Duration left = guessed.pause().minus(gone.isNegative() ? Duration.ZERO : gone);
    return left.isPositive() ? left : Duration.ZERO;
  }

  void wrong(String network) {
    Instant now = time.instant();
    wrong
        .asMap()
        .merge(
            network,
            new Wrong(1, now),
            (old, first) ->
                old.last().plus(FORGIVEN).isBefore(now) ? first : new Wrong(old.times() + 1, now));
  }

  void right(String network) {
    wrong.invalidate(network);
  }
}
