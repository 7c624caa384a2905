package app.photoplay.chat.message;

import java.nio.file.Path;

/// A picture that shows what a message is about, such as which face is meant.
///
/// @param content SHA-256 of the file in lower-case hex
/// @param file JPEG on this machine; it may be gone, as drafts are after a while
/// @param width in pixels
/// @param height in pixels
public record Illustration(String content, Path file, int width, int height) {}
