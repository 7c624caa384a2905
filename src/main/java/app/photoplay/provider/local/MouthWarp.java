package app.photoplay.provider.local;

/// Opens and shuts the mouth: for every pixel around it, works out which pixel of the photo comes
/// there, and paints the inside where the lips part. Shared by the drawing threads; each brings its
/// own [Columns].
///
/// Down the face the picture is held at fixed heights (nose, neck) and moved at others (both lips'
/// inner edges, lower lip, chin), with smooth steps in between.
final class MouthWarp {
  private static final double NOSE = -0.40;
  private static final double LIP = 0.17;
  private static final double CHIN = 0.78;
  private static final double NECK = 1.45;
  private static final double REACH_ACROSS = 1.3;

  /// How far into the lip a pixel beside the opening looks, or the photo's teeth would fringe it.
  private static final double INTO_LIP = 0.022;

  private static final double WIDEST_GAP = 0.25;

  /// A mouth that shows its teeth in the photo opens by this more than it does there.
  private static final double WIDER = 0.17;

  /// Such a mouth has less dark to show, so that it opens early: the power of the opening.
  private static final double EAGERNESS = 0.65;

  /// Lips that are nearer than this touch.
  private static final double LEAST_GAP = 0.004;

  private final Plate plate;
  private final MouthShape mouth;
  private final Patch patch;
  private final MouthInside inside;
  private final double scale;
  private final double cos;
  private final double sin;
  private final float[] widthWeight;

  MouthWarp(Plate plate, FaceFrame face, MouthShape mouth) {
    this.plate = plate;
    this.mouth = mouth;
    this.scale = face.scale();
    this.cos = face.cos();
    this.sin = face.sin();
    this.patch = new Patch(plate, face, -REACH_ACROSS, NOSE - 0.15, REACH_ACROSS, NECK);
    this.inside = new MouthInside(mouth);
    this.widthWeight = new float[patch.u.length];
    for (int i = 0; i < widthWeight.length; i++) {
      double u = patch.u[i];
      double v = patch.v[i] - (mouth.upper() + mouth.lower()) / 2;
      double weight = Math.exp(-(u * u / 0.55 + v * v / 0.16));
      // nothing may be left of it at the patch's edge
      widthWeight[i] = (float) (weight * Pixels.smoothstep((REACH_ACROSS - Math.abs(u)) / 0.5));
    }
  }

  /// The heights of one moment for each distance from the middle, looked up by u. One for each
  /// drawing thread.
  static final class Columns {
    private static final int COUNT = 1024;

    private final float[] upper = new float[COUNT];
    private final float[] lower = new float[COUNT];
    private final float[] upperMove = new float[COUNT];
    private final float[] lowerMove = new float[COUNT];
    private final float[] lipMove = new float[COUNT];
    private final float[] chinMove = new float[COUNT];

    private static int index(double u) {
      int index = (int) ((u + REACH_ACROSS) * (COUNT / (2 * REACH_ACROSS)));
      return Math.max(0, Math.min(index, COUNT - 1));
    }

    private static double u(int index) {
      return (index + 0.5) * (2 * REACH_ACROSS / COUNT) - REACH_ACROSS;
    }
  }

  /// How far apart the lips are for an opening from 0 to 1.
  private double gap(double open) {
    if (!mouth.showsTeeth()) {
      return WIDEST_GAP * open;
    }
    double pressed = 0.10 * mouth.gap();
    double opened = Math.pow(open, EAGERNESS);
    return pressed + opened * (Math.max(mouth.gap(), 0.08) + WIDER - pressed);
  }

  private void prepare(Columns columns, double open, double wide) {
    double change = gap(open) - mouth.gap();
    boolean opening = change >= 0;
    double lowerMove = change * (opening ? 0.86 : 0.72);
    double upperMove = change * (opening ? 0.14 : 0.28);
    double chinMove = lowerMove * (opening ? 0.72 : 0.45);
    double half =
        mouth.showsTeeth()
            ? MouthShape.HALF_WIDTH
            : MouthShape.HALF_WIDTH * (0.60 + 0.30 * open + 0.10 * Math.max(0, wide));
    for (int i = 0; i < Columns.COUNT; i++) {
      double u = Columns.u(i);
      double t = Math.min(1, Math.abs(u) / half);
      double lip = Math.pow(1 - t * t, 0.7);
      double chin = Math.exp(-u * u / 0.5) * Pixels.smoothstep((REACH_ACROSS - Math.abs(u)) / 0.4);
      columns.upperMove[i] = (float) (-upperMove * lip);
      columns.lowerMove[i] = (float) (lowerMove * lip);
      columns.upper[i] = (float) (mouth.edge(mouth.upper(), u) - upperMove * lip);
      columns.lower[i] = (float) (mouth.edge(mouth.lower(), u) + lowerMove * lip);
      columns.chinMove[i] = (float) (chinMove * chin);
      columns.lipMove[i] = (float) (0.55 * lowerMove * lip + 0.42 * lowerMove * chin);
    }
  }

