package app.photoplay.provider.local;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.Sounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// How loud a speech is at each moment.
final class Envelope {
  /// The loudest of 16 bits, so that one step of them is the floor.
  private static final double FULL = 32768;

  private static final double WINDOW_SECONDS = 0.020;
  private static final double RANGE_DB = 30;
  private static final double SMOOTHING_MILLIS = 30;

  private final Duration duration;
  private final float[] levels;

  private Envelope(Duration duration, float[] levels) {
    this.duration = duration;
    this.levels = levels;
  }

  /// How long the sound is.
  Duration duration() {
    return duration;
  }

  /// At [Smoothing#RATE], from 0 (30 dB under the loud parts, or less) to 1. Not to be changed.
  float[] levels() {
    return levels;
  }

  /// Measures a WAV file of ours, see [Sounds#readWav].
  static Envelope of(Path wav) {
    return of(Sounds.readWav(wav), Loudness.SAMPLES_PER_SECOND);
  }

  private static Envelope of(double[] samples, double rate) {
    int count = (int) Math.ceil(samples.length / rate * Smoothing.RATE) + 1;
    float[] decibels = new float[count];
    int half = (int) (rate * WINDOW_SECONDS / 2);
    for (int i = 0; i < count; i++) {
      int centre = (int) (i * rate / Smoothing.RATE);
      int from = Math.max(0, centre - half);
      int to = Math.min(samples.length, centre + half);
      double power = 0;
      for (int k = from; k < to; k++) {
        power += samples[k] * samples[k];
      }
      double mean = power / Math.max(1, to - from) * FULL * FULL;
      decibels[i] = (float) (10 * Math.log10(mean + 1));
    }
    float[] sorted = decibels.clone();
    Arrays.sort(sorted);
    double loud = sorted[(int) (0.95 * (count - 1))];
    float[] envelope = new float[count];
    for (int i = 0; i < count; i++) {
      envelope[i] = (float) Math.clamp((decibels[i] - loud + RANGE_DB) / RANGE_DB, 0, 1);
    }
    return new Envelope(
        Duration.ofNanos(Math.round(samples.length / rate * 1e9)),
        Smoothing.gaussian(envelope, SMOOTHING_MILLIS));
  }
}
