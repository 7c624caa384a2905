package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.provider.local.Camera;

/// Two rows of a canvas in the making, with the colours that they share. Rows of a layer are mixed
/// first, which a processor does for several columns at a time, then columns.
final class LayerRow {
  private static final int ODD = 0xFF00FF;
  private static final int HALF = 0x800080;

  private final int width;
  private final int height;
  private final double vignette;

  /// How far each column is from the middle, squared.
  private final int[] asides;

  private final int[] upper;
  private final int[] lower;
  private final int[] colours;
  private final int[] mixed;
  private final int[] covers;

  /// @param vignette how much darker the corners are, 0 to 1
  LayerRow(Size canvas, Size plate, double vignette) {
    this.width = canvas.width();
    this.asides = new int[width];
    this.upper = new int[width];
    this.lower = new int[width];
    this.colours = new int[width / 2];
    this.mixed = new int[plate.width() + 2];
    this.covers = new int[plate.width() / 2 + 2];
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
  /// @param left the layer's column at the canvas's left edge, in both rows
  void draw(
      Layer layer, Camera view, int y, double left, double below, int from, int to, boolean over) {
    double scale = view.scale();
    light(layer, view.top() + y * scale, left, scale, upper, from, to, over);
    light(layer, view.top() + (y + 1) * scale, below, scale, lower, from, to, over);
    double row = (view.top() + (y + 0.5) * scale - 0.5 - layer.top) / 2;
    colours(layer, row, (left + below) / 4, scale, from / 2, to / 2, over);
  }

  private void light(
      Layer layer,
      double row,
      double left,
      double scale,
      int[] target,
      int from,
      int to,
      boolean over) {
    int w = layer.width;
    int x = (int) Math.floor((left + from * scale) * 65536);
    int step = (int) (scale * 65536);
    int first = Math.clamp(x >> 16, 0, w - 2);
    int last = Math.clamp(((x + (long) step * (to - 1 - from)) >> 16) + 1, first + 1, w - 1);
    mixRows(layer.light, w, layer.bottom - layer.top, row - layer.top, first, last);
    x -= first << 16;
    int most = ((last - first) << 16) - 1;
    boolean inside = x >= 0 && x + (long) step * (to - 1 - from) <= most;
    if (over) {
      for (int i = from; i < to; i++, x += step) {
        int at = inside ? x : Math.clamp(x, 0, most);
        int value = between(mixed, at);
        target[i] = (value & 255) + ((target[i] * Layer.rest(value >>> 16)) >>> 8);
      }
    } else {
      for (int i = from; i < to; i++, x += step) {
        target[i] = between(mixed, inside ? x : Math.clamp(x, 0, most)) & 255;
      }
    }
  }

  private void colours(
      Layer layer, double row, double left, double scale, int from, int to, boolean over) {
    int w = layer.colourWidth;
    int rows = layer.colours.length / w;
    int x = (int) Math.floor((left + from * scale) * 65536);
    int step = (int) (scale * 65536);
    int first = Math.clamp(x >> 16, 0, w - 2);
    int last = Math.clamp(((x + (long) step * (to - 1 - from)) >> 16) + 1, first + 1, w - 1);
    mixRows(layer.colours, w, rows, row, first, last);
    x -= first << 16;
    int most = ((last - first) << 16) - 1;
    if (over) {
      mixCovers(layer.covers, w, rows, row, first, last);
      for (int i = from; i < to; i++, x += step) {
        int at = Math.clamp(x, 0, most);
        int part = at >> 8 & 255;
        int left8 = covers[at >> 16];
        int rest = Layer.rest(left8 + (((covers[(at >> 16) + 1] - left8) * part) >> 8));
        colours[i] = between(mixed, at) + (((colours[i] * rest) >>> 8) & ODD);
      }
    } else {
      for (int i = from; i < to; i++, x += step) {
        colours[i] = between(mixed, Math.clamp(x, 0, most));
      }
    }
  }

  /// @param row of those that the layer keeps; what is above and below them repeats
  private void mixRows(int[] pixels, int w, int rows, double row, int first, int last) {
    int at = Math.clamp((long) Math.floor(row * 256 + 0.5), 0, Math.max(0, ((rows - 1) << 8) - 1));
    int part = at & 255;
    int rest = 256 - part;
    int up = (at >> 8) * w + first;
    int down = rows > 1 ? up + w : up;
    int count = last - first + 1;
    for (int i = 0; i < count; i++) {
      mixed[i] = (pixels[up + i] * rest + pixels[down + i] * part + HALF) >>> 8 & ODD;
    }
  }

  private void mixCovers(byte[] pixels, int w, int rows, double row, int first, int last) {
    int at = Math.clamp((long) Math.floor(row * 256 + 0.5), 0, Math.max(0, ((rows - 1) << 8) - 1));
    int part = at & 255;
    int up = (at >> 8) * w + first;
    int down = rows > 1 ? up + w : up;
    int count = last - first + 1;
    for (int i = 0; i < count; i++) {
      int above = pixels[up + i] & 255;
      covers[i] = above + ((((pixels[down + i] & 255) - above) * part) >> 8);
    }
  }

  private static int between(int[] row, int at) {
    int part = at >> 8 & 255;
    int column = at >> 16;
    return (row[column] * (256 - part) + row[column + 1] * part + HALF) >>> 8 & ODD;
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
