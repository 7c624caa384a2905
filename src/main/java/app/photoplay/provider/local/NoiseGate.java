package app.photoplay.provider.local;

import app.photoplay.provider.speech.sound.Spectrum;
import java.util.Arrays;

/// Takes steady noise out of a recording: in each narrow band, what is hardly louder than the
/// band's quietest tenth is lowered (Wiener's gain with a floor, smoothed over time; Boll's
/// spectral subtraction is its older kin). Speech is louder than its noise in the bands it uses, so
/// it stays.
final class NoiseGate {
  private static final int SIZE = 1024;
  private static final int HOP = SIZE / 2;

  /// Noise is never lowered further than by 12 dB, so that no holes are heard.
  private static final double FLOOR = 0.25;

  /// How much louder than the noise counts as noise still.
  private static final double MARGIN = 2.5;

  /// What is quieter than this was never in front of a microphone.
  private static final double DIGITAL_SILENCE = 1e-9 * SIZE;

  /// How slowly a gain falls from one frame to the next.
  private static final double RELEASE = 0.7;

  /// The loudest tenth of an even sound is less than 3 dB above its quietest.
  private static final double EVEN = 2;

  /// Half a second: a shorter sound may be a single vowel.
  private static final int FEWEST_FRAMES = 46;

  private final Spectrum spectrum = new Spectrum(SIZE);
  private final double[] window = new double[SIZE];

  private NoiseGate() {
    for (int i = 0; i < SIZE; i++) {
      window[i] = Math.sin(Math.PI * (i + 0.5) / SIZE);
    }
  }

  /// The same recording with less noise, as long as before.
  static double[] quieted(double[] samples) {
    return new NoiseGate().quiet(samples);
  }

  /// Whether a recording is equally loud from its first to its last moment, as the hiss of a
  /// microphone is into which nobody speaks; speech, also whispered, swells by 10 dB and more.
  static boolean isEven(double[] samples) {
    double[] energies =
        Arrays.stream(new NoiseGate().energies(samples, samples.length / HOP - 1, 1))
            .filter(it -> it > DIGITAL_SILENCE)
            .sorted()
            .toArray();
    return energies.length >= FEWEST_FRAMES
        && energies[energies.length * 9 / 10] < EVEN * energies[energies.length / 10];
  }

  private double[] quiet(double[] samples) {
    int frames = samples.length / HOP + 2;
    double[] noise = noise(samples, frames);
    double[] result = new double[samples.length];
    double[] gains = new double[HOP + 1];
    Arrays.fill(gains, 1);
    double[] real = new double[SIZE];
    double[] imaginary = new double[SIZE];
    for (int frame = 0; frame < frames; frame++) {
      int from = (frame - 1) * HOP;
      load(samples, from, real, imaginary);
      spectrum.transform(real, imaginary, false);
      for (int k = 0; k <= HOP; k++) {
        double power = real[k] * real[k] + imaginary[k] * imaginary[k];
        double wanted = Math.max(FLOOR, 1 - MARGIN * noise[k] / (power + 1e-12));
        gains[k] = Math.max(wanted, gains[k] * RELEASE);
        real[k] *= gains[k];
        imaginary[k] *= gains[k];
        if (k > 0 && k < HOP) {
          real[SIZE - k] *= gains[k];
          imaginary[SIZE - k] *= gains[k];
        }
      }
      spectrum.transform(real, imaginary, true);
      for (int i = Math.max(0, -from); i < SIZE && from + i < samples.length; i++) {
        result[from + i] += real[i] / SIZE * window[i];
      }
    }
    return result;
  }

  /// The mean power of each band in the quietest tenth of all frames, but those of digital silence.
  private double[] noise(double[] samples, int frames) {
    double[] real = new double[SIZE];
    double[] imaginary = new double[SIZE];
    double[] energies = energies(samples, frames, 0);
    double[] heard = Arrays.stream(energies).filter(it -> it > DIGITAL_SILENCE).sorted().toArray();
    double[] noise = new double[HOP + 1];
    if (heard.length == 0) {
      return noise;
    }
    double quiet = heard[heard.length / 10];
    int count = 0;
    for (int frame = 0; frame < frames; frame++) {
      if (energies[frame] > DIGITAL_SILENCE && energies[frame] <= quiet) {
        count++;
        load(samples, (frame - 1) * HOP, real, imaginary);
        spectrum.transform(real, imaginary, false);
        for (int k = 0; k <= HOP; k++) {
          noise[k] += real[k] * real[k] + imaginary[k] * imaginary[k];
        }
      }
    }
    for (int k = 0; k <= HOP; k++) {
      noise[k] /= count;
    }
    return noise;
  }

  /// The energy of frames, which overlap by half.
  ///
  /// @param first 0 begins half a frame before the sound, 1 with it
  private double[] energies(double[] samples, int frames, int first) {
    double[] energies = new double[Math.max(0, frames)];
    for (int frame = 0; frame < frames; frame++) {
      int from = (frame + first - 1) * HOP;
      for (int i = Math.max(0, -from); i < SIZE && from + i < samples.length; i++) {
        double sample = samples[from + i] * window[i];
        energies[frame] += sample * sample;
      }
    }
    return energies;
  }

  private void load(double[] samples, int from, double[] real, double[] imaginary) {
    for (int i = 0; i < SIZE; i++) {
      int at = from + i;
      real[i] = at >= 0 && at < samples.length ? samples[at] * window[i] : 0;
    }
    Arrays.fill(imaginary, 0);
  }
}
