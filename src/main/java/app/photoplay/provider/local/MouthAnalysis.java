package app.photoplay.provider.local;

import java.util.Arrays;
import java.util.Optional;

/// Finds the lips in the photo. Rows across the mouth are compared: between the lips there is a
/// line that is darker than what is above and below it, with redder rows on both sides; the shadow
/// of a nose is as dark, but narrower and not among red ones. An open mouth is looked for around
/// it: lips are redder than teeth and than the dark inside.
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

  /// What a corner's distance from the line costs, in steps of brightness a unit².
  private static final double PENALTY = 780;

  /// Half as wide as the mouths that are looked for.
  private static final double WIDE = 0.30;

  /// Half as wide as what is surely between the lips of an open one.
  private static final double NARROW = 0.165;

  /// Where the line is mostly, and what a distance from there costs, in means of brightness a
  /// unit².
  private static final double USUAL = 0.10;

  private static final double UNUSUAL = 1.8;

  /// What redness of the lips is worth, in means of brightness.
  private static final double RED_LIPS = 5;

  /// An open mouth begins and ends no further than this from the line, seen from the line.
  private static final double BELOW_LINE = 0.06;

  private static final double ABOVE_LINE = 0.03;

  private final Plate plate;
  private final FaceFrame face;
  private final double[] red = new double[ROWS];
  private final double[] luma = new double[ROWS];
  private final double[] saturation = new double[ROWS];
  private final double[] wideRed = new double[ROWS];
  private final double[] wideLuma = new double[ROWS];

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
    double line = line();
    Optional<double[]> open =
        openMouth().filter(edges -> edges[0] < line + BELOW_LINE && edges[1] > line - ABOVE_LINE);
    double upper = open.map(edges -> edges[0]).orElse(line);
    double lower = open.map(edges -> edges[1]).orElse(line);
    double corner = corner((upper + lower) / 2);
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

  /// The height of the line between the lips.
  private double line() {
    double brightness = Arrays.stream(wideLuma).average().orElseThrow();
    double redness = Arrays.stream(wideRed).average().orElseThrow();
    double best = 0;
    double least = Double.MAX_VALUE;
    for (int row = 0; row < ROWS; row++) {
      double darker = (wideLuma[row] - besides(wideLuma, row, 5, 12)) / brightness;
      double lips = besides(wideRed, row, 2, 9) - redness;
      double away = v(row) - USUAL;
      double cost = darker - RED_LIPS * lips + UNUSUAL * away * away;
      if (cost < least) {
        least = cost;
        best = v(row);
      }
    }
    return best;
  }

  /// The mean of the rows so far above and below one.
  private static double besides(double[] rows, int row, int nearest, int furthest) {
    double sum = 0;
    int count = 0;
    for (int away = nearest; away <= furthest; away++) {
      if (row - away >= 0) {
        sum += rows[row - away];
        count++;
      }
      if (row + away < rows.length) {
        sum += rows[row + away];
        count++;
      }
    }
    return sum / count;
  }

  /// The height of the mouth's corners: the darkest place near the line.
  private double corner(double line) {
    double u = 0.94 * MouthShape.HALF_WIDTH;
    double best = line;
    double least = Double.MAX_VALUE;
    for (int row = 0; row < ROWS; row++) {
      double v = v(row);
      double distance = v - line;
      double dark = brightness(-u, v) / 2 + brightness(u, v) / 2;
      double cost = dark + PENALTY * distance * distance;
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
    int all = 0;
    for (int i = -30; i <= 30; i++) {
      double u = i * WIDE / 30;
      int pixel = Pixels.rgb(pixel(u, v(row)));
      int r = (pixel >> 16) & 255;
      int g = (pixel >> 8) & 255;
      int b = pixel & 255;
      double redness = (r - g) / (r + g + 1.0);
      double light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
      wideRed[row] += redness;
      wideLuma[row] += light;
      all++;
      if (Math.abs(u) < NARROW) {
        int most = Math.max(r, Math.max(g, b));
        red[row] += redness;
        luma[row] += light;
        saturation[row] += (most - Math.min(r, Math.min(g, b))) / (most + 1.0);
        count++;
      }
    }
    wideRed[row] /= all;
    wideLuma[row] /= all;
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
