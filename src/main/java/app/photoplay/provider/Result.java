package app.photoplay.provider;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import java.time.Duration;
import java.util.OptionalDouble;

/// What a model's work has come to, asked in a way that costs nothing and may be repeated. What
/// does cost something answers with [app.photoplay.job.PaidCall.Sent].
public sealed interface Result<T> {
  record Ready<T>(T value) implements Result<T> {}

  /// Ready, and the provider says what it charges.
  record Charged<T>(T value, Money amount) implements Result<T> {}

  /// Not ready.
  ///
  /// @param fraction 0 to 1, only where the provider states it
  /// @param pause after which to ask again
  record Running<T>(OptionalDouble fraction, Duration pause) implements Result<T> {}

  /// The provider wants to be left alone for so long (429).
  record Busy<T>(Duration pause) implements Result<T> {}

  /// There will be no result, however often it is asked.
  ///
  /// @param charged what it costs all the same
  record Refused<T>(Failure failure, Money charged) implements Result<T> {
    /// It costs nothing.
    public Refused(Failure.Code code) {
      this(new Failure(code), Money.ZERO);
    }
  }

  /// It could not be found out, or failed in a way that may pass.
  record Broken<T>(Throwable cause) implements Result<T> {}
}
