package app.photoplay.testkit.discord;

import java.nio.file.Path;

/// What a person puts behind a command, or into a field of a modal.
public record DiscordOption(String name, Object value) {

  /// Words, or the value of a choice.
  public static DiscordOption option(String name, String value) {
    return new DiscordOption(name, value);
  }

  public static DiscordOption option(String name, double value) {
    return new DiscordOption(name, value);
  }

  public static DiscordOption option(String name, boolean value) {
    return new DiscordOption(name, value);
  }

  public static DiscordOption option(String name, Path file) {
    return new DiscordOption(name, DiscordFile.of(file));
  }

  public static DiscordOption option(String name, DiscordFile file) {
    return new DiscordOption(name, file);
  }
}
