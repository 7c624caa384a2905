package app.photoplay.storage.bucket;

import app.photoplay.job.StoredFile;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Lease;
import app.photoplay.storage.Shelf;
import app.photoplay.storage.Shelf.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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

  /// Who puts a file here holds one of these until its lease has begun, so that it does not go
  /// between.
  private final ReadWriteLock arriving = new ReentrantReadWriteLock();

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

  /// Takes a file over.
  Arrived put(Path file) throws IOException {
    Arrived arrived = arrive(file);
    try {
      grown(arrived.file.bytes());
    } catch (IOException | RuntimeException e) {
      arrived.close();
      throw e;
    }
    return arrived;
  }

  private Arrived arrive(Path file) throws IOException {
    arriving.readLock().lock();
    try {
      StoredFile stored = local.put(file);
      Lease lease =
          local.open(stored.content()).orElseThrow(() -> new NoSuchFileException(stored.content()));
      return new Arrived(stored, lease);
    } finally {
      arriving.readLock().unlock();
    }
  }

  /// A new copy, which does not go before its lease ends.
  record Arrived(StoredFile file, Lease lease) implements AutoCloseable {
    @Override
    public void close() {
      lease.close();
    }
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
    try {
      fetch.to(target);
      Arrived arrived = put(target);
      if (!arrived.file.content().equals(content)) {
        arrived.close();
        throw new IOException("what the store sent is not what was put there: " + content);
      }
      return arrived.lease;
    } finally {
      Files.deleteIfExists(target);
    }
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
        if (total > most * LEFT && dropped(shelf, file)) {
          total -= file.bytes();
        }
      }
    }
    bytes.set(total);
  }

  private boolean dropped(Shelf shelf, Found file) throws IOException {
    arriving.writeLock().lock();
    try {
      if (needed.test(file.name()) || !shelf.setAside(file)) {
        return false;
      }
      shelf.drop(file);
      return true;
    } finally {
      arriving.writeLock().unlock();
    }
  }
}
