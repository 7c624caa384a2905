package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.app.App;
import app.photoplay.cli.FilmArguments;
import app.photoplay.cli.RunOptions;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.testkit.DecodedVideo;
import app.photoplay.testkit.PhotoFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A film at the shell with somebody who speaks, made by the program alone: no provider, no key.
class CastFilmTest {
  /// Frames a second; one of each second is looked at, in the middle where a face would be.
  private static final int RATE = 24;

  private static final int LEFT = 320;
  private static final int SIDE = 640;

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  @Tag("proof")
  void whoIsInTheCastIsSeenSayingTheWords() throws Exception {
    Path portrait = Files.write(folder.resolve("portrait.jpg"), PhotoFiles.portrait());

    int exit = films("ANNA: Hello, I am Anna.", Map.of("Anna", portrait));

    assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(Files.readString(folder.resolve("film.srt"))).contains("Hello, I am Anna.");
    List<Double> faces = secondsWithAFace();
    assertThat(faces).hasSizeBetween(1, 2);
    assertThat(loudness(faces.getFirst(), faces.getFirst() + 0.5))
        .isGreaterThan(4 * loudness(1, 3));
  }

  @Test
  void whatIsNoPhotoIsRefusedBeforeAnythingIsMade() throws Exception {
    Path half = Files.write(folder.resolve("half.jpg"), PhotoFiles.truncatedJpeg());

    int exit = films("ANNA: Hello, I am Anna.", Map.of("Anna", half));

    assertThat(exit).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("That picture is damaged");
    assertThat(film()).doesNotExist();
  }

  private int films(String idea, Map<String, Path> cast) throws IOException {
    RunOptions run =
        new RunOptions(folder, Optional.empty(), Optional.of(folder.resolve("data")), false);
    Map<String, String> options = Map.of("seconds", "10", "quality", "economy", "captions", "srt");
    try (PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      return new App(print, print, Map.of())
          .film(new FilmArguments(run, idea, film(), cast, options));
    }
  }

  private List<Double> secondsWithAFace() throws Exception {
    List<byte[]> frames = DecodedVideo.grey(ffmpeg(), film(), LEFT, 0, SIDE, SIDE);
    FaceFinder finder = new FaceFinder();
    return IntStream.iterate(0, i -> i < frames.size(), i -> i + RATE)
        .filter(i ->
            // the moon of the last scene is taken for a small one
            finder.find(picture(frames.get(i))).stream().anyMatch(it -> it.width() > SIDE / 6.0))
        .mapToObj(i -> i / (double) RATE)
        .toList();
  }

  private double loudness(double from, double to) throws Exception {
    short[] sound = DecodedVideo.sound(ffmpeg(), film());
    return Math.sqrt(
        IntStream.range((int) (from * 48_000), (int) (to * 48_000))
            .mapToDouble(i -> (double) sound[i] * sound[i])
            .average()
            .orElseThrow());
  }

  private Path film() {
    return folder.resolve("film.mp4");
  }

  private static Path ffmpeg() throws Exception {
    return new Ffmpeg(null, "", Path.of("target", "ffmpeg")).binary().path();
  }

  private static Picture picture(byte[] grey) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < grey.length; i++) {
      image.setRGB(i % SIDE, i / SIDE, (grey[i] & 0xFF) * 0x010101);
    }
    return new Picture(image);
  }
}
