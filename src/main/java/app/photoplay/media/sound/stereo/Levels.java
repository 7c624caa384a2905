package app.photoplay.media.sound.stereo;

import app.photoplay.media.sound.Limiter;
import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.LoudnessMeter;
import app.photoplay.media.sound.TruePeak;

/// Brings a whole film's sound to its loudness, peaks between the samples included.
final class Levels {
  private static final int ROUNDS = 6;
  private static final double CLOSE = 0.05;

  /// No sound is ever raised by more, so that the noise of a nearly silent film stays noise.
  private static final double MOST_GAIN = 40;

  private Levels() {}

  /// Changes the sound in place. Silence stays as it is.
  ///
  /// @param lufs to reach
  /// @param ceiling of the true peak in dBTP
  static void bring(Sound sound, double lufs, double ceiling) {
    double loudness = sound.loudness();
    if (Double.isInfinite(loudness)) {
      return;
    }
    float[] peaks = peaks(sound);
    double most = Loudness.amplitude(ceiling);
    double gain = Math.min(MOST_GAIN, lufs - loudness);
    // Lowering peaks costs loudness; a few rounds of more gain bring it back.
    for (int round = 0; round < ROUNDS; round++) {
      double missing = lufs - limited(sound, peaks, Loudness.amplitude(gain), most);
      if (Math.abs(missing) < CLOSE || gain + missing > MOST_GAIN) {
        break;
      }
      gain += missing;
    }
    Limiter.run(
        peaks.length,
        i -> peaks[i],
        Loudness.amplitude(gain),
        most,
        (i, held) -> {
          sound.left()[i] *= (float) held;
          sound.right()[i] *= (float) held;
        });
  }

  /// How loud it would be.
  private static double limited(Sound sound, float[] peaks, double gain, double ceiling) {
    LoudnessMeter meter = new LoudnessMeter(2);
    double[] both = new double[2];
    Limiter.run(
        peaks.length,
        i -> peaks[i],
        gain,
        ceiling,
        (i, held) -> {
          both[0] = sound.left()[i] * held;
          both[1] = sound.right()[i] * held;
          meter.add(both);
        });
    return meter.lufs();
  }

  private static float[] peaks(Sound sound) {
    float[] peaks = new float[sound.length()];
    for (int i = 0; i < peaks.length; i++) {
      peaks[i] = (float) Math.max(TruePeak.at(sound.left(), i), TruePeak.at(sound.right(), i));
    }
    return peaks;
  }
}