  /// Draws the whole patch.
  ///
  /// @param open 0 to 1
  /// @param wide -1 (round) to 1 (spread)
  void draw(double open, double wide, Columns columns, int[] target) {
    prepare(columns, open, wide);
    double spread = (wide > 0 ? 0.08 : 0.20) * wide - 0.05 * open;
    double feather = Math.max(0.012, 1.1 / scale);
    for (int y = 0; y < patch.height; y++) {
      int row = (patch.top + y) * plate.width() + patch.left;
      for (int x = 0; x < patch.width; x++) {
        int i = y * patch.width + x;
        double u = patch.u[i];
        double v = patch.v[i];
        double from = u / (1 + spread * widthWeight[i]);
        int c = Columns.index(from);
        double upper = columns.upper[c];
        double lower = columns.lower[c];
        boolean parted = lower - upper > LEAST_GAP;
        if (parted && v > upper - INTO_LIP - feather && v < lower + INTO_LIP + feather) {
          target[row + x] = atOpening(columns, c, x, y, from, feather);
        } else {
          double shift = shift(columns, c, v, upper, lower);
          target[row + x] = sample(x, y, from - u, -shift);
        }
      }
    }
  }

  /// A pixel between the lips or at their edges.
  private int atOpening(Columns columns, int c, int x, int y, double from, double feather) {
    double du = from - patch.u[y * patch.width + x];
    double v = patch.v[y * patch.width + x];
    double upper = columns.upper[c];
    double lower = columns.lower[c];
    double gap = lower - upper;
    double upperSource = upper - columns.upperMove[c];
    double lowerSource = lower - columns.lowerMove[c];
    double into = INTO_LIP * Math.min(1, (gap + lowerSource - upperSource) / 0.06);
    double lipSource =
        v - upper < lower - v
            ? Math.min(v - shift(columns, c, v, upper, lower), upperSource - into)
            : Math.max(v - shift(columns, c, v, upper, lower), lowerSource + into);
    double cover =
        Pixels.smoothstep((v - upper) / feather * 0.5 + 0.5)
            * Pixels.smoothstep((lower - v) / feather * 0.5 + 0.5);
    int lip = sample(x, y, du, lipSource - v);
    if (cover <= 0) {
      return lip;
    }
    double depth = Math.max(0, v - upper);
    int paint;
    if (mouth.showsTeeth()) {
      double own = Math.max(1e-3, lowerSource - upperSource);
      double height = gap < own ? depth / gap : depth / own;
      int teeth = sample(x, y, du, upperSource + Math.min(1, height) * own - v);
      paint = inside.shown(from, depth, gap, teeth, height);
    } else {
      paint = inside.invented(from, depth, gap);
    }
    return Pixels.mix(lip, paint, (int) (cover * 256));
  }

  /// How far down the picture has moved at this height.
  private static double shift(Columns columns, int c, double v, double upper, double lower) {
    if (v <= upper) {
      return columns.upperMove[c] * Pixels.smoothstep((v - NOSE) / (upper - NOSE));
    }
    double lipAt = lower + LIP;
    double lipMove = columns.lipMove[c];
    if (v <= lipAt) {
      double lowerMove = columns.lowerMove[c];
      return lowerMove + (lipMove - lowerMove) * Pixels.smoothstep((v - lower) / LIP);
    }
    double chinMove = columns.chinMove[c];
    double chinAt = CHIN + chinMove;
    if (v <= chinAt) {
      return lipMove + (chinMove - lipMove) * Pixels.smoothstep((v - lipAt) / (chinAt - lipAt));
    }
    return chinMove * (1 - Pixels.smoothstep((v - chinAt) / (NECK - chinAt)));
  }

  /// The photo at a place near a pixel of the patch.
  ///
  /// @param du how far beside, in the face's coordinates
  /// @param dv how far below
  private int sample(int x, int y, double du, double dv) {
    int px = (int) ((patch.left + x + (du * cos - dv * sin) * scale) * 256);
    int py = (int) ((patch.top + y + (du * sin + dv * cos) * scale) * 256);
    px = Math.max(plate.left() << 8, Math.min(px, ((plate.right() - 1) << 8) - 1));
    py = Math.max(plate.top() << 8, Math.min(py, ((plate.bottom() - 1) << 8) - 1));
    return Pixels.sample(plate.pixels(), plate.width(), px, py);
  }
}
