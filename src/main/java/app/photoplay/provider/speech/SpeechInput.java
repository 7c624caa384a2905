package app.photoplay.provider.speech;

import java.nio.file.Path;

/// What speech is made of: words, or what a person said.
public sealed interface SpeechInput permits SpeechPrompt, SpeechInput.Recorded {

  /// To be made ready: less noise, no silence at its ends, as loud as all speech, timed by its own
  /// sound.
  ///
  /// @param sound WAV, 48 kHz, mono, 16 bit
  record Recorded(Path sound) implements SpeechInput {}
}
