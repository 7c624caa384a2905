package app.photoplay.provider.image;

import app.photoplay.media.Size;
import java.nio.file.Path;

/// A picture in a temporary file that now belongs to the caller, who moves or deletes it.
///
/// @param picture JPEG or PNG
/// @param size as it is, not as asked for
public record GeneratedImage(Path picture, Size size) {}
