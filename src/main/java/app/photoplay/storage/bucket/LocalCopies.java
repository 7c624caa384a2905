package app.photoplay.storage.bucket;

import app.photoplay.job.StoredFile;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Lease;
import app.photoplay.storage.Shelf;
import app.photoplay.storage.Shelf.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Copies of files on this machine by their contents, the longest unused of which go when they take
/// more than their room. Thread-safe.
final class LocalCopies {
  /// So much of the room is left full, so that not every file makes others go.
  private static final double LEFT = 0.9;

  private static final long UNKNOWN = -1;

  private final ArtifactStore local;
  private final long most;
  private final Predicate<String> needed;
  private final AtomicLong bytes = new AtomicLong(UNKNOWN);
  private final ReentrantLock trimming = new ReentrantLock();
  private final Map<String, ReentrantLock> fetching = new ConcurrentHashMap<>();

  /// @param most bytes that all copies may take
  /// @param needed contents that must not go
  LocalCopies(ArtifactStore local, long most, Predicate<String> needed) {
    this.local = local;
    this.most = most;
    this.needed = needed;
  }

  /// Brings a file here.
  interface Fetch {
    void to(Path target) throws IOException;
  }

  Path scratch(String suffix) {
    return local.scratch(suffix);
  }

  /// Takes a file over. Until the lease of it ends, it does not go.
  StoredFile put(Path file) throws IOException {
    StoredFile stored = local.put(file);
    grown(stored.bytes());
    return stored;
  }

  boolean has(String content) {
    return local.exists(content);
  }

  Optional<Lease> open(String content) throws IOException {
    return local.open(content);
  }

  /// The copy, or a new one: who asks for the same meanwhile waits for it.
  ///
  /// @throws IOException when what was fetched is something else, too
  Lease open(String content, Fetch fetch) throws IOException {
    Optional<Lease> here = local.open(content);
    if (here.isPresent()) {
      return here.get();
    }
    ReentrantLock lock = fetching.computeIfAbsent(content, _ -> new ReentrantLock());
    lock.lock();
    try {
      Optional<Lease> meanwhile = local.open(content);
      return meanwhile.isPresent() ? meanwhile.get() : fetched(content, fetch);
    } finally {
      lock.unlock();
      if (!lock.hasQueuedThreads()) {
        fetching.remove(content, lock);
      }
    }
  }

  private Lease fetched(String content, Fetch fetch) throws IOException {
    Path target = local.scratch(".part");
    StoredFile stored;
    try {
      fetch.to(target);
      stored = local.put(target);
    } finally {
      Files.deleteIfExists(target);
    }
    if (!stored.content().equals(content)) {
      throw new IOException("what the store sent is not what was put there: " + content);
    }
    Lease lease =
        local.open(content).orElseThrow(() -> new IOException("gone at once: " + content));
    grown(stored.bytes());
    return lease;
  }

  private void grown(long by) throws IOException {
    long now = bytes.get() == UNKNOWN ? UNKNOWN : bytes.addAndGet(by);
    if ((now == UNKNOWN || now > most) && trimming.tryLock()) {
      try {
        trim();
      } finally {
        trimming.unlock();
      }
    }
  }

  /// Counts what is there, and makes room when it is too much.
  private void trim() throws IOException {
    Shelf shelf = local.shelf();
    List<Found> all = new ArrayList<>();
    long total = 0;
    for (String part : shelf.parts()) {
      for (Found file : shelf.files(part)) {
        all.add(file);
        total += file.bytes();
      }
    }
    if (total > most) {
      all.sort(Comparator.comparing(Found::used));
      for (Found file : all) {
        if (total > most * LEFT && !needed.test(file.name()) && shelf.setAside(file)) {
          shelf.drop(file);
          total -= file.bytes();
        }
      }
    }
    bytes.set(total);
  }
}
