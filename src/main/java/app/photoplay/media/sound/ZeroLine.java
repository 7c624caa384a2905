package app.photoplay.media.sound;

import java.util.Arrays;

/// Takes out of a recording what is no sound: an offset of cheap sound cards, which may drift, and
/// wind too low to be heard. It would pass for something loud, and leave no room for the voice.
final class ZeroLine {
  /// Slower than this nobody speaks.
  private static final int WINDOWS_PER_SECOND = 20;

  /// Hertz below which it is taken out.
  private static final double EDGE = 15;

  /// A recording with less of it to its whole is left as it is.
  private static final double TELLING = 0.15;

  private ZeroLine() {}

  /// Restores the line, if it is off.
  static void restore(double[] samples, int rate) {
    int window = Math.max(1, rate / WINDOWS_PER_SECOND);
    double slow = 0;
    double all = 0;
    for (int from = 0; from < samples.length; from += window) {
      int to = Math.min(samples.length, from + window);
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += samples[i];
        all += samples[i] * samples[i];
      }
      slow += sum * sum / (to - from);
    }
    if (slow <= TELLING * TELLING * all) {
      return;
    }
    double mean = Arrays.stream(samples).sum() / samples.length;
    double keep = Math.exp(-2 * Math.PI * EDGE / rate);
    double line = settled(samples, mean, keep);
    for (int i = 0; i < samples.length; i++) {
      line += (1 - keep) * (samples[i] - line);
      samples[i] -= line;
    }
  }

  /// Where the line is when the recording begins: followed backwards from its first half second, so
  /// that nothing clicks.
  private static double settled(double[] samples, double mean, double keep) {
    double line = mean;
    for (int i = Math.min(samples.length, (int) (5 / (1 - keep))) - 1; i >= 0; i--) {
      line += (1 - keep) * (samples[i] - line);
    }
    return line;
  }
}
