package app.photoplay.media.sound;

import java.util.function.IntToDoubleFunction;

/// Makes sound louder without letting a peak over a ceiling: 5 ms before a peak the gain begins to
/// fall, and it rises as slowly after it.
///
/// The smallest gain that any sample nearby allows, averaged over the same time, never exceeds what
/// a peak itself allows.
public final class Limiter {
  /// Samples that it looks to either side.
  private static final int AHEAD = Loudness.SAMPLES_PER_SECOND / 200;

  private static final int WINDOW = 2 * AHEAD + 1;

  private Limiter() {}

  /// Takes the gain for one sample.
  public interface Gains {
    void take(int sample, double gain);
  }

  /// Tells the gain of every sample, in order.
  ///
  /// @param peaks the size of each sample, from 0
  /// @param gain wanted, as a factor
  /// @param ceiling that no size times its gain exceeds
  public static void run(
      int length, IntToDoubleFunction peaks, double gain, double ceiling, Gains gains) {
    // what may still become the smallest one: places in order, each allowing more than the one
    // before it
    int[] places = new int[WINDOW + 1];
    double[] allowed = new double[WINDOW + 1];
    int head = 0;
    int tail = 0;
    double[] held = new double[WINDOW];
    double sum = 0;
    int summed = 0;
    for (int at = 0; at < length + 2 * AHEAD; at++) {
      if (at < length) {
        double allows = Math.min(gain, ceiling / Math.max(peaks.applyAsDouble(at), 1e-9));
        while (tail > head && allowed[(tail - 1) % allowed.length] >= allows) {
          tail--;
        }
        places[tail % places.length] = at;
        allowed[tail++ % allowed.length] = allows;
      }
      int center = at - AHEAD;
      if (center >= WINDOW) {
        sum -= held[center % WINDOW];
        summed--;
      }
      if (center >= 0 && center < length) {
        while (places[head % places.length] < center - AHEAD) {
          head++;
        }
        held[center % WINDOW] = allowed[head % allowed.length];
        sum += held[center % WINDOW];
        summed++;
      }
      int out = center - AHEAD;
      if (out >= 0 && out < length) {
        gains.take(out, sum / summed);
      }
    }
  }
}
