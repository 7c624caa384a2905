package app.photoplay.provider.local;

import app.photoplay.media.Size;
import java.util.Arrays;

/// Draws the part of the canvas in which the head moves: a mesh of source places every [#CELL]
/// pixels, in between in straight lines.
final class HeadWarp {
  private static final int BITS = 3;
  private static final int CELL = 1 << BITS;

  /// The neck, about which the head rolls.
  private static final double PIVOT = 1.5;

  /// The head is an ellipse around this height.
  private static final double MIDDLE = -0.55;

  private static final double HALF_WIDTH = 1.75;
  private static final double HALF_HEIGHT = 2.0;

  /// Its movement fades from here, in parts of the ellipse ...
  private static final double FADES = 0.55;

  /// ... and is gone here.
  private static final double GONE = 1.30;

  private final Plate plate;
  private final Size canvas;
  private final FaceFrame face;
  private final int across;
  private final int down;

  HeadWarp(Plate plate, Size canvas, FaceFrame face) {
    this.plate = plate;
    this.canvas = canvas;
    this.face = face;
    this.across = (canvas.width() + CELL - 1) / CELL + 1;
    this.down = (canvas.height() + CELL - 1) / CELL + 1;
  }

  /// Source places in 1/65536 of a pixel, and which nodes of each row move. One for each drawing
  /// thread.
  final class Mesh implements CameraView.Covered {
    private final int[] places = new int[2 * across * down];
    private final int[] first = new int[down];
    private final int[] last = new int[down];

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
  }

  /// Places the nodes around the head.
  void place(Mesh mesh, Camera camera, HeadMotion.Pose pose, SkinWarp skin) {
    Arrays.fill(mesh.first, across);
    Arrays.fill(mesh.last, -1);
    double cell = CELL * camera.scale();
    double reach = GONE * face.scale();
    double wide = reach * Math.hypot(HALF_WIDTH * face.cos(), HALF_HEIGHT * face.sin());
    double high = reach * Math.hypot(HALF_WIDTH * face.sin(), HALF_HEIGHT * face.cos());
    double x = (face.x(0, MIDDLE) - camera.left()) / cell;
    double y = (face.y(0, MIDDLE) - camera.top()) / cell;
    int left = node(Math.floor(x - wide / cell) - 1, across);
    int right = node(Math.ceil(x + wide / cell) + 1, across);
    int top = node(Math.floor(y - high / cell) - 1, down);
    int bottom = node(Math.ceil(y + high / cell) + 1, down);
    double cos = Math.cos(pose.roll());
    double sin = -Math.sin(pose.roll());
    for (int j = top; j <= bottom; j++) {
      for (int i = left; i <= right; i++) {
        if (moved(mesh, j * across + i, camera, i * CELL, j * CELL, pose, cos, sin, skin)) {
          mesh.first[j] = Math.min(mesh.first[j], i);
          mesh.last[j] = i;
        }
      }
    }
  }

  private static int node(double at, int count) {
    return (int) Math.clamp(at, 0, count - 1);
  }

  /// Places one node and tells whether it is anywhere else than the camera sees it.
  private boolean moved(
      Mesh mesh,
      int node,
      Camera camera,
      int column,
      int row,
      HeadMotion.Pose pose,
      double cos,
      double sin,
      SkinWarp skin) {
    double x = camera.left() + column * camera.scale();
    double y = camera.top() + row * camera.scale();
    double u = face.u(x, y);
    double v = face.v(x, y);
    double out = (v - MIDDLE) / HALF_HEIGHT;
    double square = u * u / (HALF_WIDTH * HALF_WIDTH) + out * out;
    boolean moves = square < GONE * GONE;
    if (moves) {
      double r = Math.sqrt(square);
      double weight = 1 - Pixels.smoothstep((r - FADES) / (GONE - FADES));
      double free = awayFromEdge(x, y);
      double near = Math.max(0, 1 - 1.1 * square);
      double below = v - PIVOT;
      double du = u * cos - below * sin - u - pose.across() - pose.yaw() * near;
      double dv = u * sin + below * cos - below - pose.down() - pose.pitch() * near;
      du *= weight * free;
      dv *= weight * free;
      double skinU = u + du;
      double skinV = v + dv;
      if (SkinWarp.reaches(skinU, skinV)) {
        du += free * skin.across(skinU, skinV);
        dv += free * skin.down(skinU, skinV);
      }
      x += (du * face.cos() - dv * face.sin()) * face.scale();
      y += (du * face.sin() + dv * face.cos()) * face.scale();
    }
    mesh.places[2 * node] = (int) Math.round(x * 65536);
    mesh.places[2 * node + 1] = (int) Math.round(y * 65536);
    return moves;
  }

