package app.photoplay.media.video;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// Colours as video holds them: BT.709 in studio range (brightness 16 to 235, colour 128 +- 112),
/// and pictures as I420: a plane of brightness, then planes of blueness and redness at half the
/// width and height, whose samples lie on every second column, between two rows.
///
/// Source: ITU-R BT.709-6, sections 3.2 to 3.5; ITU-T H.264, figure E-1 (type 0).
public final class Yuv {
  private static final double RED = 0.2126;
  private static final double BLUE = 0.0722;
  private static final double GREEN = 1 - RED - BLUE;

  /// Fixed point of the sums.
  private static final int BITS = 16;

  private static final int HALF = 1 << (BITS - 1);
  private static final int Y_RED = fixed(RED * 219 / 255);
  private static final int Y_GREEN = fixed(GREEN * 219 / 255);
  private static final int Y_BLUE = fixed(BLUE * 219 / 255);
  private static final double U_SCALE = 224 / 255.0 / (2 * (1 - BLUE));
  private static final double V_SCALE = 224 / 255.0 / (2 * (1 - RED));

  private Yuv() {}

  /// How many bytes a picture takes.
  public static int bytes(Size size) {
    return Math.toIntExact(size.pixels() * 3 / 2);
  }

  /// The brightness of `0x00RRGGBB`.
  public static int y(int rgb) {
    int sum = Y_RED * ((rgb >> 16) & 255) + Y_GREEN * ((rgb >> 8) & 255) + Y_BLUE * (rgb & 255);
    return 16 + ((sum + HALF) >> BITS);
  }

  /// The blueness.
  public static int u(int rgb) {
    return 128 + colour(rgb, -RED * U_SCALE, -GREEN * U_SCALE, (1 - BLUE) * U_SCALE);
  }

  /// The redness.
  public static int v(int rgb) {
    return 128 + colour(rgb, (1 - RED) * V_SCALE, -GREEN * V_SCALE, -BLUE * V_SCALE);
  }

  private static int colour(int rgb, double red, double green, double blue) {
    int sum =
        fixed(red) * ((rgb >> 16) & 255)
            + fixed(green) * ((rgb >> 8) & 255)
            + fixed(blue) * (rgb & 255);
    return (sum + HALF) >> BITS;
  }

  private static int fixed(double factor) {
    return (int) Math.rint(factor * (1 << BITS));
  }

  /// The colour as `0x00RRGGBB`; what screens cannot show is cut.
  public static int rgb(int y, int u, int v) {
    double light = (y - 16) / 219.0;
    double blue = (u - 128) / 224.0 * 2 * (1 - BLUE) + light;
    double red = (v - 128) / 224.0 * 2 * (1 - RED) + light;
    double green = (light - RED * red - BLUE * blue) / GREEN;
    return level(red) << 16 | level(green) << 8 | level(blue);
  }

  private static int level(double part) {
    return (int) Math.clamp(Math.rint(part * 255), 0, 255);
  }

  /// Turns a picture of `0x00RRGGBB` into I420.
  static void fill(int[] rgb, Size size, byte[] picture) {
    int width = size.width();
    for (int i = 0; i < rgb.length; i++) {
      picture[i] = (byte) y(rgb[i]);
    }
    int u = rgb.length;
    int v = u + rgb.length / 4;
    for (int row = 0; row + 1 < size.height(); row += 2) {
      for (int x = 0; x + 1 < width; x += 2) {
        int mean = mean(rgb[row * width + x], rgb[(row + 1) * width + x]);
        picture[u++] = (byte) u(mean);
        picture[v++] = (byte) v(mean);
      }
    }
  }

  private static int mean(int first, int second) {
    return (first & second) + (((first ^ second) >> 1) & 0x7F7F7F);
  }

  /// Turns I420 into a picture.
  public static Picture picture(byte[] planes, Size size) {
    int width = size.width();
    BufferedImage image = new BufferedImage(width, size.height(), BufferedImage.TYPE_INT_RGB);
    int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < rgb.length; i++) {
      int colour = rgb.length + i / width / 2 * (width / 2) + i % width / 2;
      rgb[i] = rgb(planes[i] & 255, planes[colour] & 255, planes[colour + rgb.length / 4] & 255);
    }
    return new Picture(image);
  }
}
