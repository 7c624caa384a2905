package app.photoplay.config;

import app.photoplay.wording.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All places a value can come from, strongest first.
///
/// @param data the folder named on the command line
/// @param problems what was wrong with the files themselves
record Sources(
    Path home,
    @Nullable Path data,
    Map<String, String> environment,
    Map<String, String> dotEnv,
    YamlTree yaml,
    List<String> problems) {
  private static final String PREFIX = "PHOTOPLAY_";

  /// Variables that are for the launcher.
  private static final Set<String> NOT_OURS = Set.of("PHOTOPLAY_JAVA_OPTS");

  /// Settings that have an older, more common name as well.
  private static final Map<String, String> NAMES =
      Map.of(
          "telegram.api-url", "TELEGRAM_API_URL",
          "storage.bucket", "R2_BUCKET_NAME",
          "storage.s3.endpoint", "R2_ENDPOINT_URL");

  /// A value with the place it was found.
  ///
  /// @param base the folder that a relative path in the text starts from
  record Found(String text, String source, Path base) {}

  static Sources open(
      Path home, @Nullable Path file, @Nullable Path data, Map<String, String> environment) {
    Path folder = home.toAbsolutePath().normalize();
    List<String> problems = new ArrayList<>();
    Path byDefault = folder.resolve("config.yaml");
    YamlTree yaml =
        file == null && !Files.exists(byDefault)
            ? YamlTree.empty(folder)
            : YamlTree.read(file == null ? byDefault : file, problems);
    return new Sources(
        folder, data, environment, DotEnv.read(folder.resolve(".env"), problems), yaml, problems);
  }

  /// No places at all.
  static Sources none() {
    Path here = workingFolder();
    return new Sources(here, null, Map.of(), Map.of(), YamlTree.empty(here), new ArrayList<>());
  }

  /// Empty when it is stated nowhere.
  Optional<Found> setting(String key) {
    if (data != null && key.equals("data")) {
      return Optional.of(new Found(data.toString(), "--data", workingFolder()));
    }
    return Stream.concat(Stream.of(PREFIX + upper(key)), Stream.ofNullable(NAMES.get(key)))
        .flatMap(it -> variable(it).stream())
        .findFirst()
        .or(() ->
            yaml.text(key)
                .filter(it -> !it.isBlank())
                .map(it -> new Found(it.strip(), yaml.name(), yaml.folder())));
  }

  /// A variable of the environment or of `.env`.
  Optional<Found> variable(String name) {
    return value(environment, name)
        .map(it -> new Found(it, name, workingFolder()))
        .or(() -> value(dotEnv, name).map(it -> new Found(it, ".env", home)));
  }

  private static Optional<String> value(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  private static Path workingFolder() {
    return Path.of("").toAbsolutePath();
  }

  /// Complains about everything that was said and is not known.
  void checkKeys(Known asked) {
    yaml.checkKeys(asked, problems);
    List<String> known =
        Stream.of(
                asked.keys().stream().map(it -> PREFIX + upper(it)),
                NAMES.values().stream(),
                asked.secrets().stream())
            .flatMap(it -> it)
            .toList();
    Stream.concat(
            environment.keySet().stream()
                .filter(it -> it.startsWith(PREFIX) && !known.contains(it))
                .sorted(),
            dotEnv.keySet().stream().filter(it -> !known.contains(it)).map(it -> ".env: " + it))
        .filter(it -> NOT_OURS.stream().noneMatch(it::endsWith))
        .forEach(it -> problems.add(it + " is not a known variable" + meant(it, known)));
  }

  private static String meant(String complaint, List<String> known) {
    String name = complaint.substring(complaint.lastIndexOf(' ') + 1);
    return Nearest.to(name, known).map(it -> ", did you mean " + it + "?").orElse("");
  }

  /// `web.port` as `WEB_PORT`.
  static String upper(String key) {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
