package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.provider.local.Camera;

/// Two rows of a canvas in the making, with the colours that they share. Rows of a layer are mixed
/// first, which a processor does for several columns at a time, then columns.
final class LayerRow {
  private static final int ODD = 0xFF00FF;
  private static final int HALF = 0x800080;
  private static final long PARTS = 0xFF00FF00FF00FFL;
  private static final long HALF_PAIR = (long) HALF << 32 | HALF;

  /// The coverage of colours is cut, their parts are rounded.
  private static final long HALF_TINT = HALF;

  private final int width;
  private final int height;
  private final double vignette;

  /// How far each column is from the middle, squared.
  private final int[] asides;

  private final int[] upper;
  private final int[] lower;
  private final int[] colours;
  private final int[] mixed;
  private final int[] mixedBelow;

  /// The lower row's in the upper half of each.
  private final long[] both;

  private final long[] tints;

  /// @param vignette how much darker the corners are, 0 to 1
  LayerRow(Size canvas, Size plate, double vignette) {
    this.width = canvas.width();
    this.asides = new int[width];
    this.upper = new int[width];
    this.lower = new int[width];
    this.colours = new int[width / 2];
    this.mixed = new int[plate.width() + 2];
    this.mixedBelow = new int[mixed.length];
    this.both = new long[mixed.length];
    this.tints = new long[plate.width() / 2 + 2];
    this.vignette = vignette;
    this.height = canvas.height();
    for (int i = 0; i < width; i++) {
      double aside = 2.0 * i / width - 1;
      asides[i] = (int) (256 * aside * aside);
    }
  }

  /// Draws what a layer shows of some columns.
  ///
  /// @param over whether it is laid over what is there, and does not replace it
  /// @param y the upper row of the canvas
  /// @param left the layer's column at the canvas's left edge in that row
  /// @param below the same in the next row
  void draw(
      Layer layer, Camera view, int y, double left, double below, int from, int to, boolean over) {
    double scale = view.scale();
    double row = view.top() + y * scale - layer.top;
    if (left == below) {
      Span span = Span.of(left, scale, from, to, layer.width);
      mixLight(layer, row, span, mixed);
      mixLight(layer, row + scale, span, mixedBelow);
      lightOfBoth(span, from, to, over);
    } else {
      light(layer, row, Span.of(left, scale, from, to, layer.width), upper, from, to, over);
      light(
          layer, row + scale, Span.of(below, scale, from, to, layer.width), lower, from, to, over);
    }
    double colourRow = (view.top() + (y + 0.5) * scale - 0.5 - layer.top) / 2;
    Span span = Span.of((left + below) / 4, scale, from / 2, to / 2, layer.colourWidth);
    colours(layer, colourRow, span, from / 2, to / 2, over);
  }

  /// Which part of a layer's row some columns show.
  ///
  /// @param x where the first column comes from, in 1/65536 behind `first`
  /// @param step from column to column
  /// @param first of the layer's columns
  /// @param last of them
  /// @param inside whether every column comes from between these
  private record Span(int x, int step, int first, int last, boolean inside) {
    static Span of(double left, double scale, int from, int to, int width) {
      int x = (int) Math.floor((left + from * scale) * 65536);
      int step = (int) (scale * 65536);
      long end = x + (long) step * (to - 1 - from);
      int first = Math.clamp(x >> 16, 0, width - 2);
      int last = Math.clamp((end >> 16) + 1, first + 1, width - 1);
      int shift = first << 16;
      boolean inside = x >= shift && end - shift <= ((last - first) << 16) - 1;
      return new Span(x - shift, step, first, last, inside);
    }

    int most() {
      return ((last - first) << 16) - 1;
    }
  }

  private void mixLight(Layer layer, double row, Span span, int[] target) {
    mixRows(layer.light, layer.width, layer.bottom - layer.top, row, span.first, span.last, target);
  }

  /// Draws both rows at once, where they come from the same columns.
  private void lightOfBoth(Span span, int from, int to, boolean over) {
    for (int i = 0; i <= span.last - span.first; i++) {
      both[i] = (long) mixedBelow[i] << 32 | mixed[i];
    }
    int most = span.most();
    int x = span.x;
    if (!span.inside) {
      for (int i = from; i < to; i++, x += span.step) {
        long pair = between(both, Math.max(0, Math.min(x, most)), HALF_PAIR);
        upper[i] = laid((int) pair, upper[i], over);
        lower[i] = laid((int) (pair >>> 32), lower[i], over);
      }
    } else if (over) {
      for (int i = from; i < to; i++, x += span.step) {
        long pair = between(both, x, HALF_PAIR);
        upper[i] = laid((int) pair, upper[i], true);
        lower[i] = laid((int) (pair >>> 32), lower[i], true);
      }
    } else {
      for (int i = from; i < to; i++, x += span.step) {
        long pair = between(both, x, HALF_PAIR);
        upper[i] = (int) pair & 255;
        lower[i] = (int) (pair >>> 32) & 255;
      }
    }
  }

