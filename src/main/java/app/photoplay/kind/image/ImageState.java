package app.photoplay.kind.image;

import app.photoplay.kind.Making;
import app.photoplay.kind.Route;

/// ```
/// Ordered ──its candidate's lane──> Painting ──> done
/// ```
public sealed interface ImageState {
  record Ordered(Route route) implements ImageState {}

  /// It is being painted.
  ///
  /// @param softened 1 when it is asked for in softer words, because rules forbade the first ones
  record Painting(Making making, int softened) implements ImageState {}
}
