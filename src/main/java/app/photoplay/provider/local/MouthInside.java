package app.photoplay.provider.local;

/// The colours between parted lips: dark mouth, tongue and teeth.
final class MouthInside {
  /// Below this gap (in units of the face) only the lips' shadow is seen.
  private static final double SHADOW_GAP = 0.09;

  private final MouthShape mouth;
  private final double skin;
  private final int shadow;
  private final int tongue;

  MouthInside(MouthShape mouth) {
    this.mouth = mouth;
    this.skin = mouth.skin();
    this.shadow = Pixels.rgb(0.46 * skin, 0.25 * skin, 0.21 * skin);
    this.tongue = Pixels.rgb(0.66 * skin, 0.34 * skin, 0.33 * skin);
  }

  /// The inside of a mouth that is shut in the photo, so that everything is made up.
  ///
  /// @param u across the face
  /// @param depth below the upper lip's edge
  /// @param gap between the lips at this place
  int invented(double u, double depth, double gap) {
    int colour = dark(u, depth, gap);
    double band = Math.min(0.80 * gap, 0.072 + 0.10 * gap);
    double t = u / (0.86 * MouthShape.HALF_WIDTH);
    double side = 1 - Pixels.smoothstep((Math.abs(t) - 0.62) / 0.38);
    double tooth = side * (1 - Pixels.smoothstep((depth - 0.82 * band) / (0.3 * band)));
    if (tooth > 0) {
      // Teeth are lighter in their middle and darker in the shadow of the lip and to the sides.
      double wave = 0.965 + 0.035 * Math.cos(u * 2 * Math.PI / 0.105);
      double shade = 0.80 + 0.20 * Pixels.smoothstep(depth / (0.55 * band));
      double light = Math.min(228, 1.16 * skin) * wave * shade * (1 - 0.30 * t * t);
      int teeth = Pixels.rgb(light, 0.96 * light, 0.88 * light);
      colour = Pixels.mix(colour, teeth, (int) (tooth * 256));
    }
    double visible = Pixels.smoothstep(gap / SHADOW_GAP);
    return Pixels.mix(shadow, colour, (int) (visible * 256));
  }

  /// The inside of a mouth that shows teeth in the photo: they hang from the upper lip.
  ///
  /// @param teeth the photo's pixel that hangs here
  /// @param height how far down the photo's gap that pixel is, 0 to 1 and beyond
  int shown(double u, double depth, double gap, int teeth, double height) {
    double own = Math.max(0.02, mouth.edge(mouth.lower(), u) - mouth.edge(mouth.upper(), u));
    double widened = Pixels.smoothstep((gap - own) / 0.05);
    double hidden = widened * Pixels.smoothstep((height - 0.50) / 0.42);
    int colour = Pixels.mix(teeth, dark(u, depth, gap), (int) (hidden * 256));
    double pressed = Pixels.smoothstep((gap / own - 0.12) / 0.38);
    return Pixels.mix(shadow, colour, (int) (pressed * 256));
  }

  private int dark(double u, double depth, double gap) {
    double down = Math.clamp(depth / gap, 0, 1);
    double light = skin * (0.15 + 0.17 * down);
    int colour = Pixels.rgb(1.35 * light, 0.55 * light, 0.52 * light);
    double across = u / (0.62 * MouthShape.HALF_WIDTH);
    double below = (down - 1.08) / 0.46;
    double inTongue = 1 - (across * across + below * below);
    double visible = Pixels.smoothstep((gap - 0.10) / 0.10) * Pixels.smoothstep(inTongue / 0.5);
    return Pixels.mix(colour, tongue, (int) (0.75 * visible * 256));
  }
}
