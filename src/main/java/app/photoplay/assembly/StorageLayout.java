package app.photoplay.assembly;

import app.photoplay.database.Database;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.PrivateFiles;
import app.photoplay.storage.bucket.Bucket;
import app.photoplay.storage.bucket.BucketSettings;
import app.photoplay.storage.bucket.BucketStorage;
import app.photoplay.storage.gcs.GcsBucket;
import app.photoplay.storage.local.FolderUploads;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.s3.S3Bucket;
import app.photoplay.storage.upload.UploadStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which database and which files the configuration means.
public final class StorageLayout {
  private static final Logger log = LoggerFactory.getLogger(StorageLayout.class);
  private static final Duration ABANDONED = Duration.ofDays(2);
  private static final String LIFE = UUID.randomUUID().toString();
  private static final String COPIES = "copies";
  private static final String WAITING = "waiting";
  private static final List<String> FOLDERS = List.of("files", "uploads", "cache", COPIES, WAITING);

  private StorageLayout() {}

  public static Database open(Settings settings) {
    makePrivate(settings.data());
    return Databases.open(settings.place());
  }

  /// Sees to it that no other user of the machine reads what is in the data folder. What somebody
  /// else has put there stays as it is.
  private static void makePrivate(Path data) {
    try {
      PrivateFiles.folder(data);
      int open = PrivateFiles.close(data) ? 1 : 0;
      for (String folder : FOLDERS) {
        open += PrivateFiles.closeAll(data.resolve(folder));
      }
      try (DirectoryStream<Path> database = Files.newDirectoryStream(data, "photoplay.*")) {
        for (Path file : database) {
          open += PrivateFiles.close(file) ? 1 : 0;
        }
      }
      if (open > 0) {
        log.atWarn()
            .addKeyValue("files", open)
            .log("the data folder was open to other users of this machine; now it is private");
      }
    } catch (IOException e) {
      log.atWarn()
          .addKeyValue("error", e.toString())
          .log("the data folder may be open to other users of this machine");
    }
  }

  /// Where files are kept.
  ///
  /// @param closing what ends with it
  public record Stores(ArtifactStore files, UploadStore uploads, Runnable closing)
      implements AutoCloseable {

    /// On this machine.
    public static Stores local(ArtifactStore files, Path data) {
      UploadStore uploads = new FolderUploads(data.resolve("uploads"), InstantSource.system());
      return new Stores(files, uploads, () -> {});
    }

    /// In a bucket, whose waiting files are uploaded from now on.
    static Stores in(BucketStorage storage) {
      storage.start();
      return new Stores(storage.files(), storage.uploads(), storage::close);
    }

    @Override
    public void close() {
      closing.run();
    }
  }

  /// The files that the configuration means. Programs that share a folder keep their unfinished
  /// ones apart, and remove what killed ones left.
  public static Stores files(Settings settings) {
    Path files = settings.data().resolve("files");
    if (settings.database().url().isPresent()) {
      removeOld(files.resolve("scratch"));
    }
    if (settings.bucket().store() instanceof BucketSettings.Store.Local) {
      return Stores.local(store(settings, files), settings.data());
    }
    LocalArtifactStore copies = store(settings, settings.data().resolve(COPIES));
    BucketStorage storage =
        new BucketStorage(
            bucket(settings.bucket()),
            settings.bucket().prefix(),
            copies,
            settings.bucket().cacheSize(),
            settings.data().resolve(WAITING),
            quiet(settings.storage().keep()),
            InstantSource.system());
    takeOver(store(settings, files), storage);
    return Stores.in(storage);
  }

  /// What lies in the data folder since before there was a bucket.
  private static void takeOver(ArtifactStore before, BucketStorage storage) {
    try {
      int moved = storage.takeOver(before);
      if (moved > 0) {
        log.atInfo()
            .addKeyValue("files", moved)
            .log("files of this machine are being moved into the bucket");
      }
    } catch (IOException e) {
      log.atWarn().setCause(e).log("files of this machine could not all be moved into the bucket");
    }
  }

  private static LocalArtifactStore store(Settings settings, Path folder) {
    return new LocalArtifactStore(folder, scratch(settings), InstantSource.system());
  }

  private static Duration quiet(Duration keep) {
    Duration part = keep.dividedBy(10);
    return part.compareTo(BucketStorage.QUIET) < 0 ? part : BucketStorage.QUIET;
  }

  /// The bucket. The library that it needs is loaded here, and no other is.
  static Bucket bucket(BucketSettings settings) {
    return switch (settings.store()) {
      case BucketSettings.Store.Local _ -> throw new IllegalArgumentException("no bucket is set");
      case BucketSettings.Store.S3 s3 -> S3Bucket.open(settings.bucket(), s3);
      case BucketSettings.Store.Gcs gcs -> GcsBucket.open(settings.bucket(), gcs);
    };
  }

  /// Where files are while they are made.
  public static Path scratch(Settings settings) {
    Path scratch = settings.data().resolve("files").resolve("scratch");
    return settings.database().url().isEmpty() ? scratch : scratch.resolve(LIFE);
  }

  private static void removeOld(Path scratch) {
    if (!Files.isDirectory(scratch)) {
      return;
    }
    FileTime before = FileTime.from(InstantSource.system().instant().minus(ABANDONED));
    try (Stream<Path> walk = Files.walk(scratch)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(before) < 0) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      log.atWarn().setCause(e).log("unfinished files of earlier programs were not removed");
    }
  }
}
