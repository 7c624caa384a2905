package app.photoplay.testkit;

/// Tells which part of a recording is heard: each half second of it is a tone of its own.
public final class ToneLadder {
  private static final int RATE = 48_000;
  private static final int WINDOW = RATE / 20;
  private static final String NAMES = "abcdefghijkl";

  /// What ffmpeg's `aevalsrc` takes: a tone higher by 200 Hz every half second, from 400 Hz.
  public static final String SOURCE = "aevalsrc='0.2*sin(2*PI*(400+200*floor(2*t))*t)':s=48000:d=";

  private ToneLadder() {}

  /// One letter for each tenth of a second: `a` for what was the first half second of the
  /// recording, `b` for the second one, and so on, or a dot where nothing sounds.
  ///
  /// @param samples mono at 48 kHz
  public static String heard(double[] samples) {
    StringBuilder heard = new StringBuilder();
    for (int tenth = 0; (tenth + 1) * 2 * WINDOW <= samples.length; tenth++) {
      heard.append(tone(samples, tenth * 2 * WINDOW + WINDOW / 2));
    }
    return heard.toString();
  }

  private static char tone(double[] samples, int from) {
    double power = 0;
    for (int i = from; i < from + WINDOW; i++) {
      power += samples[i] * samples[i] / WINDOW;
    }
    if (power < 1e-3) {
      return '.';
    }
    int best = 0;
    double most = 0;
    for (int tone = 0; tone < NAMES.length(); tone++) {
      double step = 2 * Math.PI * (400 + 200 * tone) / RATE;
      double real = 0;
      double imaginary = 0;
      for (int i = from; i < from + WINDOW; i++) {
        real += samples[i] * Math.cos(step * i);
        imaginary += samples[i] * Math.sin(step * i);
      }
      double found = Math.hypot(real, imaginary);
      if (found > most) {
        most = found;
        best = tone;
      }
    }
    return NAMES.charAt(best);
  }
}
