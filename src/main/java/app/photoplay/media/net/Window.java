package app.photoplay.media.net;

import java.util.Arrays;

/// How a filter moves over a plane. Outside the plane everything is 0.
///
/// @param in the planes it moves over
/// @param out what comes of them
/// @param top rows that the first position stands above the plane
/// @param left columns that it stands left of it
record Window(
    Shape in,
    Shape out,
    int height,
    int width,
    int down,
    int right,
    int downApart,
    int rightApart,
    int top,
    int left) {
  private static final int SAME = 0;
  private static final int VALID = 1;
  private static final int LARGEST = 1024;

  /// A window.
  ///
  /// @param padding as the schema numbers it: 0 for as many positions as the plane has steps, the
  ///   rest divided between both sides, less before; 1 for those inside alone
  /// @param down rows from position to position
  /// @param downApart rows from tap to tap
  static Window of(
      Shape in,
      Shape out,
      int height,
      int width,
      int padding,
      int down,
      int right,
      int downApart,
      int rightApart) {
    for (int each : new int[] {height, width, down, right, downApart, rightApart}) {
      require(each > 0 && each <= LARGEST);
    }
    require(padding == SAME || padding == VALID);
    int tall = (height - 1) * downApart + 1;
    int broad = (width - 1) * rightApart + 1;
    boolean same = padding == SAME;
    require(out.rows() == (same ? up(in.rows(), down) : up(in.rows() - tall + 1, down)));
    require(
        out.columns() == (same ? up(in.columns(), right) : up(in.columns() - broad + 1, right)));
    int top = same ? Math.max(0, ((out.rows() - 1) * down + tall - in.rows()) / 2) : 0;
    int left = same ? Math.max(0, ((out.columns() - 1) * right + broad - in.columns()) / 2) : 0;
    return new Window(in, out, height, width, down, right, downApart, rightApart, top, left);
  }

  private static int up(int length, int step) {
    return (length + step - 1) / step;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new BadNetworkException("the network has a filter that does not fit what it filters");
    }
  }

  int taps() {
    return height * width;
  }

  /// Whether what its one tap sees is the plane itself.
  boolean isPoint() {
    return taps() == 1 && down == 1 && right == 1;
  }

  /// What one tap sees at all positions.
  void see(float[] plane, int tap, float[] into) {
    int fromRow = tap / width * downApart - top;
    int fromColumn = tap % width * rightApart - left;
    int columns = out.columns();
    // the first position whose tap is inside the plane, and the one after the last
    int first = Math.min(columns, Math.max(0, up(-fromColumn, right)));
    int end = Math.clamp(up(in.columns() - fromColumn, right), first, columns);
    for (int row = 0; row < out.rows(); row++) {
      int to = row * columns;
      int source = fromRow + row * down;
      if (source < 0 || source >= in.rows() || first == end) {
        Arrays.fill(into, to, to + columns, 0);
        continue;
      }
      int from = source * in.columns() + fromColumn;
      Arrays.fill(into, to, to + first, 0);
      if (right == 1) {
        System.arraycopy(plane, from + first, into, to + first, end - first);
      } else {
        for (int column = first; column < end; column++) {
          into[to + column] = plane[from + column * right];
        }
      }
      Arrays.fill(into, to + end, to + columns, 0);
    }
  }
}
