package app.photoplay.config;

import java.util.List;

/// What became of reading the configuration.
///
/// @param <T> the tree of settings
public sealed interface ConfigResult<T> {
  /// Everything that was said is known and in range.
  record Valid<T>(T settings, Effective effective) implements ConfigResult<T> {}

  /// Something has to be fixed by whoever runs the program.
  ///
  /// @param problems one sentence each, never with a secret's value, at least one
  record Invalid<T>(List<String> problems) implements ConfigResult<T> {
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
