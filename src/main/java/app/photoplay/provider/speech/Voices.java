package app.photoplay.provider.speech;

import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.media.sound.SoundProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The voices that people can choose, and what can be said about words before anybody speaks them.
public interface Voices {
  /// The first speaks when nothing says otherwise.
  List<SpeechModel.Voice> voices();

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

  /// What the voice says in place of what was written. Never blocks for long.
  default Spoken spoken(SpeechPrompt prompt) {
    return new Spoken(prompt.words(), List.of());
  }

  /// Words as they are spoken.
  ///
  /// @param pieces those that are spoken in other words than they are written in, in their order;
  ///   empty when there are none or nobody knows
  record Spoken(String words, List<Piece> pieces) {
    public Spoken {
      pieces = List.copyOf(pieces);
    }
  }

  /// What is written, and what is said in its place.
  ///
  /// @param sure whether it can hardly be said in another way
  record Piece(String written, String spoken, boolean sure) {}

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
