package app.photoplay.media.caption;

import app.photoplay.media.Size;
import java.awt.Rectangle;

/// A small grey picture with an opacity for each pixel, at its place on the canvas. All four sides
/// lie on even numbers, so that it covers whole samples of colour in I420. Nothing outside its
/// rectangle is touched.
final class Sprite {
  /// Opaque.
  static final int FULL = 256;

  private final int x;
  private final int y;
  private final int width;
  private final int height;
  private final byte[] grey;
  private final byte[] alpha;

  /// A sprite of `0xAARRGGBB` pixels whose colours are greys.
  Sprite(int x, int y, int width, int height, int[] argb) {
    if (((x | y | width | height) & 1) != 0) {
      throw new IllegalArgumentException("a sprite at odd numbers");
    }
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    this.grey = new byte[argb.length];
    this.alpha = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) {
      grey[i] = (byte) argb[i];
      alpha[i] = (byte) (argb[i] >>> 24);
    }
  }

  private Sprite(Sprite same, int x, int y) {
    if (((x | y) & 1) != 0) {
      throw new IllegalArgumentException("a sprite at odd numbers");
    }
    this.x = x;
    this.y = y;
    this.width = same.width;
    this.height = same.height;
    this.grey = same.grey;
    this.alpha = same.alpha;
  }

  /// The same at another place.
  Sprite at(Rectangle place) {
    return new Sprite(this, place.x, place.y);
  }

  Rectangle place() {
    return new Rectangle(x, y, width, height);
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// Lays it over a picture of `0x00RRGGBB`.
  ///
  /// @param strength 0 (not seen) to [#FULL]
  void blend(int[] pixels, Size canvas, int strength) {
    for (int row = 0; row < height; row++) {
      int at = (y + row) * canvas.width() + x;
      int own = row * width;
      for (int end = at + width; at < end; at++, own++) {
        int cover = (alpha[own] & 255) * strength;
        if (cover != 0) {
          int under = pixels[at];
          int over = grey[own] & 255;
          pixels[at] =
              mixed(under >> 16 & 255, over, cover) << 16
                  | mixed(under >> 8 & 255, over, cover) << 8
                  | mixed(under & 255, over, cover);
        }
      }
    }
  }

  /// Lays it over a picture in I420 with BT.709 in studio range: grey is 16 to 235, without colour
  /// 128.
  void blend(byte[] planes, Size canvas, int strength) {
    for (int row = 0; row < height; row++) {
      int at = (y + row) * canvas.width() + x;
      int own = row * width;
      for (int end = at + width; at < end; at++, own++) {
        int cover = (alpha[own] & 255) * strength;
        int over = 16 + ((grey[own] & 255) * 219 + 127) / 255;
        planes[at] = (byte) mixed(planes[at] & 255, over, cover);
      }
    }
    int blue = canvas.width() * canvas.height();
    int red = blue + blue / 4;
    for (int row = 0; row < height; row += 2) {
      int at = (y + row) / 2 * (canvas.width() / 2) + x / 2;
      for (int own = row * width; own < (row + 1) * width; own += 2, at++) {
        int both = (alpha[own] & 255) + (alpha[own + width] & 255);
        int cover = both * strength / 2;
        planes[blue + at] = (byte) mixed(planes[blue + at] & 255, 128, cover);
        planes[red + at] = (byte) mixed(planes[red + at] & 255, 128, cover);
      }
    }
  }

  /// @param cover 0 to 255 x 256
  private static int mixed(int under, int over, int cover) {
    int whole = 255 * FULL;
    return (under * (whole - cover) + over * cover + whole / 2) / whole;
  }
}
