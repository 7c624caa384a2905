package app.photoplay.provider.local;

/// Values at 200 Hz and how they are smoothed.
final class Smoothing {
  static final int RATE = 200;

  private Smoothing() {}

  /// A copy without sudden steps; the ends are held.
  ///
  /// @param sigmaMillis standard deviation of the Gaussian
  static float[] gaussian(float[] values, double sigmaMillis) {
    double sigma = sigmaMillis * RATE / 1000;
    int reach = (int) Math.ceil(3 * sigma);
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(-0.5 * Math.pow((i - reach) / sigma, 2));
      sum += weights[i];
    }
    float[] smooth = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      double total = 0;
      for (int k = 0; k < weights.length; k++) {
        total += weights[k] * values[Math.clamp(i + k - reach, 0, values.length - 1)];
      }
      smooth[i] = (float) (total / sum);
    }
    return smooth;
  }

  /// The value at a time, between its neighbours; the ends are held.
  static double at(float[] values, double seconds) {
    double at = Math.clamp(seconds * RATE, 0, values.length - 1);
    int i = Math.min((int) at, values.length - 2);
    return i < 0 ? values[0] : values[i] + (values[i + 1] - values[i]) * (at - i);
  }
}
