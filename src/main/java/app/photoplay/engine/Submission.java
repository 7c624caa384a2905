package app.photoplay.engine;

import app.photoplay.budget.Money;
import app.photoplay.job.PaidCall;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A paid submission on disk, while it is open.
///
/// ```
///            ┌──────────── certainly not taken ───────────> NOT_TAKEN
/// INTENT ────┼──────────── accepted ──> ACCEPTED ─ job ends ─> ENDED
///            └─ nothing tells ─> UNKNOWN ─ a person decides ─> GIVEN_UP
/// ```
///
/// @param key what the provider knows it by
/// @param operation the provider's name for the work, once it was accepted; with an intent, found
///   out by the operator
/// @param deadline until then a try may still be on the wire
public record Submission(
    long id,
    String key,
    State state,
    Optional<String> operation,
    Money estimate,
    Instant deadline) {

  private static final String PREFIX = "photoplay-";

  /// What a provider knows a submission by.
  public static String key(long id) {
    return PREFIX + id;
  }

  /// Which submission is known by that; empty when it is not a key of ours.
  public static OptionalLong id(String key) {
    try {
      return key.startsWith(PREFIX)
          ? OptionalLong.of(Long.parseLong(key.substring(PREFIX.length())))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /// The same, taken by the provider.
  Submission accepted(String as) {
    return new Submission(id, key, State.ACCEPTED, Optional.of(as), estimate, deadline);
  }

  /// The numbers in the database are these in order.
  public enum State {
    /// It is about to be sent, or was being sent when the program ended.
    INTENT,
    ACCEPTED,
    UNKNOWN,
    ENDED,
    NOT_TAKEN,
    GIVEN_UP
  }

  /// What is written down before it is sent.
  ///
  /// @param request a hash of what is sent, so that one key never stands for two things
  public record Draft(
      String provider,
      PaidCall.Idempotency idempotency,
      Money estimate,
      String request,
      Instant deadline) {}
}
