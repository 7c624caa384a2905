package app.photoplay.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.Prober;
import app.photoplay.media.tool.ToolProcess;
import app.photoplay.media.video.VideoFitter.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoFitterTest {
  private final Ffmpeg ffmpeg = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));
  private final VideoFitter fitter = new VideoFitter(ffmpeg, 2);

  @TempDir Path folder;

  private Path video;
  private Path target;

  @BeforeEach
  void encode() throws IOException, InterruptedException {
    video = folder.resolve("video.mp4");
    target = folder.resolve("fitted.mp4");
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=3,noise=alls=20:allf=t"));
    words.addAll(List.of("-f", "lavfi", "-i", "sine=d=3", "-c:v", "libx264", "-preset"));
    words.addAll(List.of("ultrafast", "-crf", "20", "-pix_fmt", "yuv420p", "-c:a", "aac"));
    words.addAll(List.of("-metadata", "title=Made by AI", video.toString()));
    ToolProcess.run(ffmpeg.binary().path(), words, Duration.ofMinutes(1));
  }

  @Test
  void halfTheBytesKeepTheSizeAndTheLength() throws Exception {
    long half = Files.size(video) / 2;

    Outcome outcome = fitter.fit(video, half, target);

    assertThat(outcome).isEqualTo(new Outcome.Fits(target, new Size(640, 360), sizeOf(target)));
    assertThat(sizeOf(target)).isBetween(half * 8 / 10, half);
    Prober.Facts facts = new Prober(ffmpeg).probe(target);
    assertThat(facts.picture().toMillis()).isBetween(2990L, 3060L);
    assertThat(facts.sound()).isTrue();
    assertThat(Files.readString(target, StandardCharsets.ISO_8859_1)).contains("Made by AI");
  }

  @Test
  void fewBytesMakeThePictureSmaller() throws Exception {
    Outcome outcome = fitter.fit(video, 70_000, target);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Fits.class,
            it -> {
              assertThat(it.bytes()).isLessThanOrEqualTo(70_000).isEqualTo(sizeOf(target));
              assertThat(it.size().height()).isBetween(144, 270);
            });
  }

  /// Smooth motion is given up before sharpness.
  @Test
  void fewBytesLeaveOutEveryOtherOfSixtyFrames() throws Exception {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-y", "-f", "lavfi", "-i", "testsrc2=s=320x320:r=60:d=3", "-c:v"));
    words.addAll(List.of("libx264", "-preset", "ultrafast", "-crf", "10", "-pix_fmt", "yuv420p"));
    words.add(video.toString());
    ToolProcess.run(ffmpeg.binary().path(), words, Duration.ofMinutes(1));

    Outcome outcome = fitter.fit(video, 100_000, target);

    assertThat(outcome).isInstanceOf(Outcome.Fits.class);
    Prober.Facts facts = new Prober(ffmpeg).probe(target);
    assertThat(facts.framesPerSecond()).isBetween(29.0, 31.0);
    assertThat(facts.picture().toMillis()).isBetween(2950L, 3060L);
  }

  /// Where x264 does not manage with the expected least, it is told more each time.
  @Test
  void whoGivesAsManyBytesAsItSaysItNeedsSoonGetsAVideo() throws Exception {
    long bytes = 20_000;
    Outcome outcome = fitter.fit(video, bytes, target);
    for (int i = 0; i < 5 && outcome instanceof Outcome.CannotFit(long least); i++) {
      assertThat(least).isGreaterThan(bytes);
      bytes = least;
      outcome = fitter.fit(video, bytes, target);
    }

    assertThat(outcome).isInstanceOf(Outcome.Fits.class);
  }

  @Test
  void tooFewBytesAreRefusedAndNothingIsLeft() throws Exception {
    Outcome outcome = fitter.fit(video, 20_000, target);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.CannotFit.class, it -> assertThat(it.least()).isBetween(20_000L, 60_000L));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(video);
    }
  }

  @Test
  void whatFitsStaysAsItIs() throws Exception {
    assertThat(fitter.fit(video, sizeOf(video), target))
        .isEqualTo(new Outcome.Fits(video, new Size(640, 360), sizeOf(video)));
    assertThat(target).doesNotExist();
  }

  private static long sizeOf(Path file) {
    return file.toFile().length();
  }
}
