package app.photoplay.provider.local;

/// Arithmetic on `0x00RRGGBB` pixels, two channels at a time.
final class Pixels {
  private Pixels() {}

  /// The colour between four pixels.
  ///
  /// @param x in 1/256 of a pixel, from 0 to (width - 1) * 256 - 1
  /// @param y the same
  static int sample(int[] pixels, int width, int x, int y) {
    int at = (y >> 8) * width + (x >> 8);
    int fx = x & 255;
    int fy = y & 255;
    int a = pixels[at];
    int b = pixels[at + 1];
    int c = pixels[at + width];
    int d = pixels[at + width + 1];
    int upper = mixOdd(a, b, fx);
    int lower = mixOdd(c, d, fx);
    int green = mixGreen(mixGreen(a, b, fx), mixGreen(c, d, fx), fy);
    return mixOdd(upper, lower, fy) | green;
  }

  /// Two colours mixed.
  ///
  /// @param part of the second, 0 to 256
  static int mix(int first, int second, int part) {
    return mixOdd(first, second, part) | mixGreen(first, second, part);
  }

  private static int mixOdd(int first, int second, int part) {
    int a = first & 0xFF00FF;
    return (a + ((((second & 0xFF00FF) - a) * part) >> 8)) & 0xFF00FF;
  }

  private static int mixGreen(int first, int second, int part) {
    int a = first & 0x00FF00;
    return (a + ((((second & 0x00FF00) - a) * part) >> 8)) & 0x00FF00;
  }

  static double luma(int pixel) {
    return 0.299 * ((pixel >> 16) & 255) + 0.587 * ((pixel >> 8) & 255) + 0.114 * (pixel & 255);
  }

  static int rgb(double red, double green, double blue) {
    return byteOf(red) << 16 | byteOf(green) << 8 | byteOf(blue);
  }

  private static int byteOf(double value) {
    return (int) Math.clamp(value + 0.5, 0, 255);
  }

  static double smoothstep(double t) {
    // Math.clamp of doubles is several times slower, and this runs for every pixel.
    if (t <= 0) {
      return 0;
    }
    return t >= 1 ? 1 : t * t * (3 - 2 * t);
  }
}
