package app.photoplay.media.caption;

import java.time.Duration;
import java.util.List;

/// One to three lines that are read together.
///
/// @param start when it appears, from the beginning of the sound
/// @param end when it is gone
/// @param lines in logical order, as they are written in any script
public record Cue(Duration start, Duration end, List<String> lines) {
  public Cue {
    lines = List.copyOf(lines);
  }
}
