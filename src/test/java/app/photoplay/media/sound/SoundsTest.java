package app.photoplay.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Recordings are made here by the embedded ffmpeg, and read without it.
class SoundsTest {
  private static final double SECONDS = 2;

  @TempDir static Path folder;

  private static Ffmpeg ffmpeg;
  private static Sounds sounds;

  /// A second of 440 Hz, then a second of silence.
  private static Path tone;

  @BeforeAll
  static void record() throws Exception {
    ffmpeg = new Ffmpeg(null, "", Path.of("target", "cache"));
    sounds = new Sounds(ffmpeg);
    double[] samples = new double[(int) (SECONDS * 48_000)];
    for (int i = 0; i < 48_000; i++) {
      samples[i] = 0.5 * Math.sin(2 * Math.PI * 440 * i / 48_000);
    }
    tone = folder.resolve("tone.wav");
    Sounds.writeWav(samples, tone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "voice.ogg | -c:a libopus -b:a 24k",
        "stereo.ogg | -c:a libopus -ac 2",
        "song.mp3 | -c:a libmp3lame -ar 44100 -ac 2",
        "low.mp3 | -c:a libmp3lame -ar 22050 -b:a 32k",
        "memo.m4a | -c:a aac -ar 44100",
        "note.mp4 | -c:a aac -movflags +faststart",
        "old.wav | -c:a pcm_u8 -ar 8000",
        "fine.wav | -c:a pcm_s24le -ar 96000 -ac 2",
        "float.wav | -c:a pcm_f32le -ar 44100"
      })
  void readsWhatPhonesSend(String name, String arguments) throws Exception {
    Path file = encoded(name, arguments);

    SoundAnswer answer = sounds.read(file, 60);

    assertThat(answer).isInstanceOf(SoundAnswer.Decoded.class);
    SoundAnswer.Decoded sound = (SoundAnswer.Decoded) answer;
    assertThat(sound.seconds()).isCloseTo(SECONDS, within(0.15));
    // ffmpeg gives each of two channels 3 dB less than the one it had
    double loud = arguments.contains("-ac 2") ? 0.25 : 0.354;
    assertThat(rms(sound.samples(), 0.2, 0.8)).isCloseTo(loud, within(0.03));
    assertThat(rms(sound.samples(), 1.3, 1.8)).isLessThan(0.01);
    assertThat(hertz(sound.samples())).isCloseTo(440, within(5.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"long.ogg | -c:a libopus -b:a 8k", "long.m4a | -c:a aac -b:a 8k -ar 8000"})
  void refusesALongRecordingByTheLengthItStates(String name, String arguments) throws Exception {
    Path file = encoded(name, "-stream_loop 59", arguments);

    assertThat(sounds.read(file, 60))
        .isInstanceOfSatisfying(
            SoundAnswer.TooLong.class, it -> assertThat(it.seconds()).isCloseTo(120, within(1.0)));
  }

  @Test
  void stopsWhereALongMp3PassesTheLimit() throws Exception {
    Path file = encoded("long.mp3", "-stream_loop 59", "-c:a libmp3lame -b:a 16k -ar 16000");

    assertThat(sounds.read(file, 60)).isInstanceOf(SoundAnswer.TooLong.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut.ogg", "cut.m4a", "cut.wav", "cut.mp3"})
  void findsAFileBrokenThatEndsInTheMiddle(String name) throws Exception {
    byte[] whole = Files.readAllBytes(encoded(name, name.endsWith("ogg") ? "-c:a libopus" : ""));
    Path cut = Files.write(folder.resolve("half-" + name), Arrays.copyOf(whole, whole.length / 2));

    assertThat(sounds.read(cut, 60)).isEqualTo(new SoundAnswer.Unusable(SoundProblem.BROKEN));
  }

  @Test
  void survivesGarbageBehindAGoodBeginning() throws Exception {
    Random random = new Random(4);
    for (String name : List.of("voice.ogg", "song.mp3", "memo.m4a", "old.wav")) {
      byte[] whole = Files.readAllBytes(encoded(name, ""));
      for (int round = 0; round < 10; round++) {
        byte[] spoiled = whole.clone();
        for (int i = 0; i < 50; i++) {
          spoiled[12 + random.nextInt(whole.length - 12)] = (byte) random.nextInt();
        }
        Path file = Files.write(folder.resolve("spoiled-" + name), spoiled);

        assertThat(sounds.read(file, 60)).isNotNull();
      }
    }
  }

  @Test
  void saysWhatElseIsWrong() throws Exception {
    Path silent = folder.resolve("silent.wav");
    Sounds.writeWav(new double[48_000], silent);

    assertThat(sounds.read(Files.createFile(folder.resolve("empty")), 60))
        .isEqualTo(new SoundAnswer.Unusable(SoundProblem.EMPTY));
    assertThat(sounds.read(Files.writeString(folder.resolve("text"), "Dear diary"), 60))
        .isEqualTo(new SoundAnswer.Unusable(SoundProblem.NOT_SOUND));
    assertThat(sounds.read(silent, 60)).isEqualTo(new SoundAnswer.Unusable(SoundProblem.SILENT));
  }

  @Test
  void leavesOtherKindsToANewerFfmpeg() throws Exception {
    Path file = encoded("clip.flac", "-c:a flac");

    assertThat(sounds.read(file, 60))
        .isEqualTo(new SoundAnswer.Unusable(SoundProblem.NEEDS_FFMPEG));
  }

  private static Path encoded(String name, String arguments) throws Exception {
    return encoded(name, "", arguments);
  }

  private static Path encoded(String name, String before, String arguments) throws Exception {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      List<String> all = new ArrayList<>(List.of("-y", "-loglevel", "error"));
      all.addAll(words(before));
      all.addAll(List.of("-i", tone.toString()));
      all.addAll(words(arguments));
      all.add(file.toString());
      ToolProcess.run(ffmpeg.binary().path(), all, Duration.ofSeconds(30));
    }
    return file;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(it -> !it.isEmpty()).toList();
  }

  private static double rms(double[] samples, double from, double to) {
    double sum = 0;
    int count = 0;
    for (int i = (int) (from * 48_000); i < to * 48_000; i++) {
      sum += samples[i] * samples[i];
      count++;
    }
    return Math.sqrt(sum / count);
  }

  /// By its upward zero crossings in half a second.
  private static double hertz(double[] samples) {
    int crossings = 0;
    for (int i = 12_000; i < 36_000; i++) {
      crossings += samples[i] < 0 && samples[i + 1] >= 0 ? 1 : 0;
    }
    return crossings * 2.0;
  }
}
