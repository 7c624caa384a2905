package app.photoplay.engine;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import java.time.Instant;
import java.util.List;

/// What shall be written about a claimed job, in one transaction.
public sealed interface Transition {

  /// Another step at once, by the same claim.
  record Onward(String state, String stage) implements Transition {}

  /// Another step, when due and when its lane has room.
  ///
  /// @param weight how much of the lane's time it will take
  record Ready(String state, String stage, Lane lane, long weight, Instant due)
      implements Transition {

    /// Whether it is the same step in the same lane: a look at a provider that found nothing new.
    boolean looksAgain(Claim claim) {
      return state.equals(claim.state()) && lane.equals(claim.lane());
    }
  }

  /// The same step once more.
  ///
  /// @param counted whether the try that just ended counts as an attempt
  record Repeat(Instant due, boolean counted) implements Transition {}

  /// The same step once more when the whole lane goes on.
  ///
  /// @param counted whether the try that just ended counts as an attempt
  record Pause(Instant until, boolean counted) implements Transition {}

  /// Wait for children. Those that exist are left alone, those whose result is stored end at once,
  /// and so do those for which nothing is left of the hold: dearer than held.
  record Fork(String state, String stage, List<Child> children) implements Transition {
    public Fork {
      children = List.copyOf(children);
    }

    /// A child to start.
    ///
    /// @param state its first one
    /// @param price the most it may spend, out of its parent's hold
    public record Child(String name, String kind, String request, String state, Money price) {}
  }

  /// Give the root's money back, then go on when due.
  record Refund(String state, String stage, Instant due) implements Transition {}

  /// End a child, and go on with what a provider has in a job of its own, which is paid already.
  record Detach(String state, String stage, Instant due, Failure failure) implements Transition {}

  /// Wait until a person has decided about a submission of which nothing tells what became.
  record Ask() implements Transition {}

  /// The end: artifacts and reuse entry, settled money, one delivery a subscriber, the parent
  /// woken.
  record End(Outcome outcome, Money cost) implements Transition {}

  /// What became of the open submission, and of the job with it.
  record Submitted(Submission submission, Fate fate, Transition then) implements Transition {}

  /// What became of a submission.
  sealed interface Fate {
    record Accepted(String operation) implements Fate {}

    record NotTaken() implements Fate {}

    /// It led to no result, and cost this much.
    record Refused(Money charged) implements Fate {}

    record Unknown() implements Fate {}
  }
}
