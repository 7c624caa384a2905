package app.photoplay.media.stitch;

import java.awt.Rectangle;
import java.util.Arrays;

/// Arithmetic on pictures in three planes: brightness of every pixel, then two colour differences
/// of every four (4:2:0, limited range, ITU-R BT.709).
final class PlaneArithmetic {
  private static final byte BLACK = 16;
  private static final byte GREY = (byte) 128;

  private final int width;
  private final int height;

  PlaneArithmetic(Format format) {
    this.width = format.size().width();
    this.height = format.size().height();
  }

  int bytes() {
    return width * height * 3 / 2;
  }

  /// Lays a share of another picture over one.
  static void mix(byte[] picture, byte[] over, double share) {
    int part = (int) Math.round(share * 256);
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) (((picture[i] & 255) * (256 - part) + (over[i] & 255) * part + 128) >> 8);
    }
  }

  void fillBlack(byte[] picture) {
    Arrays.fill(picture, 0, width * height, BLACK);
    Arrays.fill(picture, width * height, picture.length, GREY);
  }

  /// The part of a picture that can be converted: within it, with even corners.
  Rectangle even(Rectangle area) {
    int x = Math.clamp(area.x, 0, width) & ~1;
    int y = Math.clamp(area.y, 0, height) & ~1;
    int right = Math.clamp((long) area.x + area.width + 1, 0, width) & ~1;
    int bottom = Math.clamp((long) area.y + area.height + 1, 0, height) & ~1;
    return new Rectangle(x, y, Math.max(0, right - x), Math.max(0, bottom - y));
  }

  /// Converts a part of a picture to `0x00RRGGBB`.
  void toRgb(byte[] picture, int[] pixels, Rectangle even) {
    int u = width * height;
    int v = u + u / 4;
    for (int y = even.y; y < even.y + even.height; y++) {
      for (int x = even.x; x < even.x + even.width; x++) {
        int chroma = y / 2 * (width / 2) + x / 2;
        int luma = ((picture[y * width + x] & 255) - 16) * 76309 + 32768;
        int blue = (picture[u + chroma] & 255) - 128;
        int red = (picture[v + chroma] & 255) - 128;
        int r = Math.clamp((luma + 117489 * red) >> 16, 0, 255);
        int g = Math.clamp((luma - 13975 * blue - 34925 * red) >> 16, 0, 255);
        int b = Math.clamp((luma + 138438 * blue) >> 16, 0, 255);
        pixels[y * width + x] = r << 16 | g << 8 | b;
      }
    }
  }

  /// Converts a part back.
  void fromRgb(int[] pixels, byte[] picture, Rectangle even) {
    int u = width * height;
    int v = u + u / 4;
    for (int y = even.y; y < even.y + even.height; y += 2) {
      for (int x = even.x; x < even.x + even.width; x += 2) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int corner = 0; corner < 4; corner++) {
          int at = (y + corner / 2) * width + x + corner % 2;
          int r = pixels[at] >> 16 & 255;
          int g = pixels[at] >> 8 & 255;
          int b = pixels[at] & 255;
          picture[at] = (byte) ((11966 * r + 40254 * g + 4064 * b + (16 << 16) + 32768) >> 16);
          red += r;
          green += g;
          blue += b;
        }
        int chroma = y / 2 * (width / 2) + x / 2;
        int half = (128 << 18) + (1 << 17);
        picture[u + chroma] = (byte) ((-6596 * red - 22188 * green + 28784 * blue + half) >> 18);
        picture[v + chroma] = (byte) ((28784 * red - 26145 * green - 2639 * blue + half) >> 18);
      }
    }
  }
}
