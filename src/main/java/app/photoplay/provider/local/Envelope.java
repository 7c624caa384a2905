package app.photoplay.provider.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// How loud a speech is at each moment.
final class Envelope {
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

  /// Measures a WAV file of 16 bit, mono.
  static Envelope of(Path wav) {
    try (InputStream file = Files.newInputStream(wav);
        InputStream buffered = new BufferedInputStream(file);
        AudioInputStream in = AudioSystem.getAudioInputStream(buffered)) {
      AudioFormat format = in.getFormat();
      if (format.getSampleSizeInBits() != 16 || format.getChannels() != 1) {
        throw new IllegalArgumentException("speech is not 16 bit mono: " + format);
      }
      byte[] bytes = in.readAllBytes();
      ByteOrder order = format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      short[] samples = new short[bytes.length / 2];
      ByteBuffer.wrap(bytes).order(order).asShortBuffer().get(samples);
      return of(samples, format.getSampleRate());
    } catch (UnsupportedAudioFileException e) {
      throw new IllegalArgumentException("speech is no WAV file", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the speech", e);
    }
  }

  private static Envelope of(short[] samples, double rate) {
    int count = (int) Math.ceil(samples.length / rate * Smoothing.RATE) + 1;
    float[] decibels = new float[count];
    int half = (int) (rate * WINDOW_SECONDS / 2);
    for (int i = 0; i < count; i++) {
      int centre = (int) (i * rate / Smoothing.RATE);
      int from = Math.max(0, centre - half);
      int to = Math.min(samples.length, centre + half);
      double power = 0;
      for (int k = from; k < to; k++) {
        power += (double) samples[k] * samples[k];
      }
      decibels[i] = (float) (10 * Math.log10(power / Math.max(1, to - from) + 1));
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
