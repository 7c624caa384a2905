package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.app.App;
import app.photoplay.cli.FilmArguments;
import app.photoplay.cli.RunOptions;
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

/// A film with a card before it and one behind it.
@Tag("proof")
class TitledFilmTest {
  private static final int SECONDS = 10;

  @TempDir static Path folder;

  private static Path film;
  private static Ffmpeg ffmpeg;

  @BeforeAll
  static void make() {
    film = folder.resolve("film.mp4");
    ffmpeg = new Ffmpeg(null, "", folder.resolve("data").resolve("cache"));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    FilmArguments arguments =
        new FilmArguments(
            new RunOptions(folder, Optional.empty(), Optional.of(folder.resolve("data")), false),
            "a snowy mountain at noon",
            film,
            Map.of(),
            Map.of(
                "seconds", String.valueOf(SECONDS),
                "quality", "economy",
                "captions", "srt",
                "title", "The mountain",
                "end", "The end"));
    assertThat(new App(err, err, Map.of()).film(arguments))
        .as(() -> said.toString(StandardCharsets.UTF_8))
        .isZero();
  }

  @Test
  void isLongerByItsCards() throws InterruptedException {
    Duration length = new Prober(ffmpeg).probe(film).picture();

    assertThat(length)
        .isBetween(
            Duration.ofMillis(SECONDS * 900 + 4000), Duration.ofMillis(SECONDS * 1100 + 5500));
  }

  @Test
  void isNarratedAfterTheTitleAndBeforeTheEnd() throws Exception {
    List<String> cues =
        Files.readAllLines(folder.resolve("film.srt")).stream()
            .filter(line -> line.contains("-->"))
            .toList();
    Duration length = new Prober(ffmpeg).probe(film).picture();

    assertThat(seconds(cues.getFirst().substring(0, 12))).isBetween(2.0, 4.0);
    assertThat(seconds(cues.getLast().substring(17, 29)))
        .isLessThan(length.toMillis() / 1000.0 - 2);
  }

  @Test
  void beginsAndEndsDarkerThanItsScenes() throws Exception {
    List<byte[]> pictures = DecodedVideo.grey(ffmpeg.binary().path(), film, 0, 0, 1280, 720);

    double scene = brightness(pictures.get(3 * 24 + 12));
    assertThat(brightness(pictures.get(12))).isLessThan(0.7 * scene);
    assertThat(brightness(pictures.get(pictures.size() - 12))).isLessThan(0.7 * scene);
  }

  /// `00:00:02,400`.
  private static double seconds(String time) {
    return 60 * Integer.parseInt(time.substring(3, 5))
        + Double.parseDouble(time.substring(6).replace(',', '.'));
  }

  private static double brightness(byte[] picture) {
    long sum = 0;
    for (byte pixel : picture) {
      sum += pixel & 255;
    }
    return (double) sum / picture.length;
  }
}
