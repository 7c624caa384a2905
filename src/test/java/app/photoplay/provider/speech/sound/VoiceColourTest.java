package app.photoplay.provider.speech.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VoiceColourTest {
  private static final int SECOND = 48_000;

  @Test
  void aSmallerMouthRingsHigherAtTheSamePitch() {
    double[] vowel = vowel(125, 800);

    double[] small = new VoiceColour(1.2, 0, 0, 0).of(vowel);

    assertThat(small).hasSameSizeAs(vowel);
    assertThat(ringing(vowel)).isCloseTo(800, within(70.0));
    assertThat(ringing(small)).isCloseTo(960, within(90.0));
    assertThat(period(small)).isEqualTo(period(vowel));
  }

  @Test
  void aRobotKeepsOnePitch() {
    double[] robot = new VoiceColour(1, 0, 0, 100).of(vowel(170, 700));

    assertThat(period(robot)).isEqualTo(SECOND / 100);
  }

  @Test
  void aBrightVoiceHasMoreAboveAndLessBelow() {
    double[] low = new VoiceColour(1, 2, 0, 0).of(tone(250));
    double[] high = new VoiceColour(1, 2, 0, 0).of(tone(4000));

    assertThat(decibels(low, tone(250))).isCloseTo(-4, within(0.5));
    assertThat(decibels(high, tone(4000))).isCloseTo(4, within(0.5));
  }

  @Test
  void aRoomAnswersAndFades() {
    double[] clap = new double[SECOND];
    clap[4800] = 1;

    double[] heard = new VoiceColour(1, 0, 0.2, 0).of(clap);

    assertThat(heard[4800]).isEqualTo(1);
    assertThat(energy(heard, 4801, 14_400)).isBetween(0.001, 0.1);
    assertThat(energy(heard, 24_000, SECOND)).isLessThan(1e-4);
  }

  @Test
  void noColourChangesNothing() {
    double[] vowel = vowel(125, 800);

    assertThat(new VoiceColour(1, 0, 0, 0).of(vowel)).containsExactly(vowel);
  }

  /// Pulses that ring once each.
  private static double[] vowel(double pitch, double formant) {
    double[] samples = new double[SECOND];
    int period = (int) Math.round(SECOND / pitch);
    for (int i = 0; i < samples.length; i++) {
      double t = (double) (i % period) / SECOND;
      samples[i] = 0.3 * Math.exp(-300 * t) * Math.sin(2 * Math.PI * formant * t);
    }
    return samples;
  }

  private static double[] tone(double hertz) {
    double[] samples = new double[SECOND];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 0.3 * Math.sin(2 * Math.PI * hertz * i / SECOND);
    }
    return samples;
  }

  /// The loudest frequency, of the middle.
  private static double ringing(double[] samples) {
    double best = 0;
    double loudest = 0;
    for (double hertz = 250; hertz < 2000; hertz += 125) {
      double re = 0;
      double im = 0;
      for (int i = 12_000; i < 36_000; i++) {
        re += samples[i] * Math.cos(2 * Math.PI * hertz * i / SECOND);
        im += samples[i] * Math.sin(2 * Math.PI * hertz * i / SECOND);
      }
      if (Math.hypot(re, im) > loudest) {
        loudest = Math.hypot(re, im);
        best = hertz;
      }
    }
    return best;
  }

  /// Samples after which the middle repeats itself best.
  private static int period(double[] samples) {
    int best = 0;
    double most = 0;
    for (int lag = 200; lag < 600; lag++) {
      double sum = 0;
      for (int i = 12_000; i < 24_000; i++) {
        sum += samples[i] * samples[i + lag];
      }
      if (sum > most * 1.001) {
        most = sum;
        best = lag;
      }
    }
    return best;
  }

  private static double decibels(double[] samples, double[] than) {
    return 10 * Math.log10(energy(samples, 9600, 38_400) / energy(than, 9600, 38_400));
  }

  private static double energy(double[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i] * samples[i];
    }
    return sum;
  }
}
