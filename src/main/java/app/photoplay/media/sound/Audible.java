package app.photoplay.media.sound;

import java.util.Arrays;

/// Whether something is to be heard in a recording. Very quiet ones are made louder before anybody
/// measures in them: a microphone that was far away, or a recorder with its level turned down.
final class Audible {
  /// No twentieth of a second as loud as a whisper into the microphone: quiet.
  private static final double QUIET_DBFS = -55;

  /// What two values of 16 bit hold between them.
  private static final double NOTHING_DBFS = -88;

  /// Speech swells by more over its own noise.
  private static final double SWELLS = 10;

  /// To which a quiet recording is raised.
  private static final double RAISED_DBFS = -23;

  private static final int WINDOWS_PER_SECOND = 20;

  private Audible() {}

  /// The recording as it is used from here on: not above full scale, and loud enough.
  ///
  /// @return empty when nothing is heard in it
  static double[] of(double[] samples) {
    double[] levels = levels(samples);
    double loudest = levels[levels.length - 1];
    if (loudest >= QUIET_DBFS) {
      return within(samples, 1 / Math.max(1, peak(samples)));
    }
    // the quietest tenth, but not silence that a program made
    double[] heard = Arrays.stream(levels).filter(it -> it > NOTHING_DBFS - 12).toArray();
    boolean swells = heard.length > 0 && loudest - heard[heard.length / 10] >= SWELLS;
    boolean somethingElse = heard.length < levels.length * 0.95;
    if (loudest < NOTHING_DBFS || !(swells || somethingElse)) {
      return new double[0];
    }
    // a knock is louder than the voice
    double voice = levels[levels.length - 1 - levels.length / 20];
    double gain = Loudness.amplitude(RAISED_DBFS - Math.max(voice, loudest - SWELLS));
    return within(samples, Math.min(gain, 1 / peak(samples)));
  }

  private static double[] within(double[] samples, double gain) {
    return gain == 1 ? samples : Arrays.stream(samples).map(it -> it * gain).toArray();
  }

  private static double peak(double[] samples) {
    double peak = 0;
    for (double sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  /// Of each twentieth of a second, in dB to full scale, in ascending order.
  private static double[] levels(double[] samples) {
    int window = Loudness.SAMPLES_PER_SECOND / WINDOWS_PER_SECOND;
    double[] levels = new double[(samples.length + window - 1) / window];
    for (int i = 0; i < levels.length; i++) {
      int to = Math.min((i + 1) * window, samples.length);
      double power = 0;
      for (int at = i * window; at < to; at++) {
        power += samples[at] * samples[at];
      }
      levels[i] = 10 * Math.log10(power / (to - i * window) + 1e-15);
    }
    Arrays.sort(levels);
    return levels;
  }
}
