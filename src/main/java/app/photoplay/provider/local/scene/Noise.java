package app.photoplay.provider.local.scene;

/// Smooth chance over a plane, the same in every process: random values at whole numbers, and what
/// lies between them between them.
final class Noise {
  private static final int SIDE = 256;
  private static final float[] VALUES = values();

  private Noise() {}

  /// -1 to 1, for places from 0 on.
  static double at(double x, double y) {
    int column = (int) x;
    int row = (int) y;
    double fx = x - column;
    double fy = y - row;
    int up = (row & SIDE - 1) * SIDE;
    int down = (row + 1 & SIDE - 1) * SIDE;
    int left = column & SIDE - 1;
    int right = column + 1 & SIDE - 1;
    double above = VALUES[up + left] + (VALUES[up + right] - VALUES[up + left]) * fx;
    double below = VALUES[down + left] + (VALUES[down + right] - VALUES[down + left]) * fx;
    return above + (below - above) * fy;
  }

  private static float[] values() {
    float[] values = new float[SIDE * SIDE];
    int state = 0x2545F491;
    for (int i = 0; i < values.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      values[i] = (state >> 8) / (float) (1 << 23);
    }
    return values;
  }
}