  /// The photo's own edges stay where they are, or they would be seen to bend.
  private double awayFromEdge(double x, double y) {
    double nearest =
        Math.min(
            Math.min(x - plate.left(), plate.right() - x),
            Math.min(y - plate.top(), plate.bottom() - y));
    return Pixels.smoothstep(nearest / (0.35 * face.scale()));
  }

  /// Draws the cells in which something moves.
  ///
  /// @param picture the canvas, see [app.photoplay.media.Yuv]
  void draw(Mesh mesh, Surface surface, byte[] picture) {
    for (int j = 0; j + 1 < down; j++) {
      int last = mesh.lastCell(j);
      for (int i = mesh.firstCell(j); i <= last; i++) {
        draw(mesh.places, i, j, surface, picture);
      }
    }
  }

  private void draw(int[] mesh, int i, int j, Surface surface, byte[] picture) {
    int node = 2 * (j * across + i);
    int under = node + 2 * across;
    int x0 = mesh[node];
    int y0 = mesh[node + 1];
    int x1 = mesh[node + 2];
    int y1 = mesh[node + 3];
    int downX0 = (mesh[under] - x0) >> BITS;
    int downY0 = (mesh[under + 1] - y0) >> BITS;
    int downX1 = (mesh[under + 2] - x1) >> BITS;
    int downY1 = (mesh[under + 3] - y1) >> BITS;
    int width = canvas.width();
    int columns = Math.min(CELL, width - i * CELL);
    int rows = Math.min(CELL, canvas.height() - j * CELL);
    boolean inside =
        inside(x0, y0)
            && inside(x1, y1)
            && inside(mesh[under], mesh[under + 1])
            && inside(mesh[under + 2], mesh[under + 3]);
    int at = j * CELL * width + i * CELL;
    int colour = width * canvas.height() + j * CELL / 2 * (width / 2) + i * CELL / 2;
    for (int y = 0; y < rows; y++) {
      int stepX = (x1 - x0) >> BITS;
      int stepY = (y1 - y0) >> BITS;
      if (inside && columns == CELL) {
        light(surface.light, x0, y0, stepX, stepY, picture, at);
      } else {
        lightAtEdge(surface.light, x0, y0, stepX, stepY, columns, picture, at);
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

  private boolean inside(int x, int y) {
    return x >= 0 && y >= 0 && x < (plate.width() - 1) << 16 && y < (plate.height() - 1) << 16;
  }

  /// A whole cell's row; without a loop it is a good deal faster.
  private void light(byte[] source, int x, int y, int stepX, int stepY, byte[] target, int at) {
    target[at] = light(source, x, y);
    target[at + 1] = light(source, x + stepX, y + stepY);
    target[at + 2] = light(source, x + 2 * stepX, y + 2 * stepY);
    target[at + 3] = light(source, x + 3 * stepX, y + 3 * stepY);
    target[at + 4] = light(source, x + 4 * stepX, y + 4 * stepY);
    target[at + 5] = light(source, x + 5 * stepX, y + 5 * stepY);
    target[at + 6] = light(source, x + 6 * stepX, y + 6 * stepY);
    target[at + 7] = light(source, x + 7 * stepX, y + 7 * stepY);
  }

  private void lightAtEdge(
      byte[] source, int x, int y, int stepX, int stepY, int count, byte[] target, int at) {
    for (int i = 0; i < count; i++) {
      target[at + i] = light(source, within(x, plate.width()), within(y, plate.height()));
      x += stepX;
      y += stepY;
    }
  }

  private static int within(int at, int length) {
    return Math.max(0, Math.min(at, ((length - 1) << 16) - 1));
  }

  private byte light(byte[] source, int x, int y) {
    int stride = plate.width();
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
