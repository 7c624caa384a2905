package app.photoplay.media.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.media.foreign.ForeignFile;
import app.photoplay.media.stitch.NormaliseResult.Sender;
import app.photoplay.media.video.VideoEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which pictures a film takes as they are.
class ReadyPictureTest {
  private static final Size SIZE = new Size(320, 180);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {24, 25, 30, 50, 60})
  void thoseOfOurOwnEncoderAreAtEveryRate(int rate) throws Exception {
    Path shot = shot(new VideoEncoder.Order(SIZE, rate, 75, 2_000_000, Optional.empty()));

    Clip clip = clip(shot, new Format(SIZE, rate, 2_000_000));

    assertThat(clip.picture()).hasSameBinaryContentAs(shot);
    assertThat(clip.frames()).isEqualTo(75);
    assertThat(clip.sound()).hasSize(75L * (48_000 / rate) * 4);
  }

  @Test
  void thoseOfAFilmAreShownEachOnceAndInOrder() throws Exception {
    Path shot = shot(new VideoEncoder.Order(SIZE, 25, 75, 2_000_000, Optional.empty()));
    List<Timeline.Cut> cuts =
        List.of(
            new Timeline.Cut(clip(shot, TestClips.FORMAT), -16, TestClips.FADE),
            new Timeline.Cut(
                new Normaliser(TestClips.FFMPEG, 1)
                    .standIn(new int[320 * 180], 50, order("still", TestClips.FORMAT)),
                -16,
                ClipTransition.CUT));

    Film film =
        new Stitcher(TestClips.FFMPEG, folder.resolve("work"))
            .stitch(new Timeline(cuts, List.of(), List.of()), folder.resolve("film.mp4"), _ -> {});

    List<byte[]> shown = TestClips.pictures(film.video());
    List<byte[]> source = TestClips.pictures(shot);
    assertThat(shown).hasSize(75 + 50 - 12);
    for (int i = 0; i < 63; i++) {
      assertThat(TestClips.psnr(shown.get(i), source.get(i))).as("%d", i).isGreaterThan(32);
    }
    assertThat(film.encoded()).isLessThan(shown.size());
  }

  @Test
  void thoseOfOtherKindsAreNot() throws Exception {
    VideoEncoder.Order order = new VideoEncoder.Order(SIZE, 25, 75, 2_000_000, Optional.empty());
    Path shot = shot(order);

    assertThat(copied(shot, new Format(SIZE, 30, 2_000_000))).isFalse();
    assertThat(copied(shot, new Format(new Size(160, 90), 25, 2_000_000))).isFalse();
    assertThat(copied(foreign("-c:v libx264 -crf 30"), TestClips.FORMAT)).isFalse();
  }

  @Test
  void thoseOfAFileThatWasCutOffAreNot() throws Exception {
    byte[] shot =
        Files.readAllBytes(shot(new VideoEncoder.Order(SIZE, 25, 75, 2_000_000, Optional.empty())));
    Path half = folder.resolve("half.mp4");
    Files.write(half, Arrays.copyOf(shot, shot.length - 2000));

    ForeignFile source = ForeignFile.of(TestClips.FFMPEG.binary().path(), half).orElseThrow();

    assertThat(
            ReadyPicture.in(
                source, order("half", TestClips.FORMAT), TestClips.FFMPEG.binary().path()))
        .isFalse();
  }

  @Test
  void thoseThatReferAcrossKeyPicturesAreNot() throws Exception {
    String coding = String.join(" ", VideoEncoder.coding(25, 2_000_000, VideoEncoder.Effort.USUAL));
    Path open = foreign(coding.replace("open-gop=0", "open-gop=1") + " -g 20");
    Path closed = foreign(coding + " -g 20");

    assertThat(copied(open, TestClips.FORMAT)).isFalse();
    assertThat(copied(closed, TestClips.FORMAT)).isTrue();
  }

  private Path foreign(String coding) throws IOException, InterruptedException {
    return TestClips.source(
        Files.createTempFile(folder, "foreign", ".mp4"),
        "testsrc2=s=320x180:r=25:d=3," + EncoderArguments.MARKED,
        "",
        coding);
  }

  private boolean copied(Path file, Format format) throws Exception {
    Clip clip = clip(file, format);
    return Arrays.equals(Files.readAllBytes(clip.picture()), Files.readAllBytes(file));
  }

  private Clip clip(Path file, Format format) throws Exception {
    NormaliseResult ready =
        new Normaliser(TestClips.FFMPEG, 1)
            .clip(file, Sender.PROVIDER, order(file.getFileName().toString(), format));
    return ((NormaliseResult.Ready) ready).clip();
  }

  private Normaliser.Order order(String name, Format format) {
    return new Normaliser.Order(
        format,
        ClipTransition.CUT,
        TestClips.FADE,
        folder.resolve(name + format.framesPerSecond()));
  }

  private Path shot(VideoEncoder.Order order) throws InterruptedException {
    Path target = folder.resolve("shot" + order.framesPerSecond() + ".mp4");
    new VideoEncoder(TestClips.FFMPEG, 1)
        .encode(
            order,
            target,
            (frame, picture) -> {
              Arrays.fill(picture, (byte) 128);
              for (int y = 0; y < order.size().height(); y++) {
                int from = y * order.size().width() + 2 * frame;
                Arrays.fill(picture, from, from + 60, (byte) (40 + y));
              }
            },
            _ -> {});
    return target;
  }
}
