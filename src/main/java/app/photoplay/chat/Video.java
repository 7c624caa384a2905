package app.photoplay.chat;

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
public record Video(
    String content,
    Path file,
    Path cover,
    Path thumbnail,
    int width,
    int height,
    Duration duration,
    Optional<String> platformFile) {}
