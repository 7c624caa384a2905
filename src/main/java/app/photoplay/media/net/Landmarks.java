package app.photoplay.media.net;

import java.util.Arrays;

/// MediaPipe's own operations, with which a network looks closer at parts of a face that it has
/// just found: a matrix of 4 x 4 leads from the part's own coordinates to those of the whole.
final class Landmarks {
  static final int MATRIX = 16;

  private Landmarks() {}

  /// The square around some points, which leans as two of them do.
  ///
  /// @param some which points (x, y, z each) the square is around
  /// @param left with `right` the two that lie level
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record SquareAround(
      int from,
      int to,
      int[] some,
      int left,
      int right,
      int width,
      int height,
      float scaleX,
      float scaleY)
      implements Kernel {
    static SquareAround of(int from, int to, int points, FlexMap options) {
      SquareAround square =
          new SquareAround(
              from,
              to,
              options.integers("subset_idxs"),
              options.integer("left_rotation_idx"),
              options.integer("right_rotation_idx"),
              options.integer("output_width"),
              options.integer("output_height"),
              options.real("scale_x"),
              options.real("scale_y"));
      boolean known =
          Arrays.stream(square.some).allMatch(it -> it >= 0 && it < points)
              && Math.min(square.left, square.right) >= 0
              && Math.max(square.left, square.right) < points
              && Math.min(square.width, square.height) > 0
              && options.real("target_rotation_radians") == 0;
      if (!known) {
        throw new BadNetworkException("the network looks at a part of no face");
      }
      return square;
    }

    @Override
    public void run(Memory memory) {
      float[] points = memory.planes(from)[0];
      double angle =
          Math.atan2(
              points[right * 3 + 1] - points[left * 3 + 1], points[right * 3] - points[left * 3]);
      double cos = Math.cos(angle);
      double sin = Math.sin(angle);
      double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
      double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
      for (int point : some) {
        double x = points[point * 3];
        double y = points[point * 3 + 1];
        double[] upright = {cos * x + sin * y, cos * y - sin * x};
        for (int k = 0; k < 2; k++) {
          least[k] = Math.min(least[k], upright[k]);
          most[k] = Math.max(most[k], upright[k]);
        }
      }
      double middleX = (least[0] + most[0]) / 2;
      double middleY = (least[1] + most[1]) / 2;
      double across = scaleX * (most[0] - least[0]) / width;
      double down = scaleY * (most[1] - least[1]) / height;
      float[] matrix = memory.planes(to)[0];
      Arrays.fill(matrix, 0, MATRIX, 0);
      matrix[0] = (float) (cos * across);
      matrix[1] = (float) (-sin * down);
      matrix[4] = (float) (sin * across);
      matrix[5] = (float) (cos * down);
      double halfX = width / 2.0;
      double halfY = height / 2.0;
      matrix[3] = (float) (cos * middleX - sin * middleY - halfX * matrix[0] - halfY * matrix[1]);
      matrix[7] = (float) (sin * middleX + cos * middleY - halfX * matrix[4] - halfY * matrix[5]);
      matrix[10] = 1;
      matrix[15] = 1;
    }
  }

  /// What planes show there, bilinear; 0 outside them.
  record Look(int from, int matrix, int to, Shape in, Shape out) implements Kernel {
    @Override
    public void run(Memory memory) {
      float[][] source = memory.planes(from);
      float[][] target = memory.planes(to);
      float[] m = memory.planes(matrix)[0];
      // elements are taken at their centres
      float originX = m[3] + 0.5f * m[0] + 0.5f * m[1] - 0.5f;
      float originY = m[7] + 0.5f * m[4] + 0.5f * m[5] - 0.5f;
      int last = in.columns() - 1;
      int lowest = in.rows() - 1;
      for (int row = 0; row < out.rows(); row++) {
        for (int column = 0; column < out.columns(); column++) {
          float x = m[0] * column + m[1] * row + originX;
          float y = m[4] * column + m[5] * row + originY;
          boolean inside = x >= 0 && y >= 0 && x <= last && y <= lowest;
          int left = inside ? (int) x : 0;
          int above = inside ? ((int) y) * in.columns() : 0;
          int right = Math.min(left + 1, last);
          int below = inside ? Math.min((int) y + 1, lowest) * in.columns() : 0;
          float aside = x - left;
          float down = inside ? y - (int) y : 0;
          int at = row * out.columns() + column;
          for (int plane = 0; plane < target.length; plane++) {
            float[] from = source[plane];
            float upper = (1 - aside) * from[above + left] + aside * from[above + right];
            float lower = (1 - aside) * from[below + left] + aside * from[below + right];
            target[plane][at] = inside ? (1 - down) * upper + down * lower : 0;
          }
        }
      }
    }
  }

  /// Points of the part in coordinates of the whole.
  ///
  /// @param dimensions of a point: 2 or 3, of which the third stays
  record Place(int from, int matrix, int to, int elements, int dimensions) implements Kernel {
    @Override
    public void run(Memory memory) {
      float[] in = memory.planes(from)[0];
      float[] m = memory.planes(matrix)[0];
      float[] out = memory.planes(to)[0];
      for (int i = 0; i < elements; i += dimensions) {
        float x = in[i];
        float y = in[i + 1];
        out[i] = m[0] * x + m[1] * y + m[3];
        out[i + 1] = m[4] * x + m[5] * y + m[7];
        if (dimensions == 3) {
          out[i + 2] = in[i + 2];
        }
      }
    }
  }
}
