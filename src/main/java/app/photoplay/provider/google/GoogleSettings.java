package app.photoplay.provider.google;

import app.photoplay.config.Kind;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.RemoteSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How Google is reached.
///
/// @param remote with an account for each key, and one named [#CLOUD] for the project
/// @param cloud the project of Google Cloud; empty when only keys pay
public record GoogleSettings(RemoteSettings remote, Optional<Cloud> cloud) {
  /// The name of the account that a project pays for.
  static final String CLOUD = "vertex";

  static final String GEMINI_HOST = "generativelanguage.googleapis.com";

  /// The project has no key, so this stands where keys stand.
  private static final Secret NO_KEY = new Secret("application-default-credentials");

  private static final String STORAGE = "https://storage.googleapis.com";

  private static final Kind<Optional<Path>> FILE =
      new Kind<>("the path of a file, or nothing", GoogleSettings::file);

  private enum Mode {
    GEMINI,
    VERTEX,
    BOTH
  }

  /// A project of Google Cloud.
  ///
  /// @param location where models run that do not say so themselves
  /// @param bucket that videos pass through, and are removed from; empty = they come with the
  ///   answer, as far as it holds them
  /// @param storage where Cloud Storage answers
  /// @param credentials file of a service account; empty = as Google's libraries find them
  public record Cloud(
      String project, String location, String bucket, URI storage, Optional<Path> credentials) {}

  /// Reads `providers.google`.
  public static GoogleSettings read(Section google) {
    Mode mode = google.value("mode", "gemini", Values.oneOf(Mode.class));
    RemoteSettings remote =
        RemoteSettings.read(
            google, List.of("GOOGLE_API_KEY", "GEMINI_API_KEY"), "https://" + GEMINI_HOST, 4);
    List<Account> accounts = new ArrayList<>(remote.accounts());
    Cloud cloud = cloud(google);
    if (mode == Mode.VERTEX) {
      accounts.clear();
    }
    if (mode == Mode.GEMINI) {
      return new GoogleSettings(with(remote, accounts), Optional.empty());
    }
    if (cloud.project().isEmpty()) {
      google.problem("project", "must say which project of Google Cloud pays");
    }
    if (accounts.removeIf(it -> it.name().equals(CLOUD))) {
      google.problem("accounts", CLOUD + " is the name of the project's own account");
    }
    int simultaneous = google.value("simultaneous", "4", Values.whole(1, 1000));
    accounts.add(new Account(google.name(), CLOUD, NO_KEY, simultaneous));
    return new GoogleSettings(with(remote, accounts), Optional.of(cloud));
  }

  private static Cloud cloud(Section google) {
    return new Cloud(
        google.value("project", "", matching("the id of a project", "[a-z0-9.:-]{0,80}")),
        google.value("location", "global", matching("a location", "[a-z0-9-]{2,40}")),
        google.value("bucket", "", matching("a bucket's name", "[a-z0-9._-]{0,222}")),
        google.value("storage-url", STORAGE, Values.SERVER),
        google.value("credentials", "", FILE));
  }

  private static RemoteSettings with(RemoteSettings remote, List<Account> accounts) {
    return new RemoteSettings(
        remote.name(), remote.baseUrl(), remote.hosts(), remote.proxy(), List.copyOf(accounts));
  }

  private static Kind<String> matching(String allowed, String pattern) {
    return Kind.of(
        allowed + " such as Google writes it",
        text -> Optional.of(text).filter(it -> it.matches(pattern)));
  }

  private static Optional<Optional<Path>> file(String text, Path base) {
    if (text.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    try {
      Path file = base.resolve(text);
      return Files.isReadable(file) ? Optional.of(Optional.of(file)) : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
