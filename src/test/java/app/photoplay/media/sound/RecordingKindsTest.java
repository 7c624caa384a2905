package app.photoplay.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolProcess;
import app.photoplay.testkit.EditedMp4;
import app.photoplay.testkit.NewerTool;
import app.photoplay.testkit.ToneLadder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Recordings as phones, browsers, telephone systems and programs write them: three seconds in six
/// tones, made by the embedded ffmpeg.
class RecordingKindsTest {
  private static final String ALL = "aaaaabbbbbcccccdddddeeeeefffff";

  @TempDir static Path folder;

  private static Ffmpeg ffmpeg;
  private static Sounds alone;
  private static Sounds helped;

  @BeforeAll
  static void find() throws Exception {
    ffmpeg = new Ffmpeg(null, "", Path.of("target", "cache"));
    alone = new Sounds(ffmpeg);
    Path newer = NewerTool.write(folder.resolve("ffmpeg"), ffmpeg.binary().path());
    helped = new Sounds(new Ffmpeg(newer, "", Path.of("target", "cache")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mulaw.wav   | -c:a pcm_mulaw -ar 8000",
        "alaw.wav    | -c:a pcm_alaw -ar 8000",
        "double.wav  | -c:a pcm_f64le",
        "sides.wav   | -c:a pcm_s16le -ac 2",
        "rf64.wav    | -c:a pcm_s16le -rf64 always",
        "wave64.w64  | -c:a pcm_s24le",
        "apple.aiff  | -c:a pcm_s16be",
        "fine.aiff   | -c:a pcm_s24be -ar 44100",
        "swapped.aif | -c:a pcm_s16le -f aiff",
        "float.aif   | -c:a pcm_f32be -f aiff",
        "law.aif     | -c:a pcm_mulaw -ar 8000 -f aiff",
        "core.caf    | -c:a pcm_s16le -ar 16000",
        "big.caf     | -c:a pcm_s24be",
        "float.caf   | -c:a pcm_f32le",
        "law.caf     | -c:a pcm_alaw -ar 8000",
        "sun.au      | -c:a pcm_s16be",
        "law.au      | -c:a pcm_mulaw -ar 8000",
        "opus.mp4    | -c:a libopus -b:a 32k",
        "opus2.mp4   | -c:a libopus -ac 2",
        "parts.mp4   | -c:a libopus -movflags empty_moov+default_base_moof -frag_duration 400000",
        "hybrid.m4a  | -c:a aac -movflags frag_keyframe -frag_duration 400000",
        "layer2.mp2  | -c:a mp2",
        "browser.webm | -c:a libopus",
        "live.webm   | -c:a libopus -live 1",
        "piped.mka   | -c:a libopus -ac 2 -cluster_time_limit 300",
      })
  void isReadWithoutAnyTool(String name, String coding) throws Exception {
    Path file = encoded(name, coding);

    assertThat(heard(alone, file)).isEqualTo(ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lossless.m4a | -c:a alac",
        "lossless.caf | -c:a alac",
        "ima.wav      | -c:a adpcm_ima_wav",
        "ms.wav       | -c:a adpcm_ms",
        "layer3.wav   | -c:a libmp3lame",
        "layer3.mp4   | -c:a libmp3lame",
        "windows.wma  | -c:a wmav2",
        "free.flac    | -c:a flac",
        "free.oga     | -c:a flac -f ogg",
        "free.mp4     | -c:a flac -strict -2",
        "vorbis.webm  | -c:a libvorbis",
        "stream.aac   | -c:a aac -f adts",
        "film.avi     | -c:a pcm_s16le",
        "camera.mov   | -c:a pcm_s16be",
        "phone.mov    | -c:a pcm_alaw -ar 8000",
      })
  void isReadByANewerFfmpegAndElseNamed(String name, String coding) throws Exception {
    Path file = encoded(name, coding);

    assertThat(heard(helped, file)).startsWith("aaaaabbbbbcccccdddddeeeee");
    assertThat(alone.read(file, 60)).isEqualTo(new SoundAnswer.Unusable(SoundProblem.NEEDS_FFMPEG));
  }

  /// No recorder of these kinds is at hand: only their first bytes are as they should be.
  @ParameterizedTest
  @ValueSource(strings = {"#!AMR\n", "#!AMR-WB\n", "wvpk"})
  void kindsThatNothingHereWritesAreNamedToo(String name) throws Exception {
    Path file = folder.resolve("begun");
    Files.write(file, Arrays.copyOf(name.getBytes(StandardCharsets.ISO_8859_1), 500));

    assertThat(alone.read(file, 60)).isEqualTo(new SoundAnswer.Unusable(SoundProblem.NEEDS_FFMPEG));
  }

  /// What others hide, ffmpeg would play.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1500,72000           | dddddeeeeefffff",
        "500,0; 500,-1; 500,48000 | aaaaa.....ccccc",
        "0,72000              | dddddeeeeefffff",
        "500,72000; 500,0     | dddddaaaaa",
      })
  void onlyWhatIsPlayedIsHeardOfOtherCodingsToo(String edits, String heard) throws Exception {
    Path whole = encoded("memo.m4a", "-c:a alac");
    Path edited = folder.resolve("edited.m4a");
    EditedMp4.write(whole, "soun", 0, EditedMp4.edits(edits), edited);

    assertThat(heard(helped, edited)).isEqualTo(heard);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cut.wav  | -c:a pcm_mulaw -ar 8000 -bitexact",
        "cut.aiff | -c:a pcm_s16be",
        "cut.au   | -c:a pcm_s16be",
        "cut.w64  | -c:a pcm_s16le",
        "cut.mp4  | -c:a libopus -movflags +faststart",
        "cut.m4a  | -c:a alac -movflags +faststart",
        "cut.flac | -c:a flac",
        "cut.webm | -c:a libopus",
      })
  void whatEndsInTheMiddleIsDamagedWhoeverReadsIt(String name, String coding) throws Exception {
    byte[] whole = Files.readAllBytes(encoded(name, coding));
    Path half = Files.write(folder.resolve("half-" + name), Arrays.copyOf(whole, whole.length / 2));

    assertThat(helped.read(half, 60)).isEqualTo(new SoundAnswer.Unusable(SoundProblem.BROKEN));
  }

  @Test
  void aFilmWithoutSoundIsNotDamaged() throws Exception {
    Path film = folder.resolve("silent.mp4");
    run("-f lavfi -i testsrc=s=64x64:r=10:d=1 -c:v libx264 " + film);

    assertThat(alone.read(film, 60)).isEqualTo(new SoundAnswer.Unusable(SoundProblem.NO_SOUND));
  }

  /// A recorder whose battery was empty, or a program that wrote into a pipe.
  @Test
  void aWavThatDoesNotKnowItsLengthIsReadToItsEnd() throws Exception {
    byte[] file = Files.readAllBytes(encoded("plain.wav", "-c:a pcm_s16le -bitexact"));
    for (int length : new int[] {0, -1}) {
      for (int i = 0; i < 4; i++) {
        file[4 + i] = (byte) length;
        file[40 + i] = (byte) length;
      }

      Path open = Files.write(folder.resolve("open.wav"), file);

      assertThat(heard(alone, open)).isEqualTo(ALL);
    }
  }

  @Test
  void bytesBehindTheEndOfAVoiceNoteAreNothing() throws Exception {
    byte[] note = Files.readAllBytes(encoded("note.ogg", "-c:a libopus"));
    Path longer = Files.write(folder.resolve("longer.ogg"), Arrays.copyOf(note, note.length + 99));

    assertThat(heard(alone, longer)).isEqualTo(ALL);
  }

  /// RFC 7845, 5.1: in 256ths of a decibel, at the 16th byte of the head.
  @ParameterizedTest
  @ValueSource(ints = {-20, -6, 3})
  void theGainOfOpusIsApplied(int decibels) throws Exception {
    byte[] note = Files.readAllBytes(encoded("gain.ogg", "-c:a libopus"));
    double before = level(decoded(alone, folder.resolve("gain.ogg")));
    int head = new String(note, StandardCharsets.ISO_8859_1).indexOf("OpusHead");
    note[head + 16] = 0;
    note[head + 17] = (byte) decibels;

    Path changed = Files.write(folder.resolve("changed.ogg"), note);

    assertThat(level(decoded(alone, changed)) - before).isCloseTo(decibels, within(0.2));
  }

  /// Long recordings at a low rate, begun quietly: what is guessed from the first frames is wrong.
  @Test
  void mp3OfVariableRateWithoutAnIndexIsAsLongAsItSounds() throws Exception {
    Path file = folder.resolve("variable.mp3");
    run(
        "-f lavfi -i anullsrc=d=0.5:r=48000 -f lavfi -i "
            + ToneLadder.SOURCE
            + "3 -filter_complex concat=v=0:a=1 -c:a libmp3lame -q:a 5 -write_xing 0 "
            + file);

    double seconds = decoded(alone, file).length / 48_000.0;

    assertThat(seconds).isCloseTo(3.5, within(0.1));
  }

  private static double level(double[] samples) {
    double power = 0;
    for (double sample : samples) {
      power += sample * sample;
    }
    return 10 * Math.log10(power / samples.length);
  }

  private static String heard(Sounds sounds, Path file) throws Exception {
    return ToneLadder.heard(decoded(sounds, file));
  }

  private static double[] decoded(Sounds sounds, Path file) throws Exception {
    SoundAnswer answer = sounds.read(file, 60);
    assertThat(answer).isInstanceOf(SoundAnswer.Decoded.class);
    return ((SoundAnswer.Decoded) answer).samples();
  }

  private static Path encoded(String name, String coding) throws Exception {
    Path file = folder.resolve(name);
    run("-f lavfi -i " + ToneLadder.SOURCE + "3 " + coding + " " + file);
    return file;
  }

  private static void run(String words) throws Exception {
    List<String> all = new ArrayList<>(List.of("-y", "-loglevel", "error"));
    all.addAll(List.of(words.strip().split(" +", -1)));
    ToolProcess.run(ffmpeg.binary().path(), all, Duration.ofSeconds(30));
  }
}
