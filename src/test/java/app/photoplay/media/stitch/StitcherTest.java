package app.photoplay.media.stitch;

import static app.photoplay.media.stitch.TestClips.FADE;
import static app.photoplay.media.stitch.TestClips.FFMPEG;
import static app.photoplay.media.stitch.TestClips.psnr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.sound.stereo.Sound;
import app.photoplay.media.stitch.Mp4Track.Sample;
import app.photoplay.media.stitch.Timeline.Cut;
import app.photoplay.media.stitch.Timeline.Overlay;
import app.photoplay.testkit.DecodedVideo;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A film of three clips with a crossfade and a dip, the second clip from elsewhere: another size
/// and rate, silent, one key picture.
class StitcherTest {
  private static final ClipTransition DIP = ClipTransition.dip(12);

  @TempDir static Path folder;

  private static List<Clip> clips;
  private static List<List<byte[]>> sources;
  private static Timeline timeline;
  private static Film film;
  private static List<byte[]> pictures;
  private static final List<Integer> PAINTED = new ArrayList<>();

  @BeforeAll
  static void stitch() throws Exception {
    Path own =
        TestClips.source(
            folder.resolve("own.mp4"), "testsrc2=s=320x180:r=25:d=3", "sine=f=330:d=3", "");
    Path foreign =
        TestClips.source(
            folder.resolve("foreign.mp4"),
            "mandelbrot=s=160x120:r=30,trim=end=2",
            "",
            "-c:v libx264 -preset ultrafast -crf 12 -g 999");
    Path last =
        TestClips.source(
            folder.resolve("last.mp4"),
            "testsrc2=s=320x180:r=25:d=2.6,hue=h=120",
            "anoisesrc=d=2.6:a=0.3:seed=1",
            "");
    clips =
        List.of(
            TestClips.clip(own, folder.resolve("a")),
            TestClips.clip(foreign, folder.resolve("b")),
            TestClips.clip(last, folder.resolve("c")));
    sources = new ArrayList<>();
    for (Clip clip : clips) {
      sources.add(TestClips.pictures(clip.picture()));
    }
    Overlay overlay =
        new Overlay(
            20,
            24,
            new Rectangle(100, 100, 80, 40),
            (frame, pixels) -> {
              PAINTED.add(frame);
              for (int y = 110; y < 130; y++) {
                Arrays.fill(pixels, y * 320 + 110, y * 320 + 170, 0xff0000);
              }
            });
    timeline =
        new Timeline(
            List.of(
                new Cut(clips.get(0), -16, FADE),
                new Cut(clips.get(1), -16, DIP),
                new Cut(clips.get(2), -16, ClipTransition.CUT)),
            List.of(),
            List.of(overlay));
    Stitcher stitcher = new Stitcher(FFMPEG, folder.resolve("work"));
    film = stitcher.stitch(timeline, folder.resolve("film.mp4"), done -> {});
    pictures = TestClips.pictures(film.video());
  }

  @Test
  void normalisingKeepsTheLengthOfEveryClip() {
    assertThat(clips).extracting(Clip::frames).containsExactly(75, 50, 65);
    assertThat(sources).extracting(List::size).containsExactly(75, 50, 65);
  }

  @Test
  void everyPictureIsThereOnceAndInOrder() {
    assertThat(pictures).hasSize(75 + 50 - 12 + 65);
    assertThat(film.frames()).isEqualTo(pictures.size());

    for (int i = 0; i < 63; i++) {
      double least = i >= 20 && i < 24 ? 15 : 30; // painted over
      assertThat(psnr(pictures.get(i), sources.get(0).get(i))).as("%d", i).isGreaterThan(least);
    }
    for (int i = 12; i < 44; i++) {
      assertThat(psnr(pictures.get(63 + i), sources.get(1).get(i))).isGreaterThan(30);
    }
    for (int i = 6; i < 65; i++) {
      assertThat(psnr(pictures.get(113 + i), sources.get(2).get(i))).isGreaterThan(30);
    }
  }

  @Test
  void noNeighbourFitsAJointBetter() {
    for (int i = 1; i < 62; i++) {
      double right = psnr(pictures.get(i), sources.get(0).get(i));
      assertThat(right).isGreaterThan(psnr(pictures.get(i), sources.get(0).get(i - 1)));
      assertThat(right).isGreaterThan(psnr(pictures.get(i), sources.get(0).get(i + 1)));
    }
  }

  @Test
  void aCrossfadeMixesBothClips() {
    for (int i = 0; i < 12; i++) {
      byte[] mixed = sources.get(0).get(63 + i).clone();
      PlaneArithmetic.mix(mixed, sources.get(1).get(i), (i + 1) / 13.0);

      assertThat(psnr(pictures.get(63 + i), mixed)).as("%d", i).isGreaterThan(30);
    }
  }

  @Test
  void aDipGoesToBlack() {
    assertThat(brightness(pictures.get(112))).isCloseTo(16, within(2.0));
    assertThat(brightness(pictures.get(106))).isGreaterThan(30);
    assertThat(brightness(pictures.get(119))).isGreaterThan(60);
  }

