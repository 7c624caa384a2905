package app.photoplay.provider.local;

import app.photoplay.media.Size;
import java.util.Arrays;

/// Draws the part of a canvas that is bent: places of a surface every [#CELL] pixels, in between in
/// straight lines. One for each drawing thread.
public final class Mesh implements CameraView.Covered {
  private static final int BITS = 3;

  /// Pixels of the canvas from node to node.
  public static final int CELL = 1 << BITS;

  /// How many nodes a row has.
  public final int across;

  /// How many rows there are.
  public final int down;

  private final Size canvas;

  /// In 1/65536 of a pixel.
  private final int[] places;

  // Which nodes of each row are moved.
  private final int[] first;
  private final int[] last;

  public Mesh(Size canvas) {
    this.canvas = canvas;
    across = (canvas.width() + CELL - 1) / CELL + 1;
    down = (canvas.height() + CELL - 1) / CELL + 1;
    places = new int[2 * across * down];
    first = new int[down];
    last = new int[down];
    flatten();
  }

  /// No node is moved any longer.
  public void flatten() {
    Arrays.fill(first, across);
    Arrays.fill(last, -1);
  }

  /// Places a node. Rows are placed from the left to the right; the nodes around every moved one
  /// are to be placed too.
  ///
  /// @param x the surface's column that is seen there
  /// @param y its row
  /// @param moved whether that is anywhere else than the camera sees it
  public void place(int column, int row, double x, double y, boolean moved) {
    int node = row * across + column;
    places[2 * node] = (int) Math.round(x * 65536);
    places[2 * node + 1] = (int) Math.round(y * 65536);
    if (moved) {
      first[row] = Math.min(first[row], column);
      last[row] = column;
    }
  }

  @Override
  public int from(int row) {
    return firstCell(row >> BITS) << BITS;
  }

  @Override
  public int to(int row) {
    return Math.min((lastCell(row >> BITS) + 1) << BITS, canvas.width());
  }

  private int firstCell(int row) {
    return Math.max(0, Math.min(first[row], first[row + 1]) - 1);
  }

  private int lastCell(int row) {
    return Math.min(Math.max(last[row], last[row + 1]), across - 2);
  }

  /// Draws the cells around moved nodes.
  ///
  /// @param picture the canvas, see [app.photoplay.media.Yuv]
  public void draw(Surface surface, byte[] picture) {
    for (int j = 0; j + 1 < down; j++) {
      int last = lastCell(j);
      for (int i = firstCell(j); i <= last; i++) {
        draw(i, j, surface, picture);
      }
    }
  }

  private void draw(int i, int j, Surface surface, byte[] picture) {
    int node = 2 * (j * across + i);
    int under = node + 2 * across;
    int x0 = places[node];
    int y0 = places[node + 1];
    int x1 = places[node + 2];
    int y1 = places[node + 3];
    int downX0 = (places[under] - x0) >> BITS;
    int downY0 = (places[under + 1] - y0) >> BITS;
    int downX1 = (places[under + 2] - x1) >> BITS;
    int downY1 = (places[under + 3] - y1) >> BITS;
    int width = canvas.width();
    int columns = Math.min(CELL, width - i * CELL);
    int rows = Math.min(CELL, canvas.height() - j * CELL);
    boolean inside =
        inside(surface, x0, y0)
            && inside(surface, x1, y1)
            && inside(surface, places[under], places[under + 1])
            && inside(surface, places[under + 2], places[under + 3]);
    int at = j * CELL * width + i * CELL;
    int colour = width * canvas.height() + j * CELL / 2 * (width / 2) + i * CELL / 2;
    for (int y = 0; y < rows; y++) {
      int stepX = (x1 - x0) >> BITS;
      int stepY = (y1 - y0) >> BITS;
      if (inside && columns == CELL) {
        light(surface, x0, y0, stepX, stepY, picture, at);
      } else {
        lightAtEdge(surface, x0, y0, stepX, stepY, columns, picture, at);
      }
      if ((y & 1) == 0) {
        int halfX = downX0 >> 1;
        int halfY = downY0 >> 1;
        colours(surface, x0 + halfX, y0 + halfY, stepX, stepY, columns / 2, picture, colour);
        colour += width / 2;
      }
      at += width;
      x0 += downX0;
      y0 += downY0;
      x1 += downX1;
      y1 += downY1;
    }
  }

  private static boolean inside(Surface surface, int x, int y) {
    return x >= 0 && y >= 0 && x < (surface.width - 1) << 16 && y < (surface.height - 1) << 16;
  }

  /// A whole cell's row; without a loop it is a good deal faster.
  private static void light(
      Surface source, int x, int y, int stepX, int stepY, byte[] target, int at) {
    target[at] = light(source, x, y);
    target[at + 1] = light(source, x + stepX, y + stepY);
    target[at + 2] = light(source, x + 2 * stepX, y + 2 * stepY);
    target[at + 3] = light(source, x + 3 * stepX, y + 3 * stepY);
    target[at + 4] = light(source, x + 4 * stepX, y + 4 * stepY);
    target[at + 5] = light(source, x + 5 * stepX, y + 5 * stepY);
    target[at + 6] = light(source, x + 6 * stepX, y + 6 * stepY);
    target[at + 7] = light(source, x + 7 * stepX, y + 7 * stepY);
  }

  private static void lightAtEdge(
      Surface source, int x, int y, int stepX, int stepY, int count, byte[] target, int at) {
    for (int i = 0; i < count; i++) {
      target[at + i] = light(source, within(x, source.width), within(y, source.height));
      x += stepX;
      y += stepY;
    }
  }

  private static int within(int at, int length) {
    return Math.max(0, Math.min(at, ((length - 1) << 16) - 1));
  }

  private static byte light(Surface surface, int x, int y) {
    byte[] source = surface.light;
    int stride = surface.width;
    int at = (y >> 16) * stride + (x >> 16);
    int part = (x >> 8) & 255;
    int a = source[at] & 255;
    int c = source[at + stride] & 255;
    int upper = (a << 8) + ((source[at + 1] & 255) - a) * part;
    int lower = (c << 8) + ((source[at + stride + 1] & 255) - c) * part;
    return (byte) (((upper << 8) + (lower - upper) * ((y >> 8) & 255) + 0x8000) >> 16);
  }

  /// The colour of every second pixel of a row: places are halved, steps are two halves.
  private void colours(
      Surface surface, int x, int y, int stepX, int stepY, int count, byte[] target, int at) {
    int stride = surface.colourWidth;
    int[] source = surface.colours;
    int apart = canvas.width() / 2 * (canvas.height() / 2);
    int px = x >> 1;
    int py = (y - 0x8000) >> 1;
    for (int i = 0; i < count; i++) {
      int column = within(px, stride);
      int row = within(py, surface.colourHeight);
      int from = (row >> 16) * stride + (column >> 16);
      int part = (column >> 8) & 255;
      int upper = Pixels.mixColour(source[from], source[from + 1], part);
      int lower = Pixels.mixColour(source[from + stride], source[from + stride + 1], part);
      int pixel = Pixels.mixColour(upper, lower, (row >> 8) & 255);
      target[at + i] = (byte) (pixel >> 16);
      target[at + i + apart] = (byte) pixel;
      px += stepX;
      py += stepY;
    }
  }
}
