package app.photoplay.media.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.testkit.ToneLadder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Recordings in which the voice is there, but not where one would look: two sides that cancel, an
/// offset, a level turned down.
class FaintRecordingsTest {
  private static final int RATE = 48_000;
  private static final String HEARD = "aaaaa.....bbbbb.....ccccc.....";
  private static final SoundAnswer SILENT = new SoundAnswer.Unusable(SoundProblem.SILENT);

  @TempDir Path folder;

  private final Sounds sounds = new Sounds(new Ffmpeg(null, "", Path.of("target", "cache")));

  /// Words and pauses: tones that swell, every other half second.
  private static double voice(double time) {
    int part = (int) (2 * time);
    double swell = Math.sin(Math.PI * (2 * time - part));
    double tone = 400 + 200 * (part / 2);
    return part % 2 == 1 ? 0 : 0.3 * Math.sqrt(swell) * Math.sin(2 * Math.PI * tone * time);
  }

  @Test
  void sidesThatCancelAreHeardFromOneSide() throws Exception {
    assertThat(heard(time -> voice(time), time -> -voice(time))).isEqualTo(HEARD);
    assertThat(heard(time -> voice(time), time -> -0.8 * voice(time))).isEqualTo(HEARD);
    assertThat(heard(time -> 0.5 * voice(time), time -> -0.5 * voice(time) + 0.4)).isEqualTo(HEARD);
  }

  @Test
  void oneSideThatPlaysNothingLeavesTheVoice() throws Exception {
    assertThat(heard(time -> voice(time), time -> 0)).isEqualTo(HEARD);
    assertThat(heard(time -> 0, time -> voice(time))).isEqualTo(HEARD);
  }

  /// A conversation with a microphone for each: nobody is left out.
  @Test
  void whatOnlyOneSideSaysIsHeardOfBoth() throws Exception {
    assertThat(heard(time -> time < 1 ? voice(time) : 0, time -> time < 1 ? 0 : voice(time)))
        .isEqualTo(HEARD);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, -0.6})
  void anOffsetIsTakenOutAndNeverPassesForAVoice(double offset) throws Exception {
    double[] samples = samples(time -> 0.1 * voice(time) + offset);

    assertThat(peak(samples)).isBetween(0.02, 0.1);
    assertThat(read(time -> offset, time -> offset)).isEqualTo(SILENT);
  }

  @Test
  void anOffsetThatDriftsIsTakenOut() throws Exception {
    double[] samples = samples(time -> 0.1 * voice(time) + 0.4 - 0.2 * time);

    assertThat(peak(samples)).isBetween(0.02, 0.1);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 50, 60, 65})
  void aLevelThatWasTurnedDownLeavesTheVoice(int decibels) throws Exception {
    double gain = Math.pow(10, -decibels / 20.0);
    Random random = new Random(5);

    SoundAnswer answer =
        read(time -> gain * voice(time), time -> gain * voice(time) + random.nextGaussian() / 3e5);

    assertThat(((SoundAnswer.Decoded) answer).samples())
        .satisfies(samples -> assertThat(peak(samples)).isGreaterThan(0.002));
  }

  @Test
  void aKnockBesideAFaintVoiceDoesNotHideIt() throws Exception {
    double[] samples =
        samples(time -> 0.0005 * voice(time) + (time > 1.7 && time < 1.701 ? 0.01 : 0));

    assertThat(peak(Arrays.copyOf(samples, RATE))).isGreaterThan(0.01);
  }

  @Test
  void faintHissIsNobodysVoice() throws Exception {
    Random random = new Random(6);

    assertThat(read(time -> 3e-4 * random.nextGaussian(), time -> 0)).isEqualTo(SILENT);
  }

  /// Recorders of floating point go over full scale without harm.
  @Test
  void whatIsLouderThanFullScaleKeepsItsShape() throws Exception {
    byte[] bytes = new byte[44 + 3 * RATE * 4];
    ByteBuffer wav = head(bytes, 3, 4, 1);
    for (int i = 0; i < 3 * RATE; i++) {
      wav.putFloat((float) (12 * voice((double) i / RATE)));
    }
    Path file = Files.write(folder.resolve("loud.wav"), bytes);

    double[] samples = ((SoundAnswer.Decoded) sounds.read(file, 60)).samples();

    double gain = 1 / 0.3;
    for (int i = 0; i < samples.length; i += 97) {
      assertThat(samples[i]).isCloseTo(gain * voice((double) i / RATE), within(0.01));
    }
  }

  private String heard(DoubleUnaryOperator left, DoubleUnaryOperator right) throws Exception {
    SoundAnswer answer = read(left, right);
    assertThat(answer).isInstanceOf(SoundAnswer.Decoded.class);
    return ToneLadder.heard(((SoundAnswer.Decoded) answer).samples());
  }

  private double[] samples(DoubleUnaryOperator both) throws Exception {
    return ((SoundAnswer.Decoded) read(both, both)).samples();
  }

  private SoundAnswer read(DoubleUnaryOperator left, DoubleUnaryOperator right) throws Exception {
    byte[] bytes = new byte[44 + 3 * RATE * 4];
    ByteBuffer wav = head(bytes, 1, 2, 2);
    for (int i = 0; i < 3 * RATE; i++) {
      double time = (double) i / RATE;
      wav.putShort((short) Math.round(32_767 * left.applyAsDouble(time)));
      wav.putShort((short) Math.round(32_767 * right.applyAsDouble(time)));
    }
    return sounds.read(Files.write(folder.resolve("sides.wav"), bytes), 60);
  }

  private static ByteBuffer head(byte[] file, int kind, int bytes, int channels) {
    int length = 3 * RATE * bytes * channels;
    ByteBuffer wav = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(36 + length)
        .put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(16);
    wav.putShort((short) kind).putShort((short) channels).putInt(RATE);
    wav.putInt(RATE * bytes * channels).putShort((short) (bytes * channels));
    return wav.putShort((short) (8 * bytes))
        .put("data".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(length);
  }

  private static double peak(double[] samples) {
    double peak = 0;
    for (double sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }
}
