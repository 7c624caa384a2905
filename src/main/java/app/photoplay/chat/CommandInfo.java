package app.photoplay.chat;

import java.util.List;

/// A command as a platform lists it.
///
/// @param name 1 to 32 of `a-z 0-9 _`
/// @param description 1 to 256 characters in the default language
/// @param options that people are offered
public record CommandInfo(String name, String description, List<OptionSpec> options) {
  public CommandInfo {
    options = List.copyOf(options);
  }

  /// A command without options.
  public CommandInfo(String name, String description) {
    this(name, description, List.of());
  }
}
