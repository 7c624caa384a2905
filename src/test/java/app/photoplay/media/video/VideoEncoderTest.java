package app.photoplay.media.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.media.Size;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.Prober;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.testkit.SpeechFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoEncoderTest {
  private static final Size SIZE = new Size(160, 90);

  private final Ffmpeg ffmpeg = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));
  private final VideoEncoder encoder = new VideoEncoder(ffmpeg, 2);

  @TempDir Path folder;

  private Path target;

  @BeforeEach
  void speak() throws IOException {
    target = folder.resolve("out.mp4");
    SpeechFiles.write(folder, 1000);
  }

  @Test
  void probingTellsWhatWasEncoded() throws Exception {
    VideoEncoder.Order order = order("speech.wav");

    encoder.encode(
        order, target, (frame, picture) -> Arrays.fill(picture, (byte) (frame * 8)), f -> {});

    assertThat(new Prober(ffmpeg).probe(target))
        .isEqualTo(new Prober.Facts(SIZE, 25, Duration.ofSeconds(1), true));
  }

  @Test
  void withoutSoundThereIsNoSoundTrack() throws Exception {
    VideoEncoder.Order order = new VideoEncoder.Order(SIZE, 25, 25, 1_000_000, Optional.empty());

    encoder.encode(order, target, (frame, picture) -> {}, f -> {});

    assertThat(new Prober(ffmpeg).probe(target))
        .isEqualTo(new Prober.Facts(SIZE, 25, Duration.ofSeconds(1), false));
  }

  @Test
  void saysWhyFfmpegFailedAndLeavesNoFile() {
    VideoEncoder.Order order = order("missing.wav");

    assertThatThrownBy(() -> encoder.encode(order, target, (frame, picture) -> {}, f -> {}))
        .isInstanceOf(ToolFailed.class)
        .hasMessageContaining("No such file");
    assertThat(target).doesNotExist();
  }

  @Test
  void aMistakeInDrawingComesOutAsItIs() throws Exception {
    VideoEncoder.Order order = order("speech.wav");
    VideoEncoder.Planes mistaken =
        (frame, pixels) -> {
          if (frame == 3) {
            throw new IndexOutOfBoundsException("mistake");
          }
        };

    assertThatThrownBy(() -> encoder.encode(order, target, mistaken, f -> {}))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Files.exists(target)).isFalse();
  }

  @Test
  void anFfmpegThatHangsIsStopped() throws Exception {
    VideoEncoder impatient =
        new VideoEncoder(scripted("exec sleep 600"), 2, Duration.ofMillis(300));
    VideoEncoder.Order order = order("speech.wav");

    assertThatThrownBy(() -> impatient.encode(order, target, (frame, picture) -> {}, f -> {}))
        .isInstanceOf(ToolFailed.class)
        .hasMessageContaining("took no picture");
    assertThat(target).doesNotExist();
  }

  @Test
  void anFfmpegThatIsKilledHalfWayIsAFailureWithItsStatus() throws Exception {
    VideoEncoder encoder = new VideoEncoder(scripted("head -c 90000 > /dev/null; kill -9 $$"), 2);
    VideoEncoder.Order order = order("speech.wav");

    assertThatThrownBy(() -> encoder.encode(order, target, (frame, picture) -> {}, f -> {}))
        .isInstanceOf(ToolFailed.class)
        .hasMessageContaining("status 137");
  }

  @Test
  void anFfmpegThatWasRemovedIsSearchedAgain() throws Exception {
    Ffmpeg removed = scripted("exit 1");
    Path script = removed.binary().path();
    Files.delete(script);

    Ffmpeg.Binary other = removed.binary();

    assertThat(other.origin()).isEqualTo(Ffmpeg.Origin.EMBEDDED);
  }

  /// A program that passes for ffmpeg until it is to encode.
  private Ffmpeg scripted(String encoding) throws IOException {
    Path script = folder.resolve("ffmpeg");
    Files.writeString(
        script,
        """
        #!/bin/sh
        case "$*" in
          -version) echo 'ffmpeg version 9';;
          *-encoders) echo ' V libx264 '; echo ' A aac ';;
          *) %s;;
        esac
        """
            .formatted(encoding));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return new Ffmpeg(script, "", Path.of("target", "ffmpeg"));
  }

  @Test
  void thePictureIsNeverShorterThanTheSound() {
    assertThat(VideoEncoder.Order.framesFor(Duration.ofSeconds(1), 25)).isEqualTo(25);
    assertThat(VideoEncoder.Order.framesFor(Duration.ofMillis(1001), 25)).isEqualTo(26);
    assertThat(VideoEncoder.Order.framesFor(Duration.ZERO, 25)).isEqualTo(1);
  }

  private VideoEncoder.Order order(String sound) {
    return new VideoEncoder.Order(SIZE, 25, 25, 1_000_000, Optional.of(folder.resolve(sound)));
  }
}
