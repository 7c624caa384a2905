package app.photoplay.config;

import java.util.List;

/// What became of reading the configuration.
public sealed interface ConfigResult {
  /// Everything that was said is known and in range.
  record Valid(Config config) implements ConfigResult {}

  /// Something has to be mended by whoever runs the program.
  ///
  /// @param problems one sentence each, never with a secret's value, at least one
  record Invalid(List<String> problems) implements ConfigResult {
    public Invalid {
      problems = List.copyOf(problems);
    }

    /// All problems as text for a terminal, a line each.
    public String report() {
      String head =
          problems.size() == 1
              ? "The configuration has a problem:"
              : "The configuration has " + problems.size() + " problems:";
      return head + "\n  " + String.join("\n  ", problems);
    }
  }
}
