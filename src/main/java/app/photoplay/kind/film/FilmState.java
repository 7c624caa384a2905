package app.photoplay.kind.film;

import app.photoplay.provider.text.Storyboard;

/// ```
/// Ordered ─ child ─> Planning ─ children ─> Painting ─ children ─> Filming ──> Cutting ──> done
///    │                                         ^                  the cpu lane
///    └── the storyboard is there already ──────┘
/// ```
sealed interface FilmState {
  record Ordered() implements FilmState {}

  /// The storyboard is being written.
  record Planning() implements FilmState {}

  /// Pictures and words are being made.
  ///
  /// @param painted how many pictures were ordered so far: all at once, or one after the other
  ///   where each shall resemble the one before it
  record Painting(Storyboard board, int painted) implements FilmState {}

  /// The shots are being made.
  record Filming(Storyboard board) implements FilmState {}

  /// The pieces are put together, from the beginning after a crash.
  record Cutting(Storyboard board) implements FilmState {}
}
