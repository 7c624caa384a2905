package app.photoplay.provider;

/// What can be said about words before they are spoken.
public sealed interface SpeechCheck {
  /// The voice can speak the words.
  ///
  /// @param seconds estimated length
  record Speakable(double seconds) implements SpeechCheck {}

  record Unspeakable(Answer.Reason reason) implements SpeechCheck {}
}
