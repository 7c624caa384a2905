package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.media.sound.SoundProblem;
import app.photoplay.media.sound.Sounds;
import app.photoplay.provider.Result;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.sound.HeardPhones;
import app.photoplay.provider.speech.sound.Utterance;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is heard in a recording, against speech whose sounds are known.
class RecordingTest {
  private static final String WORDS =
      "Hello there, I am a photo. My mama and papa may bake a big apple pie. Good morning to you!";

  @TempDir static Path work;

  private static LocalSpeechModel model;
  private static Utterance known;

  @BeforeAll
  static void speak() throws Exception {
    MaryVoice mary = new MaryVoice();
    model = new LocalSpeechModel(work, mary, new Espeak(new EspeakFiles(work)));
    known = mary.say(WORDS, SpeechStyle.NATURAL, 60).orElseThrow();
  }

  @Test
  void opensTheMouthWhereTheSpeakerDid() {
    List<Phone> heard = HeardPhones.of(known.samples());

    double[] wanted = openings(known.phones());
    double[] got = openings(heard);

    assertThat(correlation(wanted, got)).isGreaterThan(0.6);
  }

  @Test
  void closesTheMouthInPauses() {
    List<Phone> heard = HeardPhones.of(known.samples());

    for (Phone pause : known.phones()) {
      double length = pause.endMillis() - pause.startMillis();
      if (pause.symbol().equals(MaryVoice.PAUSE) && length > 200) {
        assertThat(openings(heard)[(int) ((pause.startMillis() + 0.6 * length) / 10)]).isZero();
      }
    }
  }

  @Test
  void makesSpeechOfANoisyRecording() throws Exception {
    Random random = new Random(7);
    double[] noisy = new double[known.samples().length + 96_000];
    for (int i = 0; i < noisy.length; i++) {
      int at = i - 48_000;
      double voice = at >= 0 && at < known.samples().length ? 0.2 * known.samples()[at] : 0;
      noisy[i] = voice + 0.002 * random.nextGaussian();
    }
    Path file = work.resolve("noisy.wav");
    Sounds.writeWav(noisy, file);

    Result<GeneratedSpeech> answer = model.clean(file);

    assertThat(answer).isInstanceOf(Result.Ready.class);
    GeneratedSpeech spoken = ((Result.Ready<GeneratedSpeech>) answer).value();
    SoundAnswer.Decoded sound = (SoundAnswer.Decoded) model.listen(spoken.sound(), 60);
    SpeechTimings timings =
        new ObjectMapper().readValue(spoken.timings().toFile(), SpeechTimings.class);
    assertThat(Loudness.of(sound.samples())).isCloseTo(-16, within(0.5));
    assertThat(sound.seconds()).isCloseTo(known.spokenSeconds() + 1.5, within(1.2));
    assertThat(timings.words()).isEmpty();
    assertThat(timings.phones().getLast().endMillis())
        .isCloseTo(spoken.duration().toNanos() / 1e6, within(1.0));
  }

  @Test
  void hearsNothingInTheHissOfAMicrophone() throws Exception {
    Path file = work.resolve("hiss.wav");
    Sounds.writeWav(hiss(_ -> 0.02), file);

    assertThat(model.listen(file, 60)).isEqualTo(new SoundAnswer.Unusable(SoundProblem.SILENT));
  }

  /// A whisper is noise as well, but in syllables.
  @Test
  void hearsAWhisper() throws Exception {
    Path file = work.resolve("whisper.wav");
    Sounds.writeWav(
        hiss(at -> 0.004 + 0.03 * Math.pow(Math.sin(Math.PI * 4 * at / 48_000), 2)), file);

    assertThat(model.listen(file, 60)).isInstanceOf(SoundAnswer.Decoded.class);
  }

  private static double[] hiss(IntToDoubleFunction loudness) {
    Random random = new Random(7);
    double[] samples = new double[3 * 48_000];
    Arrays.setAll(samples, at -> loudness.applyAsDouble(at) * random.nextGaussian());
    return samples;
  }

  @Test
  void lowersSteadyNoiseAndKeepsTheVoice() {
    Random random = new Random(7);
    double[] noisy = new double[known.samples().length];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = 0.3 * known.samples()[i] + 0.005 * random.nextGaussian();
    }

    double[] quiet = NoiseGate.quieted(noisy);

    Phone pause =
        known.phones().stream()
            .filter(it -> it.symbol().equals("_") && it.endMillis() - it.startMillis() > 250)
            .findFirst()
            .orElseThrow();
    int from = (int) ((pause.startMillis() + 120) * 48);
    int to = (int) ((pause.endMillis() - 60) * 48);
    assertThat(power(quiet, from, to) / power(noisy, from, to)).isLessThan(0.2);
    assertThat(power(quiet, 0, quiet.length) / power(noisy, 0, noisy.length)).isGreaterThan(0.8);
  }

  private static double power(double[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i] * samples[i];
    }
    return sum;
  }

  /// Every 10 ms, smoothed as a mouth is slow.
  private static double[] openings(List<Phone> phones) {
    float[] open = new float[(int) (phones.getLast().endMillis() / 5) + 1];
    for (Phone phone : phones) {
      for (int i = (int) (phone.startMillis() / 5); i < (int) (phone.endMillis() / 5); i++) {
        open[i] = (float) Viseme.of(phone.symbol()).open();
      }
    }
    float[] smooth = Smoothing.gaussian(open, 36);
    double[] every = new double[smooth.length / 2];
    for (int i = 0; i < every.length; i++) {
      every[i] = smooth[2 * i] < 0.08 ? 0 : smooth[2 * i];
    }
    return every;
  }

  private static double correlation(double[] a, double[] b) {
    int count = Math.min(a.length, b.length);
    double sumA = 0;
    double sumB = 0;
    for (int i = 0; i < count; i++) {
      sumA += a[i] / count;
      sumB += b[i] / count;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < count; i++) {
      ab += (a[i] - sumA) * (b[i] - sumB);
      aa += (a[i] - sumA) * (a[i] - sumA);
      bb += (b[i] - sumB) * (b[i] - sumB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
