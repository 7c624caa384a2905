package app.photoplay.provider.speech.sound;

/// Makes a voice sound as if another one spoke, without changing when it says what.
///
/// @param formant how much larger (under 1) or smaller (over 1) the speaker is: the resonances of
///   the mouth are moved by this factor, the pitch stays; 0.7 to 1.4
/// @param tilt decibels an octave above 1 kHz, as many less below; -3 (warm) to 3 (bright)
/// @param room how much of a small room is heard, 0 to 0.4
/// @param drone hertz of the one pitch that everything is spoken at; 0 for the voice's own
public record VoiceColour(double formant, double tilt, double room, double drone) {
  private static final int SIZE = 1024;
  private static final int HOP = SIZE / 4;
  private static final double RATE = 48_000;

  /// Of the cepstrum so much is the shape of the mouth: 1.3 ms, less than a period of any pitch.
  private static final int MOUTH = 62;

  /// Larger changes would lift noise.
  private static final double MOST_GAIN = Math.log(8);

  private static final int[] COMBS = {1215, 1293, 1390, 1476};
  private static final double ECHO = 0.55;
  private static final int SPREAD = 605;

  /// The sound in this colour.
  ///
  /// @param samples 48 kHz, mono
  /// @return as many samples
  public double[] of(double[] samples) {
    double[] coloured =
        formant == 1 && tilt == 0 && drone == 0 ? samples.clone() : reshaped(samples);
    return room > 0 ? inRoom(coloured) : coloured;
  }

  private double[] reshaped(double[] samples) {
    Spectrum spectrum = new Spectrum(SIZE);
    int hop = drone > 0 ? (int) Math.round(RATE / drone) : HOP;
    double[] window = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
    }
    double[] sum = new double[samples.length];
    double[] weight = new double[samples.length];
    double[] real = new double[SIZE];
    double[] imaginary = new double[SIZE];
    for (int from = -SIZE + hop; from < samples.length; from += hop) {
      for (int i = 0; i < SIZE; i++) {
        int at = from + i;
        real[i] = at >= 0 && at < samples.length ? samples[at] * window[i] : 0;
        imaginary[i] = 0;
      }
      spectrum.transform(real, imaginary, false);
      reshape(spectrum, real, imaginary);
      spectrum.transform(real, imaginary, true);
      for (int i = 0; i < SIZE; i++) {
        int at = from + i;
        if (at >= 0 && at < samples.length) {
          int k = drone > 0 ? (i + SIZE / 2) % SIZE : i; // a pulse stands in the middle
          sum[at] += real[k] / SIZE * window[i];
          weight[at] += window[i] * window[i];
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= Math.max(weight[i], 0.1);
    }
    return sum;
  }

  private void reshape(Spectrum spectrum, double[] real, double[] imaginary) {
    double[] mouth = formant == 1 ? new double[SIZE / 2 + 1] : mouth(spectrum, real, imaginary);
    for (int k = 0; k <= SIZE / 2; k++) {
      double from = Math.min(k / formant, SIZE / 2.0 - 1);
      int low = (int) from;
      double moved = mouth[low] + (from - low) * (mouth[low + 1] - mouth[low]);
      double octaves = Math.log(Math.max(k * RATE / SIZE, 100) / 1000) / Math.log(2);
      double gain =
          Math.exp(Math.clamp(moved - mouth[k], -MOST_GAIN, MOST_GAIN))
              * Math.pow(10, tilt * Math.clamp(octaves, -3, 3) / 20);
      set(real, imaginary, k, gain);
      if (k > 0 && k < SIZE / 2) {
        set(real, imaginary, SIZE - k, gain);
      }
    }
  }

  private void set(double[] real, double[] imaginary, int k, double gain) {
    if (drone > 0) {
      real[k] = gain * Math.hypot(real[k], imaginary[k]);
      imaginary[k] = 0;
    } else {
      real[k] *= gain;
      imaginary[k] *= gain;
    }
  }

  /// The logarithm of the spectrum without the voice's own pulses.
  private static double[] mouth(Spectrum spectrum, double[] real, double[] imaginary) {
    double[] logs = new double[SIZE];
    double[] none = new double[SIZE];
    for (int k = 0; k < SIZE; k++) {
      logs[k] = Math.log(Math.hypot(real[k], imaginary[k]) + 1e-6);
    }
    spectrum.transform(logs, none, true);
    for (int i = 0; i < SIZE; i++) {
      boolean kept = i <= MOUTH || i >= SIZE - MOUTH;
      logs[i] = kept ? logs[i] / SIZE : 0;
      none[i] = 0;
    }
    spectrum.transform(logs, none, false);
    double[] mouth = new double[SIZE / 2 + 1];
    System.arraycopy(logs, 0, mouth, 0, mouth.length);
    return mouth;
  }

  /// Four echoes side by side and one that spreads them (Schroeder's reverberator).
  private double[] inRoom(double[] samples) {
    double[] wet = new double[samples.length];
    for (int delay : COMBS) {
      double[] echo = new double[samples.length];
      for (int i = 0; i < samples.length; i++) {
        echo[i] = samples[i] + (i >= delay ? ECHO * echo[i - delay] : 0);
        wet[i] += (i >= delay ? echo[i - delay] : 0) / COMBS.length;
      }
    }
    double[] spread = new double[samples.length];
    double[] heard = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      double before = i >= SPREAD ? spread[i - SPREAD] : 0;
      spread[i] = wet[i] + 0.5 * before;
      heard[i] = samples[i] + room * (before - 0.5 * spread[i]);
    }
    return heard;
  }
}
