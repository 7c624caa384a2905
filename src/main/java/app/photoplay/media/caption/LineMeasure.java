package app.photoplay.media.caption;

import java.util.function.ToDoubleFunction;

/// How wide text is and how wide a line may be, in any one unit.
///
/// @param width of a text without a break
/// @param most the widest line
public record LineMeasure(ToDoubleFunction<String> width, double most) {
  /// For files: 42 Latin letters or 21 ideographs, what subtitle guides of broadcasters and
  /// streaming services have in common.
  public static final LineMeasure LETTERS = new LineMeasure(WritingSystem::weight, 42);
}
