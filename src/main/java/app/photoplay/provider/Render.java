package app.photoplay.provider;

import app.photoplay.media.Size;
import java.nio.file.Path;
import java.time.Duration;

/// A finished video in temporary files that now belong to the caller, who moves or deletes them.
///
/// @param video H.264 and AAC in MP4, index first
/// @param cover the first telling frame, JPEG, same size as the video
/// @param size as probed, never as asked for
/// @param duration of the picture, as probed
/// @param framesPerSecond as probed
public record Render(
    Path video, Path cover, Size size, Duration duration, double framesPerSecond) {}
