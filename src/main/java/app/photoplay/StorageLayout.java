package app.photoplay;

import app.photoplay.config.Config;
import app.photoplay.config.Secret;
import app.photoplay.database.Database;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.PostgresSettings;
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
final class StorageLayout {
  private static final Logger log = LoggerFactory.getLogger(StorageLayout.class);
  private static final Duration ABANDONED = Duration.ofDays(2);
  private static final String LIFE = UUID.randomUUID().toString();
  private static final Pattern UPLOAD = Pattern.compile("[0-9a-f]{32}");
  private static final List<String> FOLDERS = List.of("files", "uploads", "cache");
  private static final String SQLITE = "sqlite:";
  private static final String POSTGRES = "jdbc:postgresql:";

  private StorageLayout() {}

  static Database open(Config config) {
    makePrivate(config.data());
    return Database.open(place(config));
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

  static DatabasePlace place(Config config) {
    return config
        .database()
        .url()
        .<DatabasePlace>map(url -> server(url, config))
        .orElseGet(() -> new DatabasePlace.Folder(config.data()));
  }

  /// The place that an argument names: `sqlite:FOLDER` or `jdbc:postgresql:..`.
  static DatabasePlace named(String text, Config config) {
    if (text.startsWith(SQLITE)) {
      Path folder = Path.of(text.substring(SQLITE.length())).toAbsolutePath().normalize();
      return new DatabasePlace.Folder(folder);
    }
    return server(text, config);
  }

  static boolean isNamed(String text) {
    return text.startsWith(POSTGRES) || (text.startsWith(SQLITE) && text.length() > 7);
  }

  static PostgresSettings server(String url, Config config) {
    return new PostgresSettings(
        url,
        config.database().user(),
        config.database().password().map(Secret::value).orElse(""),
        config.database().connections());
  }

  /// The files beside the database. Programs that share them keep their unfinished ones apart, and
  /// remove what killed ones left.
  static LocalArtifactStore files(Config config) {
    Path files = config.data().resolve("files");
    Path scratch = scratch(config);
    if (config.database().url().isPresent()) {
      removeOld(files.resolve("scratch"));
    }
    return new LocalArtifactStore(files, scratch, InstantSource.system());
  }

  /// What people sent to the web chat.
  static Shelf uploads(Path data) {
    return new FolderShelf(data.resolve("uploads"), UPLOAD);
  }

  /// Where files are while they are made.
  static Path scratch(Config config) {
    Path scratch = config.data().resolve("files").resolve("scratch");
    return config.database().url().isEmpty() ? scratch : scratch.resolve(LIFE);
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
      log.atWarn().setCause(e).log("unfinished files of former programs were not removed");
    }
  }
}
