package app.photoplay.media.sound;

/// How loud sound is and how to make it as loud as wanted, for mono sound at 48 kHz with samples
/// from -1 to 1.
///
/// Measured by a [LoudnessMeter]; one channel is counted once, as ffmpeg does.
public final class Loudness {
  public static final int SAMPLES_PER_SECOND = 48_000;

  private Loudness() {}

  /// Integrated loudness in LUFS; negative infinity for silence and for less than 0.4 s.
  public static double of(double[] samples) {
    LoudnessMeter meter = new LoudnessMeter(1);
    double[] one = new double[1];
    for (double sample : samples) {
      one[0] = sample;
      meter.add(one);
    }
    return meter.lufs();
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

  private static double[] limited(double[] samples, double gain, double ceiling) {
    double[] limited = new double[samples.length];
    Limiter.run(
        samples.length,
        i -> Math.abs(samples[i]),
        gain,
        ceiling,
        (i, held) -> limited[i] = samples[i] * held);
    return limited;
  }

  /// The factor that stands for so many decibels.
  public static double amplitude(double decibels) {
    return Math.pow(10, decibels / 20);
  }
}
