package app.photoplay.provider.speech;

import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.media.sound.SoundProblem;
import app.photoplay.provider.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Speaks words.
public interface SpeechModel extends Model<SpeechNeed, SpeechInput, GeneratedSpeech> {
  /// The first speaks when nothing says otherwise.
  List<Voice> voices();

  /// The voice for the language that the words are written in; empty when no voice speaks it.
  default Optional<Voice> voiceFor(String words) {
    return voices().stream().findFirst();
  }

  /// Whether and how long: a cheap look at the words before anything is made or paid. Never blocks
  /// for long.
  SpeechCheck check(SpeechPrompt prompt);

  /// Reads what a person sent as a recording, to its end.
  ///
  /// @param mostSeconds a longer one is not wanted
  default SoundAnswer listen(Path recording, double mostSeconds) throws InterruptedException {
    return new SoundAnswer.Unusable(SoundProblem.NOT_SOUND);
  }

  /// A voice that people can choose.
  ///
  /// @param name short, lower case, unique among all providers: `slt`
  /// @param language BCP 47 tag: `en-US`
  /// @param description one plain word or two for people: `Sally, English (US)`
  record Voice(String name, String language, String description) {
    /// Whether this voice speaks a language given by its code (`de`) or whole tag (`en-us`).
    public boolean speaks(String tag) {
      return language.equalsIgnoreCase(tag)
          || Locale.forLanguageTag(language).getLanguage().equals(tag);
    }
  }
}
