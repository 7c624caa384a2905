package app.photoplay.provider.local.scene;

/// A soft spot that shines on what is behind it: a star, a lit window's glow, a glint, a flame.
/// Places and lengths are parts of the plate's height.
///
/// @param layer it belongs to this layer and hides behind the later ones
/// @param wide how much wider than high
/// @param level brightness, 0 to 1
/// @param flicker how much of it comes and goes
/// @param hertz how often
/// @param phase when, 0 to 1
/// @param rise how far it goes up during one coming and going, fading; flames and embers
record Light(
    int layer,
    double x,
    double y,
    double radius,
    double wide,
    int colour,
    double level,
    double flicker,
    double hertz,
    double phase,
    double rise) {

  /// How bright it is at a time, 0 to 1.
  double level(double seconds) {
    if (rise > 0) {
      double part = part(seconds);
      return level * (1 - part) * Math.min(1, part * 6);
    }
    double turn = 2 * Math.PI * (hertz * seconds + phase);
    return level * (1 - flicker * (0.5 + 0.35 * Math.sin(turn) + 0.15 * Math.sin(2.7 * turn + 1)));
  }

  /// How far up it is.
  double lift(double seconds) {
    return rise > 0 ? rise * part(seconds) : 0;
  }

  private double part(double seconds) {
    double turns = hertz * seconds + phase;
    return turns - Math.floor(turns);
  }

  /// The same in a layer that has another number.
  Light at(int other) {
    return new Light(other, x, y, radius, wide, colour, level, flicker, hertz, phase, rise);
  }
}
