package app.photoplay.media.net;

/// Planes at another size, bilinear.
///
/// @param corners whether the corners' elements stay at the corners
/// @param centres whether an element's place is its centre; else its upper left corner
record Resize(int from, int to, Shape in, Shape out, boolean corners, boolean centres)
    implements Kernel {
  @Override
  public void run(Memory memory) {
    float[][] source = memory.planes(from);
    float[][] target = memory.planes(to);
    for (int row = 0; row < out.rows(); row++) {
      float y = place(row, in.rows(), out.rows());
      int above = ((int) y) * in.columns();
      int below = Math.min((int) y + 1, in.rows() - 1) * in.columns();
      float down = y - (int) y;
      for (int column = 0; column < out.columns(); column++) {
        float x = place(column, in.columns(), out.columns());
        int left = (int) x;
        int right = Math.min(left + 1, in.columns() - 1);
        float aside = x - left;
        int at = row * out.columns() + column;
        for (int plane = 0; plane < source.length; plane++) {
          float[] from = source[plane];
          float upper = from[above + left] + aside * (from[above + right] - from[above + left]);
          float lower = from[below + left] + aside * (from[below + right] - from[below + left]);
          target[plane][at] = upper + down * (lower - upper);
        }
      }
    }
  }

  /// Where an element of the result is in the source.
  private float place(int at, int source, int target) {
    if (corners) {
      return target > 1 ? at * (float) (source - 1) / (target - 1) : 0;
    }
    float place =
        centres ? Math.max(0, (at + 0.5f) * source / target - 0.5f) : at * (float) source / target;
    return Math.min(place, source - 1f);
  }
}
