package app.photoplay.media.picture;

/// Why a photo cannot be taken, as far as the sender can do something about it.
public enum PhotoProblem {
  /// The file has no bytes.
  EMPTY,
  /// Not a JPEG, PNG, WebP, GIF or HEIC.
  NOT_A_PICTURE,
  /// A picture that ends too early or is damaged inside.
  BROKEN,
  /// A GIF, PNG or WebP with more than one frame.
  ANIMATED,
  /// More pixels than [Pictures#MOST_PIXELS], or than [Pictures#MOST_WEBP_PIXELS] in a WebP.
  TOO_MANY_PIXELS,
  /// More bytes than [Pictures#MOST_BYTES].
  TOO_MANY_BYTES,
  /// The shorter side is under [Pictures#SHORTEST_SIDE] pixels.
  TOO_SMALL,
  /// HEIC or AVIF, and nothing here reads it. Chat apps turn it into JPEG when it is sent as a
  /// photo, not as a file.
  HEIC
}
