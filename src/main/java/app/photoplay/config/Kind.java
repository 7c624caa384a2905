package app.photoplay.config;

import java.nio.file.Path;
import java.util.Optional;

/// A kind of value that a setting can have.
///
/// @param allowed completes the sentence "allowed is ..."
public record Kind<T>(String allowed, Reading<T> reading) {

  /// Turns text into a value.
  @FunctionalInterface
  public interface Reading<T> {
    /// Empty when the text is not allowed.
    ///
    /// @param base the folder that a relative path starts from
    Optional<T> read(String text, Path base);
  }

  /// A kind for which it does not matter where the text was written.
  public static <T> Kind<T> of(String allowed, Parsing<T> parsing) {
    return new Kind<>(allowed, (text, _) -> parsing.parse(text));
  }

  /// Turns text into a value.
  @FunctionalInterface
  public interface Parsing<T> {
    /// Empty when the text is not allowed.
    Optional<T> parse(String text);
  }
}
