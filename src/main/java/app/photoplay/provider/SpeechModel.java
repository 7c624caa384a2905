package app.photoplay.provider;

import java.util.List;
import java.util.Optional;

/// Speaks words.
public interface SpeechModel {
  /// The provider's short name, as in config.yaml.
  String provider();

  /// The first speaks when nothing says otherwise.
  List<Voice> voices();

  /// The voice for the language that the words are written in; empty when no voice speaks it.
  default Optional<Voice> voiceFor(String words) {
    return voices().stream().findFirst();
  }

  /// Whether and how long: a cheap look at the words before anything is made or paid. Never blocks
  /// for long.
  SpeechCheck check(SpeechPrompt prompt);

  /// Speaks, blocking until the sound is there. Interruptible.
  Answer<Spoken> speak(SpeechPrompt prompt, RequestKey key) throws InterruptedException;

  /// A voice that people can choose.
  ///
  /// @param name short, lower case, unique among all providers: `slt`
  /// @param language BCP 47 tag: `en-US`
  /// @param description one plain word or two for people: `Sally, English (US)`
  record Voice(String name, String language, String description) {}
}
