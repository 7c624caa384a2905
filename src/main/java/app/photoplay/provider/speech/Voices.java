package app.photoplay.provider.speech;

import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.media.sound.SoundProblem;
import app.photoplay.provider.speech.reading.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The voices that people can choose, and what can be said about words before anybody speaks them.
public interface Voices {
  /// The first speaks when nothing says otherwise.
  List<SpeechModel.Voice> voices();

  /// The voice of exactly this name, also of one that is not listed, as a listed voice in another
  /// way of speaking is.
  default Optional<SpeechModel.Voice> voice(String name) {
    return voices().stream().filter(voice -> voice.name().equals(name)).findFirst();
  }

  /// The voice that people mean: by its name, as `slt`, by what it is called, `sally`, or the first
  /// of a language, `de`, `german`, `deutsch`. Empty when there is none.
  ///
  /// @param words that it shall speak, may be empty
  /// @param own the person's language as [#voiceFor(String, String)] takes it
  default Optional<SpeechModel.Voice> named(String name, String words, String own) {
    String low = name.toLowerCase(Locale.ROOT);
    return voice(low)
        .or(() -> voices().stream().filter(voice -> voice.speaks(low)).findFirst())
        .or(() -> voices().stream().filter(voice -> voice.called(low)).findFirst());
  }

  /// The voice for the language that the words are written in; empty when no voice speaks it.
  default Optional<SpeechModel.Voice> voiceFor(String words) {
    return voiceFor(words, "");
  }

  /// The same for a person whose own language is known: it decides where the words hardly do.
  ///
  /// @param own BCP 47 tag as the person's platform states it, empty when it does not
  default Optional<SpeechModel.Voice> voiceFor(String words, String own) {
    return voices().stream().findFirst();
  }

  /// The voice for these words of one provider, as the settings call it; empty when none of its
  /// voices speaks their language.
  default Optional<SpeechModel.Voice> voiceOf(String provider, String words, String own) {
    return Optional.empty();
  }

  /// The voices of the languages that the words may be in, the likeliest first.
  default List<SpeechModel.Voice> likelyVoices(String words, String own) {
    return voiceFor(words, own).stream().toList();
  }

  /// What a voice says for what was written. Never blocks for long.
  default Spoken spoken(SpeechPrompt prompt) {
    String language =
        voices().stream()
            .filter(voice -> voice.name().equals(prompt.voice()))
            .map(SpeechModel.Voice::language)
            .findFirst()
            .orElse("und");
    return new Spoken(Reading.of(prompt.words(), language), Set.of());
  }

  /// Written words, and what is said for them.
  ///
  /// @param unsure what could be read in another way, as it was written
  record Spoken(Reading reading, Set<String> unsure) {
    public Spoken {
      unsure = Set.copyOf(unsure);
    }
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
}
