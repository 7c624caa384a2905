package app.photoplay.media.sound;

/// The size of sound between its samples: four times oversampled by the filter of ITU-R BS.1770-4,
/// annex 2.
public final class TruePeak {
  private static final int TAPS = 12;

  /// Phases 0 and 1; phases 3 and 2 are the same backwards.
  private static final double[][] PHASES = {
    {
      0.0017089843750, 0.0109863281250, -0.0196533203125, 0.0332031250000, -0.0594482421875,
      0.1373291015625, 0.9721679687500, -0.1022949218750, 0.0476074218750, -0.0266113281250,
      0.0148925781250, -0.0083007812500
    },
    {
      -0.0291748046875, 0.0292968750000, -0.0517578125000, 0.0891113281250, -0.1665039062500,
      0.4650878906250, 0.7797851562500, -0.2003173828125, 0.1015625000000, -0.0582275390625,
      0.0330810546875, -0.0189208984375
    }
  };

  private TruePeak() {}

  /// The largest size at and around a sample.
  public static double at(float[] samples, int sample) {
    double peak = Math.abs(samples[sample]);
    int first = sample - TAPS / 2;
    if (first < 0 || first + TAPS > samples.length) {
      return peak;
    }
    for (double[] phase : PHASES) {
      double forth = 0;
      double back = 0;
      for (int i = 0; i < TAPS; i++) {
        forth += phase[i] * samples[first + i];
        back += phase[TAPS - 1 - i] * samples[first + i];
      }
      peak = Math.max(peak, Math.max(Math.abs(forth), Math.abs(back)));
    }
    return peak;
  }

  /// The largest size of all, as a factor of full scale.
  public static double of(float[] samples) {
    double peak = 0;
    for (int i = 0; i < samples.length; i++) {
      peak = Math.max(peak, at(samples, i));
    }
    return peak;
  }
}
