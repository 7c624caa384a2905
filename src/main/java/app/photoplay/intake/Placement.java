package app.photoplay.intake;

import app.photoplay.budget.Allowance;
import app.photoplay.budget.Quote;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind.Unable;
import app.photoplay.job.JobRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What became of an order. The first four are on disk when they are returned.
public sealed interface Placement {

  /// A job was made and its money is held.
  record Accepted(JobId job, Quote quote) implements Placement {}

  /// The same is being made; its result comes here too.
  record Joined(JobId job) implements Placement {}

  /// It was made before; the result is on its way, for nothing.
  record AlreadyMade(JobId job) implements Placement {}

  /// This very message or tap was taken before.
  record Repeated(JobId job) implements Placement {}

  /// The draft it is made from has changed in the meantime or is gone.
  ///
  /// @param ordered whether just this revision was ordered before
  record Stale(boolean ordered) implements Placement {}

  /// Somebody else would be paid, and the person has not seen the price.
  ///
  /// @param choices the ways to have it made, the usual first; never empty
  /// @param unable why who was named for it is not among them
  record NeedsConsent(List<Choice> choices, Optional<Unable> unable) implements Placement {
    public NeedsConsent {
      choices = List.copyOf(choices);
    }
  }

  /// Nobody can make it as it is wished.
  record Impossible(Unable unable) implements Placement {}

  /// It costs more than is left today.
  ///
  /// @param alternatives the same wish for less, each of which would fit now
  record OverBudget(Quote quote, Allowance allowance, List<Alternative> alternatives)
      implements Placement {
    public OverBudget {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// The person has this many jobs waiting already.
  record TooMany(int limit) implements Placement {}

  /// All together have too many jobs waiting.
  ///
  /// @param pause how long until there is room again, going by how quickly jobs have ended lately
  record QueueFull(Optional<Duration> pause) implements Placement {}

  /// It cannot be written down now, so nothing was begun.
  ///
  /// @param full whether the disk is full
  record Unavailable(boolean full) implements Placement {}

  /// A way to have it made.
  ///
  /// @param who makes it, as the operator calls it: `fal`
  record Choice(JobRequest request, Quote quote, String who) {}

  /// A cheaper wish and its price.
  record Alternative(JobRequest request, Quote quote) {}
}
