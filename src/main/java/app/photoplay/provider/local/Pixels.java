package app.photoplay.provider.local;

import app.photoplay.media.video.Yuv;

/// Arithmetic on colours as [Yuv] has them, packed as `0x00UUYYVV`, so that two channels are mixed
/// at a time and the brightness is alone.
final class Pixels {
  private static final int COLOUR = 0xFF00FF;
  private static final int LIGHT = 0x00FF00;

  private Pixels() {}

  /// Packs `0x00RRGGBB`.
  static int of(int rgb) {
    return Yuv.u(rgb) << 16 | Yuv.y(rgb) << 8 | Yuv.v(rgb);
  }

  /// Packs a picture row by row. Videos hold the colour of every second pixel: it must speak for
  /// its neighbour too.
  static int[] softened(int[] rgb, int width) {
    int[] pixels = new int[rgb.length];
    for (int row = 0; row < pixels.length; row += width) {
      int before = of(rgb[row]);
      int own = before;
      for (int i = row; i < row + width; i++) {
        int next = i + 1 < row + width ? of(rgb[i + 1]) : own;
        int around = mixColour(before, next, 128);
        pixels[i] = mixColour(own, around, 128) | (own & LIGHT);
        before = own;
        own = next;
      }
    }
    return pixels;
  }

  /// The same back.
  static int rgb(int pixel) {
    return Yuv.rgb(light(pixel), (pixel >> 16) & 255, pixel & 255);
  }

  /// The brightness, 16 to 235.
  static int light(int pixel) {
    return (pixel >> 8) & 255;
  }

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
    int light = mixLight(mixLight(a, b, fx), mixLight(c, d, fx), fy);
    return mixColour(mixColour(a, b, fx), mixColour(c, d, fx), fy) | light;
  }

  /// Two colours mixed.
  ///
  /// @param part of the second, 0 to 256
  static int mix(int first, int second, int part) {
    return mixColour(first, second, part) | mixLight(first, second, part);
  }

  /// Two colours' blueness and redness mixed; brightness comes out as 0.
  static int mixColour(int first, int second, int part) {
    int a = first & COLOUR;
    return (((a << 8) + ((second & COLOUR) - a) * part + 0x800080) >>> 8) & COLOUR;
  }

  private static int mixLight(int first, int second, int part) {
    int a = first & LIGHT;
    return (((a << 8) + ((second & LIGHT) - a) * part + 0x8000) >>> 8) & LIGHT;
  }

  /// A colour in other light.
  ///
  /// @param light factor of the brightness above black
  /// @param saturation factor of the colourfulness at that light; 0 makes it grey
  static int lit(int pixel, double light, double saturation) {
    double colour = light * saturation;
    return level(128 + (((pixel >> 16) & 255) - 128) * colour) << 16
        | level(Math.min(235, 16 + (light(pixel) - 16) * light)) << 8
        | level(128 + ((pixel & 255) - 128) * colour);
  }

  private static int level(double value) {
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
