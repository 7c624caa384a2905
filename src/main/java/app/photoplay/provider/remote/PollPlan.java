package app.photoplay.provider.remote;

import app.photoplay.provider.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/// When to ask a provider for its work: often at first, then ever more seldom, until it is too
/// late. What is late may still come within a day; then it is gone.
///
/// @param first pause
/// @param longest pause
/// @param deadline after which the work counts as never finished
public record PollPlan(Duration first, Duration longest, Duration deadline) {
  private static final double GROWTH = 0.1;
  private static final double JITTER = 0.25;

  /// For so long late work may still come.
  private static final Duration STILL = Duration.ofDays(1);

  /// The answer while it goes on: a tenth of the time that it has taken so far, within the bounds,
  /// longer by up to a quarter, so that many do not ask at one moment.
  ///
  /// @param fraction 0 to 1, only where the provider states it
  public <T> Result<T> running(Operation operation, Instant now, OptionalDouble fraction) {
    Duration taken =
        operation.since() == 0
            ? Duration.ZERO
            : Duration.between(Instant.ofEpochMilli(operation.since()), now);
    if (taken.compareTo(deadline.plus(STILL)) > 0) {
      return new Fault.Gone("not finished after " + taken.toSeconds() + " s").result();
    }
    if (taken.compareTo(deadline) > 0) {
      return new Fault.Late("not finished after " + taken.toSeconds() + " s").result();
    }
    long grown = Math.round(taken.toMillis() * GROWTH);
    long pause = Math.clamp(grown, first.toMillis(), longest.toMillis());
    double jitter = 1 + RandomGenerator.getDefault().nextDouble(JITTER);
    return new Result.Running<>(fraction, Duration.ofMillis(Math.round(pause * jitter)));
  }

  /// The same where the provider does not say how far it is.
  public <T> Result<T> running(Operation operation, Instant now) {
    return running(operation, now, OptionalDouble.empty());
  }
}
