package app.photoplay.provider.remote.speech;

import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import app.photoplay.provider.speech.reading.Reading;
import app.photoplay.provider.speech.sound.HeardPhones;
import app.photoplay.provider.speech.sound.SpeechFolder;
import app.photoplay.provider.speech.sound.Utterance;
import app.photoplay.provider.speech.sound.WrittenWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes of sound that came from a provider the speech that was ordered: as loud as all speech, and
/// with the times of its sounds and words. Thread-safe.
public final class ReceivedSpeech {
  /// With less speech nothing was said.
  private static final double LEAST_SPOKEN_SECONDS = 0.1;

  private final Sounds sounds;
  private final SpeechFolder folder;

  /// @param work folder for finished files until the caller takes them; made when missing
  public ReceivedSpeech(Path work) {
    // what providers send needs no ffmpeg
    this.sounds = new Sounds(new Ffmpeg(null, "", work));
    this.folder = new SpeechFolder(work);
  }

  /// What was spoken.
  ///
  /// @param script as people wrote it
  /// @param language BCP 47 tag, or `und`
  /// @param words what the voice read and when, as far as the provider tells; empty where it does
  ///   not: then it is guessed
  /// @param mostSeconds a longer one was not ordered
  public record Said(String script, String language, List<Word> words, double mostSeconds) {
    public Said {
      words = List.copyOf(words);
    }
  }

  /// Makes it, blocking.
  ///
  /// @param sound MP3, WAV or OGG/Opus; deleted
  /// @throws Fault.Thrown when nothing is to be heard, or too much
  public GeneratedSpeech made(Path sound, Said said) throws IOException, InterruptedException {
    try {
      return switch (sounds.read(sound, said.mostSeconds())) {
        case SoundAnswer.Decoded(var samples) -> made(samples, said);
        case SoundAnswer.TooLong(double seconds) ->
            throw new Fault.Output("speech of " + seconds + " s").thrown();
        case SoundAnswer.Unusable(var problem) ->
            throw new Fault.Output("no speech: " + problem).thrown();
      };
    } finally {
      Files.deleteIfExists(sound);
    }
  }

  private GeneratedSpeech made(double[] samples, Said said) throws Fault.Thrown {
    List<Phone> phones = HeardPhones.of(samples);
    Utterance utterance = new Utterance(samples, phones, said.words());
    if (utterance.spokenSeconds() < LEAST_SPOKEN_SECONDS) {
      throw new Fault.Output("no speech").thrown();
    }
    Utterance padded = utterance.padded();
    List<Word> words =
        said.words().isEmpty()
            ? WrittenWords.guessed(
                Reading.of(said.script(), said.language()), padded.phones())
            : WrittenWords.timed(said.script(), padded.words());
    return folder.write(
        padded.levelled(), new SpeechTimings(said.language(), "ipa", padded.phones(), words));
  }
}
