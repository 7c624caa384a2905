package app.photoplay.assembly;

import app.photoplay.database.Database;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.storage.PrivateFiles;
import app.photoplay.storage.Shelf;
import app.photoplay.storage.local.FolderShelf;
import app.photoplay.storage.local.LocalArtifactStore;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which database and which files the configuration means.
public final class StorageLayout {
  private static final Logger log = LoggerFactory.getLogger(StorageLayout.class);
  private static final Duration ABANDONED = Duration.ofDays(2);
  private static final String LIFE = UUID.randomUUID().toString();
  private static final Pattern UPLOAD = Pattern.compile("[0-9a-f]{32}");
  private static final List<String> FOLDERS = List.of("files", "uploads", "cache");

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

  /// The files beside the database. Programs that share them keep their unfinished ones apart, and
  /// remove what killed ones left.
  public static LocalArtifactStore files(Settings settings) {
    Path files = settings.data().resolve("files");
    Path scratch = scratch(settings);
    if (settings.database().url().isPresent()) {
      removeOld(files.resolve("scratch"));
    }
    return new LocalArtifactStore(files, scratch, InstantSource.system());
  }

  /// What people sent to the web chat.
  static Shelf uploads(Path data) {
    return new FolderShelf(data.resolve("uploads"), UPLOAD);
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
