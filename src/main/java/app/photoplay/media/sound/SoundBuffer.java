package app.photoplay.media.sound;

import java.util.Arrays;

/// Takes decoded samples in, mixed to one channel, until there are more than wanted.
final class SoundBuffer {
  private final double mostSeconds;
  private double[] samples = new double[1 << 16];
  private int count;
  private int rate;

  SoundBuffer(double mostSeconds) {
    this.mostSeconds = mostSeconds;
  }

  /// Takes interleaved samples.
  ///
  /// @throws SoundBroken when the rate changes or makes no sense
  void add(short[] interleaved, int length, int channels, int samplesPerSecond) {
    agree(channels, samplesPerSecond);
    for (int i = 0; i + channels <= length; i += channels) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += interleaved[i + channel];
      }
      add(sum / channels / 32768);
    }
  }

  void agree(int channels, int samplesPerSecond) {
    boolean sane = samplesPerSecond >= 4000 && samplesPerSecond <= 384_000;
    if (!sane || channels < 1 || channels > 8 || (rate != 0 && rate != samplesPerSecond)) {
      throw new SoundBroken(samplesPerSecond + " Hz, " + channels + " channels");
    }
    rate = samplesPerSecond;
  }

  void add(double sample) {
    if (count == samples.length) {
      samples = Arrays.copyOf(samples, count * 2);
    }
    samples[count++] = sample;
  }

  /// Adds silence until so many seconds are there.
  void silentUntil(double seconds) {
    while (count < Math.rint(seconds * rate) && !full()) {
      add(0);
    }
  }

  /// Whether nothing more is wanted.
  boolean full() {
    return rate > 0 && count > mostSeconds * rate;
  }

  double seconds() {
    return rate == 0 ? 0 : (double) count / rate;
  }

  /// The whole at 48 kHz.
  double[] sound() {
    double[] whole = Arrays.copyOf(samples, count);
    return rate == 0 ? whole : Resampler.resampled(whole, rate, Loudness.SAMPLES_PER_SECOND);
  }
}
