package app.photoplay.provider.remote;

/// What a request to a provider is for.
public enum Step {
  /// Brings a file there.
  UPLOAD,
  /// Orders the work, for money.
  ORDER,
  /// Asks how far it is.
  STATUS,
  /// Asks for the result, where that is a question of its own.
  RESULT,
  /// Fetches the file of the result.
  MEDIA,
  /// Anything else, such as a cancellation.
  OTHER
}
