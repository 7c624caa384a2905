package app.photoplay.provider.local;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.Resampler;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import app.photoplay.provider.speech.SpeechModel.Voice;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.sound.PhoneWords;
import app.photoplay.provider.speech.sound.Utterance;
import java.io.File;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// English voices of the program flite where the system has it: each text is one run of it (0.1 s,
/// 18 MB). Thread-safe.
final class FliteVoice {
  /// Those whose times agree with their sound; the program's own first voice is 0.1 s off.
  static final List<LocalVoice> VOICES =
      List.of(
          voice("rms", "Robert, English (US)", "en-US"),
          voice("awb", "Alan, English (Scotland)", "en-GB"));

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /// A phone and when it ends, as `-psdur` prints them: `hh:0.212`.
  private static final Pattern TIMED = Pattern.compile("([a-z0-9]+):(\\d+\\.\\d+)");

  private static final Map<String, String> IPA =
      Map.ofEntries(
          Map.entry("pau", MaryVoice.PAUSE),
          Map.entry("ssil", MaryVoice.PAUSE),
          Map.entry("aa", "ɑː"),
          Map.entry("ae", "æ"),
          Map.entry("ah", "ʌ"),
          Map.entry("ao", "ɔː"),
          Map.entry("aw", "aʊ"),
          Map.entry("ax", "ə"),
          Map.entry("ay", "aɪ"),
          Map.entry("b", "b"),
          Map.entry("ch", "tʃ"),
          Map.entry("d", "d"),
          Map.entry("dh", "ð"),
          Map.entry("eh", "ɛ"),
          Map.entry("er", "ɚ"),
          Map.entry("ey", "eɪ"),
          Map.entry("f", "f"),
          Map.entry("g", "ɡ"),
          Map.entry("hh", "h"),
          Map.entry("ih", "ɪ"),
          Map.entry("iy", "iː"),
          Map.entry("jh", "dʒ"),
          Map.entry("k", "k"),
          Map.entry("l", "l"),
          Map.entry("m", "m"),
          Map.entry("n", "n"),
          Map.entry("ng", "ŋ"),
          Map.entry("ow", "oʊ"),
          Map.entry("oy", "ɔɪ"),
          Map.entry("p", "p"),
          Map.entry("r", "ɹ"),
          Map.entry("s", "s"),
          Map.entry("sh", "ʃ"),
          Map.entry("t", "t"),
          Map.entry("th", "θ"),
          Map.entry("uh", "ʊ"),
          Map.entry("uw", "uː"),
          Map.entry("v", "v"),
          Map.entry("w", "w"),
          Map.entry("y", "j"),
          Map.entry("z", "z"),
          Map.entry("zh", "ʒ"));

  private final Path program;

  FliteVoice(Path program) {
    this.program = program;
  }

  /// The program in one of the folders.
  ///
  /// @param path folders as the environment's PATH names them
  static Optional<FliteVoice> on(String path) {
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder).resolve("flite"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(FliteVoice::new);
  }

  private static LocalVoice voice(String code, String description, String language) {
    return new LocalVoice(
        new Voice(code, language, description),
        LocalVoice.Engine.FLITE,
        code,
        Set.of(UnicodeScript.LATIN),
        14.5);
  }

  /// Speaks one text; empty when the sound is longer than this.
  ///
  /// @throws IOException when the program fails
  Optional<Utterance> say(String voice, SpeechStyle manner, String text, double longestSeconds)
      throws InterruptedException, IOException {
    Path sound = Files.createTempFile("flite-", ".wav");
    try {
      List<String> printed =
          ToolProcess.run(
              program,
              List.of(
                  "-voice",
                  voice,
                  "--setf",
                  "duration_stretch=" + 1 / manner.speed(),
                  "--setf",
                  "f0_shift=" + manner.pitchFactor(),
                  "-psdur",
                  "-t",
                  text,
                  "-o",
                  sound.toString()),
              LIMIT);
      List<Phone> phones = phones(printed);
      if (phones.isEmpty()) {
        throw new IOException("flite named no phones");
      }
      double[] samples = samples(sound);
      double seconds = (double) samples.length / Loudness.SAMPLES_PER_SECOND;
      return seconds > longestSeconds
          ? Optional.empty()
          : Optional.of(new Utterance(samples, phones, PhoneWords.timed(text, phones)));
    } catch (ToolFailed e) {
      throw new IOException("flite failed", e);
    } finally {
      Files.deleteIfExists(sound);
    }
  }

  private static List<Phone> phones(List<String> printed) {
    List<Phone> phones = new ArrayList<>();
    double begin = 0;
    for (MatchResult at : TIMED.matcher(String.join(" ", printed)).results().toList()) {
      double end = Double.parseDouble(at.group(2)) * 1000;
      if (end > begin) {
        phones.add(new Phone(IPA.getOrDefault(at.group(1), "ə"), begin, end));
        begin = end;
      }
    }
    return phones;
  }

  private static double[] samples(Path wav) throws IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
      ByteBuffer pcm = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      double[] samples = new double[pcm.remaining() / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = pcm.getShort() / 32768.0;
      }
      int rate = (int) in.getFormat().getSampleRate();
      return Resampler.resampled(samples, rate, Loudness.SAMPLES_PER_SECOND);
    } catch (UnsupportedAudioFileException e) {
      throw new IOException("flite wrote no sound", e);
    }
  }
}
