package app.photoplay.kind.image;

import app.photoplay.kind.Making;
import app.photoplay.kind.Route;

/// ```
/// Ordered ──its candidate's lane──> Painting ──> done
/// ```
public sealed interface ImageState {
  record Ordered(Route route) implements ImageState {}

  record Painting(Making making) implements ImageState {}
}
