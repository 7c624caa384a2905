package app.photoplay.config;

import app.photoplay.config.Effective.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Everything that was said about how the program shall run. Features read their settings from
/// [#root()]; [#finish] then judges the whole, so that one run finds all problems.
///
/// A value is taken from the first place that states it: the command line, the environment, `.env`,
/// `config.yaml`, the default. A key `web.port` is `PHOTOPLAY_WEB_PORT` in the environment and in
/// `.env`. Secrets come from the environment and `.env` alone. An empty value counts as not stated.
/// Used by one thread.
public final class Configuration {
  private final Sources sources;
  private final Known known = new Known();
  private final List<Setting> settings = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private Configuration(Sources sources) {
    this.sources = sources;
  }

  /// Reads the files, touches nothing.
  ///
  /// @param home the folder of the launcher, where `.env` and by default `config.yaml` and `data`
  ///   lie
  /// @param file another `config.yaml`, which then must exist
  /// @param data another data folder
  public static Configuration open(
      Path home, @Nullable Path file, @Nullable Path data, Map<String, String> environment) {
    return new Configuration(Sources.open(home, file, data, environment));
  }

  /// One in which nothing is stated.
  static Configuration unstated() {
    return new Configuration(Sources.none());
  }

  public Section root() {
    return new Section(this, "");
  }

  /// Complains about what was stated and never asked for.
  public <T> ConfigResult<T> finish(T read) {
    sources.checkKeys(known);
    return sources.problems().isEmpty()
        ? new ConfigResult.Valid<>(read, new Effective(settings, warnings))
        : new ConfigResult.Invalid<>(sources.problems());
  }

  <T> T value(String key, String byDefault, Kind<T> kind, Optional<String> formerly) {
    known.keys().add(key);
    formerly.ifPresent(known.keys()::add);
    Sources.Found found =
        stated(key, formerly)
            .orElseGet(() -> new Sources.Found(byDefault, "default", sources.home()));
    Optional<T> value = kind.reading().read(found.text(), found.base());
    if (value.isPresent()) {
      String shown = value.get() instanceof Path path ? path.toString() : found.text();
      settings.add(new Setting(key, shown, found.source()));
      return value.get();
    }
    problem(
        "%s: %s is %s, but allowed is %s"
            .formatted(found.source(), key, quoted(found.text()), kind.allowed()));
    return kind.reading()
        .read(byDefault, sources.home())
        .orElseThrow(() -> new IllegalStateException("default of " + key));
  }

  private Optional<Sources.Found> stated(String key, Optional<String> formerly) {
    Optional<Sources.Found> now = sources.setting(key);
    Optional<Sources.Found> before = formerly.flatMap(sources::setting);
    before.ifPresent(it -> {
      String renamed = it.source() + ": " + formerly.get() + " has a new name, " + key;
      if (now.isPresent()) {
        problem(renamed + ", and both are stated: remove the old one");
      } else {
        warnings.add(renamed + "; the old one still works");
      }
    });
    return now.or(() -> before);
  }

  Optional<Secret> secret(
      String key,
      Optional<String> usual,
      Optional<String> formerly,
      Predicate<String> good,
      String complaint) {
    Optional<String> named = sources.yaml().variable(key);
    named.ifPresent(_ -> known.keys().add(key));
    return named.or(() -> usual).flatMap(it -> secret(it, formerly, good, complaint));
  }

  private Optional<Secret> secret(
      String variable, Optional<String> formerly, Predicate<String> good, String complaint) {
    known.secrets().add(variable);
    formerly.map(Sources::upper).ifPresent(known.secrets()::add);
    Optional<Sources.Found> found =
        sources.variable(variable).or(() -> formerly.flatMap(old -> former(old, variable)));
    settings.add(
        new Setting(
            variable,
            found.isPresent() ? "***" : "",
            found
                .map(it -> it.source().equals(".env") ? ".env" : "environment")
                .orElse("not set")));
    Optional<String> value = found.map(Sources.Found::text).filter(good);
    if (found.isPresent() && value.isEmpty()) {
      problem(variable + " " + complaint);
    }
    return value.map(Secret::new);
  }

  private Optional<Sources.Found> former(String key, String variable) {
    String old = Sources.upper(key);
    Optional<Sources.Found> found = sources.variable(old);
    found.ifPresent(
        _ -> warnings.add(old + " has a new name, " + variable + "; the old one still works"));
    return found;
  }

  List<String> names(String key) {
    known.lists().add(key);
    return sources.yaml().names(key, sources.problems());
  }

  void retired(String key, String instead) {
    sources
        .setting(key)
        .ifPresent(it -> problem(it.source() + ": " + key + " is not used any more: " + instead));
    known.keys().add(key);
  }

  void warning(String sentence) {
    warnings.add(sentence);
  }

  void problem(String sentence) {
    sources.problems().add(sentence);
  }

  private static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ").replaceAll("(password=)[^&]*", "$1***");
    return '"' + (line.length() > 60 ? line.substring(0, 60) + "..." : line) + '"';
  }
}
