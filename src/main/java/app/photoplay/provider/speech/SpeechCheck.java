package app.photoplay.provider.speech;

import java.time.Duration;

/// What can be said about words before they are spoken.
public sealed interface SpeechCheck {
  /// The voice can speak the words.
  ///
  /// @param seconds estimated length
  record Speakable(double seconds) implements SpeechCheck {

    /// The length that a price is held for: a quarter and a second on top of the estimate, because
    /// the exact length is known only once it is spoken.
    public Duration atMost() {
      return Duration.ofMillis(Math.round((seconds * 1.25 + 1) * 1000));
    }
  }

  /// The speech would be longer than the model makes.
  ///
  /// @param seconds estimated length
  record TooLong(double seconds) implements SpeechCheck {}

  /// There is nothing to say.
  record NoWords() implements SpeechCheck {}

  /// No such voice.
  record NoSuchVoice() implements SpeechCheck {}

  /// The voice cannot speak the words.
  ///
  /// @param words those that are the trouble, as they were written; empty when it is all of them
  record Unspeakable(String words) implements SpeechCheck {}
}
