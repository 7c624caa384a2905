package app.photoplay.storage.reuse;

import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.time.Duration;

/// Answers to requests that were answered before.
///
/// @param keep for how long they are given again
/// @param memoryEntries how many are kept in memory
public record ReuseSettings(Duration keep, int memoryEntries) {
  /// Reads the section `reuse`.
  public static ReuseSettings read(Section reuse) {
    return new ReuseSettings(
        reuse.value("keep", "30d", Values.TIME),
        reuse.value("memory-entries", "1000", Values.whole(0, 1_000_000)));
  }
}
