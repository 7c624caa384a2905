package app.photoplay.storage.bucket;

import app.photoplay.storage.Lease;
import app.photoplay.storage.Shelf;
import app.photoplay.storage.upload.UploadStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Uploads in a bucket.
final class BucketUploads implements UploadStore {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final BucketFiles files;
  private final Spool spool;
  private final String path;
  private final Cache<String, Boolean> sent = Caffeine.newBuilder().maximumSize(10_000).build();

  /// @param path of the folder in the bucket
  BucketUploads(String path, BucketFiles files, Spool spool) {
    this.path = path;
    this.files = files;
    this.spool = spool;
  }

  @Override
  public Path scratch() {
    return files.copies().scratch(".upload");
  }

  @Override
  public void put(String owner, String id, Path file) throws IOException {
    String name = name(owner, id).orElseThrow(() -> new IllegalArgumentException("no such name"));
    Instant now = files.folder().time().instant();
    try (LocalCopies.Arrived copy = files.copies().put(file)) {
      files.put(name, copy.lease(), copy.file().content(), now, "application/octet-stream");
    }
  }

  @Override
  public Optional<Lease> keep(String owner, String id) throws IOException {
    Optional<String> name = name(owner, id);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Lease> file = files.open(name.get());
    if (file.isPresent()) {
      try {
        send(name.get());
      } catch (IOException notSaid) {
        file.get().close();
        throw notSaid;
      }
    }
    return file;
  }

  private void send(String name) throws IOException {
    spool.send(path, name);
    if (!files.waits(name)) {
      for (Copy copy : files.folder().copies(name)) {
        files.folder().send(copy);
      }
      files.folder().forget(name);
    }
    sent.put(name, true);
  }

  @Override
  public Optional<Lease> open(String owner, String id) throws IOException {
    Optional<String> name = name(owner, id);
    return name.isPresent() && sent(name.get()) ? files.open(name.get()) : Optional.empty();
  }

  /// What once was part of a message is for good.
  private boolean sent(String name) throws IOException {
    if (sent.getIfPresent(name) != null) {
      return true;
    }
    Optional<Spool.Waiting> waiting = spool.find(path, name);
    boolean found =
        waiting.isPresent()
            ? waiting.get().sent()
            : files.folder().find(name).filter(Copy::sent).isPresent();
    if (found) {
      sent.put(name, true);
    }
    return found;
  }

  @Override
  public void discard(String owner, String id) throws IOException {
    Optional<String> name = name(owner, id);
    if (name.isPresent()) {
      spool.discard(path, name.get());
      for (Copy copy : files.folder().copies(name.get())) {
        if (!copy.sent()) {
          files.folder().delete(copy);
        }
      }
    }
  }

  @Override
  public void discardUnsent(Instant before) throws IOException {
    for (String part : shelf().parts()) {
      for (Copy copy : files.folder().list(part).copies()) {
        if (!copy.sent() && copy.used().isBefore(before)) {
          files.folder().delete(copy);
        }
      }
    }
  }

  @Override
  public Shelf shelf() {
    return files.shelf();
  }

  private static Optional<String> name(String owner, String id) {
    return ID.matcher(owner).matches() && ID.matcher(id).matches()
        ? Optional.of(owner + "/" + id)
        : Optional.empty();
  }
}
