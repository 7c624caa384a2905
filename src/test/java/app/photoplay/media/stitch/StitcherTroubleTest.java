package app.photoplay.media.stitch;

import static app.photoplay.media.stitch.TestClips.FADE;
import static app.photoplay.media.stitch.TestClips.FFMPEG;
import static app.photoplay.media.stitch.TestClips.FORMAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.photoplay.media.stitch.Timeline.Cut;
import app.photoplay.media.stitch.Timeline.Overlay;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolFailed;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StitcherTroubleTest {
  @TempDir Path folder;

  private Clip still;

  @BeforeEach
  void draw() throws Exception {
    int[] pixels = new int[320 * 180];
    Arrays.fill(pixels, 0x204060);
    Normaliser.Order order = new Normaliser.Order(FORMAT, FADE, FADE, folder.resolve("still"));
    still = new Normaliser(FFMPEG, 1).standIn(pixels, 50, order);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    try (var left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theResultTellsWhichScenesAreMissing() throws Exception {
    Film film = stitch(FFMPEG, folder.resolve("film.mp4"), timeline());

    assertThat(film.standIns()).containsExactly(0, 1);
    assertThat(TestClips.pictures(film.video())).hasSize(88);
  }

  @Test
  void aClipOfOnePictureIsShownOnceWithoutAFade() throws Exception {
    Normaliser.Order order = new Normaliser.Order(FORMAT, FADE, FADE, folder.resolve("one"));
    Clip one = new Normaliser(FFMPEG, 1).standIn(new int[320 * 180], 1, order);
    Timeline timeline =
        new Timeline(
            List.of(new Cut(one, -16, FADE), new Cut(still, -16, FADE)), List.of(), List.of());

    Film film = stitch(FFMPEG, folder.resolve("film.mp4"), timeline);

    assertThat(timeline.transitions()).containsExactly(ClipTransition.CUT);
    assertThat(film.encoded()).isZero();
    assertThat(TestClips.pictures(film.video())).hasSize(51);
  }

  @Test
  void interruptingStopsItAndLeavesNothing() {
    Thread caller = Thread.currentThread();
    Overlay interrupting =
        new Overlay(
            0,
            50,
            new Rectangle(0, 0, 10, 10),
            (frame, pixels) -> {
              if (frame == 3) {
                caller.interrupt();
              }
            });
    Timeline timeline = new Timeline(timeline().cuts(), List.of(), List.of(interrupting));

    assertThatThrownBy(() -> stitch(FFMPEG, folder.resolve("film.mp4"), timeline))
        .isInstanceOf(InterruptedException.class);
    assertThat(folder.resolve("film.mp4")).doesNotExist();
  }

  @Test
  void anFfmpegThatDiesFailsTheFilmAndSaysSo() throws Exception {
    Path killed = folder.resolve("killed");
    Files.writeString(
        killed,
        "#!/bin/sh\ncase \"$*\" in *crf*) kill -9 $$;; esac\nexec %s \"$@\"\n"
            .formatted(FFMPEG.binary().path()));
    Files.setPosixFilePermissions(killed, PosixFilePermissions.fromString("rwx------"));
    Ffmpeg dying = new Ffmpeg(killed, "", Path.of("target", "ffmpeg"));

    assertThatThrownBy(() -> stitch(dying, folder.resolve("film.mp4"), timeline()))
        .isInstanceOf(ToolFailed.class)
        .hasMessageContaining("137");
    assertThat(folder.resolve("film.mp4")).doesNotExist();
  }

  @Test
  void aMistakeInPaintingComesOutAsItIs() {
    Overlay mistaken =
        new Overlay(0, 50, new Rectangle(0, 0, 10, 10), (frame, pixels) -> pixels[-1] = 0);
    Timeline timeline = new Timeline(timeline().cuts(), List.of(), List.of(mistaken));

    assertThatThrownBy(() -> stitch(FFMPEG, folder.resolve("film.mp4"), timeline))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aFullDiskFailsTheFilmAndLeavesNothing() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only Linux has a device that is always full");
    Path target = Files.createSymbolicLink(folder.resolve("film.mp4"), full);

    assertThatThrownBy(() -> stitch(FFMPEG, target, timeline()))
        .isInstanceOf(ToolFailed.class)
        .hasMessageContaining("No space left");
    assertThat(Files.exists(target, LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(full).exists();
  }

  @Test
  void aClipOfAnotherEncoderIsRefusedBeforeTheFilmIsBroken() throws Exception {
    Path other = folder.resolve("other");
    Files.createDirectories(other);
    Files.copy(still.sound(), other.resolve("sound.pcm"));
    TestClips.source(
        other.resolve("picture.mp4"),
        "color=s=320x180:r=25:d=2",
        "",
        "-c:v libx264 -preset slow -video_track_timescale 12800");
    Clip foreign = new Clip(other, FORMAT, 50, Double.NEGATIVE_INFINITY, false);
    Timeline timeline =
        new Timeline(
            List.of(new Cut(still, -16, FADE), new Cut(foreign, -16, FADE)), List.of(), List.of());

    assertThatThrownBy(() -> stitch(FFMPEG, folder.resolve("film.mp4"), timeline))
        .isInstanceOf(ToolFailed.class)
        .hasMessageContaining("normalise them again");
  }

  private Timeline timeline() {
    Cut cut = new Cut(still, -16, FADE);
    return new Timeline(List.of(cut, cut), List.of(), List.of());
  }

  private Film stitch(Ffmpeg ffmpeg, Path target, Timeline timeline) throws Exception {
    return new Stitcher(ffmpeg, folder.resolve("work")).stitch(timeline, target, done -> {});
  }
}
