package app.photoplay.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The settings below one prefix. Whoever has settings reads them from one; the calls are the list
/// of keys there are, their defaults and ranges. A value that is wrong is noted, and its default
/// answered instead.
public final class Section {
  private final Configuration configuration;
  private final String path;

  Section(Configuration configuration, String path) {
    this.configuration = configuration;
    this.path = path;
  }

  /// A section of which nothing is stated: every value is its default.
  public static Section unstated(String path) {
    return new Section(Configuration.unstated(), path);
  }

  /// The last part of its key: of a list's section the name that it was given.
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /// Its whole key, such as `prices.local.speech`.
  public String path() {
    return path;
  }

  /// The section below a key.
  ///
  /// @param key may have several parts
  public Section section(String key) {
    return new Section(configuration, key(key));
  }

  /// The sections of a list, each with a `name` of its own, which stands for it in keys: of
  /// `accounts: [{name: main, limit: 3}]` the key is `accounts.main.limit`.
  public List<Section> sections(String key) {
    Section list = section(key);
    return configuration.names(list.path).stream().map(list::section).toList();
  }

  /// A value, or its default.
  public <T> T value(String key, String byDefault, Kind<T> kind) {
    return configuration.value(key(key), byDefault, kind, Optional.empty());
  }

  /// A value whose key had another name: that is still taken, with a warning.
  ///
  /// @param formerly the whole old key, such as `web.port`
  public <T> T renamed(String key, String formerly, String byDefault, Kind<T> kind) {
    return configuration.value(key(key), byDefault, kind, Optional.of(formerly));
  }

  /// Complains when a key is stated that nothing reads any more.
  ///
  /// @param instead what to do, as a sentence
  public void retired(String key, String instead) {
    configuration.retired(key(key), instead);
  }

  /// What must not be shown. `web.access-token` is the variable `WEB_ACCESS_TOKEN`, unless
  /// config.yaml names another one: `access-token: ${MY_TOKEN}`. Empty when it is not stated or
  /// wrong.
  ///
  /// @param complaint completes a sentence that begins with the variable's name
  public Optional<Secret> secret(String key, Predicate<String> good, String complaint) {
    String variable = Sources.upper(key(key));
    return configuration.secret(key(key), Optional.of(variable), Optional.empty(), good, complaint);
  }

  /// The same of a variable with a name of its own.
  ///
  /// @param variable empty = only the one that config.yaml names
  public Optional<Secret> secret(
      String key, Optional<String> variable, Predicate<String> good, String complaint) {
    return configuration.secret(key(key), variable, Optional.empty(), good, complaint);
  }

  /// The same of one whose variable had another name: that is still taken, with a warning.
  ///
  /// @param formerly the whole old key, such as `r2.access-key-id`
  public Optional<Secret> secret(
      String key, String formerly, Predicate<String> good, String complaint) {
    String variable = Sources.upper(key(key));
    return configuration.secret(
        key(key), Optional.of(variable), Optional.of(formerly), good, complaint);
  }

  /// Says that values do not go together.
  ///
  /// @param sentence begins after the key
  public void problem(String key, String sentence) {
    configuration.problem(key(key) + ": " + sentence);
  }

  /// Says what whoever runs the program should change some day.
  ///
  /// @param sentence begins after the key
  public void warning(String key, String sentence) {
    configuration.warning(key(key) + ": " + sentence);
  }

  private String key(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
