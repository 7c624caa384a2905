package app.photoplay.media.stitch;

import static app.photoplay.media.stitch.TestClips.FADE;
import static app.photoplay.media.stitch.TestClips.FFMPEG;
import static app.photoplay.media.stitch.TestClips.FORMAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.stitch.NormaliseResult.Problem;
import app.photoplay.media.stitch.NormaliseResult.Sender;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.testkit.CuttingTool;
import app.photoplay.testkit.EditedMp4;
import app.photoplay.testkit.ToneLadder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Clips that somebody trimmed: the file still holds what was cut away. Each half second has a tone
/// of its own, and the picture becomes brighter.
class TrimmedClipTest {
  @TempDir static Path folder;

  private static Path whole;
  private static Path fragments;

  @BeforeAll
  static void film() throws Exception {
    String bright = "nullsrc=s=64x64:r=25:d=3,geq=lum=30+60*T:cb=128:cr=128";
    String tones = ToneLadder.SOURCE + 3;
    String coding = "-c:v libx264 -preset veryfast -g 999 -color_range tv";
    whole = TestClips.source(folder.resolve("whole.mp4"), bright, tones, coding);
    String parts = " -frag_duration 400000 -movflags empty_moov+default_base_moof";
    fragments = TestClips.source(folder.resolve("parts.mp4"), bright, tones, coding + parts);
  }

  @Test
  void whatAPhoneTrimmedOffIsNeitherShownNorHeard() throws Exception {
    Path cut = folder.resolve("cut.mp4");
    TestClips.run(words("-ss 1.5 -i " + whole + " -c copy -y " + cut));

    Clip clip = ready(cut);

    assertThat(clip.frames()).isBetween(37, 39);
    assertThat(heard(clip)).startsWith("dddddeeeee");
    assertThat(brightness(clip)).isCloseTo(30 + 60 * 1.5, within(8.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1500,73024            | dddddeeeeefffff",
        "1000,1024             | aaaaabbbbb.....",
        "500,-1; 1000,1024     | .....aaaaabbbbb",
        "500,1024; 1000,97024  | aaaaaeeeeefffff",
      })
  void soundFollowsItsList(String edits, String heard) throws Exception {
    Path edited = folder.resolve("edited.mp4");
    EditedMp4.write(whole, "soun", 0, EditedMp4.edits(edits), edited);

    assertThat(heard(ready(edited))).startsWith(heard);
  }

  /// The pictures of the track begin two later than they are decoded.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1000,13824 | 25 | 90", "600,-1; 1000,1024 | 40 | 30", "2000,1024 | 50 | 30"})
  void thePictureFollowsItsList(String edits, int frames, double bright) throws Exception {
    Path edited = folder.resolve("shown.mp4");
    EditedMp4.write(whole, "vide", 0, EditedMp4.edits(edits), edited);

    Clip clip = ready(edited);

    assertThat(clip.frames()).isBetween(frames - 1, frames + 1);
    assertThat(brightness(clip)).isCloseTo(bright, within(8.0));
  }

  /// ffmpeg would play what these hide.
  @ParameterizedTest
  @ValueSource(
      strings = {"500,1024; 500,-1; 500,1024", "0,73024", "500,1024; 0,73024", "500,73024,0"})
  void whatFfmpegDoesNotFollowIsRefused(String edits) throws Exception {
    for (String kind : new String[] {"soun", "vide"}) {
      Path edited = folder.resolve("hidden.mp4");
      EditedMp4.write(whole, kind, 1, EditedMp4.edits(edits), edited);

      assertThat(problem(edited)).isEqualTo(Problem.HIDDEN_PARTS);
    }
  }

  @Test
  void aListThatCannotBeReadIsRefused() throws Exception {
    Path edited = folder.resolve("broken.mp4");
    EditedMp4.write(whole, "soun", 0, EditedMp4.edits("500,1024,2"), edited);

    assertThat(problem(edited)).isEqualTo(Problem.DAMAGED);
  }

  /// ffmpeg ignores the lists of files with fragments.
  @Test
  void fragmentsAreTakenWholeOrNotAtAll() throws Exception {
    Path edited = folder.resolve("edited-parts.mp4");

    assertThat(ready(fragments).frames()).isBetween(75, 77);
    for (String edits : new String[] {"0,73024", "500,1024", "900,-1; 0,0"}) {
      EditedMp4.write(fragments, "soun", 0, EditedMp4.edits(edits), edited);
      assertThat(problem(edited)).isEqualTo(Problem.HIDDEN_PARTS);
    }
    EditedMp4.write(fragments, "soun", 0, EditedMp4.edits("0,1024"), edited);
    assertThat(heard(ready(edited))).startsWith("aaaaabbbbb");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3000, 1_000_000})
  void aConversionWhoseEndIsMissingIsTriedAgain(int missing) throws Exception {
    Path silent = folder.resolve("silent.mp4");
    TestClips.source(silent, "testsrc2=s=320x180:r=25:d=1", "", "");
    Path tool = CuttingTool.write(folder.resolve("tool"), FFMPEG.binary().path(), missing);
    Ffmpeg cutting = new Ffmpeg(tool, "", Path.of("target", "ffmpeg"));
    Path result = folder.resolve("result");
    Normaliser.Order order = new Normaliser.Order(FORMAT, FADE, FADE, result);

    assertThatThrownBy(() -> new Normaliser(cutting, 1).clip(silent, Sender.PROVIDER, order))
        .isInstanceOf(ToolFailed.class)
        .hasMessageContaining("result");
    assertThat(result).doesNotExist();
  }

  private static Clip ready(Path file) throws Exception {
    return TestClips.clip(file, folder.resolve("clip"));
  }

  private static Problem problem(Path file) throws Exception {
    Normaliser.Order order = new Normaliser.Order(FORMAT, FADE, FADE, folder.resolve("clip"));
    NormaliseResult arrival = new Normaliser(FFMPEG, 1).clip(file, Sender.PROVIDER, order);
    if (arrival instanceof NormaliseResult.Unusable(Problem problem, String _)) {
      return problem;
    }
    throw new AssertionError(arrival);
  }

  private static String heard(Clip clip) throws Exception {
    ByteBuffer pcm =
        ByteBuffer.wrap(Files.readAllBytes(clip.sound())).order(ByteOrder.LITTLE_ENDIAN);
    double[] left = new double[pcm.limit() / 4];
    for (int i = 0; i < left.length; i++) {
      left[i] = pcm.getShort(4 * i) / 32768.0;
    }
    return ToneLadder.heard(left);
  }

  /// Of the middle of the first picture.
  private static double brightness(Clip clip) throws Exception {
    return TestClips.pictures(clip.picture()).getFirst()[90 * 320 + 160] & 255;
  }

  private static List<String> words(String line) {
    return List.of(line.split(" ", -1));
  }
}
