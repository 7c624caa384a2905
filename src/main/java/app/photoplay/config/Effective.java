package app.photoplay.config;

import java.util.List;
import java.util.stream.Collectors;

/// What is in force, value by value, and what whoever runs the program should change some day.
///
/// @param warnings one sentence each, such as about a key that has a new name
public record Effective(List<Setting> settings, List<String> warnings) {
  public Effective {
    settings = List.copyOf(settings);
    warnings = List.copyOf(warnings);
  }

  /// One value.
  ///
  /// @param value as it was written, `***` for a secret
  /// @param source `default`, `config.yaml`, `.env`, the variable of the environment, or `--data`
  public record Setting(String key, String value, String source) {}

  /// For the log and the doctor: a line per key, without any secret.
  public String describe() {
    return settings.stream()
        .map(it -> it.key() + " = " + it.value() + " (" + it.source() + ")")
        .collect(Collectors.joining("\n"));
  }
}
