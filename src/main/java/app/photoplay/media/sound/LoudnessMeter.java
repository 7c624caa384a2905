package app.photoplay.media.sound;

import java.util.Arrays;

/// Measures sound piece by piece: integrated loudness as ITU-R BS.1770-4 says (the K weighting of
/// its tables 1 and 2, blocks of 400 ms every 100 ms, an absolute gate at -70 LUFS and a relative
/// one 10 LU under the mean), at 48 kHz, every channel counted with weight 1. Not thread-safe.
public final class LoudnessMeter {
  private static final int STEP = Loudness.SAMPLES_PER_SECOND / 10;
  private static final double ABSOLUTE_GATE = -70;
  private static final double RELATIVE_GATE = -10;

  /// b0, b1, b2, a1, a2 of the head's effect and of the low cut.
  private static final double[] SHELF = {
    1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
  };

  private static final double[] LOW_CUT = {1, -2, 1, -1.99004745483398, 0.99007225036621};

  /// Two memories for each filter of each channel.
  private final double[] memory;

  private double[] steps = new double[64];
  private int count;
  private double sum;
  private int summed;

  public LoudnessMeter(int channels) {
    memory = new double[4 * channels];
  }

  /// Takes the next sample of every channel, from -1 to 1.
  public void add(double... channels) {
    for (int c = 0; c < channels.length; c++) {
      double weighted = filtered(filtered(channels[c], SHELF, 4 * c), LOW_CUT, 4 * c + 2);
      sum += weighted * weighted;
    }
    if (++summed == STEP) {
      if (count == steps.length) {
        steps = Arrays.copyOf(steps, 2 * count);
      }
      steps[count++] = sum;
      sum = 0;
      summed = 0;
    }
  }

  /// Integrated loudness so far in LUFS; negative infinity for silence and for less than 0.4 s.
  public double lufs() {
    double[] power = new double[Math.max(0, count - 3)];
    for (int block = 0; block < power.length; block++) {
      for (int i = block; i < block + 4; i++) {
        power[block] += steps[i] / (4 * STEP);
      }
    }
    double ungated = lufs(meanAbove(power, ABSOLUTE_GATE));
    return lufs(meanAbove(power, Math.max(ABSOLUTE_GATE, ungated + RELATIVE_GATE)));
  }

  private double filtered(double in, double[] c, int at) {
    double out = c[0] * in + memory[at];
    memory[at] = c[1] * in - c[3] * out + memory[at + 1];
    memory[at + 1] = c[2] * in - c[4] * out;
    return out;
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
}
