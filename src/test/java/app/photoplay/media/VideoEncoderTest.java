package app.photoplay.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.testkit.SpeechFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoEncoderTest {
  private static final Size SIZE = new Size(160, 90);

  private final Ffmpeg ffmpeg = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));
  private final VideoEncoder encoder = new VideoEncoder(ffmpeg, 2);

  @TempDir Path folder;

  @BeforeEach
  void speak() throws IOException {
    SpeechFiles.write(folder, 1000);
  }

  @Test
  void probingTellsWhatWasEncoded() throws Exception {
    VideoEncoder.Order order = order("speech.wav", "out.mp4");

    encoder.encode(order, (frame, pixels) -> Arrays.fill(pixels, frame * 0x080808), f -> {});

    assertThat(new Prober(ffmpeg).probe(order.target()))
        .isEqualTo(new Prober.Facts(SIZE, 25, Duration.ofSeconds(1), true));
  }

  @Test
  void saysWhyFfmpegFailedAndLeavesNoFile() {
    VideoEncoder.Order order = order("missing.wav", "out.mp4");

    assertThatThrownBy(() -> encoder.encode(order, (frame, pixels) -> {}, f -> {}))
        .isInstanceOf(FfmpegFailed.class)
        .hasMessageContaining("No such file");
    assertThat(order.target()).doesNotExist();
  }

  @Test
  void aMistakeInDrawingComesOutAsItIs() throws Exception {
    VideoEncoder.Order order = order("speech.wav", "out.mp4");
    VideoEncoder.Frames mistaken =
        (frame, pixels) -> {
          if (frame == 3) {
            throw new IndexOutOfBoundsException("mistake");
          }
        };

    assertThatThrownBy(() -> encoder.encode(order, mistaken, f -> {}))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Files.exists(order.target())).isFalse();
  }

  @Test
  void thePictureIsNeverShorterThanTheSound() {
    assertThat(VideoEncoder.Order.framesFor(Duration.ofSeconds(1), 25)).isEqualTo(25);
    assertThat(VideoEncoder.Order.framesFor(Duration.ofMillis(1001), 25)).isEqualTo(26);
    assertThat(VideoEncoder.Order.framesFor(Duration.ZERO, 25)).isEqualTo(1);
  }

  private VideoEncoder.Order order(String sound, String target) {
    return new VideoEncoder.Order(
        SIZE, 25, 25, 1_000_000, folder.resolve(sound), folder.resolve(target));
  }
}
