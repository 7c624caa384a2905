package app.photoplay.kind.film;

/// ```
/// Ordered ─ child ─> Planning ──> done
///    │
///    └── children ─> Painting ──> done
/// ```
sealed interface PreviewState {
  record Ordered() implements PreviewState {}

  /// The storyboard is being written.
  record Planning() implements PreviewState {}

  /// The pictures are being painted, see [FilmState.Painting].
  record Painting(int painted) implements PreviewState {}
}
