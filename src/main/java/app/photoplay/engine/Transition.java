package app.photoplay.engine;

import app.photoplay.budget.Money;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import java.time.Instant;
import java.util.List;

/// What shall be written about a claimed job, in one transaction.
public sealed interface Transition {

  /// Another step, when due and when its lane has room.
  record Ready(String state, String stage, Lane lane, Instant due) implements Transition {}

  /// The same step once more.
  ///
  /// @param counted whether the try that just ended counts as an attempt
  record Repeat(Instant due, boolean counted) implements Transition {}

  /// Wait for children. Those that exist are left alone, those whose result is stored end at once.
  record Fork(String state, String stage, List<Child> children) implements Transition {
    public Fork {
      children = List.copyOf(children);
    }

    /// A child to start.
    public record Child(String name, String kind, String request) {}
  }

  /// The end: artifacts and reuse entry, settled money, one delivery a subscriber, the parent
  /// woken.
  record End(Outcome outcome, Money cost) implements Transition {}
}
