package app.photoplay.storage.bucket;

import app.photoplay.job.StoredFile;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Lease;
import app.photoplay.storage.Shelf;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Artifacts in a bucket.
final class BucketArtifactStore implements ArtifactStore {
  private static final Logger log = LoggerFactory.getLogger(BucketArtifactStore.class);
  private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");

  /// Longer ones are refused by every object store.
  private static final Duration LONGEST_LINK = Duration.ofDays(7);

  private final BucketFiles files;
  private final Supplier<String> trouble;

  /// @param trouble what the operator should know, or nothing
  BucketArtifactStore(BucketFiles files, Supplier<String> trouble) {
    this.files = files;
    this.trouble = trouble;
  }

  /// The file is in the bucket when this returns, or on the list of what is to be uploaded.
  @Override
  public StoredFile put(Path file) throws IOException {
    String type = MediaTypes.of(file.toString());
    Instant used = Files.getLastModifiedTime(file).toInstant();
    try (LocalCopies.Arrived copy = files.copies().put(file)) {
      StoredFile stored = copy.file();
      files.put(stored.content(), copy.lease(), stored.content(), used, type);
      return stored;
    }
  }

  @Override
  public boolean exists(String content) {
    return CONTENT.matcher(content).matches() && files.exists(content);
  }

  @Override
  public boolean gone(String content) {
    return !CONTENT.matcher(content).matches() || files.gone(content);
  }

  @Override
  public Optional<Lease> open(String content) throws IOException {
    return CONTENT.matcher(content).matches() ? files.open(content) : Optional.empty();
  }

  /// To be given a link is a use: the file is there for as long as one that was just used.
  @Override
  public Optional<URI> link(String content, Duration ttl, String name) {
    if (!CONTENT.matcher(content).matches()) {
      return Optional.empty();
    }
    Duration lives = ttl.compareTo(LONGEST_LINK) > 0 ? LONGEST_LINK : ttl;
    try {
      return files
          .folder()
          .use(content)
          .flatMap(it -> files.folder().bucket().sign(it.key(), lives, MediaTypes.of(name), name));
    } catch (IOException away) {
      log.atDebug().setCause(away).log("no link");
      return Optional.empty();
    }
  }

  @Override
  public Shelf shelf() {
    return files.shelf();
  }

  @Override
  public Path scratch(String suffix) {
    return files.copies().scratch(suffix);
  }

  @Override
  public String trouble() {
    return trouble.get();
  }
}
