package app.photoplay.provider.local;

import java.util.Optional;

/// Finds the lips in the photo. Rows across the middle of the mouth are compared: lips are redder
/// than teeth and than the dark inside; between shut lips there is a dark line.
final class MouthAnalysis {
  private static final double FIRST = -0.34;
  private static final double STEP = 0.01;
  private static final int ROWS = 73;

  /// Lips are at most this far (in rows) from the middle of an open mouth.
  private static final int REACH = 26;

  /// How much redder than what is between them both lips must be.
  private static final double VALLEY = 0.035;

  /// Teeth are less red than this part of the chin's redness.
  private static final double PALE = 0.6;

  /// What a row's distance from the mouth's usual place costs, in steps of brightness a unit².
  private static final double PENALTY = 260;

  private final Plate plate;
  private final FaceFrame face;
  private final double[] red = new double[ROWS];
  private final double[] luma = new double[ROWS];
  private final double[] saturation = new double[ROWS];

  private MouthAnalysis(Plate plate, FaceFrame face) {
    this.plate = plate;
    this.face = face;
    for (int row = 0; row < ROWS; row++) {
      measure(row);
    }
    smooth(red);
    smooth(luma);
    smooth(saturation);
  }

  static MouthShape of(Plate plate, FaceFrame face) {
    return new MouthAnalysis(plate, face).shape();
  }

  private MouthShape shape() {
    Optional<double[]> open = openMouth();
    double upper = open.map(edges -> edges[0]).orElseGet(() -> darkest(0, 0, PENALTY));
    double lower = open.map(edges -> edges[1]).orElse(upper);
    double corner = darkest(0.94 * MouthShape.HALF_WIDTH, (upper + lower) / 2, PENALTY * 3);
    int lips = Pixels.mix(mean(0, upper - 0.06, 0.2), mean(0, lower + 0.07, 0.2), 128);
    return new MouthShape(
        corner, upper, lower, lips, mean(-0.62, 0.05, 0.06), mean(0.62, 0.05, 0.06));
  }

  /// The mean colour around a place.
  ///
  /// @param reach how far to both sides
  private int mean(double u, double v, double reach) {
    long[] sums = new long[3];
    int count = 0;
    for (int i = -5; i <= 5; i++) {
      for (int j = -1; j <= 1; j++) {
        int pixel = pixel(u + i * reach / 5, v + j * 0.02);
        sums[0] += (pixel >> 16) & 255;
        sums[1] += (pixel >> 8) & 255;
        sums[2] += pixel & 255;
        count++;
      }
    }
    return (int) (sums[0] / count) << 16 | (int) (sums[1] / count) << 8 | (int) (sums[2] / count);
  }

  /// The inner edges of both lips, when there is something between them.
  private Optional<double[]> openMouth() {
    int best = -1;
    double depth = VALLEY;
    for (int row = REACH / 2; row < ROWS - REACH / 2; row++) {
      double above = red[reddest(row, -1)] - red[row];
      double below = red[reddest(row, 1)] - red[row];
      if (Math.min(above, below) > depth && isInside(row)) {
        depth = Math.min(above, below);
        best = row;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    double upper = v(halfWay(best, reddest(best, -1)));
    double lower = v(halfWay(best, reddest(best, 1)));
    return lower - upper < 0.03 ? Optional.empty() : Optional.of(new double[] {upper, lower});
  }

  /// Whether a row between two redder ones shows teeth or the dark inside. The skin between nose
  /// and lip is neither: teeth are paler than the skin of the chin.
  private boolean isInside(int row) {
    int above = reddest(row, -1);
    int below = reddest(row, 1);
    double chin = (red[ROWS - 4] + red[ROWS - 8] + red[ROWS - 12]) / 3;
    boolean pale =
        red[row] < PALE * chin
            && saturation[row] < 0.82 * Math.min(saturation[above], saturation[below]);
    return pale || luma[row] < 0.55 * Math.min(luma[above], luma[below]);
  }

  private int reddest(int row, int direction) {
    int best = row;
    for (int i = row; i >= 0 && i < ROWS && Math.abs(i - row) <= REACH; i += direction) {
      if (red[i] > red[best]) {
        best = i;
      }
    }
    return best;
  }

  /// The row where redness has risen half the way from the valley to a lip.
  private int halfWay(int valley, int lip) {
    double half = (red[valley] + red[lip]) / 2;
    int direction = Integer.signum(lip - valley);
    int row = valley;
    while (row != lip && red[row] < half) {
      row += direction;
    }
    return row;
  }

  /// The height of the darkest row at this distance to both sides of the middle.
  private double darkest(double u, double expected, double penalty) {
    double best = expected;
    double least = Double.MAX_VALUE;
    for (int row = 0; row < ROWS; row++) {
      double v = v(row);
      double distance = v - expected;
      double dark = u == 0 ? luma[row] : brightness(-u, v) / 2 + brightness(u, v) / 2;
      double cost = dark + penalty * distance * distance;
      if (cost < least) {
        least = cost;
        best = v;
      }
    }
    return best;
  }

  private static double v(int row) {
    return FIRST + row * STEP;
  }

  private void measure(int row) {
    int count = 0;
    for (double u = -0.16; u <= 0.16; u += 0.01) {
      int pixel = Pixels.rgb(pixel(u, v(row)));
      int r = (pixel >> 16) & 255;
      int g = (pixel >> 8) & 255;
      int b = pixel & 255;
      int most = Math.max(r, Math.max(g, b));
      red[row] += (r - g) / (r + g + 1.0);
      luma[row] += (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
      saturation[row] += (most - Math.min(r, Math.min(g, b))) / (most + 1.0);
      count++;
    }
    red[row] /= count;
    luma[row] /= count;
    saturation[row] /= count;
  }

  private double brightness(double u, double v) {
    double sum = 0;
    for (int i = -2; i <= 2; i++) {
      sum += Pixels.light(pixel(u + i * 0.015, v));
    }
    return sum / 5;
  }

  private int pixel(double u, double v) {
    int x = Math.clamp(Math.round(face.x(u, v)), plate.left(), plate.right() - 1);
    int y = Math.clamp(Math.round(face.y(u, v)), plate.top(), plate.bottom() - 1);
    return plate.pixels()[y * plate.width() + x];
  }

  private static void smooth(double[] rows) {
    double[] copy = rows.clone();
    for (int i = 0; i < rows.length; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(rows.length - 1, i + 1);
      rows[i] = (copy[before] + 2 * copy[i] + copy[after]) / 4;
    }
  }
}
