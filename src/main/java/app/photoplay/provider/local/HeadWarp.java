package app.photoplay.provider.local;

import app.photoplay.media.Size;

/// Draws a canvas from a plate through the camera, the head moved on the way: a mesh of source
/// places every [#CELL] pixels, in between in straight lines.
final class HeadWarp {
  private static final int CELL = 8;

  /// The neck, about which the head rolls.
  private static final double PIVOT = 1.5;

  private final Plate plate;
  private final Size canvas;
  private final int across;
  private final int down;

  HeadWarp(Plate plate, Size canvas) {
    this.plate = plate;
    this.canvas = canvas;
    this.across = (canvas.width() + CELL - 1) / CELL + 1;
    this.down = (canvas.height() + CELL - 1) / CELL + 1;
  }

  /// A mesh to work in; one for each drawing thread.
  int[] mesh() {
    return new int[2 * across * down];
  }

  /// Places the mesh for a still picture.
  void place(int[] mesh, Camera camera) {
    for (int j = 0; j < down; j++) {
      for (int i = 0; i < across; i++) {
        double x = camera.left() + i * CELL * camera.scale();
        double y = camera.top() + j * CELL * camera.scale();
        set(mesh, j * across + i, x, y);
      }
    }
  }

  /// Places the mesh for a moving head.
  void place(int[] mesh, Camera camera, FaceFrame face, HeadMotion.Pose pose) {
    double cos = Math.cos(-pose.roll());
    double sin = Math.sin(-pose.roll());
    for (int j = 0; j < down; j++) {
      for (int i = 0; i < across; i++) {
        double x = camera.left() + i * CELL * camera.scale();
        double y = camera.top() + j * CELL * camera.scale();
        double u = face.u(x, y);
        double v = face.v(x, y);
        double square = u * u / (1.75 * 1.75) + (v + 0.55) * (v + 0.55) / 4;
        double r = Math.sqrt(square);
        double weight = (1 - Pixels.smoothstep((r - 0.55) / 0.75)) * awayFromEdge(x, y, face);
        if (weight > 0) {
          double near = Math.max(0, 1 - 1.1 * square);
          double below = v - PIVOT;
          double du = u * cos - below * sin - u - pose.across() - pose.yaw() * near;
          double dv = u * sin + below * cos - below - pose.down() - pose.pitch() * near;
          du *= weight;
          dv *= weight;
          x += (du * face.cos() - dv * face.sin()) * face.scale();
          y += (du * face.sin() + dv * face.cos()) * face.scale();
        }
        set(mesh, j * across + i, x, y);
      }
    }
  }

  /// The photo's own edges stay where they are, or they would be seen to bend.
  private double awayFromEdge(double x, double y, FaceFrame face) {
    double nearest =
        Math.min(
            Math.min(x - plate.left(), plate.right() - x),
            Math.min(y - plate.top(), plate.bottom() - y));
    return Pixels.smoothstep(nearest / (0.35 * face.scale()));
  }

  private static void set(int[] mesh, int node, double x, double y) {
    mesh[2 * node] = (int) Math.round(x * 65536);
    mesh[2 * node + 1] = (int) Math.round(y * 65536);
  }

  /// Draws the canvas.
  ///
  /// @param source a raster of the plate's size
  void draw(int[] mesh, int[] source, int[] target) {
    int stride = plate.width();
    int mostX = ((stride - 1) << 8) - 1;
    int mostY = ((plate.height() - 1) << 8) - 1;
    for (int y = 0; y < canvas.height(); y++) {
      int j = y / CELL;
      int part = y % CELL;
      for (int i = 0; i * CELL < canvas.width(); i++) {
        int node = 2 * (j * across + i);
        int under = node + 2 * across;
        int x0 = mesh[node] + (mesh[under] - mesh[node]) * part / CELL;
        int y0 = mesh[node + 1] + (mesh[under + 1] - mesh[node + 1]) * part / CELL;
        int x1 = mesh[node + 2] + (mesh[under + 2] - mesh[node + 2]) * part / CELL;
        int y1 = mesh[node + 3] + (mesh[under + 3] - mesh[node + 3]) * part / CELL;
        int stepX = (x1 - x0) / CELL;
        int stepY = (y1 - y0) / CELL;
        int at = y * canvas.width() + i * CELL;
        int end = Math.min(at + CELL, (y + 1) * canvas.width());
        if (inside(x0, x1, stride) && inside(y0, y1, plate.height())) {
          for (; at < end; at++) {
            target[at] = Pixels.sample(source, stride, x0 >> 8, y0 >> 8);
            x0 += stepX;
            y0 += stepY;
          }
        } else {
          for (; at < end; at++) {
            int px = Math.max(0, Math.min(x0 >> 8, mostX));
            int py = Math.max(0, Math.min(y0 >> 8, mostY));
            target[at] = Pixels.sample(source, stride, px, py);
            x0 += stepX;
            y0 += stepY;
          }
        }
      }
    }
  }

  private static boolean inside(int from, int to, int length) {
    int most = (length - 1) << 16;
    return from >= 0 && to >= 0 && from < most && to < most;
  }
}
