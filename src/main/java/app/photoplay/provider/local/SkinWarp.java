package app.photoplay.provider.local;

/// Where the skin goes that follows lips and brows: chin, cheeks, the mouth's corners, the brows.
/// Smooth everywhere, so that the coarse mesh of [HeadWarp] is fine enough for it.
///
/// One moment of it; one for each drawing thread. All lengths in units of the face.
final class SkinWarp {
  private static final double CHIN = 0.78;
  private static final double NECK = 1.45;
  private static final double REACH_ACROSS = 1.3;

  /// Beyond these heights nothing moves here.
  static final double HIGHEST = -2.05;

  static final double LOWEST = NECK;

  /// A smile's corners come down by this part of their height, and inwards, in speech.
  private static final double RELAXED = 0.55;

  private static final double BROW = -FaceFrame.MOUTH_BELOW_EYES - 0.30;
  private static final double BROW_LIFT = 0.050;

  /// Entries of the tables for a length of 1.
  private static final int FINE = 1024;

  private static final float[] WIDTH_ACROSS = new float[(int) (REACH_ACROSS * FINE) + 2];
  private static final float[] CHIN_ACROSS = new float[WIDTH_ACROSS.length];
  private static final float[] WIDTH_DOWN = new float[(int) (1.3 * FINE) + 2];

  static {
    for (int i = 0; i < WIDTH_ACROSS.length; i++) {
      double u = (double) i / FINE;
      double edge = Pixels.smoothstep((REACH_ACROSS - u) / 0.5);
      WIDTH_ACROSS[i] = (float) (Math.exp(-u * u / 0.42) * edge);
      CHIN_ACROSS[i] = (float) (Math.exp(-u * u / 0.5) * edge);
    }
    for (int i = 0; i < WIDTH_DOWN.length; i++) {
      double v = (double) i / FINE;
      WIDTH_DOWN[i] = (float) (Math.exp(-v * v / 0.11) * Pixels.smoothstep((1.3 - v) / 0.3));
    }
  }

  private final MouthShape mouth;
  private final Lips lips;
  private double widening;
  private double relaxed;
  private double cheeks;
  private double brows;

  SkinWarp(MouthShape mouth, Lips lips) {
    this.mouth = mouth;
    this.lips = lips;
  }

  /// @param brows how far they are lifted, 0 to 1
  void place(MouthPose pose, double brows) {
    widening = 0.07 * pose.spread() - 0.30 * pose.round() - 0.05 * pose.open() * pose.active();
    relaxed = RELAXED * mouth.smile() * pose.sober();
    cheeks = pose.open() * pose.active();
    this.brows = BROW_LIFT * brows;
  }

  static boolean reaches(double u, double v) {
    return v > HIGHEST && v < LOWEST && u > -REACH_ACROSS && u < REACH_ACROSS;
  }

  /// How far beside a place the skin comes from that is seen there.
  double across(double u, double v) {
    double middle = (mouth.upper() + mouth.lower()) / 2;
    double side = Math.abs(u);
    double weight = at(WIDTH_ACROSS, side) * at(WIDTH_DOWN, Math.abs(v - middle));
    double moved = side / (1 + widening * weight) - side;
    moved += 0.7 * relaxed * corner(side, v);
    moved += 0.022 * cheeks * bump((side - 0.75) / 0.45, (v - 0.05) / 0.55);
    return u < 0 ? -moved : moved;
  }

  /// How far below a place the skin comes from that is seen there.
  double down(double u, double v) {
    double side = Math.abs(u);
    double moved = -jaw(u, side, v);
    moved -= relaxed * corner(side, v);
    moved -= 0.35 * relaxed * bump((side - 0.62) / 0.42, (v + 0.32) / 0.36);
    if (brows > 0 && v < BROW + 0.2) {
      moved += brows * brow(side, v);
    }
    return moved;
  }

  /// The chin goes with the lower lip, and the skin between them; the neck stays.
  private double jaw(double u, double side, double v) {
    double lower = lips.lower[Lips.index(u)];
    if (v <= lower) {
      return 0;
    }
    double chinAt = CHIN + lips.chin;
    double part =
        v < chinAt
            ? Pixels.smoothstep((v - lower) / (chinAt - lower))
            : 1 - Pixels.smoothstep((v - chinAt) / (NECK - chinAt));
    return lips.chin * at(CHIN_ACROSS, side) * part;
  }

  private double corner(double side, double v) {
    return bump((side - MouthShape.HALF_WIDTH) / 0.30, (v - mouth.corner()) / 0.28);
  }

  private static double brow(double side, double v) {
    double up = v < BROW ? (BROW - v) / (BROW - HIGHEST) : (v - BROW) / 0.18;
    double out = Pixels.smoothstep((1.05 - side) / 0.4) * (0.65 + 0.35 * Math.min(1, side / 0.4));
    return out * (1 - Pixels.smoothstep(up));
  }

  private static double bump(double x, double y) {
    double left = 1 - x * x - y * y;
    return left <= 0 ? 0 : left * left;
  }

  private static double at(float[] table, double where) {
    int index = (int) (where * FINE);
    return index < table.length ? table[index] : 0;
  }
}
