package app.photoplay.media.stitch;

import static app.photoplay.media.stitch.TestClips.FADE;
import static app.photoplay.media.stitch.TestClips.FFMPEG;
import static app.photoplay.media.stitch.TestClips.FORMAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.media.Ffmpeg;
import app.photoplay.media.ToolFailed;
import app.photoplay.media.stitch.Arrival.Problem;
import app.photoplay.media.stitch.Arrival.Sender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    Arrival arrival = new Normaliser(counting, 1).clip(source, Sender.PROVIDER, order());

    assertThat(arrival).isInstanceOf(Arrival.Ready.class);
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

  @Test
  void aClipThatBreaksOffIsDamaged() throws Exception {
    Path source =
        TestClips.source(
            folder.resolve("x.mp4"),
            "testsrc2=s=320x180:r=25:d=2",
            "",
            "-c:v libx264 -preset ultrafast -movflags +faststart");
    byte[] whole = Files.readAllBytes(source);
    Path half = Files.write(folder.resolve("y.mp4"), Arrays.copyOf(whole, whole.length / 2));

    assertThat(problem(half)).isEqualTo(Problem.DAMAGED);
  }

  @Test
  void theBuiltInFfmpegReadsNoFilesOfPeople() throws Exception {
    Path source = TestClips.source(folder.resolve("x.mp4"), "color=s=64x64:d=0.2", "", "");

    assertThat(arrival(source, Sender.PERSON))
        .isInstanceOfSatisfying(
            Arrival.Unusable.class,
            it -> assertThat(it.problem()).isEqualTo(Problem.NEEDS_NEWER_FFMPEG));
  }

  @Test
  void anFfmpegThatIsKilledIsNotTheClipsFault() throws Exception {
    Path source = TestClips.source(folder.resolve("x.mp4"), "color=s=64x64:d=0.2", "", "");
    // works until it has to encode
    Normaliser normaliser = new Normaliser(ffmpeg("*crf*) kill -9 $$;;"), 1);

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
    Arrival arrival = arrival(file, Sender.PROVIDER);
    assertThat(folder.resolve("clip")).doesNotExist();
    if (arrival instanceof Arrival.Unusable(Problem problem, String _)) {
      return problem;
    }
    throw new AssertionError(arrival);
  }

  private Arrival arrival(Path file, Sender sender) throws Exception {
    return new Normaliser(FFMPEG, 1).clip(file, sender, order());
  }

  private Normaliser.Order order() {
    return new Normaliser.Order(FORMAT, FADE, FADE, folder.resolve("clip"));
  }
}
