package app.photoplay.operator;

import app.photoplay.config.Section;
import app.photoplay.config.Values;
import org.slf4j.event.Level;

/// The log on the standard error stream.
public record LogSettings(Format format, Level level) {
  /// How a line of the log is written.
  public enum Format {
    /// Plain on a terminal, else JSON.
    AUTO,
    JSON,
    PLAIN
  }

  /// Reads the section `log`.
  public static LogSettings read(Section log) {
    return new LogSettings(
        log.value("format", "auto", Values.oneOf(Format.class)),
        log.value("level", "info", Values.oneOf(Level.class)));
  }

  /// Whether a line is JSON.
  ///
  /// @param terminal whether a person sees it come
  public boolean json(boolean terminal) {
    return switch (format) {
      case AUTO -> !terminal;
      case JSON -> true;
      case PLAIN -> false;
    };
  }
}
