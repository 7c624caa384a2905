package app.photoplay.intake;

import app.photoplay.job.JobId;
import java.time.Instant;
import java.util.Optional;

/// Paid work that providers have, found by their own names for it.
@FunctionalInterface
public interface SubmittedWork {

  /// The job whose work it is, while it waits for it; where the job rests on disk it is due from
  /// now on. One transaction.
  ///
  /// @param id the provider's own name for the work: letters, digits, and `._~-`
  Optional<JobId> due(String provider, String id, Instant now);
}
