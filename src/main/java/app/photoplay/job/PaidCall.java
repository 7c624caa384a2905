package app.photoplay.job;

import app.photoplay.budget.Money;
import java.time.Duration;
import java.time.Instant;

/// One submission that a provider charges for, as the engine carries it out: written down before it
/// is sent, so that after a crash nobody has to guess whether money went out.
///
/// Implementations are made anew for each step and hold no state; [#send] and [#find] block, on a
/// thread of the engine's.
public interface PaidCall {
  /// The provider's short name, as in config.yaml.
  String provider();

  Idempotency idempotency();

  /// What it will cost at most; taken from the job's hold before it is sent.
  Money estimate();

  /// The longest that [#send] or [#find] takes before it ends by itself; who takes longer is
  /// interrupted, and what became of it is unclear.
  Duration timeout();

  /// How long after `timeout` a submission may still come to light at the provider.
  default Duration visibilityDelay() {
    return Duration.ofSeconds(5);
  }

  /// Sends it, once, without retries of its own.
  ///
  /// @param key the same for every try of this submission, at most 64 characters of `A-Z a-z 0-9
  ///   -`; to be sent along as idempotency key or reference where the provider has such a thing
  Sent send(String key) throws InterruptedException;

  /// Looks a submission up by its key. Only asked of a [Idempotency#LOOKUP] provider.
  ///
  /// @param since before it this submission was not sent, by this program's clock
  default Found find(String key, Instant since) throws InterruptedException {
    throw new UnsupportedOperationException(provider() + " cannot look up " + key);
  }

  /// What a provider offers against paying twice.
  enum Idempotency {
    /// Honours an idempotency key: sending again is harmless.
    KEY,
    /// Can be asked for a submission by our reference.
    LOOKUP,
    /// Neither. After an unclear outcome only a person can decide.
    NONE
  }

  /// What became of one try.
  sealed interface Sent {
    /// The provider has it.
    ///
    /// @param operation its own name for the work
    record Accepted(String operation) implements Sent {}

    /// Certainly not taken; the provider asked for a pause (429). Costs no attempt.
    record Busy(Duration pause) implements Sent {}

    /// Certainly not taken: the connection was refused, or the answer said so (4xx).
    record NotTaken(Throwable cause) implements Sent {}

    /// The provider will not do this, whoever asks again.
    ///
    /// @param charged what it costs all the same
    record Refused(Failure failure, Money charged) implements Sent {}

    /// It may have been taken: no answer in time, a connection that broke off, 5xx.
    record Unclear(Throwable cause) implements Sent {}
  }

  /// What a look-up found.
  sealed interface Found {
    record There(String operation) implements Found {}

    /// The provider certainly never had it.
    record Absent() implements Found {}

    /// The look-up itself failed.
    record Unclear(Throwable cause) implements Found {}
  }
}
