package app.photoplay.delivery.fit;

import app.photoplay.job.Artifact;
import app.photoplay.job.JobReport;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What can be shown of a video that is larger than its conversation takes: a smaller copy, else a
/// link. Thread-safe.
public interface Fitting {

  /// The copy for this size that was made before and is still stored; never blocks for long.
  ///
  /// @param most bytes that the conversation takes
  Optional<Artifact> copy(JobReport job, Artifact video, long most);

  /// Whether such a copy may be worth watching and something is there to make it with; a guess that
  /// never blocks for long.
  boolean promising(Artifact video, long most);

  /// Makes such a copy and stores it, so that [#copy] finds it from now on. Blocks for minutes,
  /// also while another copy is being made. Interrupting ends it at once and leaves nothing.
  Outcome make(JobReport job, Artifact video, long most) throws InterruptedException;

  /// An address at which everybody who has it can watch the video for a while; empty where nothing
  /// can be reached from outside.
  Optional<Link> link(JobReport job, Artifact video);

  /// What came of making a copy.
  enum Outcome {
    MADE,
    /// There is no program for it, or nothing worth watching would be left.
    IMPOSSIBLE,
    /// It may succeed later; the disk may be full.
    FAILED
  }

  /// An address.
  ///
  /// @param lives how long it works, at least
  record Link(URI address, Duration lives) {}

  /// Where nothing can be made to fit.
  Fitting NONE =
      new Fitting() {
        @Override
        public Optional<Artifact> copy(JobReport job, Artifact video, long most) {
          return Optional.empty();
        }

        @Override
        public boolean promising(Artifact video, long most) {
          return false;
        }

        @Override
        public Outcome make(JobReport job, Artifact video, long most) {
          return Outcome.IMPOSSIBLE;
        }

        @Override
        public Optional<Link> link(JobReport job, Artifact video) {
          return Optional.empty();
        }
      };
}
