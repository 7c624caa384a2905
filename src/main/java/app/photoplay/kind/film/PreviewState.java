package app.photoplay.kind.film;

import app.photoplay.provider.text.Storyboard;
import org.jspecify.annotations.Nullable;

/// ```
/// Ordered ─ child ─> Planning ──────────────────────────────────> done
///    │                  │ with pictures
///    │                  v
///    └── children ─> Painting ──> Drawing, in the cpu lane ─────> done
/// ```
sealed interface PreviewState {
  record Ordered() implements PreviewState {}

  /// The storyboard is being written.
  record Planning() implements PreviewState {}

  /// The pictures are being painted, see [FilmState.Painting].
  ///
  /// @param board null for that of the request
  record Painting(@Nullable Storyboard board, int painted) implements PreviewState {}

  /// The pictures are put on one sheet, from the beginning after a crash.
  ///
  /// @param board null for that of the request
  record Drawing(@Nullable Storyboard board) implements PreviewState {}
}
