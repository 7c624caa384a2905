package app.photoplay.provider.local;

/// The mouth as it is in the photo, in the face's own coordinates.
///
/// @param corner height of the mouth's corners
/// @param upper inner edge of the upper lip, in the middle
/// @param lower inner edge of the lower lip, in the middle; equal to `upper` when the mouth is shut
/// @param lip mean colour of the lips, see [Pixels]
/// @param skinLeft mean colour of the skin beside the mouth, on the picture's left
/// @param skinRight the same on the right
record MouthShape(double corner, double upper, double lower, int lip, int skinLeft, int skinRight) {
  /// Half the width between the corners.
  static final double HALF_WIDTH = 0.45;

  private static final double BROADEST_SMILE = 0.16;

  /// Whether teeth (or the dark inside) are seen between the lips.
  boolean showsTeeth() {
    return lower > upper;
  }

  double gap() {
    return lower - upper;
  }

  /// How far the corners are above the middle, as they are in a smile.
  double smile() {
    return Math.clamp((upper + lower) / 2 - corner, 0, BROADEST_SMILE);
  }

  /// The height of a lip's inner edge; a parabola between the corners.
  double edge(double middle, double u) {
    double t = Math.min(1, Math.abs(u) / HALF_WIDTH);
    return corner + (middle - corner) * (1 - t * t);
  }
}
