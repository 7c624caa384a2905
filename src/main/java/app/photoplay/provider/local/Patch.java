package app.photoplay.provider.local;

import java.util.Arrays;

/// A rectangle of plate pixels around a part of the face, with the face's coordinates of each.
final class Patch {
  final int left;
  final int top;
  final int width;
  final int height;
  final float[] u;
  final float[] v;

  /// The smallest upright rectangle of photo pixels around a rectangle of the face.
  Patch(Plate plate, FaceFrame face, double u0, double v0, double u1, double v1) {
    double[] xs = {face.x(u0, v0), face.x(u1, v0), face.x(u0, v1), face.x(u1, v1)};
    double[] ys = {face.y(u0, v0), face.y(u1, v0), face.y(u0, v1), face.y(u1, v1)};
    left = inside(Arrays.stream(xs).min().orElseThrow(), plate.left(), plate.right());
    top = inside(Arrays.stream(ys).min().orElseThrow(), plate.top(), plate.bottom());
    int right = inside(Arrays.stream(xs).max().orElseThrow(), left, plate.right());
    int bottom = inside(Arrays.stream(ys).max().orElseThrow(), top, plate.bottom());
    width = right - left;
    height = bottom - top;
    u = new float[width * height];
    v = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        u[y * width + x] = (float) face.u(left + x, top + y);
        v[y * width + x] = (float) face.v(left + x, top + y);
      }
    }
  }

  private static int inside(double at, int from, int to) {
    return Math.clamp(Math.round(at), from, to);
  }

  /// Copies this rectangle from one raster to another of the same width.
  void copy(int[] from, int[] to, int stride) {
    for (int y = top; y < top + height; y++) {
      System.arraycopy(from, y * stride + left, to, y * stride + left, width);
    }
  }
}
