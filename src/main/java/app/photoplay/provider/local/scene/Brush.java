package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.video.Yuv;

/// Changes single pixels of a picture in planes, see [Yuv].
final class Brush {
  private static final int BRIGHTEST = 235;

  private final int width;
  private final int height;
  private final byte[] picture;
  private final int blues;
  private final int reds;

  Brush(Size canvas, byte[] picture) {
    this.width = canvas.width();
    this.height = canvas.height();
    this.picture = picture;
    this.blues = width * height;
    this.reds = blues + blues / 4;
  }

  /// Mixes a colour into a pixel.
  ///
  /// @param part 0 to 256
  void mix(int x, int y, int light, int blue, int red, int part) {
    mix(y * width + x, light, part);
    if ((x & 1) == 0 && (y & 1) == 0) {
      int at = y / 2 * (width / 2) + x / 2;
      mix(blues + at, blue, part);
      mix(reds + at, red, part);
    }
  }

  private void mix(int at, int value, int part) {
    int old = picture[at] & 255;
    picture[at] = (byte) (old + (((value - old) * part) >> 8));
  }

  /// Adds a soft round light.
  ///
  /// @param level its brightness in the middle, 0 to 1
  void shine(double x, double y, double radius, double wide, int colour, double level) {
    int top = (int) Math.max(0, y - radius);
    int bottom = (int) Math.min(height - 1, y + radius + 1);
    int left = (int) Math.max(0, x - wide);
    int right = (int) Math.min(width - 1, x + wide + 1);
    int light = Yuv.y(colour) - 16;
    int blue = Yuv.u(colour) - 128;
    int red = Yuv.v(colour) - 128;
    for (int row = top; row <= bottom; row++) {
      double dy = (row - y) / radius;
      for (int column = left; column <= right; column++) {
        double dx = (column - x) / wide;
        double soft = 1 - dx * dx - dy * dy;
        if (soft > 0) {
          add(column, row, light, blue, red, (int) (256 * level * soft * soft));
        }
      }
    }
  }

  /// What would be brighter than white keeps its colour as far as it can.
  private void add(int x, int y, int light, int blue, int red, int part) {
    int at = y * width + x;
    int old = picture[at] & 255;
    int more = (light * part) >> 8;
    int possible = Math.clamp(BRIGHTEST - old, 0, more);
    picture[at] = (byte) (old + possible);
    if ((x & 1) == 0 && (y & 1) == 0 && more > 0) {
      int colour = y / 2 * (width / 2) + x / 2;
      int fits = part * possible / more;
      shift(blues + colour, (blue * fits) >> 8);
      shift(reds + colour, (red * fits) >> 8);
    }
  }

  private void shift(int at, int by) {
    picture[at] = (byte) Math.clamp((picture[at] & 255) + by, 16, 240);
  }
}
