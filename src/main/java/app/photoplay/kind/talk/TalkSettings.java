package app.photoplay.kind.talk;

import app.photoplay.config.Section;
import app.photoplay.config.Values;

/// Talking photos.
///
/// @param maxSeconds the longest
public record TalkSettings(int maxSeconds) {
  /// Reads the section `talk`.
  public static TalkSettings read(Section talk) {
    return new TalkSettings(talk.value("max-seconds", "60", Values.whole(3, 600)));
  }
}
