package app.photoplay.media.face;

import app.photoplay.media.picture.Picture;

/// The brightness of a picture with equalised contrast, as sums from its upper left corner, so that
/// the sum over any rectangle takes four look-ups.
final class GreyPlane {
  private final int width;
  private final int height;
  private final int[] sums;
  private final long[] squares;

  GreyPlane(Picture picture) {
    width = picture.width();
    height = picture.height();
    int[] grey = equalised(greyOf(picture.pixels()));
    sums = new int[(width + 1) * (height + 1)];
    squares = new long[sums.length];
    for (int y = 0; y < height; y++) {
      int rowSum = 0;
      long rowSquares = 0;
      for (int x = 0; x < width; x++) {
        int value = grey[y * width + x];
        rowSum += value;
        rowSquares += (long) value * value;
        int at = (y + 1) * stride() + x + 1;
        sums[at] = sums[at - stride()] + rowSum;
        squares[at] = squares[at - stride()] + rowSquares;
      }
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// Length of a row of [#sums()]: one more than the width.
  int stride() {
    return width + 1;
  }

  /// At `y * stride() + x` the sum of everything above and to the left of the pixel (x, y).
  int[] sums() {
    return sums;
  }

  /// As [#sums()], of the squared values.
  long[] squares() {
    return squares;
  }

  private static int[] greyOf(int[] pixels) {
    int[] grey = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int rgb = pixels[i];
      // weights of ITU-R BT.601 in 1/1000
      grey[i] =
          (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF) + 500) / 1000;
    }
    return grey;
  }

  /// Spreads the values so that each part of the range is used by equally many pixels.
  private static int[] equalised(int[] grey) {
    int[] counts = new int[256];
    for (int value : grey) {
      counts[value]++;
    }
    int darkest = 0;
    while (counts[darkest] == 0) {
      darkest++;
    }
    int rest = grey.length - counts[darkest];
    if (rest == 0) {
      return grey;
    }
    int[] mapped = new int[256];
    long below = 0;
    for (int value = darkest + 1; value < 256; value++) {
      below += counts[value];
      mapped[value] = (int) Math.round(255.0 * below / rest);
    }
    for (int i = 0; i < grey.length; i++) {
      grey[i] = mapped[grey[i]];
    }
    return grey;
  }
}
