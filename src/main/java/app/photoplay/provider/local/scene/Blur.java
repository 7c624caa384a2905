package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;

/// Makes a plane less sharp: every value becomes the mean of those around it, in rows and then in
/// columns, each of which is summed only once.
final class Blur {
  private Blur() {}

  /// A plane of numbers.
  static void soften(int[] values, int width, int height, int reach) {
    int[] line = new int[Math.max(width, height)];
    for (int y = 0; y < height; y++) {
      soften(values, y * width, 1, width, reach, line);
    }
    for (int x = 0; x < width; x++) {
      soften(values, x, width, height, reach, line);
    }
  }

  /// Premultiplied pixels.
  static void soften(int[] pixels, Size size, int reach) {
    int[] plane = new int[pixels.length];
    int[] result = new int[pixels.length];
    for (int shift = 0; shift <= 24; shift += 8) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = pixels[i] >>> shift & 255;
      }
      soften(plane, size.width(), size.height(), reach);
      for (int i = 0; i < plane.length; i++) {
        result[i] |= plane[i] << shift;
      }
    }
    System.arraycopy(result, 0, pixels, 0, pixels.length);
  }

  private static void soften(int[] values, int from, int step, int count, int reach, int[] line) {
    int sum = 0;
    for (int i = -reach; i <= reach; i++) {
      sum += values[from + Math.clamp(i, 0, count - 1) * step];
    }
    int divisor = 2 * reach + 1;
    for (int i = 0; i < count; i++) {
      line[i] = sum / divisor;
      sum +=
          values[from + Math.min(i + reach + 1, count - 1) * step]
              - values[from + Math.max(i - reach, 0) * step];
    }
    for (int i = 0; i < count; i++) {
      values[from + i * step] = line[i];
    }
  }
}
