package app.photoplay.media.stitch;

import static app.photoplay.media.stitch.TestClips.FFMPEG;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import app.photoplay.media.stitch.Timeline.Cut;
import app.photoplay.media.stitch.Timeline.Overlay;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Most rates have no picture at a decimal number of seconds.
class StitchRatesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {24, 25, 30, 50, 60})
  void joinsClipsOfAnyRate(int rate) throws InterruptedException {
    Format format = new Format(new Size(320, 180), rate, 2_000_000);
    ClipTransition fade = ClipTransition.crossfade(format.frames(0.4));
    List<Cut> cuts =
        List.of(
            new Cut(still(format, ClipTransition.CUT, fade, "a"), Cut.AMBIENCE, fade),
            new Cut(still(format, fade, fade, "b"), Cut.AMBIENCE, fade),
            new Cut(still(format, fade, ClipTransition.CUT, "c"), Cut.AMBIENCE, fade));
    List<Overlay> overlays = List.of(over(1, 4, rate), over(8, 9, rate), over(16, 17, rate));

    Film film =
        new Stitcher(FFMPEG, folder)
            .stitch(new Timeline(cuts, List.of(), overlays), folder.resolve("film.mp4"), _ -> {});

    assertThat(film.frames()).isEqualTo(18 * rate - 2 * fade.frames());
    assertThat(film.encoded()).isLessThan(film.frames());
  }

  private Clip still(Format format, ClipTransition before, ClipTransition after, String name)
      throws InterruptedException {
    int[] noise = new Random(1).ints(format.size().pixels(), 0, 1 << 24).toArray();
    return new Normaliser(FFMPEG, 1)
        .standIn(
            noise,
            6 * format.framesPerSecond(),
            new Normaliser.Order(format, before, after, folder.resolve(name)));
  }

  /// @param from and `end` in seconds
  private static Overlay over(int from, int end, int rate) {
    return new Overlay(
        from * rate, end * rate, new Rectangle(20, 20, 40, 40), (_, pixels) -> pixels[0] = 0);
  }
}
