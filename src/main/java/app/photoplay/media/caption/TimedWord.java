package app.photoplay.media.caption;

import java.time.Duration;

/// A word as people wrote it, with the signs that touch it, and when it is heard.
///
/// @param start from the beginning of the sound
public record TimedWord(String text, Duration start, Duration end) {
  public TimedWord {
    if (start.isNegative() || end.compareTo(start) < 0) {
      throw new IllegalArgumentException("a word from " + start + " to " + end);
    }
  }
}
