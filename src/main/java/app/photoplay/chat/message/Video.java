package app.photoplay.chat.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A finished video to show.
///
/// @param content SHA-256 of the file in lower-case hex: names the file for good
/// @param file MP4 on this machine
/// @param cover JPEG of the same size
/// @param thumbnail JPEG, at most 320 pixels a side and 200 kB
/// @param platformFile the platform's id from an earlier upload of the same content, which saves
///   the upload
/// @param captions what is said, in a file of its own, when that was wished
public record Video(
    String content,
    Path file,
    Path cover,
    Path thumbnail,
    int width,
    int height,
    Duration duration,
    Optional<String> platformFile,
    Optional<Captions> captions) {

  /// A video without captions of its own.
  public Video(
      String content,
      Path file,
      Path cover,
      Path thumbnail,
      int width,
      int height,
      Duration duration,
      Optional<String> platformFile) {
    this(content, file, cover, thumbnail, width, height, duration, platformFile, Optional.empty());
  }

  /// A file that goes beside the video.
  ///
  /// @param content SHA-256 of the file in lower-case hex
  /// @param extension `srt` or `vtt`
  public record Captions(String content, Path file, String extension) {}
}
