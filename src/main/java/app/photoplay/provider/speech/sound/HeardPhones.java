package app.photoplay.provider.speech.sound;

import app.photoplay.media.sound.Loudness;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Guesses the sounds of a recording from its loudness and its formant bands, well enough for a
/// mouth: a pause, closed lips, a hiss, or one of five vowels. No word is recognised.
///
/// A vowel's first formant rises with the opening of the mouth (300 Hz for i and u, 800 Hz for a),
/// its second with the spreading of the lips (800 Hz for u, 2300 Hz for i): Peterson and Barney
/// 1952. Where the strongest of each is, is told by the centre of power of two bands. A hiss has
/// its power above 3 kHz; closed lips let hardly more through than the voice's hum under 400 Hz.
public final class HeardPhones {
  /// The sign of a pause.
  public static final String PAUSE = "_";

  private static final int SIZE = 2048;
  private static final int HOP = Loudness.SAMPLES_PER_SECOND / 100;
  private static final double MILLIS = 10;

  /// Frames this far under the loud ones are pauses.
  private static final double PAUSE_DB = 30;

  /// And these under them are closed lips, when they hum.
  private static final double CLOSED_DB = 8;

  /// A mouth does not do less than so many frames of something.
  private static final int SHORTEST = 4;

  private final double[] samples;
  private final Spectrum spectrum = new Spectrum(SIZE);
  private final double[] real = new double[SIZE];
  private final double[] imaginary = new double[SIZE];

  private HeardPhones(double[] samples) {
    this.samples = samples;
  }

  /// The sounds in the International Phonetic Alphabet; they cover the recording without gaps.
  public static List<Phone> of(double[] samples) {
    return new HeardPhones(samples).phones();
  }

  private List<Phone> phones() {
    int count = Math.max(1, samples.length / HOP);
    double[] decibels = new double[count];
    for (int i = 0; i < count; i++) {
      decibels[i] = level(i);
    }
    double[] sorted = decibels.clone();
    Arrays.sort(sorted);
    double loud = sorted[(int) (0.95 * (count - 1))];
    String[] sounds = new String[count];
    for (int i = 0; i < count; i++) {
      sounds[i] = decibels[i] < loud - PAUSE_DB ? PAUSE : sound(i, decibels[i] - loud);
    }
    settle(sounds);
    return merged(sounds);
  }

  private double level(int frame) {
    int from = Math.max(0, frame * HOP - HOP / 2);
    int to = Math.min(samples.length, frame * HOP + HOP + HOP / 2);
    double power = 0;
    for (int i = from; i < to; i++) {
      power += samples[i] * samples[i];
    }
    return 10 * Math.log10(power / Math.max(1, to - from) + 1e-12);
  }

  private String sound(int frame, double underLoud) {
    transform(frame);
    double low = power(80, 400);
    double middle = power(400, 3000);
    double high = power(3000, 10_000);
    if (high > low + middle) {
      return "s";
    }
    if (middle < 0.12 * low && underLoud < -CLOSED_DB) {
      return "m";
    }
    double first = centre(250, 1000);
    double second = centre(1000, 2800);
    double dull = power(1000, 2800) / (power(250, 1000) + 1e-12);
    if (first > 560) {
      return dull < 0.06 ? "ɔ" : "a";
    }
    if (first > 450) {
      return dull < 0.05 ? "o" : second > 1650 ? "ɛ" : "ə";
    }
    return dull < 0.04 ? "u" : second > 1800 ? "i" : "ə";
  }

  private void transform(int frame) {
    int from = frame * HOP + HOP / 2 - SIZE / 2;
    for (int i = 0; i < SIZE; i++) {
      int at = from + i;
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
      real[i] = at >= 0 && at < samples.length ? samples[at] * window : 0;
    }
    Arrays.fill(imaginary, 0);
    spectrum.transform(real, imaginary, false);
  }

  private double power(double fromHertz, double toHertz) {
    double sum = 0;
    for (int k = bin(fromHertz); k < bin(toHertz); k++) {
      sum += real[k] * real[k] + imaginary[k] * imaginary[k];
    }
    return sum;
  }

  private double centre(double fromHertz, double toHertz) {
    double sum = 0;
    double moment = 0;
    for (int k = bin(fromHertz); k < bin(toHertz); k++) {
      double power = real[k] * real[k] + imaginary[k] * imaginary[k];
      sum += power;
      moment += power * k;
    }
    return moment / (sum + 1e-12) * Loudness.SAMPLES_PER_SECOND / SIZE;
  }

  private static int bin(double hertz) {
    return (int) Math.round(hertz * SIZE / Loudness.SAMPLES_PER_SECOND);
  }

  /// Gives frames of too short sounds to what was before them.
  private static void settle(String[] sounds) {
    int from = 0;
    for (int i = 1; i <= sounds.length; i++) {
      if (i < sounds.length && sounds[i].equals(sounds[from])) {
        continue;
      }
      if (i - from < SHORTEST && from > 0) {
        Arrays.fill(sounds, from, i, sounds[from - 1]);
      }
      from = i;
    }
  }

  private List<Phone> merged(String[] sounds) {
    List<Phone> phones = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sounds.length; i++) {
      if (i == sounds.length || !sounds[i].equals(sounds[from])) {
        double end = i == sounds.length ? samples.length / 48.0 : i * MILLIS;
        phones.add(new Phone(sounds[from], from * MILLIS, end));
        from = i;
      }
    }
    return phones;
  }
}
