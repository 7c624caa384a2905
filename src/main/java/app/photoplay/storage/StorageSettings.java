package app.photoplay.storage;

import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.time.Duration;

/// Photos and results on disk.
///
/// @param keep for how long after their last use
/// @param maxSize in bytes; above it the longest unused go first
public record StorageSettings(Duration keep, long maxSize) {
  /// Reads the section `storage`.
  public static StorageSettings read(Section storage) {
    return new StorageSettings(
        storage.value("keep", "30d", Values.TIME), storage.value("max-size", "5GB", Values.BYTES));
  }
}
