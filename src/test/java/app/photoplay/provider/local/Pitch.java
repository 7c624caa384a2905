package app.photoplay.provider.local;

import java.util.Arrays;

/// How high a voice is, for tests: the median of the strongest period between 70 and 450 Hz of its
/// loud tenths of a second, by autocorrelation.
final class Pitch {
  private static final int RATE = 48_000;
  private static final int WINDOW = 2_400;

  private Pitch() {}

  /// In hertz, of sound at 48 kHz.
  static double of(double[] samples) {
    return Arrays.stream(starts(samples))
        .mapToDouble(at -> at(samples, at))
        .sorted()
        .toArray()[starts(samples).length / 2];
  }

  private static int[] starts(double[] samples) {
    int count = samples.length / WINDOW - 1;
    double[] power = new double[count];
    for (int i = 0; i < count; i++) {
      for (int k = i * WINDOW; k < (i + 1) * WINDOW; k++) {
        power[i] += samples[k] * samples[k];
      }
    }
    double loud = Arrays.stream(power).sorted().toArray()[count * 6 / 10];
    return java.util.stream.IntStream.range(0, count)
        .filter(i -> power[i] > loud)
        .map(i -> i * WINDOW)
        .toArray();
  }

  private static double at(double[] samples, int from) {
    int best = 0;
    double most = 0;
    for (int lag = RATE / 450; lag < RATE / 70; lag++) {
      double sum = 0;
      for (int k = from; k < from + WINDOW && k + lag < samples.length; k += 2) {
        sum += samples[k] * samples[k + lag];
      }
      if (sum > most) {
        most = sum;
        best = lag;
      }
    }
    return (double) RATE / best;
  }
}
