package app.photoplay.storage.reuse;

import app.photoplay.job.Artifact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was made before, on disk. Entries are written where jobs end.
public interface ReuseStore {

  /// What the wish led to, when that was after `since`.
  Optional<List<Artifact>> find(Fingerprint fingerprint, Instant since);
}
