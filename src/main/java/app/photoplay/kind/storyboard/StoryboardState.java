package app.photoplay.kind.storyboard;

import app.photoplay.kind.Making;
import app.photoplay.kind.Route;
import app.photoplay.provider.text.StoryboardPrompt.Correction;
import org.jspecify.annotations.Nullable;

/// ```
/// Ordered ──its candidate's lane──> Writing ─ a storyboard ──────────────────────> done
///                                      │  ^
///                                      v  │ after a pause, told what was wrong
///                                   Correcting
/// ```
public sealed interface StoryboardState {
  record Ordered(Route route) implements StoryboardState {}

  /// The model writes.
  ///
  /// @param tries how many answers were no storyboard
  /// @param correction what was wrong with the last one; null at the first try
  record Writing(Making making, int tries, @Nullable Correction correction)
      implements StoryboardState {}

  /// An answer was no storyboard: the same model is asked once more.
  record Correcting(Route route, int tries, Correction correction, boolean rested)
      implements StoryboardState {}
}
