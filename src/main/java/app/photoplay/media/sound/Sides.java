package app.photoplay.media.sound;

/// Makes one channel of two. Usually it is their mean; but where a microphone's plug or a cable
/// turned one side around, the mean is silence, and one side alone is the voice.
final class Sides {
  /// Less than this share of the louder side's power is left in the mean where both cancel: a side
  /// that plays nothing leaves a quarter.
  private static final double CANCELLED = 0.1;

  /// So much of a recording's power must have been cancelled.
  private static final double TELLING = 0.1;

  private Sides() {}

  /// One channel.
  ///
  /// @param left is overwritten
  /// @param window samples that are judged together
  static double[] joined(double[] left, double[] right, int window) {
    double all = 0;
    double lost = 0;
    double lefts = 0;
    double rights = 0;
    for (int from = 0; from < left.length; from += window) {
      int to = Math.min(left.length, from + window);
      double leftPower = 0;
      double rightPower = 0;
      double product = 0;
      for (int i = from; i < to; i++) {
        leftPower += left[i] * left[i];
        rightPower += right[i] * right[i];
        product += left[i] * right[i];
      }
      double louder = Math.max(leftPower, rightPower);
      all += louder;
      lost += (leftPower + rightPower + 2 * product) / 4 < CANCELLED * louder ? louder : 0;
      lefts += leftPower;
      rights += rightPower;
    }
    if (lost > TELLING * all) {
      return lefts >= rights ? left : right;
    }
    for (int i = 0; i < left.length; i++) {
      left[i] = (left[i] + right[i]) / 2;
    }
    return left;
  }
}
