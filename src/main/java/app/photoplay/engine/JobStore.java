package app.photoplay.engine;

import app.photoplay.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The jobs on disk. Each method is one transaction. When it throws, either nothing has changed or
/// only the answer was lost: all may be called again.
public interface JobStore {

  /// Makes every job ready again that a former life of the program was running, and ends those that
  /// were cancelled meanwhile. Called once, before the first claim.
  void recover(Instant now);

  /// The same with what another program was running that does not live any more.
  default void takeOver(Instant now) {}

  /// Makes jobs ready again that run in this program's name on disk but not in the program, as when
  /// the answer to a claim was lost, and ends those that were cancelled.
  ///
  /// @param held whether the program has such a claim; asked after the rows were read
  /// @return which
  List<JobId> reconcile(Predicate<Claim.Ticket> held, Instant now);

  /// Takes due jobs: the most urgent class first, within it whoever's turn it is, at most as many
  /// in each lane as there is room.
  List<Claim> claim(List<Room> room, Instant now);

  /// Writes down that money is about to go out. A claim whose submission is open already renews
  /// that one.
  Intended intend(Claim claim, Submission.Draft draft, Instant now);

  /// Writes what a step led to.
  Commit commit(Claim claim, Transition transition, Instant now);

  /// The earliest time after this one at which a job becomes due, or at which a lane that was full,
  /// paused or out of tokens may take one, if there is such a time.
  Optional<Instant> nextDue(Instant after);

  /// The jobs running in this program that were cancelled, here or by another program.
  Set<JobId> cancelled();

  /// Writes down that a step runs with nothing beside it, see [Quarantine].
  ///
  /// @return false when the claim is outdated
  boolean alone(Claim claim);

  /// Brings forward by so much what waits for a later time: the clock by which that was reckoned
  /// was set back.
  void bringForward(Duration by, Instant now);

  /// Moves up a class what has waited in its own since before a time.
  ///
  /// @return how many
  int promote(Instant before, Instant now);

  /// Room in a lane.
  ///
  /// @param free how many more jobs of it this program can run
  record Room(LaneRules rules, int free) {}

  /// What came of writing an intent.
  sealed interface Intended {
    record Written(Submission submission) implements Intended {}

    /// It would cost more than is left of the hold.
    record OverHold() implements Intended {}

    /// The claim is outdated, or its job was cancelled meanwhile: send nothing.
    record Outdated() implements Intended {}
  }

  /// What became of a commit.
  enum Commit {
    WRITTEN,
    /// Written, and the claim goes on with the next step.
    CONTINUED,
    /// The person had cancelled the job: it has ended so, and its money is back.
    CANCELLED,
    /// The claim was outdated; nothing was written.
    OUTDATED
  }
}
