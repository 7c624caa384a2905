package app.photoplay.provider.local.scene;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Size;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlurTest {
  private static final Size SIZE = new Size(37, 61);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 30, 63})
  void softensEveryChannelAsIfItWereAlone(int reach) {
    int[] pixels = pixels(0, SIZE.height());
    assertSoftened(pixels, reach);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 30})
  void spreadsIntoEmptyRowsAndNotBeyond(int reach) {
    assertSoftened(pixels(20, 33), reach);
    assertSoftened(pixels(0, 5), reach);
    assertSoftened(pixels(58, 61), reach);
    assertSoftened(pixels(0, 0), reach);
  }

  private static int[] pixels(int first, int end) {
    Random random = new Random(7);
    int[] pixels = new int[SIZE.width() * SIZE.height()];
    for (int i = first * SIZE.width(); i < end * SIZE.width(); i++) {
      pixels[i] = i % 5 == 0 ? 0xFFFFFFFF : random.nextInt();
    }
    return pixels;
  }

  private static void assertSoftened(int[] pixels, int reach) {
    int[] expected = new int[pixels.length];
    for (int shift = 0; shift <= 24; shift += 8) {
      int[] plane = new int[pixels.length];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = pixels[i] >>> shift & 255;
      }
      Blur.soften(plane, SIZE.width(), SIZE.height(), reach);
      for (int i = 0; i < plane.length; i++) {
        expected[i] |= plane[i] << shift;
      }
    }
    Blur.soften(pixels, SIZE, reach);
    assertThat(pixels).isEqualTo(expected);
  }
}
