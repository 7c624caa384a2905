package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.app.App;
import app.photoplay.cli.FilmArguments;
import app.photoplay.cli.RunOptions;
import app.photoplay.media.Size;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.Prober;
import app.photoplay.testkit.DecodedVideo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `photoplay film` as it is used on a machine without keys or network: real storyboarder, painter,
/// voice, camera and scissors.
@Tag("proof")
class OfflineFilmTest {
  private static final String IDEA = "A lighthouse keeper befriends a storm";
  private static final int SECONDS = 12;
  private static final Size SIZE = new Size(1280, 720);

  @TempDir static Path folder;

  private static Path film;
  private static Ffmpeg ffmpeg;

  @BeforeAll
  static void make() {
    film = made("one");
    ffmpeg = new Ffmpeg(null, "", folder.resolve("one").resolve("cache"));
  }

  private static Path made(String name) {
    Path out = folder.resolve(name + ".mp4");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    FilmArguments arguments =
        new FilmArguments(
            new RunOptions(folder, Optional.empty(), Optional.of(folder.resolve(name)), false),
            IDEA,
            out,
            Map.of(),
            Map.of("seconds", String.valueOf(SECONDS), "quality", "economy"));
    assertThat(new App(System.out, err, Map.of()).film(arguments))
        .as(() -> said.toString(StandardCharsets.UTF_8))
        .isZero();
    return out;
  }

  @Test
  void isAboutAsLongAsWished() throws InterruptedException {
    Prober.Facts facts = new Prober(ffmpeg).probe(film);

    assertThat(facts.size()).isEqualTo(SIZE);
    assertThat(facts.framesPerSecond()).isEqualTo(24);
    assertThat(facts.sound()).isTrue();
    assertThat(facts.picture())
        .isBetween(Duration.ofMillis(SECONDS * 900), Duration.ofMillis(SECONDS * 1100));
  }

  @Test
  void hasNoBlackAndNoFrozenSecond() throws Exception {
    List<byte[]> pictures =
        DecodedVideo.grey(ffmpeg.binary().path(), film, 0, 0, SIZE.width(), SIZE.height());

    for (int at = 0; at + 24 < pictures.size(); at += 24) {
      List<byte[]> second = pictures.subList(at, at + 24);
      assertThat(second).as("second %d is not black", at / 24).anyMatch(it -> brightest(it) > 60);
      assertThat(difference(second.getFirst(), pictures.get(at + 24)))
          .as("second %d is not frozen", at / 24)
          .isGreaterThan(0.3);
    }
  }

  @Test
  void isNarrated() throws Exception {
    short[] sound = DecodedVideo.sound(ffmpeg.binary().path(), film);
    int loudest = 0;
    for (short sample : sound) {
      loudest = Math.max(loudest, Math.abs(sample));
    }

    assertThat(loudest).isGreaterThan(5_000);
  }

  @Test
  void isTheSameEachTime() throws Exception {
    assertThat(Files.mismatch(film, made("another"))).isEqualTo(-1);
  }

  private static int brightest(byte[] picture) {
    int most = 0;
    for (byte pixel : picture) {
      most = Math.max(most, pixel & 255);
    }
    return most;
  }

  /// The mean over all pixels.
  private static double difference(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 255) - (other[i] & 255));
    }
    return (double) sum / one.length;
  }
}
