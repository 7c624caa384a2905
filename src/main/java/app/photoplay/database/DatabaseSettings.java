package app.photoplay.database;

import app.photoplay.config.Kind;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which database, and how to get in.
///
/// @param url `jdbc:postgresql://..`; empty = SQLite in the data folder
/// @param user empty = as the system's user is called
/// @param connections the most that are open at the same time
public record DatabaseSettings(
    Optional<String> url, String user, int connections, Optional<Secret> password) {
  private static final String SQLITE = "sqlite:";
  private static final Pattern POSTGRES =
      Pattern.compile("jdbc:postgresql://(?!.*[?&]password=)[^\\s@]+/[^\\s/]+");

  /// Not with a password: it would be shown where settings are.
  private static final Kind<Optional<String>> URL =
      Kind.of(
          "an address such as jdbc:postgresql://host/database, with the password in"
              + " DATABASE_PASSWORD",
          text ->
              Optional.of(Optional.of(text).filter(it -> !it.isEmpty()))
                  .filter(it -> it.isEmpty() || POSTGRES.matcher(text).matches()));

  /// Reads the section `database`.
  public static DatabaseSettings read(Section database) {
    return new DatabaseSettings(
        database.value("url", "", URL),
        database.value("user", "", Values.TEXT),
        database.value("connections", "10", Values.whole(2, 100)),
        database.secret("password", _ -> true, ""));
  }

  /// The database that is meant.
  public DatabasePlace place(Path data) {
    return url.<DatabasePlace>map(this::server).orElseGet(() -> new DatabasePlace.Folder(data));
  }

  /// A server at another address, with the same user and password.
  public PostgresSettings server(String address) {
    return new PostgresSettings(address, user, password.map(Secret::value).orElse(""), connections);
  }

  /// The place that an argument names: `sqlite:FOLDER` or `jdbc:postgresql:..`; empty when it names
  /// none.
  public Optional<DatabasePlace> named(String text) {
    if (text.startsWith(SQLITE) && text.length() > SQLITE.length()) {
      Path folder = Path.of(text.substring(SQLITE.length())).toAbsolutePath().normalize();
      return Optional.of(new DatabasePlace.Folder(folder));
    }
    return text.startsWith("jdbc:postgresql:") ? Optional.of(server(text)) : Optional.empty();
  }
}
