package app.photoplay.storage.reuse;

import app.photoplay.budget.AccountId;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was made before, on disk. What jobs make is written where they end.
public interface ReuseStore {

  /// What the wish led to, when that was after `since`.
  Optional<List<Artifact>> find(Fingerprint fingerprint, Instant since);

  /// Writes down what was made besides, after a job's end, in place of what was there.
  void remember(
      Fingerprint fingerprint, AccountId owner, JobId job, List<Artifact> artifacts, Instant now);
}
