package app.photoplay.storage.bucket;

import app.photoplay.storage.Lease;
import app.photoplay.storage.Shelf;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The files of one folder of a bucket by their names, each as a copy on this machine while it is
/// used. What the bucket does not take waits here until it does. Thread-safe.
final class BucketFiles {
  private final String path;
  private final BucketFolder folder;
  private final LocalCopies copies;
  private final Spool spool;
  private final Map<String, Integer> leases = new ConcurrentHashMap<>();
  private final Cache<String, String> contents = Caffeine.newBuilder().maximumSize(10_000).build();
  private final BucketShelf shelf;

  /// @param path of the folder in the bucket
  BucketFiles(String path, BucketFolder folder, LocalCopies copies, Spool spool) {
    this.path = path;
    this.folder = folder;
    this.copies = copies;
    this.spool = spool;
    this.shelf = new BucketShelf(folder, leases::containsKey);
  }

  BucketFolder folder() {
    return folder;
  }

  LocalCopies copies() {
    return copies;
  }

  Shelf shelf() {
    return shelf;
  }

  /// Stores what is copied here already under a name, unless it is there.
  ///
  /// @param type media type
  void put(String name, Lease copy, String content, Instant used, String type) throws IOException {
    contents.put(name, content);
    Spool.Waiting one = new Spool.Waiting(path, name, content, used, type, false);
    try {
      upload(one, copy);
    } catch (BucketTrouble away) {
      if (spool.find(path, name).isEmpty()) {
        spool.add(one);
      }
    }
  }

  /// Takes a file over that is called by its content: from now on it is here, and is to be
  /// uploaded.
  void takeOver(String content, Path file, Instant used) throws IOException {
    if (!waits(content)) {
      String type = MediaTypes.of(file.toString());
      spool.add(new Spool.Waiting(path, content, content, used, type, false));
    }
    copies.put(file).close();
  }

  /// Uploads what has waited, and takes it off the list.
  void upload(Path place, Spool.Waiting one) throws IOException {
    Optional<Lease> copy = copies.open(one.content());
    if (copy.isPresent()) {
      try (Lease lease = copy.get()) {
        upload(one, lease);
      }
    }
    spool.done(place, one);
  }

  private void upload(Spool.Waiting one, Lease copy) throws IOException {
    if (folder.use(one.name()).isEmpty()) {
      folder.store(one.name(), copy.path(), one.content(), one.used(), one.type());
    }
    if (one.sent()) {
      for (Copy there : folder.copies(one.name())) {
        folder.send(there);
      }
      folder.forget(one.name());
    }
  }

  /// Whether there is such a file, as far as can be said now.
  boolean exists(String name) {
    try {
      return waits(name) || folder.find(name).isPresent();
    } catch (IOException away) {
      return copies.has(content(name));
    }
  }

  boolean waits(String name) {
    return spool.find(path, name).isPresent();
  }

  /// Whether it is certain that there is none.
  boolean gone(String name) {
    try {
      return !exists(name)
          && folder.copies(name).isEmpty()
          && folder.bucket().trouble().isEmpty()
          && !folder.bucket().returning();
    } catch (IOException unknown) {
      return false;
    }
  }

  /// See [Lease.Source#open].
  Optional<Lease> open(String name) throws IOException {
    leases.merge(name, 1, Integer::sum); // before it is looked at, as sweeps look after it
    boolean opened = false;
    try {
      Optional<Lease> copy = copy(name);
      opened = copy.isPresent();
      return copy.map(it -> new Counted(name, it));
    } finally {
      if (!opened) {
        end(name);
      }
    }
  }

  private Optional<Lease> copy(String name) throws IOException {
    Optional<Lease> waiting = waits(name) ? copies.open(content(name)) : Optional.empty();
    return waiting.isPresent() ? waiting : fromBucket(name, true);
  }

  private Optional<Lease> fromBucket(String name, boolean again) throws IOException {
    try {
      Optional<Copy> there = folder.use(name);
      if (there.isEmpty()) {
        refuseWhileReturning();
        return Optional.empty();
      }
      Copy copy = there.get();
      contents.put(name, copy.content());
      return Optional.of(
          copies.open(copy.content(), target -> folder.bucket().download(copy.key(), target)));
    } catch (NoSuchFileException swept) {
      folder.forget(name);
      return again ? fromBucket(name, false) : Optional.empty();
    } catch (BucketTrouble away) {
      Optional<Lease> here = copies.open(content(name));
      if (here.isPresent()) {
        return here;
      }
      throw away;
    }
  }

  /// What is not there yet is not gone.
  private void refuseWhileReturning() throws BucketTrouble {
    if (folder.bucket().returning()) {
      throw new BucketTrouble(
          BucketTrouble.Kind.BUSY,
          "others may have files to upload that they made meanwhile",
          null);
    }
  }

  /// What a name's file is, as far as it is known here; files of artifacts are called by it.
  private String content(String name) {
    return spool
        .find(path, name)
        .map(Spool.Waiting::content)
        .orElseGet(() -> {
          String known = contents.getIfPresent(name);
          return known == null ? name : known;
        });
  }

  private void end(String name) {
    leases.computeIfPresent(name, (_, open) -> open == 1 ? null : open - 1);
  }

  private final class Counted implements Lease {
    private final String name;
    private @Nullable Lease lease;
    private final Path path;

    Counted(String name, Lease lease) {
      this.name = name;
      this.lease = lease;
      this.path = lease.path();
    }

    @Override
    public Path path() {
      return path;
    }

    @Override
    public synchronized void close() {
      if (lease != null) {
        lease.close();
        lease = null;
        end(name);
      }
    }
  }
}
