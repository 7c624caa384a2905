package app.photoplay.provider.talk;

/// What a photo does while words are heard.
public enum Motion {
  /// A face speaks: lips, jaw, blinks, head.
  TALK,
  /// No face is moved: a slow zoom over the photo while a narrator speaks.
  ZOOM
}
