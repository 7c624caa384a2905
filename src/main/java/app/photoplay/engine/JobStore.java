package app.photoplay.engine;

import app.photoplay.job.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The jobs on disk. Each method is one transaction; it throws when the disk does not take it, and
/// then nothing has changed.
public interface JobStore {

  /// Makes every job ready again that a former life of the program was running, and ends those that
  /// were cancelled meanwhile. Called once, before the first claim.
  void recover(Instant now);

  /// Takes due jobs, oldest first, at most as many in each lane as there is room.
  List<Claim> claim(Map<Lane, Integer> room, Instant now);

  /// Writes what a step led to.
  Commit commit(Claim claim, Transition transition, Instant now);

  /// The earliest time after this one at which a job becomes due, if there is one.
  Optional<Instant> nextDue(Instant after);

  /// What became of a commit.
  enum Commit {
    WRITTEN,
    /// The person had cancelled the job: it has ended so, and its money is back.
    CANCELLED,
    /// The claim was outdated; nothing was written.
    OUTDATED
  }
}
