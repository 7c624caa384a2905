package app.photoplay.provider.local;

import app.photoplay.media.Size;

/// Draws a whole canvas as the camera sees the plate. Nothing turns, so that rows and columns are
/// scaled one after the other.
final class CameraView {
  private final Plate plate;
  private final Size canvas;

  CameraView(Plate plate, Size canvas) {
    this.plate = plate;
    this.canvas = canvas;
  }

  /// What one drawing thread works on: where each column comes from, and the last two rows that
  /// were scaled.
  final class Work {
    private final int[] columns = new int[canvas.width()];
    private final int[] parts = new int[canvas.width()];
    private final int[][] rows = new int[2][canvas.width()];
    private final int[] held = new int[2];
  }

  /// Parts of rows that need not be drawn, because something else will be drawn there.
  interface Covered {
    /// The first such column of a row.
    int from(int row);

    /// One past the last; not after `from` when there is none.
    int to(int row);
  }

  /// Draws the canvas.
  ///
  /// @param source a raster of the plate's size
  /// @param light its brightness
  /// @param picture see [app.photoplay.media.Yuv]
  void draw(Camera camera, int[] source, byte[] light, Covered covered, Work work, byte[] picture) {
    for (int x = 0; x < work.columns.length; x++) {
      int at = place(camera.left() + x * camera.scale(), plate.width());
      work.columns[x] = at >> 8;
      work.parts[x] = at & 255;
    }
    work.held[0] = -1;
    work.held[1] = -1;
    int width = canvas.width();
    for (int y = 0; y < canvas.height(); y++) {
      int at = place(camera.top() + y * camera.scale(), plate.height());
      // what was scaled for this row serves the next one too
      int next = Math.min(y + 1, canvas.height() - 1);
      int from = Math.max(covered.from(y), covered.from(next));
      int to = Math.max(from, Math.min(covered.to(y), covered.to(next)));
      int[] upper = row(at >> 8, light, from, to, work);
      int[] lower = row((at >> 8) + 1, light, from, to, work);
      mix(upper, lower, at & 255, picture, y * width, 0, from);
      mix(upper, lower, at & 255, picture, y * width, to, width);
    }
    int colour = Math.toIntExact(canvas.pixels());
    for (int y = 0; y + 1 < canvas.height(); y += 2) {
      int at = place(camera.top() + (y + 0.5) * camera.scale(), plate.height());
      int from = Math.max(covered.from(y), covered.from(y + 1)) / 2;
      int to = Math.max(from, Math.min(covered.to(y), covered.to(y + 1)) / 2);
      colours(source, work, at, picture, colour, 0, from);
      colours(source, work, at, picture, colour, to, width / 2);
      colour += canvas.width() / 2;
    }
  }

  /// In 1/256 of a pixel, such that the next pixel is inside too.
  private static int place(double at, int length) {
    return Math.clamp(Math.round(at * 256), 0, ((length - 1) << 8) - 1);
  }

  /// A row of the plate as wide as the canvas: brightness in 1/256.
  private int[] row(int row, byte[] light, int from, int to, Work work) {
    int slot = row & 1;
    int[] scaled = work.rows[slot];
    if (work.held[slot] != row) {
      work.held[slot] = row;
      scale(light, row * plate.width(), work.columns, work.parts, scaled, 0, from);
      scale(light, row * plate.width(), work.columns, work.parts, scaled, to, scaled.length);
    }
    return scaled;
  }

  private static void scale(
      byte[] light, int row, int[] columns, int[] parts, int[] scaled, int from, int to) {
    for (int x = from; x < to; x++) {
      int at = row + columns[x];
      int left = light[at] & 255;
      scaled[x] = (left << 8) + ((light[at + 1] & 255) - left) * parts[x];
    }
  }

  private static void mix(
      int[] upper, int[] lower, int part, byte[] target, int at, int from, int to) {
    for (int x = from; x < to; x++) {
      target[at + x] = (byte) (((upper[x] << 8) + (lower[x] - upper[x]) * part + 0x8000) >> 16);
    }
  }

  private void colours(
      int[] source, Work work, int row, byte[] target, int at, int first, int end) {
    int stride = plate.width();
    int apart = canvas.width() / 2 * (canvas.height() / 2);
    int start = (row >> 8) * stride;
    int part = row & 255;
    for (int x = first; x < end; x++) {
      int from = start + work.columns[2 * x];
      int across = work.parts[2 * x];
      int upper = Pixels.mixColour(source[from], source[from + 1], across);
      int lower = Pixels.mixColour(source[from + stride], source[from + stride + 1], across);
      int pixel = Pixels.mixColour(upper, lower, part);
      target[at + x] = (byte) (pixel >> 16);
      target[at + x + apart] = (byte) pixel;
    }
  }
}
