package app.photoplay.provider.local;

/// Opens and shuts the lips: for every pixel around them, works out which pixel of the photo comes
/// there, and paints the inside where the lips part. What follows the lips (chin, cheeks) is moved
/// by [SkinWarp] afterwards. Shared by the drawing threads.
final class MouthWarp {
  /// Above it nothing moves.
  private static final double NOSE = -0.40;

  /// So far below its edge the skin still moves with the lower lip.
  private static final double BELOW_LIP = 0.60;

  private static final double LOWEST = 0.95;

  private static final double LIP_HEIGHT = 0.17;

  /// How far into the lip a pixel beside the opening looks, or the photo's teeth would fringe it.
  private static final double INTO_LIP = 0.022;

  /// Lips that are nearer than this touch.
  private static final double LEAST_GAP = 0.004;

  private final Plate plate;
  private final MouthShape mouth;
  final Patch patch;
  private final MouthInside inside;
  private final short[] columns;
  private final double sin;
  private final double cos;
  private final double feather;

  MouthWarp(Plate plate, FaceFrame face, MouthShape mouth) {
    this.plate = plate;
    this.mouth = mouth;
    this.patch = new Patch(plate, face, -Lips.REACH, NOSE, Lips.REACH, LOWEST);
    this.inside = new MouthInside(mouth);
    this.sin = 256 * face.sin() * face.scale();
    this.cos = 256 * face.cos() * face.scale();
    this.feather = Math.max(0.012, 1.1 / face.scale());
    columns = new short[patch.u.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = (short) Lips.index(patch.u[i]);
    }
  }

  /// Draws the whole patch.
  void draw(MouthPose pose, Lips lips, int[] target) {
    for (int y = 0; y < patch.height; y++) {
      int row = (patch.top + y) * plate.width() + patch.left;
      for (int x = 0; x < patch.width; x++) {
        int i = y * patch.width + x;
        int c = columns[i];
        double v = patch.v[i];
        double upper = lips.upper[c];
        double lower = lips.lower[c];
        boolean parted = lower - upper > LEAST_GAP;
        double edge = parted ? INTO_LIP + feather : 0;
        if (v > upper - edge && v < lower + edge) {
          target[row + x] = atOpening(pose, lips, c, x, y);
        } else {
          double shift = shift(lips, c, v);
          target[row + x] = shift == 0 ? plate.pixels()[row + x] : sample(x, y, -shift);
        }
      }
    }
  }

  /// How far the skin at a height has moved down.
  private static double shift(Lips lips, int c, double v) {
    double upper = lips.upper[c];
    double lower = lips.lower[c];
    if (v < (upper + lower) / 2) {
      double far = Pixels.smoothstep((upper - v) / LIP_HEIGHT);
      double shift = lips.upperShift[c] + (lips.upperSkin[c] - lips.upperShift[c]) * far;
      return shift * Pixels.smoothstep((v - NOSE) / (upper - NOSE));
    }
    double far = Pixels.smoothstep((v - lower) / LIP_HEIGHT);
    double shift = lips.lowerShift[c] + (lips.lowerSkin[c] - lips.lowerShift[c]) * far;
    return shift * (1 - Pixels.smoothstep((v - lower) / BELOW_LIP));
  }

  /// A pixel between the lips or at their edges.
  private int atOpening(MouthPose pose, Lips lips, int c, int x, int y) {
    double v = patch.v[y * patch.width + x];
    double upper = lips.upper[c];
    double lower = lips.lower[c];
    double gap = lower - upper;
    double upperSource = upper - lips.upperShift[c];
    double lowerSource = lower - lips.lowerShift[c];
    double own = lowerSource - upperSource;
    double moved = Math.abs(lips.lowerShift[c]) + Math.abs(lips.upperShift[c]);
    double into = INTO_LIP * Math.min(1, (gap + own) / 0.06) * Math.min(1, moved / 0.02);
    double source = v - shift(lips, c, v);
    double lipSource =
        v - upper < lower - v
            ? Math.min(source, upperSource - into)
            : Math.max(source, lowerSource + into);
    double cover =
        Pixels.smoothstep((v - upper) / feather * 0.5 + 0.5)
            * Pixels.smoothstep((lower - v) / feather * 0.5 + 0.5);
    if (moved < 1e-4) {
      return sample(x, y, 0);
    }
    int lip = sample(x, y, lipSource - v);
    if (cover <= 0) {
      return lip;
    }
    double depth = Math.max(0, v - upper);
    int paint;
    if (mouth.showsTeeth()) {
      // teeth belong to the skull: they stay where they are, and the lips move over them
      double pad = Math.min(0.012, own / 4);
      double seen = Math.max(upperSource + pad, Math.min(v, lowerSource - pad));
      double height = (v - upperSource) / Math.max(0.01, own);
      paint =
          inside.shown(
              pose, c, depth, gap, own, lips.lowerShift[c], sample(x, y, seen - v), height);
    } else {
      paint = inside.invented(pose, c, depth, gap);
    }
    return Pixels.mix(lip, paint, (int) (cover * 256));
  }

  /// The photo at a place so far below a pixel of the patch.
  private int sample(int x, int y, double dv) {
    int px = ((patch.left + x) << 8) - (int) (dv * sin);
    int py = ((patch.top + y) << 8) + (int) (dv * cos);
    px = Math.max(plate.left() << 8, Math.min(px, ((plate.right() - 1) << 8) - 1));
    py = Math.max(plate.top() << 8, Math.min(py, ((plate.bottom() - 1) << 8) - 1));
    return Pixels.sample(plate.pixels(), plate.width(), px, py);
  }
}
