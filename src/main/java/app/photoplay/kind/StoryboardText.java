package app.photoplay.kind;

import app.photoplay.provider.text.Storyboard;
import app.photoplay.wording.Wording;

/// A storyboard as people read it.
public final class StoryboardText {
  private StoryboardText() {}

  /// The whole of it.
  public static String of(Storyboard board, String language, Wording wording) {
    return board.title();
  }
}
