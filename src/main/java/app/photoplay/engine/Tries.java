package app.photoplay.engine;

import app.photoplay.job.JobKind.Patience;
import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How often a step is tried, and after what pauses.
///
/// @param most in all
record Tries(int most, Patience patience) {
  /// A kind's own patience, or as often as the engine is set to.
  static Tries of(Patience patience, int usual) {
    return new Tries(patience.tries() == 0 ? usual : patience.tries(), patience);
  }

  Duration pause(int attempt) {
    return patience.first().isPositive()
        ? new Backoff(patience.first(), patience.longest())
            .pause(attempt, ThreadLocalRandom.current())
        : Stepper.BACKOFF.pause(attempt);
  }
}
