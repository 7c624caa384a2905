package app.photoplay.media.picture;

/// What came of reading a photo that somebody sent.
public sealed interface PictureAnswer {
  /// The photo, ready to use.
  record Decoded(Picture picture) implements PictureAnswer {}

  /// The photo cannot be taken; nothing of it is kept.
  record Unreadable(PhotoProblem problem) implements PictureAnswer {}
}
