package app.photoplay;

import app.photoplay.config.Config;
import app.photoplay.config.Secret;
import app.photoplay.database.Database;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.PostgresSettings;
import app.photoplay.storage.local.LocalArtifactStore;
import java.nio.file.Path;

/// Which database and which files the configuration means.
final class Databases {
  private static final String SQLITE = "sqlite:";
  private static final String POSTGRES = "jdbc:postgresql:";

  private Databases() {}

  static Database open(Config config) {
    return Database.open(place(config));
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

  /// The files beside the database. Programs that share them keep their unfinished ones apart.
  static LocalArtifactStore files(Config config) {
    return new LocalArtifactStore(config.data().resolve("files"), scratch(config));
  }

  /// Where files are while they are made.
  static Path scratch(Config config) {
    Path scratch = config.data().resolve("files").resolve("scratch");
    return config.database().url().isEmpty() ? scratch : scratch.resolve(LIFE);
  }

  private static final String LIFE = java.util.UUID.randomUUID().toString();
}
