package app.photoplay.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolProcess;
import app.photoplay.testkit.EditedMp4;
import app.photoplay.testkit.ToneLadder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What was cut away from a recording is in its file and private: only what players play is heard.
class TrimmedSoundTest {
  private static final SoundAnswer BROKEN = new SoundAnswer.Unusable(SoundProblem.BROKEN);

  @TempDir static Path folder;

  private static Ffmpeg ffmpeg;
  private static Sounds sounds;
  private static Path memo;

  @BeforeAll
  static void record() throws Exception {
    ffmpeg = new Ffmpeg(null, "", Path.of("target", "cache"));
    sounds = new Sounds(ffmpeg);
    memo = encoded("memo.m4a", "-c:a aac");
  }

  /// The times count from the first packet, which is only there for the decoder: 1024 samples.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "everything            | 3000,1024             | aaaaabbbbbcccccdddddeeeeefffff",
        "no list, priming too  | ''                    | aaaaabbbbbcccccdddddeeeeefffff",
        "the beginning cut off | 1500,73024            | dddddeeeeefffff",
        "the end cut off       | 1000,1024             | aaaaabbbbb",
        "both ends             | 1000,49024            | cccccddddd",
        "begins late           | 500,-1; 1000,1024     | .....aaaaabbbbb",
        "the middle cut out    | 1000,1024; 1000,97024 | aaaaabbbbbeeeeefffff",
        "silence between       | 500,1024; 500,-1; 500,49024 | aaaaa.....ccccc",
        "silence for ever      | 500,1024; 500,-1      | aaaaa",
        "a moment held still   | 500,49024,0; 500,1024 | .....aaaaa",
        "parts change places   | 500,73024; 500,1024   | dddddaaaaa",
        "open end              | 0,73024               | dddddeeeeefffff",
        "beyond the end        | 9000,97024            | eeeeefffff",
        "no time in between    | 0,1024; 500,73024     | ddddd",
        "a part behind the end | 500,1024; 500,900000  | aaaaa",
      })
  void onlyWhatTheEditListPlaysIsHeard(String name, String edits, String heard) throws Exception {
    for (int version = 0; version < 2; version++) {
      Path file = folder.resolve("edited.m4a");
      EditedMp4.write(memo, "soun", version, EditedMp4.edits(edits), file);

      assertThat(heard(file)).as(name).isEqualTo(heard);
    }
  }

  /// A decoder that begins in the middle must have settled before anything is heard.
  @Test
  void aPartSoundsAsItDoesInTheWhole() throws Exception {
    double[] whole = samples(memo);
    Path file = folder.resolve("part.m4a");
    double[] part = samples(EditedMp4.write(memo, "soun", 0, EditedMp4.edits("1000,49024"), file));

    for (int i = 0; i < part.length; i++) {
      assertThat(part[i]).isCloseTo(whole[48_000 + i], within(1e-3));
    }
  }

  /// iTunes tells so where there is no list; values that do not belong to the track count nothing.
  @ParameterizedTest
  @CsvSource({
    "00000400 00000300 0000000000023100, 2.992",
    "00000400 00000300 0000000000000100, 3.0213",
  })
  void whatOnlyTheCodingNeedsIsNotHeard(String values, double seconds) throws Exception {
    Path bare = EditedMp4.write(memo, "soun", 0, List.of(), folder.resolve("bare.m4a"));
    Path tagged = folder.resolve("tagged.m4a");
    EditedMp4.tagged(bare, "iTunSMPB", " 00000000 " + values + " 00000000 00000000", tagged);

    assertThat(samples(tagged).length / 48_000.0).isCloseTo(seconds, within(0.001));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "twice as fast          | 1000,1024,2",
        "backwards              | 1000,1024,-1",
        "before the beginning   | 1000,-2",
        "nothing but behind it  | 1000,900000",
        "nothing at all         | 1000,-1",
      })
  void aListThatCannotBeFollowedIsRefused(String name, String edits) throws Exception {
    Path file = folder.resolve("refused.m4a");
    EditedMp4.write(memo, "soun", 0, EditedMp4.edits(edits), file);

    assertThat(sounds.read(file, 60)).as(name).isEqualTo(BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0200000000000001", "00000000ffffffff", "0000000000000002000003e800000400"})
  void aListThatCannotBeReadIsRefused(String hex) throws Exception {
    byte[] list = HexFormat.of().parseHex(hex);
    Path file = EditedMp4.write(memo, "soun", list, folder.resolve("broken.m4a"));

    assertThat(sounds.read(file, 60)).isEqualTo(BROKEN);
  }

  @Test
  void aTrimmedRecordingIsAsLongAsItPlaysHoweverMuchIsHidden() throws Exception {
    Path file = folder.resolve("short.m4a");
    EditedMp4.write(memo, "soun", 0, EditedMp4.edits("500,1024"), file);
    assertThat(sounds.read(file, 1)).isInstanceOf(SoundAnswer.Decoded.class);

    EditedMp4.write(memo, "soun", 0, EditedMp4.edits("90000,-1; 500,1024"), file);
    assertThat(sounds.read(file, 60)).isEqualTo(new SoundAnswer.TooLong(90.5));
  }

  /// As phones trim a video: nothing is coded again.
  @ParameterizedTest
  @ValueSource(strings = {"cut.mov", "cut.mp4"})
  void theBeginningThatAPhoneTrimmedOffAVideoIsNotHeard(String name) throws Exception {
    Path video = folder.resolve("whole-" + name);
    run("-f lavfi -i testsrc=s=64x64:r=10:d=3 -c:v libx264 -g 100 -c:a aac " + video, true);
    Path cut = folder.resolve(name);
    run("-ss 1.5 -i " + video + " -c copy " + cut, false);

    assertThat(heard(cut)).isEqualTo("dddddeeeeefffff");
  }

  /// As browsers and some recorders write: an empty index, or one for the beginning, and fragments.
  @ParameterizedTest
  @CsvSource({
    "empty_moov+default_base_moof",
    "empty_moov",
    "empty_moov+delay_moov+default_base_moof",
    "default_base_moof",
    "frag_keyframe"
  })
  void fragmentsAreHeardToTheirEndAndTrimmedAlike(String flags) throws Exception {
    Path fragments = folder.resolve("fragments.mp4");
    run("-c:a aac -frag_duration 400000 -movflags " + flags + " " + fragments, true);
    Path open = folder.resolve("open.mp4");
    EditedMp4.write(fragments, "soun", 0, EditedMp4.edits("0,73024"), open);
    Path closed = folder.resolve("closed.mp4");
    EditedMp4.write(fragments, "soun", 0, EditedMp4.edits("500,73024"), closed);

    assertThat(heard(fragments)).isEqualTo("aaaaabbbbbcccccdddddeeeeefffff");
    assertThat(heard(open)).isEqualTo("dddddeeeeefffff");
    assertThat(heard(closed)).isEqualTo("ddddd");
  }

  @Test
  void fragmentsThatBreakOffAreRefused() throws Exception {
    Path fragments = folder.resolve("whole-fragments.mp4");
    run("-c:a aac -frag_duration 400000 -movflags empty_moov+default_base_moof " + fragments, true);
    byte[] whole = Files.readAllBytes(fragments);
    Path cut = folder.resolve("cut-fragments.mp4");

    for (double share = 0.3; share < 0.9; share += 0.1) {
      Files.write(cut, Arrays.copyOf(whole, (int) (share * whole.length)));

      assertThat(sounds.read(cut, 60)).isEqualTo(BROKEN);
    }
  }

  /// The end of the last page says where the sound ends, the head where it begins.
  @Test
  void opusEndsWhereItsLastPageSays() throws Exception {
    byte[] note = Files.readAllBytes(encoded("note.ogg", "-c:a libopus -page_duration 100000"));

    assertThat(heard(folder.resolve("note.ogg"))).isEqualTo("aaaaabbbbbcccccdddddeeeeefffff");
    OggPages.move(note, granule -> granule, 3 * 48_000 + 312 - 4800);
    Path trimmed = Files.write(folder.resolve("trimmed.ogg"), note);
    assertThat(((SoundAnswer.Decoded) sounds.read(trimmed, 60)).seconds())
        .isCloseTo(2.9, within(0.001));
  }

  @Test
  void opusThatWasCutOutOfAStreamIsAsLongAsItPlays() throws Exception {
    byte[] note = Files.readAllBytes(encoded("stream.ogg", "-c:a libopus"));
    OggPages.move(note, granule -> granule + 48_000L * 1000, -1);
    Path later = Files.write(folder.resolve("later.ogg"), note);

    assertThat(((SoundAnswer.Decoded) sounds.read(later, 60)).seconds())
        .isCloseTo(3, within(0.001));
  }

  @Test
  void streamsThatFollowOneAnotherInOneFileAreAllHeard() throws Exception {
    byte[] one = Files.readAllBytes(encoded("one.ogg", "-c:a libopus -serial_offset 1"));
    byte[] two = Files.readAllBytes(encoded("two.ogg", "-c:a libopus -serial_offset 2"));
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);

    String once = "aaaaabbbbbcccccdddddeeeeefffff";
    assertThat(heard(Files.write(folder.resolve("both.ogg"), both))).isEqualTo(once + once);
  }

  @ParameterizedTest
  @CsvSource({
    "gapless.mp3, -c:a libmp3lame",
    "slow.mp3, -c:a libmp3lame -ar 22050",
    "stereo.mp3, -c:a libmp3lame -ac 2 -q:a 2"
  })
  void paddingOfMp3IsNotHeard(String name, String coding) throws Exception {
    double[] samples = samples(encoded(name, coding));

    assertThat(samples.length / 48_000.0).isCloseTo(3, within(0.0005));
    int first = 0;
    while (Math.abs(samples[first]) < 0.05) {
      first++;
    }
    assertThat(first / 48_000.0).isLessThan(0.002);
  }

  @Test
  void aLargeCoverMakesNoMp3Longer() throws Exception {
    byte[] sound = Files.readAllBytes(encoded("plain.mp3", "-c:a libmp3lame -id3v2_version 0"));
    byte[] cover = new byte[10 + (3 << 14)];
    System.arraycopy(new byte[] {'I', 'D', '3', 3, 0, 0, 0, 3, 0, 0}, 0, cover, 0, 10);
    byte[] file = Arrays.copyOf(cover, cover.length + sound.length);
    System.arraycopy(sound, 0, file, cover.length, sound.length);

    assertThat(heard(Files.write(folder.resolve("cover.mp3"), file)))
        .isEqualTo("aaaaabbbbbcccccdddddeeeeefffff");
  }

  private static String heard(Path file) throws Exception {
    return ToneLadder.heard(samples(file));
  }

  private static double[] samples(Path file) throws Exception {
    SoundAnswer answer = sounds.read(file, 60);
    assertThat(answer).isInstanceOf(SoundAnswer.Decoded.class);
    return ((SoundAnswer.Decoded) answer).samples();
  }

  private static Path encoded(String name, String coding) throws Exception {
    Path file = folder.resolve(name);
    run(coding + " " + file, true);
    return file;
  }

  /// @param tones whether the tones are an input, the last one
  private static void run(String words, boolean tones) throws Exception {
    List<String> all = new ArrayList<>(List.of("-y", "-loglevel", "error"));
    List<String> rest = new ArrayList<>(List.of(words.strip().split(" +", -1)));
    if (tones) {
      List<String> input = List.of("-f", "lavfi", "-i", ToneLadder.SOURCE + 3);
      int inputs = words.startsWith("-f lavfi") ? 4 : 0;
      rest.addAll(inputs, input);
    }
    all.addAll(rest);
    ToolProcess.run(ffmpeg.binary().path(), all, Duration.ofSeconds(30));
  }
}
