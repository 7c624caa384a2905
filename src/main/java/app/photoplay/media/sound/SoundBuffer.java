package app.photoplay.media.sound;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes decoded samples in until there are more than wanted: of one channel, of two sides, or of
/// more channels that are mixed at once.
final class SoundBuffer {
  private static final int MOST_CHANNELS = 8;

  private final double mostSeconds;
  private double[] samples = new double[1 << 16];
  private double @Nullable [] right;
  private int count;
  private int rate;

  SoundBuffer(double mostSeconds) {
    this.mostSeconds = mostSeconds;
  }

  /// Takes interleaved samples.
  ///
  /// @throws SoundBroken when the rate makes no sense
  /// @throws SoundUnknown when it changes, or there are too many channels
  void add(short[] interleaved, int length, int channels, int samplesPerSecond) {
    agree(channels, samplesPerSecond);
    for (int i = 0; i + channels <= length; i += channels) {
      if (channels == 2) {
        add(interleaved[i] / 32768.0, interleaved[i + 1] / 32768.0);
        continue;
      }
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += interleaved[i + channel];
      }
      add(sum / channels / 32768);
    }
  }

  void agree(int channels, int samplesPerSecond) {
    boolean sane = samplesPerSecond >= 4000 && samplesPerSecond <= 384_000;
    if (!sane || channels < 1) {
      throw new SoundBroken(samplesPerSecond + " Hz, " + channels + " channels");
    }
    if (channels > MOST_CHANNELS || (rate != 0 && rate != samplesPerSecond)) {
      throw new SoundUnknown(samplesPerSecond + " Hz, " + channels + " channels");
    }
    rate = samplesPerSecond;
  }

  /// Takes what both sides play.
  void add(double sample) {
    room();
    if (right != null) {
      right[count] = sample;
    }
    samples[count++] = sample;
  }

  /// Takes what each side plays.
  void add(double leftSample, double rightSample) {
    room();
    if (right == null) {
      right = samples.clone();
    }
    right[count] = rightSample;
    samples[count++] = leftSample;
  }

  private void room() {
    if (count == samples.length) {
      samples = Arrays.copyOf(samples, count * 2);
      right = right == null ? null : Arrays.copyOf(right, count * 2);
    }
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

  /// The whole in one channel at 48 kHz, around the line of silence.
  double[] sound() {
    double[] left = Arrays.copyOf(samples, count);
    if (rate == 0 || count == 0) {
      return left;
    }
    ZeroLine.restore(left, rate);
    double[] whole = left;
    if (right != null) {
      double[] other = Arrays.copyOf(right, count);
      ZeroLine.restore(other, rate);
      whole = Sides.joined(left, other, rate / 20);
    }
    return Resampler.resampled(whole, rate, Loudness.SAMPLES_PER_SECOND);
  }
}
