package app.photoplay.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TruePeakTest {
  /// EBU Tech 3341, table 1, test 16 and its like: a quarter of the sampling rate, begun at 45
  /// degrees, so that every sample misses the crest by 3 dB.
  @Test
  void seesTheCrestBetweenTheSamples() {
    float[] tone = new float[4800];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.5 * Math.sin(Math.PI / 2 * i + Math.PI / 4));
    }

    assertThat(20 * Math.log10(TruePeak.of(tone))).isCloseTo(-6, within(0.3));
  }

  @Test
  void leavesSlowSoundAsItIs() {
    float[] tone = new float[4800];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * i / 480));
    }

    assertThat(20 * Math.log10(TruePeak.of(tone))).isCloseTo(-6, within(0.2));
  }

  @Test
  void twoEqualChannelsCountTwice() {
    LoudnessMeter meter = new LoudnessMeter(2);
    double amplitude = Loudness.amplitude(-23);
    for (int i = 0; i < 20 * Loudness.SAMPLES_PER_SECOND; i++) {
      double sample = amplitude * Math.sin(2 * Math.PI * 1000 * i / Loudness.SAMPLES_PER_SECOND);
      meter.add(sample, sample);
    }

    assertThat(meter.lufs()).isCloseTo(-23, within(0.1));
  }
}
