package app.photoplay.media.stitch;

import static app.photoplay.media.stitch.TestClips.FADE;
import static app.photoplay.media.stitch.TestClips.FFMPEG;
import static app.photoplay.media.stitch.TestClips.FORMAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.media.stitch.NormaliseResult.Problem;
import app.photoplay.media.stitch.NormaliseResult.Sender;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {
  @TempDir Path folder;

  @Test
  void aForeignClipGetsTheFormatAndKeysWhereFadesBeginAndEnd() throws Exception {
    Path source =
        TestClips.source(
            folder.resolve("x.mp4"),
            "testsrc2=s=160x120:r=30:d=2",
            "",
            "-c:v libx264 -preset ultrafast -g 999");

    Clip clip = TestClips.clip(source, folder.resolve("clip"));

    Mp4Track track = Mp4Reader.track(clip.picture(), "vide");
    assertThat(clip.frames()).isEqualTo(50);
    assertThat(track.width()).isEqualTo(320);
    assertThat(track.samples().get(12).key() && track.samples().get(38).key()).isTrue();
    assertThat(Files.size(clip.sound())).isEqualTo(50 * 1920 * 4);
    assertThat(clip.loudness()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Clip.open(clip.folder())).isEqualTo(clip);
    // 4:3 in 16:9: black beside it, and a column that is not
    byte[] picture = TestClips.pictures(clip.picture()).get(20);
    assertThat(picture[90 * 320 + 20] & 255).isLessThan(20);
    assertThat(picture[90 * 320 + 60] & 255).isGreaterThan(20);
  }

  @Test
  void theLengthOfThePictureCountsNotThatOfTheSound() throws Exception {
    Path source =
        TestClips.source(folder.resolve("x.mp4"), "testsrc2=s=320x180:r=25:d=1", "sine=d=3", "");

    Clip clip = TestClips.clip(source, folder.resolve("clip"));

    assertThat(clip.frames()).isEqualTo(25);
    assertThat(Files.size(clip.sound())).isEqualTo(25 * 1920 * 4);
  }

  /// Files whose index does not tell the picture's own length.
  @ParameterizedTest
  @CsvSource({
    "x.mkv, ''",
    "x.mp4, -movflags frag_keyframe+empty_moov",
  })
  void thePicturesAreCountedWhereNoIndexTellsTheirLength(String name, String more)
      throws Exception {
    Path source =
        TestClips.source(
            folder.resolve(name),
            "testsrc2=s=320x180:r=25:d=1",
            "sine=d=3",
            ("-c:v libx264 -preset ultrafast " + more).strip());

    Clip clip = TestClips.clip(source, folder.resolve("clip"));

    // Matroska rounds times to milliseconds, so that one more may be shown
    assertThat(clip.frames()).isBetween(25, 26);
  }

  @Test
  void soundMayBeginLaterThanThePicture() throws Exception {
    Path late = folder.resolve("late.mp4");
    List<String> words = new ArrayList<>();
    EncoderArguments.add(words, "-f lavfi -i testsrc2=s=320x180:r=25:d=1 -itsoffset 0.5 -f lavfi");
    EncoderArguments.add(words, "-i sine=d=3 -c:v libx264 -preset ultrafast -c:a aac");
    words.add(late.toString());
    TestClips.run(words);

    assertThat(TestClips.clip(late, folder.resolve("clip")).frames()).isEqualTo(25);
  }

  @Test
  void aCommentThatLooksLikeAStreamIsNone() throws Exception {
    Path source = TestClips.source(folder.resolve("x.mp4"), "testsrc2=s=320x180:r=25:d=1", "", "");
    Path named = folder.resolve("named.mp4");
    TestClips.run(
        List.of(
            "-i",
            source.toString(),
            "-c",
            "copy",
            "-metadata",
            "comment=a: Audio: b, Duration: 09:00:00.00",
            named.toString()));

    assertThat(TestClips.clip(named, folder.resolve("clip")).frames()).isEqualTo(25);
  }

  @Test
  void aClipWithPicturesDecodedEarlyIsEncodedOnlyOnce() throws Exception {
    Path source =
        TestClips.source(
            folder.resolve("x.mp4"),
            "testsrc2=s=160x120:r=30:d=1",
            "",
            "-c:v libx264 -preset veryfast");
    Path runs = folder.resolve("runs");
    Ffmpeg counting = ffmpeg("*crf*) echo run >> %s;;".formatted(runs));

    NormaliseResult arrival = new Normaliser(counting, 1).clip(source, Sender.PROVIDER, order());

    assertThat(arrival).isInstanceOf(NormaliseResult.Ready.class);
    assertThat(runs).hasContent("run");
  }

  @Test
  void whatIsNoFilmIsRefusedWithTheReason() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "this is not a film, only some words");
    Path empty = Files.createFile(folder.resolve("empty"));
    Path fake = Files.writeString(folder.resolve("fake"), "\0\0\0 ftypisom\0\0\0\0nothing here");
    Path tone = folder.resolve("tone.wav");
    TestClips.run(List.of("-f", "lavfi", "-i", "sine=d=1", tone.toString()));

    assertThat(problem(text)).isEqualTo(Problem.UNREADABLE);
    assertThat(problem(empty)).isEqualTo(Problem.EMPTY);
    assertThat(problem(fake)).isEqualTo(Problem.UNREADABLE);
    assertThat(problem(tone)).isEqualTo(Problem.NO_PICTURE);
  }

  /// With an index, which tells what is missing, and without.
  @ParameterizedTest
  @CsvSource({"x.mp4, '', -movflags +faststart", "x.mkv, sine=d=4, ''"})
  void aClipThatBreaksOffIsDamaged(String name, String sound, String more) throws Exception {
    Path source =
        TestClips.source(
            folder.resolve(name),
            "testsrc2=s=320x180:r=25:d=4",
            sound,
            ("-c:v libx264 -preset ultrafast " + more).strip());
    byte[] whole = Files.readAllBytes(source);
    Path half = Files.write(folder.resolve("half-" + name), Arrays.copyOf(whole, whole.length / 2));

    assertThat(problem(half)).isEqualTo(Problem.DAMAGED);
  }

  @Test
  void theBuiltInFfmpegReadsNoFilesOfPeople() throws Exception {
    Path source = TestClips.source(folder.resolve("x.mp4"), "color=s=64x64:d=0.2", "", "");

    assertThat(arrival(source, Sender.PERSON))
        .isInstanceOfSatisfying(
            NormaliseResult.Unusable.class,
            it -> assertThat(it.problem()).isEqualTo(Problem.NEEDS_NEWER_FFMPEG));
  }

  /// When it has to encode, and when it only looks.
  @ParameterizedTest
  @ValueSource(strings = {"*crf*", "*:v:0?*"})
  void anFfmpegThatIsKilledIsNotTheClipsFault(String when) throws Exception {
    Path source = TestClips.source(folder.resolve("x.mp4"), "color=s=64x64:d=0.2", "", "");
    Normaliser normaliser = new Normaliser(ffmpeg(when + ") kill -9 $$;;"), 1);

    assertThatThrownBy(() -> normaliser.clip(source, Sender.PROVIDER, order()))
        .isInstanceOf(ToolFailed.class)
        .hasMessageContaining("137");
    assertThat(folder.resolve("clip")).doesNotExist();
  }

  @Test
  void interruptingLeavesNothing() throws Exception {
    Path source = TestClips.source(folder.resolve("x.mp4"), "color=s=64x64:d=0.2", "", "");
    int[] pixels = new int[320 * 180];

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> arrival(source, Sender.PROVIDER))
        .isInstanceOf(InterruptedException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new Normaliser(FFMPEG, 1).standIn(pixels, 50, order()))
        .isInstanceOf(InterruptedException.class);
    assertThat(folder.resolve("clip")).doesNotExist();
  }

  /// The embedded ffmpeg behind a script that does something first.
  private Ffmpeg ffmpeg(String first) throws Exception {
    Path script = folder.resolve("ffmpeg");
    Path real = FFMPEG.binary().path();
    Files.writeString(
        script, "#!/bin/sh\ncase \"$*\" in %s esac\nexec %s \"$@\"\n".formatted(first, real));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return new Ffmpeg(script, "", Path.of("target", "ffmpeg"));
  }

  private Problem problem(Path file) throws Exception {
    NormaliseResult arrival = arrival(file, Sender.PROVIDER);
    assertThat(folder.resolve("clip")).doesNotExist();
    if (arrival instanceof NormaliseResult.Unusable(Problem problem, String _)) {
      return problem;
    }
    throw new AssertionError(arrival);
  }

  private NormaliseResult arrival(Path file, Sender sender) throws Exception {
    return new Normaliser(FFMPEG, 1).clip(file, sender, order());
  }

  private Normaliser.Order order() {
    return new Normaliser.Order(FORMAT, FADE, FADE, folder.resolve("clip"));
  }
}