  private void light(
      Layer layer, double row, Span span, int[] target, int from, int to, boolean over) {
    mixLight(layer, row, span, mixed);
    int most = span.most();
    int x = span.x;
    for (int i = from; i < to; i++, x += span.step) {
      int at = span.inside ? x : Math.max(0, Math.min(x, most));
      target[i] = laid(between(mixed, at), target[i], over);
    }
  }

  private static int laid(int value, int under, boolean over) {
    return (value & 255) + (over ? (under * Layer.rest(value >>> 16)) >>> 8 : 0);
  }

  private void colours(Layer layer, double row, Span span, int from, int to, boolean over) {
    mixColours(layer, row, span);
    int most = span.most();
    int x = span.x;
    if (!span.inside) {
      for (int i = from; i < to; i++, x += span.step) {
        colours[i] =
            laid(between(tints, Math.max(0, Math.min(x, most)), HALF_TINT), colours[i], over);
      }
    } else if (over) {
      for (int i = from; i < to; i++, x += span.step) {
        colours[i] = laid(between(tints, x, HALF_TINT), colours[i], true);
      }
    } else {
      for (int i = from; i < to; i++, x += span.step) {
        colours[i] = (int) between(tints, x, HALF_TINT);
      }
    }
  }

  private static int laid(long tint, int under, boolean over) {
    int rest = Layer.rest((int) (tint >>> 32));
    return (int) tint + (over ? ((under * rest) >>> 8) & ODD : 0);
  }

  private void mixColours(Layer layer, double row, Span span) {
    int w = layer.colourWidth;
    int rows = layer.colours.length / w;
    int at = place(row, rows);
    int part = at & 255;
    int up = (at >> 8) * w + span.first;
    int down = rows > 1 ? up + w : up;
    int count = span.last - span.first + 1;
    for (int i = 0; i < count; i++) {
      long above = layer.colours[up + i];
      long sum = (above << 8) + (layer.colours[down + i] - above) * part + HALF_TINT;
      tints[i] = sum >>> 8 & Layer.COVERED;
    }
  }

  /// @param row of those that the layer keeps; what is above and below them repeats
  private static void mixRows(
      int[] pixels, int w, int rows, double row, int first, int last, int[] target) {
    int at = place(row, rows);
    int part = at & 255;
    int rest = 256 - part;
    int up = (at >> 8) * w + first;
    int down = rows > 1 ? up + w : up;
    int count = last - first + 1;
    for (int i = 0; i < count; i++) {
      target[i] = (pixels[up + i] * rest + pixels[down + i] * part + HALF) >>> 8 & ODD;
    }
  }

  /// A row in 1/256.
  private static int place(double row, int rows) {
    return Math.clamp((long) Math.floor(row * 256 + 0.5), 0, Math.max(0, ((rows - 1) << 8) - 1));
  }

  private static int between(int[] row, int at) {
    int left = row[at >> 16];
    return ((left << 8) + (row[(at >> 16) + 1] - left) * (at >> 8 & 255) + HALF) >>> 8 & ODD;
  }

  private static long between(long[] row, int at, long half) {
    long left = row[at >> 16];
    return ((left << 8) + (row[(at >> 16) + 1] - left) * (at >> 8 & 255) + half) >>> 8 & PARTS;
  }

  /// Puts the rows into a picture.
  ///
  /// @param y the upper row
  void take(int y, byte[] picture) {
    if (vignette > 0) {
      darken(y, upper);
      darken(y + 1, lower);
    }
    int at = y * width;
    for (int i = 0; i < width; i++) {
      picture[at + i] = (byte) upper[i];
    }
    at += width;
    for (int i = 0; i < width; i++) {
      picture[at + i] = (byte) lower[i];
    }
    int pixels = picture.length / 3 * 2;
    int blue = pixels + y / 2 * (width / 2);
    int red = blue + pixels / 4;
    for (int i = 0; i < width / 2; i++) {
      picture[blue + i] = (byte) (colours[i] >>> 16);
      picture[red + i] = (byte) colours[i];
    }
  }

  private void darken(int y, int[] row) {
    double down = 2.0 * y / height - 1;
    int own = (int) (256 * down * down);
    int most = (int) (256 * vignette);
    for (int i = 0; i < width; i++) {
      // from the middle on it grows with the fourth power of the distance
      int far = own + asides[i];
      int part = 65536 - ((((far * far) >> 9) * most) >> 1);
      row[i] = 16 + (((row[i] - 16) * part) >> 16);
    }
  }
}