  @Test
  void whatNothingTouchesIsCopiedByteForByte() throws IOException {
    Mp4Track track = Mp4Reader.track(film.video(), "vide");
    Mp4Track last = Mp4Reader.track(clips.get(2).picture(), "vide");
    Mp4Track middle = Mp4Reader.track(clips.get(1).picture(), "vide");

    // the groups between the fades
    assertThat(bytes(track.samples().subList(75, 101)))
        .isEqualTo(bytes(middle.samples().subList(12, 38)));
    assertThat(bytes(track.samples().subList(125, 178)))
        .isEqualTo(bytes(last.samples().subList(12, 65)));
    assertThat(pictures.get(150)).isEqualTo(sources.get(2).get(37));
    // one group under the overlay, one on each side of the dip, and the crossfade
    assertThat(film.encoded()).isEqualTo(50 + 12 + 12 + 12);
  }

  @Test
  void overlaysArePaintedOnTheirPicturesAlone() {
    assertThat(PAINTED).containsExactly(20, 21, 22, 23);
    int red = pictures.get(21)[120 * 320 + 140] & 255;
    assertThat(red).isCloseTo(63, within(12)); // the luma of red
    assertThat(psnr(pictures.get(24), sources.get(0).get(24))).isGreaterThan(30);
  }

  @Test
  void timeStampsRiseStrictlyAndBothStreamsBeginAtZero() throws Exception {
    Path ffmpeg = FFMPEG.binary().path();
    Mp4Track track = Mp4Reader.track(film.video(), "vide");

    assertThat(DecodedVideo.starts(ffmpeg, film.video())).containsExactly(0.0, 0.0);
    long decoded = 0;
    List<Long> shown = new ArrayList<>();
    for (Sample sample : track.samples()) {
      assertThat(sample.duration()).isEqualTo(512);
      assertThat(sample.shift()).isNotNegative();
      shown.add(decoded + sample.shift() - track.skipped());
      decoded += sample.duration();
    }
    shown.sort(null);
    for (int i = 0; i < shown.size(); i++) {
      assertThat(shown.get(i)).isEqualTo(512L * i);
    }
  }

  @Test
  void theSoundIsExactlyAsLongAsThePicture() throws Exception {
    Mp4Track sound = Mp4Reader.track(film.video(), "soun");
    int units = sound.samples().stream().mapToInt(Sample::duration).sum();

    assertThat(units - sound.skipped()).isEqualTo(film.frames() * 1920);
    assertThat(film.length().toMillis()).isEqualTo(film.frames() * 40L);
  }

  @Test
  void theFilmIsAsLoudAsItShouldBe() throws Exception {
    Sound sound = TestClips.sound(film.video());

    assertThat(film.lufs()).isCloseTo(-16, within(0.5));
    assertThat(film.peak()).isLessThanOrEqualTo(-1);
    assertThat(sound.loudness()).isCloseTo(film.lufs(), within(0.05));
    // ffmpeg's own meter agrees
    String meter =
        new String(
            TestClips.run(
                List.of(
                    "-i", film.video().toString(), "-af", "ebur128=peak=true", "-f", "null", "-")),
            StandardCharsets.UTF_8);
    String summary = meter.substring(meter.lastIndexOf("Summary:"));
    assertThat(number(summary, "I:")).isCloseTo(-16, within(0.5));
    assertThat(number(summary, "Peak:")).isLessThanOrEqualTo(-1);
  }

  @Test
  void aCoverIsThePictureAskedFor() throws Exception {
    Path cover = folder.resolve("cover.jpg");

    new Stitcher(FFMPEG, folder.resolve("work")).cover(film.video(), 25, 40, cover);

    byte[] all =
        TestClips.run(
            List.of(
                "-i",
                cover.toString(),
                "-vf",
                "scale=out_range=tv",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                "-"));
    byte[] luma = Arrays.copyOf(all, 320 * 180);
    assertThat(psnr(luma, Arrays.copyOf(pictures.get(40), luma.length)))
        .isGreaterThan(psnr(luma, Arrays.copyOf(pictures.get(41), luma.length)))
        .isGreaterThan(psnr(luma, Arrays.copyOf(pictures.get(39), luma.length)));
  }

  @Test
  void nothingButTheFilmIsLeft() throws Exception {
    try (var left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  private static double number(String summary, String name) {
    String rest = summary.substring(summary.indexOf(name) + name.length()).strip();
    return Double.parseDouble(rest.substring(0, rest.indexOf(' ')));
  }

  private static double brightness(byte[] picture) {
    double sum = 0;
    for (int i = 0; i < 320 * 180; i++) {
      sum += picture[i] & 255;
    }
    return sum / (320 * 180);
  }

  private static List<ByteBuffer> bytes(List<Sample> samples) throws IOException {
    List<ByteBuffer> bytes = new ArrayList<>();
    for (Sample sample : samples) {
      try (RandomAccessFile file = new RandomAccessFile(sample.file().toFile(), "r")) {
        byte[] content = new byte[sample.size()];
        file.seek(sample.offset());
        file.readFully(content);
        bytes.add(ByteBuffer.wrap(content));
      }
    }
    return bytes;
  }
}
