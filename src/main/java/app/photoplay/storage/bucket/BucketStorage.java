package app.photoplay.storage.bucket;

import app.photoplay.retry.Backoff;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Lease;
import app.photoplay.storage.Shelf;
import app.photoplay.storage.upload.UploadStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All that is kept in a bucket. Thread-safe.
public final class BucketStorage implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BucketStorage.class);

  /// Within this time after a use of a file others need not be told of another one: sweeps leave
  /// alone for hours what was used.
  public static final Duration QUIET = Duration.ofMinutes(10);

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final GuardedBucket bucket;
  private final Spool spool;
  private final BucketFiles made;
  private final Map<String, BucketFiles> folders;
  private final ArtifactStore files;
  private final UploadStore uploads;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Thread uploading;

  /// Storage.
  ///
  /// @param bucket is closed with it
  /// @param prefix of all keys, empty or ending with a slash
  /// @param local keeps the copies, and nothing else
  /// @param room bytes that the copies may take
  /// @param waiting folder for the list of what is to be uploaded yet
  /// @param quiet [#QUIET], or less where sweeps are quicker
  public BucketStorage(
      Bucket bucket,
      String prefix,
      ArtifactStore local,
      long room,
      Path waiting,
      Duration quiet,
      InstantSource time) {
    this.bucket = new GuardedBucket(bucket, time);
    this.spool = new Spool(waiting);
    LocalCopies copies = new LocalCopies(local, room, spool::holds);
    String kept = prefix + "files";
    String sent = prefix + "uploads";
    this.made =
        new BucketFiles(kept, new BucketFolder(this.bucket, kept, quiet, time), copies, spool);
    this.folders =
        Map.of(
            kept,
            made,
            sent,
            new BucketFiles(sent, new BucketFolder(this.bucket, sent, quiet, time), copies, spool));
    this.files = new BucketArtifactStore(made, this::trouble);
    this.uploads = new BucketUploads(sent, folder(sent), spool);
  }

  private BucketFiles folder(String path) {
    BucketFiles folder = folders.get(path);
    if (folder == null) {
      throw new IllegalArgumentException("another prefix was configured before: " + path);
    }
    return folder;
  }

  public ArtifactStore files() {
    return files;
  }

  public UploadStore uploads() {
    return uploads;
  }

  /// Takes over what was kept on this machine before there was a bucket: it is found at once, and
  /// is in the bucket as soon as that takes it. May be broken off at any point, and begun again.
  ///
  /// @return how many files that were
  public int takeOver(ArtifactStore before) throws IOException {
    int files = 0;
    Shelf shelf = before.shelf();
    for (String part : shelf.parts()) {
      for (Shelf.Found found : shelf.files(part)) {
        Optional<Lease> lease = before.open(found.name());
        if (lease.isPresent()) {
          try (Lease file = lease.get()) {
            made.takeOver(found.name(), file.path(), found.used());
          }
          files++;
        }
      }
    }
    return files;
  }

  /// Begins to upload what waits, now and whenever the bucket is back.
  public synchronized void start() {
    if (uploading == null) {
      uploading = Thread.ofVirtual().name("uploads").start(this::uploadUntilClosed);
    }
  }

  private void uploadUntilClosed() {
    int failures = 0;
    try {
      while (!closed.await(
          BACKOFF.pause(Math.max(1, failures)).toMillis(), TimeUnit.MILLISECONDS)) {
        failures = uploadWaiting() ? 0 : failures + 1;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Uploads what waits, as far as the bucket takes it.
  ///
  /// @return whether nothing waits any more and the bucket works
  public boolean uploadWaiting() {
    if (!bucket.works()) {
      return false;
    }
    boolean all = true;
    for (Map.Entry<Path, Spool.Waiting> each : spool.all().entrySet()) {
      Spool.Waiting one = each.getValue();
      try {
        folder(one.folder()).upload(each.getKey(), one);
        log.atInfo().addKeyValue("file", one.content()).log("a file that waited is in the bucket");
      } catch (IOException | RuntimeException e) {
        all = false;
        log.atDebug().setCause(e).log("not uploaded yet");
      }
    }
    return all;
  }

  private String trouble() {
    int waiting = spool.size();
    String files =
        waiting == 0 ? "" : " %d files wait on this machine to be uploaded.".formatted(waiting);
    return bucket.trouble().map(BucketTrouble::sentence).orElse("").concat(files).strip();
  }

  @Override
  public void close() {
    closed.countDown();
    Thread running = uploading;
    if (running != null) {
      try {
        if (!running.join(Duration.ofSeconds(5))) {
          running.interrupt();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    bucket.close();
  }
}
