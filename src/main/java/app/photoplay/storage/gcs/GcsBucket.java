package app.photoplay.storage.gcs;

import app.photoplay.storage.bucket.Bucket;
import app.photoplay.storage.bucket.BucketSettings;
import app.photoplay.storage.bucket.BucketTrouble;
import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.NoCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.WriteChannel;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobField;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.BlobTargetOption;
import com.google.cloud.storage.Storage.BlobWriteOption;
import com.google.cloud.storage.Storage.SignUrlOption;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A bucket of Google Cloud Storage.
///
/// Uploads go through the library's writer, which goes on where a cut connection left it; each has
/// the condition that nobody has the key, so that the library may repeat every step. When that is
/// answered with "somebody has it", it was an earlier try whose answer got lost.
public final class GcsBucket implements Bucket {
  private static final Logger log = LoggerFactory.getLogger(GcsBucket.class);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int SILENCE_MILLIS = 30_000;
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CHUNK = 3 << 20;
  private static final int PIECE = 64 << 10;
  private static final int PRECONDITION_FAILED = 412;

  private final String bucket;
  private final URI server;
  private final Optional<URI> other;
  private final Storage storage;
  private final AtomicBoolean unsigned = new AtomicBoolean();

  private GcsBucket(String bucket, Optional<URI> other, Storage storage) {
    this.bucket = bucket;
    this.other = other;
    this.server = other.orElseGet(() -> URI.create("https://storage.googleapis.com"));
    this.storage = storage;
  }

  /// A bucket; nothing is asked yet but who we are.
  ///
  /// @throws UncheckedIOException when there are no credentials
  public static Bucket open(String bucket, BucketSettings.Store.Gcs settings) {
    try {
      return open(bucket, settings, credentials(settings));
    } catch (IOException none) {
      throw new UncheckedIOException(
          new BucketTrouble(
              BucketTrouble.Kind.NO_CREDENTIALS, String.valueOf(none.getMessage()), none));
    }
  }

  private static Credentials credentials(BucketSettings.Store.Gcs settings) throws IOException {
    if (settings.credentials().isPresent()) {
      try (InputStream file = Files.newInputStream(Path.of(settings.credentials().get().value()))) {
        return GoogleCredentials.fromStream(file);
      }
    }
    return settings.baseUrl().isPresent()
        ? NoCredentials.getInstance() // never show ours to another server
        : GoogleCredentials.getApplicationDefault();
  }

  static Bucket open(String bucket, BucketSettings.Store.Gcs settings, Credentials credentials) {
    StorageOptions.Builder options =
        StorageOptions.http()
            .setProjectId("unused") // a bucket's name is enough; else the machine would be asked
            .setCredentials(credentials)
            .setRetrySettings(
                ServiceOptions.getDefaultRetrySettings().toBuilder()
                    .setMaxAttempts(ATTEMPTS)
                    .setInitialRetryDelayDuration(FIRST_PAUSE)
                    .setTotalTimeoutDuration(PATIENCE)
                    .build())
            .setTransportOptions(
                HttpTransportOptions.newBuilder()
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setReadTimeout(SILENCE_MILLIS)
                    .build());
    settings.baseUrl().ifPresent(it -> options.setHost(it.toString()));
    return new GcsBucket(bucket, settings.baseUrl(), options.build().getService());
  }

  @Override
  public void put(String key, Path file, String type) throws IOException {
    BlobInfo blob = BlobInfo.newBuilder(bucket, key).setContentType(type).build();
    long bytes = Files.size(file);
    try (FileChannel in = FileChannel.open(file)) {
      WriteChannel out = storage.writer(blob, BlobWriteOption.doesNotExist());
      out.setChunkSize(CHUNK);
      try (out) {
        ByteBuffer buffer = ByteBuffer.allocate(PIECE);
        while (in.read(buffer) >= 0) {
          buffer.flip();
          while (buffer.hasRemaining()) {
            out.write(buffer);
          }
          buffer.clear();
        }
      }
    } catch (StorageException failed) {
      stored(failed, key, bytes);
    } catch (IOException failed) {
      if (!(failed.getCause() instanceof StorageException cause)) {
        throw failed;
      }
      stored(cause, key, bytes);
    }
  }

  @Override
  public void mark(String key) throws IOException {
    BlobInfo blob = BlobInfo.newBuilder(bucket, key).build();
    try {
      storage.create(
          blob,
          new byte[0],
          BlobTargetOption.doesNotExist(),
          BlobTargetOption.disableGzipContent());
    } catch (StorageException failed) {
      stored(failed, key, 0);
    }
  }

  /// Ends well when the failure says that somebody has stored it, and it is there as a whole.
  private void stored(StorageException failed, String key, long bytes) throws IOException {
    if (failed.getCode() != PRECONDITION_FAILED) {
      throw GcsFailures.of(failed);
    }
    try {
      Blob there = storage.get(BlobId.of(bucket, key));
      if (there == null || there.getSize() != bytes) {
        throw new BucketTrouble(BucketTrouble.Kind.OTHER, "half an object", failed);
      }
    } catch (StorageException unknown) {
      throw GcsFailures.of(unknown);
    }
  }

  @Override
  public List<Item> list(String prefix) throws IOException {
    try {
      List<Item> items = new ArrayList<>();
      for (Blob blob :
          storage
              .list(
                  bucket,
                  BlobListOption.prefix(prefix),
                  BlobListOption.fields(BlobField.NAME, BlobField.SIZE))
              .iterateAll()) {
        items.add(new Item(blob.getName(), blob.getSize()));
      }
      return items;
    } catch (StorageException failed) {
      throw GcsFailures.of(failed);
    }
  }

  /// Keys are used once, so that the library cannot mix two objects when it goes on after a cut.
  @Override
  public void download(String key, Path target) throws IOException {
    try {
      storage.downloadTo(BlobId.of(bucket, key), target);
    } catch (StorageException failed) {
      throw GcsFailures.of(failed);
    }
  }

  @Override
  public void delete(String key) throws IOException {
    try {
      storage.delete(BlobId.of(bucket, key));
    } catch (StorageException failed) {
      throw GcsFailures.of(failed);
    }
  }

  @Override
  public Optional<URI> sign(String key, Duration lives, String type, String name) {
    List<SignUrlOption> options = new ArrayList<>();
    options.add(SignUrlOption.withV4Signature());
    options.add(
        SignUrlOption.withQueryParams(
            Map.of(
                "response-content-type",
                type,
                "response-content-disposition",
                "inline; filename=\"" + name + "\"")));
    other.ifPresent(it -> options.add(SignUrlOption.withHostName(it.toString())));
    try {
      return Optional.of(
          URI.create(
              storage
                  .signUrl(
                      BlobInfo.newBuilder(bucket, key).build(),
                      lives.toSeconds(),
                      TimeUnit.SECONDS,
                      options.toArray(SignUrlOption[]::new))
                  .toString()));
    } catch (RuntimeException noSigner) {
      if (unsigned.compareAndSet(false, true)) {
        log.atWarn()
            .addKeyValue("error", String.valueOf(noSigner.getMessage()))
            .log("these credentials cannot sign links to files; a service account's can");
      }
      return Optional.empty();
    }
  }

  @Override
  public URI server() {
    return server;
  }

  @Override
  public void close() {
    try {
      storage.close();
    } catch (Exception e) {
      log.atDebug().setCause(e).log("not closed");
    }
  }
}
