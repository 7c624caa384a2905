package app.photoplay.provider.local;

/// The mouth as it is in the photo, in the face's own coordinates.
///
/// @param corner height of the mouth's corners
/// @param upper inner edge of the upper lip, in the middle
/// @param lower inner edge of the lower lip, in the middle; equal to `upper` when the mouth is shut
/// @param skin mean brightness of the skin around, 0 to 255
record MouthShape(double corner, double upper, double lower, double skin) {
  /// Half the width between the corners.
  static final double HALF_WIDTH = 0.45;

  /// Whether teeth (or the dark inside) are seen between the lips.
  boolean showsTeeth() {
    return lower > upper;
  }

  double gap() {
    return lower - upper;
  }

  /// The height of a lip's inner edge; a parabola between the corners.
  double edge(double middle, double u) {
    double t = Math.min(1, Math.abs(u) / HALF_WIDTH);
    return corner + (middle - corner) * (1 - t * t);
  }
}
