package app.photoplay.media.face;

import app.photoplay.media.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/// A picture together with its half, its quarter and so on, so that any part of it can be drawn at
/// any size without skipping pixels. Thread-safe.
final class Pyramid {
  private static final int SHORTEST_HALVED = 8;

  private final List<Level> levels = new ArrayList<>();

  Pyramid(Picture picture) {
    levels.add(new Level(picture.pixels(), picture.width(), picture.height()));
  }

  /// What is beyond the picture's edges.
  enum Beyond {
    BLACK,
    EDGE
  }

  /// @param pixels row by row as `0x00RRGGBB`
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Level(int[] pixels, int width, int height) {
    Level half() {
      int halfWidth = width / 2;
      int[] half = new int[halfWidth * (height / 2)];
      for (int row = 0; row < height / 2; row++) {
        int upper = 2 * row * width;
        for (int column = 0; column < halfWidth; column++) {
          int at = upper + 2 * column;
          half[row * halfWidth + column] =
              mean(pixels[at], pixels[at + 1], pixels[at + width], pixels[at + width + 1]);
        }
      }
      return new Level(half, halfWidth, height / 2);
    }

    /// Of four pixels; red and blue are added up at once.
    private static int mean(int a, int b, int c, int d) {
      int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF) + 0x20002;
      int green = (a & 0xFF00) + (b & 0xFF00) + (c & 0xFF00) + (d & 0xFF00) + 0x200;
      return (redBlue >>> 2 & 0xFF00FF) | (green >>> 2 & 0xFF00);
    }
  }

  int width() {
    return levels.getFirst().width;
  }

  int height() {
    return levels.getFirst().height;
  }

  /// Draws a square as planes of red, green and blue.
  ///
  /// @param size pixels of a plane's side
  /// @param dark what stands for the darkest value
  /// @param bright what stands for the brightest
  void draw(Square square, int size, float[][] planes, float dark, float bright, Beyond beyond) {
    double step = square.side() / size;
    Level level = level(step);
    double across = (double) level.width / width();
    double down = (double) level.height / height();
    double cos = Math.cos(square.roll()) * step;
    double sin = Math.sin(square.roll()) * step;
    float unit = (bright - dark) / 255;
    for (int row = 0; row < size; row++) {
      double v = row + 0.5 - size / 2.0;
      for (int column = 0; column < size; column++) {
        double u = column + 0.5 - size / 2.0;
        double x = (square.centre().x() + cos * u - sin * v) * across - 0.5;
        double y = (square.centre().y() + sin * u + cos * v) * down - 0.5;
        int at = row * size + column;
        boolean outside = x < -0.5 || y < -0.5 || x > level.width - 0.5 || y > level.height - 0.5;
        if (outside && beyond == Beyond.BLACK) {
          planes[0][at] = dark;
          planes[1][at] = dark;
          planes[2][at] = dark;
        } else {
          sample(level, x, y, planes, at, dark, unit);
        }
      }
    }
  }

  /// Bilinear.
  private static void sample(
      Level level, double x, double y, float[][] planes, int at, float dark, float unit) {
    double insideX = Math.clamp(x, 0, level.width - 1.0);
    double insideY = Math.clamp(y, 0, level.height - 1.0);
    int left = (int) insideX;
    int above = (int) insideY;
    float aside = (float) (insideX - left);
    float below = (float) (insideY - above);
    int upper = above * level.width + left;
    int lower = upper + (above + 1 < level.height ? level.width : 0);
    int next = left + 1 < level.width ? 1 : 0;
    int a = level.pixels[upper];
    int b = level.pixels[upper + next];
    int c = level.pixels[lower];
    int d = level.pixels[lower + next];
    for (int plane = 0; plane < 3; plane++) {
      int shift = 16 - 8 * plane;
      int upperLeft = a >> shift & 0xFF;
      int lowerLeft = c >> shift & 0xFF;
      float one = upperLeft + aside * ((b >> shift & 0xFF) - upperLeft);
      float other = lowerLeft + aside * ((d >> shift & 0xFF) - lowerLeft);
      planes[plane][at] = dark + unit * (one + below * (other - one));
    }
  }

  /// The mean brightness around a place, from 0 to 255; that of the nearest edge for one outside.
  ///
  /// @param radius in pixels, of a square
  double brightness(Face.Point place, double radius) {
    Level level = levels.getFirst();
    int left = (int) Math.clamp(place.x() - radius, 0, level.width - 1.0);
    int right = (int) Math.clamp(place.x() + radius, 0, level.width - 1.0);
    int top = (int) Math.clamp(place.y() - radius, 0, level.height - 1.0);
    int bottom = (int) Math.clamp(place.y() + radius, 0, level.height - 1.0);
    double sum = 0;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        int rgb = level.pixels[y * level.width + x];
        // weights of ITU-R BT.601
        sum += 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
      }
    }
    return sum / ((right - left + 1) * (bottom - top + 1));
  }

  /// The smallest level with at least about a pixel for each step of so many of the picture's.
  private synchronized Level level(double step) {
    int wanted = (int) Math.max(0, Math.floor(Math.log(step) / Math.log(2) + 0.3));
    while (levels.size() <= wanted) {
      Level smallest = levels.getLast();
      if (Math.min(smallest.width, smallest.height) < SHORTEST_HALVED) {
        return smallest;
      }
      levels.add(smallest.half());
    }
    return levels.get(wanted);
  }
}
