package app.photoplay.provider.local;

import java.util.ArrayList;
import java.util.List;

/// Finds clicks: a bend of the wave that is far sharper than any other within 6 ms, longer than a
/// period of the voices' pitch, so that the pulses of a voice are no clicks.
final class ClickMeter {
  private static final int BLOCK = 24;
  private static final int AROUND = 12;

  /// Softer ones nobody hears: -40 dB of full scale.
  private static final double LEAST = 0.01;

  /// Speech itself reaches 4 at the onset of a voice.
  private static final double TIMES = 4.2;

  private ClickMeter() {}

  /// Where they are, in milliseconds.
  ///
  /// @param samples 48 kHz, mono
  static List<Double> clicks(double[] samples) {
    double[] bends = bends(samples);
    List<Double> clicks = new ArrayList<>();
    for (int i = AROUND; i < bends.length - AROUND; i++) {
      if (bends[i] > LEAST && bends[i] > TIMES * around(bends, i)) {
        clicks.add(i * BLOCK / 48.0);
      }
    }
    return clicks;
  }

  /// The sharpest bend of each half millisecond.
  private static double[] bends(double[] samples) {
    double[] sharpest = new double[Math.max(0, samples.length - 2) / BLOCK];
    for (int i = 0; i < sharpest.length * BLOCK; i++) {
      double bend = Math.abs(samples[i + 2] - 2 * samples[i + 1] + samples[i]);
      sharpest[i / BLOCK] = Math.max(sharpest[i / BLOCK], bend);
    }
    return sharpest;
  }

  private static double around(double[] bends, int at) {
    double most = 0;
    for (int i = at - AROUND; i <= at + AROUND; i++) {
      if (Math.abs(i - at) > 1) {
        most = Math.max(most, bends[i]);
      }
    }
    return most + 1e-4;
  }
}
