package app.photoplay.chat.message;

import app.photoplay.storage.ContentRef;
import java.time.Duration;
import java.util.Optional;

/// A finished video to show. Its files are opened while they are uploaded, and not before.
///
/// @param file the MP4
/// @param cover a JPEG of the same size
/// @param thumbnail a JPEG, at most 320 pixels a side and 200 kB
/// @param platformFile the platform's id from an earlier upload of the same content, which saves
///   the upload
/// @param captions what is said, in a file of its own, when that was wished
public record Video(
    ContentRef file,
    ContentRef cover,
    ContentRef thumbnail,
    int width,
    int height,
    Duration duration,
    Optional<String> platformFile,
    Optional<Captions> captions) {

  /// A video without captions of its own.
  public Video(
      ContentRef file,
      ContentRef cover,
      ContentRef thumbnail,
      int width,
      int height,
      Duration duration,
      Optional<String> platformFile) {
    this(file, cover, thumbnail, width, height, duration, platformFile, Optional.empty());
  }

  /// Names the video for good.
  public String content() {
    return file.content();
  }

  /// A file that goes beside the video.
  ///
  /// @param extension `srt` or `vtt`
  public record Captions(ContentRef file, String extension) {}
}
