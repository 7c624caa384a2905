package app.photoplay.testkit;

import app.photoplay.job.StoredFile;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.ContentRef;
import app.photoplay.storage.Lease;
import app.photoplay.storage.Shelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Keeps files in memory, as a store on another machine would: what is opened is a copy that is
/// deleted when its lease ends. Thread-safe.
public final class MemoryArtifactStore implements ArtifactStore {
  private final Path work;
  private final Map<String, Stored> files = new HashMap<>();
  private final Map<String, Stored> aside = new HashMap<>();
  private final Map<String, Integer> leases = new HashMap<>();

  private static final class Stored {
    final byte[] bytes;
    final Instant used;

    Stored(byte[] bytes, Instant used) {
      this.bytes = bytes;
      this.used = used;
    }
  }

  /// @param work folder for the copies
  public MemoryArtifactStore(Path work) {
    this.work = work;
  }

  /// The same with a temporary folder of its own.
  public static MemoryArtifactStore temporary() {
    try {
      Path work = Files.createTempDirectory("photoplay-files");
      work.toFile().deleteOnExit();
      return new MemoryArtifactStore(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stores a file that stays where it is.
  ///
  /// @return the name of its content
  public synchronized String add(Path file) {
    try {
      String content = TinyVideo.sha256(file);
      byte[] bytes = Files.readAllBytes(file);
      files.put(content, new Stored(bytes, Files.getLastModifiedTime(file).toInstant()));
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same.
  public ContentRef ref(Path file) {
    return new ContentRef(add(file), this);
  }

  public synchronized void clear() {
    files.clear();
  }

  @Override
  public StoredFile put(Path file) throws IOException {
    String content = add(file);
    long bytes = Files.size(file);
    Files.delete(file);
    return new StoredFile(content, bytes);
  }

  @Override
  public synchronized boolean exists(String content) {
    return files.containsKey(content);
  }

  @Override
  public synchronized Optional<Lease> open(String content) throws IOException {
    Stored stored = files.get(content);
    if (stored == null) {
      return Optional.empty();
    }
    files.put(content, new Stored(stored.bytes, Instant.now()));
    Path copy = scratch(".copy");
    Files.write(copy, stored.bytes);
    leases.merge(content, 1, Integer::sum);
    return Optional.of(new Copy(content, copy));
  }

  @Override
  public Optional<URI> link(String content, Duration ttl, String name) {
    return Optional.of(URI.create("memory:" + content));
  }

  @Override
  public Path scratch(String suffix) {
    return work.resolve(UUID.randomUUID() + suffix);
  }

  @Override
  public Shelf shelf() {
    return new MemoryShelf();
  }

  private final class Copy implements Lease {
    private final String content;
    private final Path path;

    Copy(String content, Path path) {
      this.content = content;
      this.path = path;
    }

    @Override
    public Path path() {
      return path;
    }

    @Override
    public void close() {
      synchronized (MemoryArtifactStore.this) {
        if (path.toFile().delete()) {
          leases.computeIfPresent(content, (_, open) -> open == 1 ? null : open - 1);
        }
      }
    }
  }

  private final class MemoryShelf implements Shelf {
    @Override
    public List<String> parts() {
      return List.of("memory");
    }

    @Override
    public List<Found> files(String part) {
      synchronized (MemoryArtifactStore.this) {
        files.putAll(aside);
        aside.clear();
        return files.entrySet().stream()
            .map(it ->
                new Found(it.getKey(), it.getKey(), it.getValue().bytes.length, it.getValue().used))
            .toList();
      }
    }

    @Override
    public boolean setAside(Found file) {
      synchronized (MemoryArtifactStore.this) {
        Stored stored = files.get(file.name());
        if (stored == null || leases.containsKey(file.name()) || stored.used.isAfter(file.used())) {
          return false;
        }
        files.remove(file.name());
        aside.put(file.name(), stored);
        return true;
      }
    }

    @Override
    public void restore(Found file) {
      synchronized (MemoryArtifactStore.this) {
        Stored stored = aside.remove(file.name());
        if (stored != null) {
          files.putIfAbsent(file.name(), stored);
        }
      }
    }

    @Override
    public void drop(Found file) {
      synchronized (MemoryArtifactStore.this) {
        aside.remove(file.name());
      }
    }
  }
}
