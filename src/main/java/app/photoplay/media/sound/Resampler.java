package app.photoplay.media.sound;

/// Changes the rate of sound without aliases: band-limited interpolation with a Kaiser-windowed
/// sinc (J. O. Smith, Digital Audio Resampling).
public final class Resampler {
  /// Zero crossings of the kernel on each side.
  private static final int CROSSINGS = 24;

  /// Table entries between two zero crossings; in between is interpolated.
  private static final int STEPS = 256;

  /// Kaiser's beta: about 80 dB of attenuation.
  private static final double BETA = 8;

  /// The kernel passes this part of the band, which leaves room for its slope.
  private static final double PASS = 0.95;

  private static final double[] KERNEL = kernel();

  private Resampler() {}

  /// The same sound at another rate.
  ///
  /// @param from samples a second of `samples`
  /// @param to samples a second of the result
  public static double[] resampled(double[] samples, int from, int to) {
    if (from == to) {
      return samples.clone();
    }
    double[] result = new double[(int) ((long) samples.length * to / from)];
    double step = (double) from / to;
    double scale = Math.min(1, (double) to / from) * PASS;
    double reach = CROSSINGS / scale;
    for (int i = 0; i < result.length; i++) {
      double centre = i * step;
      int first = Math.max(0, (int) Math.ceil(centre - reach));
      int last = Math.min(samples.length - 1, (int) Math.floor(centre + reach));
      double sum = 0;
      for (int k = first; k <= last; k++) {
        double at = Math.abs(k - centre) * scale * STEPS;
        int index = (int) at;
        double part = at - index;
        sum += samples[k] * (KERNEL[index] + part * (KERNEL[index + 1] - KERNEL[index]));
      }
      result[i] = sum * scale;
    }
    return result;
  }

  private static double[] kernel() {
    double[] kernel = new double[CROSSINGS * STEPS + 2];
    kernel[0] = 1;
    for (int i = 1; i <= CROSSINGS * STEPS; i++) {
      double x = Math.PI * i / STEPS;
      double edge = (double) i / (CROSSINGS * STEPS);
      kernel[i] = Math.sin(x) / x * bessel(BETA * Math.sqrt(1 - edge * edge)) / bessel(BETA);
    }
    return kernel;
  }

  /// The modified Bessel function of the first kind and order 0, by its series.
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-12 * sum; k++) {
      term *= (x / 2 / k) * (x / 2 / k);
      sum += term;
    }
    return sum;
  }
}
