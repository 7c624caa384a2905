package app.photoplay.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// The signals of EBU Tech 3341, table 1, in mono: one channel instead of two equal ones measures
/// 3.01 LU less.
class LoudnessTest {
  private static final double ONE_CHANNEL = -3.01;

  @Test
  void measuresASteadyTone() {
    assertThat(Loudness.of(tone(-23, 20))).isCloseTo(-23 + ONE_CHANNEL, within(0.1));
    assertThat(Loudness.of(tone(-33, 20))).isCloseTo(-33 + ONE_CHANNEL, within(0.1));
  }

  @Test
  void leavesOutWhatIsMuchQuieterThanTheRest() {
    double[] sound = joined(tone(-36, 10), tone(-23, 60), tone(-36, 10));

    assertThat(Loudness.of(sound)).isCloseTo(-23 + ONE_CHANNEL, within(0.1));
  }

  @Test
  void leavesOutWhatIsAsGoodAsSilent() {
    double[] sound =
        joined(tone(-72, 10), tone(-36, 10), tone(-23, 60), tone(-36, 10), tone(-72, 10));

    assertThat(Loudness.of(sound)).isCloseTo(-23 + ONE_CHANNEL, within(0.1));
  }

  @Test
  void averagesWhatIsNearlyAsLoud() {
    double[] sound = joined(tone(-26, 20), tone(-20, 20.1), tone(-26, 20));

    assertThat(Loudness.of(sound)).isCloseTo(-23 + ONE_CHANNEL, within(0.1));
  }

  @Test
  void hearsNothingInSilence() {
    assertThat(Loudness.of(new double[96_000])).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Loudness.levelled(new double[96_000], -16, -1.5)).containsOnly(0);
  }

  @Test
  void bringsQuietSoundWithHighPeaksToTheLoudnessAskedFor() {
    double[] sound = tone(-30, 6);
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      sound[random.nextInt(sound.length)] = 0.9;
    }

    double[] levelled = Loudness.levelled(sound, -16, -1.5);

    assertThat(Loudness.of(levelled)).isCloseTo(-16, within(0.1));
    assertThat(peak(levelled)).isLessThanOrEqualTo(Math.pow(10, -1.5 / 20) + 1e-9);
    assertThat(levelled).hasSameSizeAs(sound);
  }

  @Test
  void leavesTheShapeOfSoundAloneWhereNoPeakGoesOver() {
    double[] sound = tone(-23, 4);

    double[] levelled = Loudness.levelled(sound, -16, -1.5);

    double gain = levelled[1000] / sound[1000];
    for (int i = 0; i < sound.length; i++) {
      assertThat(levelled[i]).isCloseTo(gain * sound[i], within(1e-9));
    }
  }

  /// 1 kHz with this peak.
  private static double[] tone(double decibels, double seconds) {
    double amplitude = Math.pow(10, decibels / 20);
    double[] tone = new double[(int) (seconds * Loudness.SAMPLES_PER_SECOND)];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = amplitude * Math.sin(2 * Math.PI * 1000 * i / Loudness.SAMPLES_PER_SECOND);
    }
    return tone;
  }

  private static double[] joined(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(DoubleStream::of).toArray();
  }

  private static double peak(double[] samples) {
    return Arrays.stream(samples).map(Math::abs).max().orElseThrow();
  }
}
