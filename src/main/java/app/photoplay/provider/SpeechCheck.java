package app.photoplay.provider;

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

  record Unspeakable(Answer.Reason reason) implements SpeechCheck {}
}
