package app.photoplay.chat.message;

import app.photoplay.storage.ContentRef;

/// A picture that shows what a message is about, such as which face is meant.
///
/// @param file a JPEG; it may be gone, as drafts are after a while
/// @param width in pixels
/// @param height in pixels
public record Illustration(ContentRef file, int width, int height) {}
