package app.photoplay.provider.local;

/// The colours between parted lips: dark mouth, tongue and teeth, all made from the colours of the
/// lips and of the skin beside them, so that they are lit as the face is and grey in a grey photo.
final class MouthInside {
  /// Below this gap (in units of the face) only the lips' shadow is seen.
  private static final double SHADOW_GAP = 0.075;

  private static final double TOOTH_WIDTH = 0.105;

  private final int[] shadow = new int[Lips.COUNT];
  private final int[] deep = new int[Lips.COUNT];
  private final int[] near = new int[Lips.COUNT];
  private final int[] tongue = new int[Lips.COUNT];
  private final int[] teeth = new int[Lips.COUNT];
  private final float[] side = new float[Lips.COUNT];

  MouthInside(MouthShape mouth) {
    double mean = (Pixels.light(mouth.skinLeft()) + Pixels.light(mouth.skinRight())) / 2.0 - 16;
    for (int i = 0; i < Lips.COUNT; i++) {
      double u = Lips.u(i);
      double across = 0.5 + u / (2 * MouthShape.HALF_WIDTH);
      int skin =
          Pixels.mix(mouth.skinLeft(), mouth.skinRight(), (int) (256 * Math.clamp(across, 0, 1)));
      double lit = (Pixels.light(skin) - 16) / Math.max(1, mean);
      double t = u / (0.86 * MouthShape.HALF_WIDTH);
      side[i] = (float) (1 - Pixels.smoothstep((Math.abs(t) - 0.62) / 0.38));
      double wave = 0.96 + 0.04 * Math.cos(u * 2 * Math.PI / TOOTH_WIDTH);
      teeth[i] = Pixels.lit(skin, 1.18 * wave * (1 - 0.30 * t * t), 0.42);
      shadow[i] = Pixels.lit(mouth.lip(), 0.36 * lit, 2.2);
      deep[i] = Pixels.lit(mouth.lip(), 0.09 * lit, 3);
      near[i] = Pixels.lit(mouth.lip(), 0.24 * lit, 2.6);
      tongue[i] = Pixels.lit(mouth.lip(), 0.72 * lit, 1.1);
    }
  }

  /// The inside of a mouth that is shut in the photo, so that everything is made up.
  ///
  /// @param column see [Lips]
  /// @param depth below the upper lip's edge
  /// @param gap between the lips at this place
  int invented(MouthPose pose, int column, double depth, double gap) {
    int colour = dark(column, depth, gap);
    double band = Math.min(0.62 * gap, 0.062 + 0.08 * gap);
    band += pose.tuck() * Math.max(0, 1.2 * gap - band);
    double tooth =
        side[column]
            * (1 - 0.6 * pose.round())
            * (1 - Pixels.smoothstep((depth - 0.82 * band) / (0.3 * band)));
    if (tooth > 0) {
      // Teeth are darker in the shadow of the lip.
      double shade = 0.86 + 0.14 * Pixels.smoothstep(depth / (0.55 * band));
      int lit = Pixels.mix(shadow[column], teeth[column], (int) (shade * 256));
      colour = Pixels.mix(colour, lit, (int) (tooth * 256));
    }
    double visible = Math.max(Pixels.smoothstep(gap / SHADOW_GAP), 0.85 * pose.tuck());
    return Pixels.mix(shadow[column], colour, (int) (visible * 256));
  }

  /// The inside of a mouth that shows teeth in the photo: the lips slide over them.
  ///
  /// @param own gap between the lips at this place in the photo
  /// @param opened how far the lower lip is below its place in the photo
  /// @param shown the photo's pixel that is seen here
  /// @param height how far down the photo's gap it is, 0 to 1 and beyond
  int shown(
      MouthPose pose,
      int column,
      double depth,
      double gap,
      double own,
      double opened,
      int shown,
      double height) {
    // the lower part of the teeth is behind the lip's shadow when the mouth opens wider or rounds
    double wider = Pixels.smoothstep(opened / 0.045);
    double round = pose.round();
    double hidden =
        Math.max(
            wider * Pixels.smoothstep((height - 0.50) / 0.42),
            Pixels.smoothstep(2 * round) * Pixels.smoothstep((height - 1.1 + 0.9 * round) / 0.35));
    int shaded = Pixels.mix(shown, deep[column], (int) (0.18 * round * 256));
    int colour = Pixels.mix(shaded, dark(column, depth, gap), (int) (hidden * 256));
    double pressed = Pixels.smoothstep((gap / Math.max(0.02, own) - 0.12) / 0.38);
    double visible = 1 - (1 - Math.max(pressed, 0.9 * pose.tuck())) * pose.active();
    return Pixels.mix(shadow[column], colour, (int) (visible * 256));
  }

  private int dark(int column, double depth, double gap) {
    double down = Math.clamp(depth / gap, 0, 1);
    int colour = Pixels.mix(deep[column], near[column], (int) (down * 256));
    double across = Lips.u(column) / (0.62 * MouthShape.HALF_WIDTH);
    double below = (down - 1.08) / 0.46;
    double inTongue = 1 - (across * across + below * below);
    double visible = Pixels.smoothstep((gap - 0.10) / 0.10) * Pixels.smoothstep(inTongue / 0.5);
    return Pixels.mix(colour, tongue[column], (int) (0.75 * visible * 256));
  }
}
