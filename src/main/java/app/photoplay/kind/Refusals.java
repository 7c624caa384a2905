package app.photoplay.kind;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Candidate;
import app.photoplay.provider.health.Experience;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers what a provider's rules have forbidden, so that it is not paid for looking again.
///
/// @param experience where it is remembered
/// @param input a hash of who is given what; what was given cannot be found from it
record Refusals(Experience experience, String input) {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);

  /// Of something that a provider is given.
  ///
  /// @param given all of it; empty = it is never remembered
  static Refusals of(Experience experience, Candidate candidate, String given) {
    return new Refusals(
        experience, given.isEmpty() ? "" : hash(candidate.provider() + "\n" + given));
  }

  /// Whether it was forbidden lately.
  boolean known() {
    return !input.isEmpty() && experience.forbidden(input);
  }

  /// Remembers a failure, if it is of that kind. What cannot be remembered now is asked again.
  void note(Failure failure) {
    if (failure.code() == Failure.Code.POLICY && !input.isEmpty()) {
      try {
        experience.forbid(input);
      } catch (RuntimeException e) {
        log.atWarn().setCause(e).log("a refusal could not be remembered");
      }
    }
  }

  /// The same call, which notes how it is refused.
  PaidCall noting(PaidCall call) {
    return new Noting(call, this);
  }

  private record Noting(PaidCall call, Refusals refusals) implements PaidCall {
    @Override
    public String provider() {
      return call.provider();
    }

    @Override
    public Idempotency idempotency() {
      return call.idempotency();
    }

    @Override
    public Money estimate() {
      return call.estimate();
    }

    @Override
    public Duration timeout() {
      return call.timeout();
    }

    @Override
    public Duration visibilityDelay() {
      return call.visibilityDelay();
    }

    @Override
    public Sent send(String key) throws InterruptedException {
      Sent sent = call.send(key);
      if (sent instanceof Sent.Refused(var failure, _)) {
        refusals.note(failure);
      }
      return sent;
    }

    @Override
    public Found find(String key, Instant since) throws InterruptedException {
      return call.find(key, since);
    }
  }

  private static String hash(String given) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(given.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
