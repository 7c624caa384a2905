package app.photoplay.provider.local.scene;

/// Arithmetic on premultiplied `0xAARRGGBB` pixels, two channels at a time.
final class Raster {
  private static final int ODD = 0xFF00FF;

  private Raster() {}

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
    int odd = mix(mix(a & ODD, b & ODD, fx), mix(c & ODD, d & ODD, fx), fy);
    int even =
        mix(mix(a >>> 8 & ODD, b >>> 8 & ODD, fx), mix(c >>> 8 & ODD, d >>> 8 & ODD, fx), fy);
    return even << 8 | odd;
  }

  /// Whether there is anything between these four pixels.
  static boolean shows(int[] pixels, int width, int x, int y) {
    int at = (y >> 8) * width + (x >> 8);
    return (pixels[at] | pixels[at + 1] | pixels[at + width] | pixels[at + width + 1]) != 0;
  }

  private static int mix(int first, int second, int part) {
    return (first + (((second - first) * part) >> 8)) & ODD;
  }

  /// A pixel laid over an opaque one.
  static int over(int upper, int lower) {
    int alpha = upper >>> 24;
    int rest = 256 - (alpha + (alpha >> 7));
    int odd = (((lower & ODD) * rest) >>> 8) & ODD;
    int green = (((lower >>> 8 & 255) * rest) >>> 8) << 8;
    return upper + (odd | green);
  }

  /// A light added to a pixel; no channel goes beyond white.
  ///
  /// @param part of the light, 0 to 256
  static int plus(int pixel, int light, int part) {
    int red = Math.min(255, (pixel >> 16 & 255) + (((light >> 16 & 255) * part) >> 8));
    int green = Math.min(255, (pixel >> 8 & 255) + (((light >> 8 & 255) * part) >> 8));
    int blue = Math.min(255, (pixel & 255) + (((light & 255) * part) >> 8));
    return red << 16 | green << 8 | blue;
  }

  /// Two opaque pixels mixed.
  ///
  /// @param part of the second, 0 to 256
  static int between(int first, int second, int part) {
    int odd = (first & ODD) + ((((second & ODD) - (first & ODD)) * part) >> 8) & ODD;
    int green =
        (first >>> 8 & 255) + ((((second >>> 8 & 255) - (first >>> 8 & 255)) * part) >> 8) & 255;
    return odd | green << 8;
  }
}
