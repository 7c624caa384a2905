package app.photoplay.storage.reuse;

import app.photoplay.budget.AccountId;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobId;
import app.photoplay.storage.ArtifactStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Finds what was made before: memory over database. What lacks a file is never served.
/// Thread-safe.
public final class ReuseCache {
  private final ReuseStore store;
  private final ArtifactStore files;
  private final Duration keep;
  private final InstantSource time;
  private final Cache<Fingerprint, Entry> memory;

  /// A cache.
  ///
  /// @param keep how long a result is served again
  /// @param entries how many are kept in memory
  public ReuseCache(
      ReuseStore store, ArtifactStore files, Duration keep, int entries, InstantSource time) {
    this.store = store;
    this.files = files;
    this.keep = keep;
    this.time = time;
    this.memory = Caffeine.newBuilder().maximumSize(entries).build();
  }

  /// What the wish led to before, all files still there.
  public Optional<List<Artifact>> find(Fingerprint fingerprint) {
    long now = time.millis();
    Entry known = memory.getIfPresent(fingerprint);
    if (known == null || known.readMillis + MEMORY_MILLIS < now) {
      Optional<List<Artifact>> stored = store.find(fingerprint, time.instant().minus(keep));
      if (stored.isEmpty()) {
        memory.invalidate(fingerprint);
        return Optional.empty();
      }
      known = new Entry(stored.get(), now);
      memory.put(fingerprint, known);
    }
    if (known.artifacts.stream().allMatch(a -> files.exists(a.content()))) {
      return Optional.of(known.artifacts);
    }
    memory.invalidate(fingerprint);
    return Optional.empty();
  }

  /// Remembers what was made besides, after a job's end.
  public void remember(
      Fingerprint fingerprint, AccountId owner, JobId job, List<Artifact> artifacts) {
    store.remember(fingerprint, owner, job, artifacts, time.instant());
    memory.invalidate(fingerprint);
  }

  /// Forgets what is in memory about a wish, because it was made anew.
  public void forget(Fingerprint fingerprint) {
    memory.invalidate(fingerprint);
  }

  // After this long the database is asked again, so that what was made anew or swept away shows.
  private static final long MEMORY_MILLIS = 60_000;

  private record Entry(List<Artifact> artifacts, long readMillis) {}
}
