package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;

/// Makes a plane less sharp: every value becomes the mean of those around it, in rows and then in
/// columns, each of which is summed only once.
final class Blur {
  private static final int ODD = 0xFF00FF;

  /// Fixed point of the division by the number of values: exact for so few of them.
  private static final int BITS = 22;

  private static final int MOST_REACH = 63;

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

  /// Premultiplied pixels.
  ///
  /// @param reach at most 63
  static void soften(int[] pixels, Size size, int reach) {
    if (reach > MOST_REACH) {
      throw new IllegalArgumentException("reach " + reach);
    }
    int width = size.width();
    // what is empty from side to side stays so where nothing reaches into it
    int first = 0;
    while (first < size.height() && empty(pixels, first * width, width)) {
      first++;
    }
    int end = size.height();
    while (end > first && empty(pixels, (end - 1) * width, width)) {
      end--;
    }
    int[] padded = new int[width + 2 * reach + 1];
    for (int y = first; y < end; y++) {
      softenRow(pixels, y * width, width, reach, padded);
    }
    softenColumns(pixels, size, first, end, reach);
  }

  private static boolean empty(int[] pixels, int from, int count) {
    int all = 0;
    for (int i = from; i < from + count; i++) {
      all |= pixels[i];
    }
    return all == 0;
  }

  /// Two channels lie in one number, at a distance that their sums do not bridge.
  private static void softenRow(int[] pixels, int from, int count, int reach, int[] padded) {
    for (int i = 0; i < reach; i++) {
      padded[i] = pixels[from];
      padded[reach + count + i] = pixels[from + count - 1];
    }
    System.arraycopy(pixels, from, padded, reach, count);
    int odd = 0;
    int even = 0;
    for (int i = 0; i < 2 * reach; i++) {
      odd += padded[i] & ODD;
      even += padded[i] >>> 8 & ODD;
    }
    int factor = factor(reach);
    int ahead = 2 * reach;
    for (int i = 0; i < count; i++) {
      odd += padded[i + ahead] & ODD;
      even += padded[i + ahead] >>> 8 & ODD;
      pixels[from + i] = mean(odd, factor) | mean(even, factor) << 8;
      odd -= padded[i] & ODD;
      even -= padded[i] >>> 8 & ODD;
    }
  }

  /// All columns beside each other, row by row, which a processor does for several at a time.
  private static void softenColumns(int[] pixels, Size size, int first, int end, int reach) {
    int width = size.width();
    int height = size.height();
    int around = 2 * reach + 1;
    int[] odd = new int[width];
    int[] even = new int[width];
    // the rows that were overwritten and are still to be subtracted
    int[][] kept = new int[around][width];
    int from = Math.max(0, first - reach);
    for (int i = from - reach; i < from + reach; i++) {
      add(pixels, Math.clamp(i, 0, height - 1) * width, odd, even);
    }
    for (int i = -reach; i < 0; i++) {
      System.arraycopy(
          pixels,
          Math.clamp(from + i, 0, height - 1) * width,
          kept[slot(from + i, around)],
          0,
          width);
    }
    int factor = factor(reach);
    for (int y = from; y < Math.min(height, end + reach); y++) {
      add(pixels, Math.min(y + reach, height - 1) * width, odd, even);
      System.arraycopy(pixels, y * width, kept[slot(y, around)], 0, width);
      put(odd, even, factor, pixels, y * width);
      subtract(kept[slot(y - reach, around)], odd, even);
    }
  }

  private static int slot(int row, int around) {
    return Math.floorMod(row, around);
  }

  private static void add(int[] pixels, int at, int[] odd, int[] even) {
    for (int i = 0; i < odd.length; i++) {
      odd[i] += pixels[at + i] & ODD;
      even[i] += pixels[at + i] >>> 8 & ODD;
    }
  }

  private static void subtract(int[] row, int[] odd, int[] even) {
    for (int i = 0; i < odd.length; i++) {
      odd[i] -= row[i] & ODD;
      even[i] -= row[i] >>> 8 & ODD;
    }
  }

  private static void put(int[] odd, int[] even, int factor, int[] pixels, int at) {
    for (int i = 0; i < odd.length; i++) {
      pixels[at + i] = mean(odd[i], factor) | mean(even[i], factor) << 8;
    }
  }

  private static int factor(int reach) {
    return (1 << BITS) / (2 * reach + 1) + 1;
  }

  private static int mean(int sums, int factor) {
    int high = ((sums >>> 16) * factor) >>> BITS;
    int low = ((sums & 0xFFFF) * factor) >>> BITS;
    return high << 16 | low;
  }
}
