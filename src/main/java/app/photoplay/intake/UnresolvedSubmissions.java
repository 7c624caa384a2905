package app.photoplay.intake;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.job.JobCode;
import java.time.Instant;
import java.util.List;

/// Paid submissions of which nothing tells what became: the provider may have taken and charged the
/// work, or not. Their jobs wait, with their money held, until a person decides. Each method is one
/// transaction.
public interface UnresolvedSubmissions {

  /// All of them, oldest first.
  List<Doubt> open();

  /// The owner wants one sent once more, knowing that it may be charged twice.
  ///
  /// @param code of the step that asks, or of the order; of several the oldest is meant
  Settled again(AccountId account, JobCode code, Instant now);

  /// The operator has looked one up at the provider.
  ///
  /// @param operator who decided
  /// @param key under which the provider was given the work
  Settled settle(AccountId operator, String key, Decision decision, Instant now);

  /// What came of deciding.
  enum Settled {
    DONE,
    /// There was nothing to decide: it was decided before, or cancelled.
    NOT_IN_DOUBT,
    /// The order is another's, or there is no such.
    NOT_YOURS,
    /// The operation belongs to another submission.
    OPERATION_TAKEN
  }

  /// One submission in doubt.
  ///
  /// @param code of the order that people know
  /// @param key under which the provider was given the work
  record Doubt(JobCode code, String provider, String key, Money estimate, Instant since) {}

  /// What the operator found.
  sealed interface Decision {
    /// The provider never had it: it is sent again.
    record Absent() implements Decision {}

    /// The provider has it under this name: its result is fetched.
    record There(String operation) implements Decision {}

    /// It was charged and there is no result: the job ends, its owner pays nothing.
    record Lost() implements Decision {}
  }
}
