package app.photoplay.media;

/// How loud sound is and how to make it as loud as wanted, for mono sound at 48 kHz with samples
/// from -1 to 1.
///
/// Measured as ITU-R BS.1770-4 says: the K weighting of its tables 1 and 2, blocks of 400 ms every
/// 100 ms, an absolute gate at -70 LUFS and a relative one 10 LU under the mean. One channel is
/// counted once, as ffmpeg does.
public final class Loudness {
  public static final int SAMPLES_PER_SECOND = 48_000;

  private static final int STEP = SAMPLES_PER_SECOND / 10;
  private static final double ABSOLUTE_GATE = -70;
  private static final double RELATIVE_GATE = -10;

  /// b0, b1, b2, a1, a2 of the head's effect and of the low cut.
  private static final double[] SHELF = {
    1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
  };

  private static final double[] LOW_CUT = {1, -2, 1, -1.99004745483398, 0.99007225036621};

  /// The limiter sees a peak this many samples ahead (5 ms) and lets go of it as slowly.
  private static final int AHEAD = SAMPLES_PER_SECOND / 200;

  private Loudness() {}

  /// Integrated loudness in LUFS; negative infinity for silence and for less than 0.4 s.
  public static double of(double[] samples) {
    double[] weighted = filtered(filtered(samples, SHELF), LOW_CUT);
    int blocks = Math.max(0, weighted.length / STEP - 3);
    double[] power = new double[blocks];
    for (int block = 0; block < blocks; block++) {
      double sum = 0;
      for (int i = block * STEP; i < (block + 4) * STEP; i++) {
        sum += weighted[i] * weighted[i];
      }
      power[block] = sum / (4 * STEP);
    }
    double ungated = lufs(meanAbove(power, ABSOLUTE_GATE));
    return lufs(meanAbove(power, Math.max(ABSOLUTE_GATE, ungated + RELATIVE_GATE)));
  }

  /// The sound at the loudness that is asked for, its peaks lowered gently to the ceiling where
  /// they would go over it. Silence stays as it is.
  ///
  /// @param lufs integrated loudness to reach; met within 0.1 where the ceiling allows it
  /// @param ceiling largest sample in dBFS
  public static double[] levelled(double[] samples, double lufs, double ceiling) {
    double loudness = of(samples);
    double gain = lufs - loudness;
    if (Double.isInfinite(gain)) {
      return samples.clone();
    }
    double[] levelled = limited(samples, amplitude(gain), amplitude(ceiling));
    // Lowering peaks costs loudness; a few rounds of more gain bring it back.
    for (int round = 0; round < 5; round++) {
      double missing = lufs - of(levelled);
      if (Math.abs(missing) < 0.05) {
        break;
      }
      gain += missing;
      levelled = limited(samples, amplitude(gain), amplitude(ceiling));
    }
    return levelled;
  }

  /// Applies a gain and holds it down around each peak: the smallest gain that any sample nearby
  /// allows, averaged over the same time, never exceeds what a peak itself allows.
  private static double[] limited(double[] samples, double gain, double ceiling) {
    int length = samples.length;
    double[] allowed = new double[length];
    for (int i = 0; i < length; i++) {
      allowed[i] = Math.min(gain, ceiling / Math.max(Math.abs(samples[i]), 1e-9));
    }
    double[] held = new double[length];
    int lowest = -1;
    for (int i = 0; i < length; i++) {
      int from = Math.max(0, i - AHEAD);
      int to = Math.min(length - 1, i + AHEAD);
      if (lowest < from) {
        lowest = from;
        for (int j = from + 1; j <= to; j++) {
          lowest = allowed[j] <= allowed[lowest] ? j : lowest;
        }
      } else if (allowed[to] <= allowed[lowest]) {
        lowest = to;
      }
      held[i] = allowed[lowest];
    }
    double[] sums = new double[length + 1];
    for (int i = 0; i < length; i++) {
      sums[i + 1] = sums[i] + held[i];
    }
    double[] limited = new double[length];
    for (int i = 0; i < length; i++) {
      int from = Math.max(0, i - AHEAD);
      int to = Math.min(length, i + AHEAD + 1);
      limited[i] = samples[i] * (sums[to] - sums[from]) / (to - from);
    }
    return limited;
  }

  private static double[] filtered(double[] samples, double[] c) {
    double[] filtered = new double[samples.length];
    double z1 = 0;
    double z2 = 0;
    for (int i = 0; i < samples.length; i++) {
      double in = samples[i];
      double out = c[0] * in + z1;
      z1 = c[1] * in - c[3] * out + z2;
      z2 = c[2] * in - c[4] * out;
      filtered[i] = out;
    }
    return filtered;
  }

  private static double meanAbove(double[] power, double gate) {
    double sum = 0;
    int count = 0;
    for (double block : power) {
      if (lufs(block) > gate) {
        sum += block;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double lufs(double power) {
    return -0.691 + 10 * Math.log10(power);
  }

  private static double amplitude(double decibels) {
    return Math.pow(10, decibels / 20);
  }
}
