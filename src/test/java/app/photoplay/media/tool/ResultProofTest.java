package app.photoplay.media.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.media.video.VideoFitter;
import app.photoplay.testkit.CuttingTool;
import app.photoplay.testkit.SmallDisk;
import app.photoplay.testkit.SpeechFiles;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// ffmpeg ends with success although its last bytes found no room: nothing of what it made is
/// believed before it is proved.
class ResultProofTest {
  private static final Size SIZE = new Size(160, 90);
  private static final Path CACHE = Path.of("target", "ffmpeg");

  private final Ffmpeg ffmpeg = new Ffmpeg(null, "", CACHE);

  @TempDir Path folder;

  private Path target;

  @BeforeEach
  void speak() throws Exception {
    SpeechFiles.write(folder, 1000);
    target = folder.resolve("video.mp4");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 5_000, 1_000_000_000})
  void aVideoWhoseEndIsMissingIsNotKeptWhateverTheStatus(int missing) throws Exception {
    VideoEncoder encoder = new VideoEncoder(cutting(missing), 1);

    assertThatThrownBy(() -> encode(encoder, target))
        .isInstanceOfSatisfying(ToolFailed.class, it -> assertThat(it.gaveUp()).isFalse())
        .hasMessageContaining("result");
    assertThat(target).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5_000, 1_000_000_000})
  void aVideoThatWasMadeToFitIsProvedAlike(int missing) throws Exception {
    encode(new VideoEncoder(ffmpeg, 1), target);
    VideoFitter fitter = new VideoFitter(cutting(missing), 1);
    Path fitted = folder.resolve("fitted.mp4");

    assertThatThrownBy(() -> fitter.fit(target, Files.size(target) * 2 / 3, fitted))
        .isInstanceOf(ToolFailed.class)
        .hasMessageContaining("result");
    assertThat(fitted).doesNotExist();
  }

  @Test
  void aVideoWithTooFewPicturesOrTooLittleSoundIsNoResult() throws Exception {
    encode(new VideoEncoder(ffmpeg, 1), target);

    new Output.Mp4(target, 25, 1).prove();
    assertThatThrownBy(() -> new Output.Mp4(target, 30, 1).prove()).isInstanceOf(ToolFailed.class);
    assertThatThrownBy(() -> new Output.Mp4(target, 25, 2).prove()).isInstanceOf(ToolFailed.class);
    assertThatThrownBy(() -> new Output.Mp4(folder.resolve("none"), 0, 0).prove())
        .isInstanceOf(ToolFailed.class);
  }

  @Test
  void everyCutOfAVideoIsSeen() throws Exception {
    encode(new VideoEncoder(ffmpeg, 1), target);
    byte[] whole = Files.readAllBytes(target);
    Random random = new Random(3);

    for (int i = 0; i < 200; i++) {
      Path cut = folder.resolve("cut.mp4");
      Files.write(cut, Arrays.copyOf(whole, random.nextInt(whole.length)));

      assertThatThrownBy(() -> new Output.Mp4(cut, 0, 0).prove()).isInstanceOf(ToolFailed.class);
    }
  }

  @Test
  void aPictureAndASoundAreWholeOrNoResult() throws Exception {
    Path jpeg = folder.resolve("cover.jpg");
    Pictures.writeJpeg(
        new Picture(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB)), jpeg, 0.9);
    byte[] picture = Files.readAllBytes(jpeg);
    Files.write(jpeg, Arrays.copyOf(picture, picture.length - 1));
    Path wav = folder.resolve("speech.wav");
    byte[] sound = Files.readAllBytes(wav);
    Files.write(wav, Arrays.copyOf(sound, sound.length - 1));

    assertThatThrownBy(() -> new Output.Jpeg(jpeg).prove()).isInstanceOf(ToolFailed.class);
    assertThatThrownBy(() -> new Output.Wav(wav, 48_000).prove()).isInstanceOf(ToolFailed.class);
  }

  /// On disks of all sizes around that of the video: it is whole, or the disk is named as the
  /// reason.
  @Test
  void onAFullDiskAVideoIsWholeOrSaidToHaveFoundNoRoom() throws Exception {
    encode(new VideoEncoder(ffmpeg, 1), target);
    long size = Files.size(target);
    int whole = 0;
    for (int kilobytes = 4; kilobytes < size / 1024 + 48; kilobytes += 12) {
      try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), kilobytes)) {
        Path video = disk.folder().resolve("video.mp4");
        try {
          encode(new VideoEncoder(ffmpeg, 1), video);
          decode(video);
          whole++;
        } catch (ToolFailed e) {
          assertThat(e).hasStackTraceContaining("No space left on device");
          assertThat(video).doesNotExist();
        }
      }
    }
    assertThat(whole).isPositive();
  }

  @Test
  void onAFullDiskAFittedVideoIsWholeOrSaidToHaveFoundNoRoom() throws Exception {
    encode(new VideoEncoder(ffmpeg, 1), target);
    long bytes = Files.size(target) * 2 / 3;
    VideoFitter fitter = new VideoFitter(ffmpeg, 1);
    int whole = 0;
    for (int kilobytes = 8; kilobytes < 700; kilobytes *= 2) {
      try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), kilobytes)) {
        Path video = disk.folder().resolve("video.mp4");
        try {
          assertThat(fitter.fit(/* video= */ target, bytes, /* target= */ video))
              .isInstanceOf(VideoFitter.Outcome.Fits.class);
          decode(video);
          whole++;
        } catch (ToolFailed e) {
          assertThat(e).hasStackTraceContaining("No space left on device");
          assertThat(video).doesNotExist();
        }
      }
    }
    assertThat(whole).isPositive();
  }

  /// As a player would: nothing may be missing.
  private void decode(Path video) throws InterruptedException {
    List<String> words = List.of("-v", "error", "-i", video.toString(), "-f", "null", "-");
    assertThat(ToolProcess.run(ffmpeg.binary().path(), words, Duration.ofMinutes(1))).isEmpty();
  }

  private Ffmpeg cutting(int missing) throws Exception {
    Path tool = CuttingTool.write(folder.resolve("ffmpeg"), ffmpeg.binary().path(), missing);
    return new Ffmpeg(tool, "", CACHE);
  }

  /// Noise, so that there are some bytes.
  private void encode(VideoEncoder encoder, Path video) throws InterruptedException {
    VideoEncoder.Order order =
        new VideoEncoder.Order(SIZE, 25, 25, 1_000_000, Optional.of(folder.resolve("speech.wav")));
    encoder.encode(
        order, video, (frame, picture) -> new Random(frame).nextBytes(picture), done -> {});
  }
}
