package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.job.Failure;
import app.photoplay.media.sound.Loudness;
import app.photoplay.provider.Result;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSpeechModelTest {
  private static final String WORDS =
      "Hello there, I am a photo. I can speak now; isn't it nice? Yes!";

  /// One for all tests, since the voice takes seconds to load.
  private static final MaryVoice MARY = new MaryVoice();

  private static final Espeak ESPEAK = new Espeak(new EspeakFiles(Path.of("target", "cache")));

  @TempDir static Path shared;

  /// Spoken once, looked at by several tests.
  private static GeneratedSpeech spoken;

  @TempDir Path work;

  @BeforeAll
  static void speakOnce() throws InterruptedException {
    spoken = spoken(new LocalSpeechModel(shared, MARY, ESPEAK), new SpeechPrompt(WORDS, "slt"));
  }

  @Test
  void speaksIntoA48KilohertzMonoFile() throws Exception {
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(spoken.sound().toFile())) {
      AudioFormat format = sound.getFormat();
      assertThat(format.getSampleRate()).isEqualTo(48_000);
      assertThat(format.getChannels()).isEqualTo(1);
      assertThat(format.getSampleSizeInBits()).isEqualTo(16);
      assertThat(sound.getFrameLength() / 48.0)
          .isCloseTo(spoken.duration().toNanos() / 1e6, within(0.1));
    }
    assertThat(spoken.duration().toMillis()).isBetween(4_500L, 7_000L);
  }

  @Test
  void speaksAtMinus16LufsWithoutClipping() throws Exception {
    double[] samples = samples(spoken);

    assertThat(Loudness.of(samples)).isCloseTo(-16, within(0.3));
    assertThat(peak(samples, 0, samples.length)).isLessThan(Math.pow(10, -1.0 / 20));
  }

  @Test
  void timesEachPhoneSoThatTheyAddUpToTheSound() throws Exception {
    SpeechTimings timings = timings(spoken);
    assertThat(timings.language()).isEqualTo("en-US");
    assertThat(timings.alphabet()).isEqualTo("sampa");
    List<Phone> phones = timings.phones();
    assertThat(phones.stream().map(Phone::symbol).limit(8))
        .containsExactly("_", "h", "@", "l", "@U", "D", "E", "r");
    assertThat(phones.getFirst().startMillis()).isZero();
    for (int i = 1; i < phones.size(); i++) {
      assertThat(phones.get(i).startMillis()).isEqualTo(phones.get(i - 1).endMillis());
      assertThat(phones.get(i).endMillis()).isGreaterThan(phones.get(i).startMillis());
    }
    assertThat(phones.getLast().endMillis())
        .isCloseTo(spoken.duration().toNanos() / 1e6, within(1.0));
  }

  @Test
  void timesEachWordAsItWasWritten() throws Exception {
    SpeechTimings timings = timings(spoken);

    assertThat(timings.words().stream().map(Word::text)).containsExactly(WORDS.split(" "));
    assertThat(timings.words().getFirst().startMillis()).isEqualTo(150);
    for (Word word : timings.words()) {
      assertThat(timings.phones())
          .anyMatch(phone -> phone.startMillis() == word.startMillis())
          .anyMatch(phone -> phone.endMillis() == word.endMillis());
    }
  }

  @Test
  void isSilentAtBothEndsAndQuietInPauses() throws Exception {
    double[] samples = samples(spoken);
    List<Phone> pauses =
        timings(spoken).phones().stream().filter(phone -> phone.symbol().equals("_")).toList();
    assertThat(pauses).hasSize(6);
    assertThat(pauses.getFirst().endMillis()).isEqualTo(150);
    assertThat(pauses.getLast().endMillis() - pauses.getLast().startMillis())
        .isCloseTo(150, within(1.0));
    for (Phone pause : pauses) {
      // Sounds fade for some hundredths of a second into a pause.
      int from = (int) ((pause.startMillis() + 60) * 48);
      int to = (int) ((pause.endMillis() - 30) * 48);
      assertThat(peak(samples, from, to)).isLessThan(0.05);
    }
  }

  @Test
  void speaksTheSameWordsTheSameWay() throws Exception {
    byte[] once = Files.readAllBytes(spoken("Hello again.").timings());

    assertThat(Files.readAllBytes(spoken("Hello again.").timings())).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "42",
        "Visit https://example.com/a?b=c, it costs $3.50 at 10:45!",
        "C++ & C# <b>rock</b> @home 100 % &lt; ]]>",
        "brrr pfft xkcd",
        "1️⃣ 🎉 Café Łódź x\u0000y",
        "I. I. I."
      })
  void speaksWhatPeopleType(String words) throws Exception {
    GeneratedSpeech typed = spoken(words);

    double[] samples = samples(typed);
    assertThat(typed.duration().toMillis()).isGreaterThan(400);
    assertThat(peak(samples, 0, samples.length)).isGreaterThan(0.2);
  }

  @Test
  void refusesWordsThatTurnOutTooLongWhenSpoken() throws Exception {
    String words = "w ".repeat(250);
    assertThat(model().check(new SpeechPrompt(words, "slt")))
        .isInstanceOf(SpeechCheck.Speakable.class);

    Result<GeneratedSpeech> answer = model().speak(new SpeechPrompt(words, "slt"));

    assertThat(answer).isEqualTo(new Result.Refused<>(Failure.Code.TOO_LONG));
    assertThat(filesLeft()).isEmpty();
  }

  @Test
  void refusesWhatItCannotSpeakWithoutLoadingTheVoice() throws Exception {
    for (String words : List.of("", "😀😀", "Привет мир", "Hello, world! ".repeat(360))) {
      Result<GeneratedSpeech> answer = model().speak(new SpeechPrompt(words, "slt"));

      assertThat(answer).isInstanceOf(Result.Refused.class);
    }
    assertThat(filesLeft()).isEmpty();
  }

  @Test
  void refusesAVoiceThatItDoesNotHave() throws Exception {
    SpeechPrompt prompt = new SpeechPrompt("Hello.", "kevin");

    assertThat(model().check(prompt)).isEqualTo(new SpeechCheck.NoSuchVoice());
    assertThat(model().speak(prompt)).isEqualTo(new Result.Refused<>(Failure.Code.NO_SUCH_VOICE));
  }

  @Test
  void speaksHalfAsFastAndTwiceAsFast() throws Exception {
    Duration slow = spoken(new SpeechPrompt(WORDS, "slt", new SpeechStyle(0.5, 0))).duration();
    Duration fast = spoken(new SpeechPrompt(WORDS, "slt", new SpeechStyle(2, 0))).duration();

    double natural = spoken.duration().toMillis() - 300.0; // without the silence at both ends
    assertThat((slow.toMillis() - 300) / natural).isCloseTo(2, within(0.1));
    assertThat((fast.toMillis() - 300) / natural).isCloseTo(0.5, within(0.05));
  }

  @Test
  void speaksHigherInTheSameTime() throws Exception {
    GeneratedSpeech high = spoken(new SpeechPrompt(WORDS, "slt", new SpeechStyle(1, 7)));

    assertThat(high.duration()).isCloseTo(spoken.duration(), Duration.ofMillis(50));
    double factor = Pitch.of(samples(high)) / Pitch.of(samples(spoken));
    assertThat(factor).isCloseTo(Math.pow(2, 7 / 12.0), within(0.1));
  }

  @Test
  void stopsWhenInterruptedAndLeavesNoFile() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> model().speak(new SpeechPrompt(WORDS, "slt")))
        .isInstanceOf(InterruptedException.class);
    assertThat(filesLeft()).isEmpty();
  }

  @Test
  void failsLoudlyWhenItsFolderCannotBeWritten() throws Exception {
    Path notAFolder = Files.writeString(work.resolve("file"), "in the way");
    LocalSpeechModel model = new LocalSpeechModel(notAFolder, MARY, ESPEAK);

    assertThatThrownBy(() -> model.speak(new SpeechPrompt("Hi.", "slt")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void writesNothingIntoTheWorkingDirectory() throws Exception {
    spoken("Hi.");

    assertThat(Path.of("log")).doesNotExist();
  }

  private LocalSpeechModel model() {
    return new LocalSpeechModel(work, MARY, ESPEAK);
  }

  private GeneratedSpeech spoken(String words) throws InterruptedException {
    return spoken(new SpeechPrompt(words, "slt"));
  }

  private GeneratedSpeech spoken(SpeechPrompt prompt) throws InterruptedException {
    return spoken(model(), prompt);
  }

  private static GeneratedSpeech spoken(LocalSpeechModel model, SpeechPrompt prompt)
      throws InterruptedException {
    Result<GeneratedSpeech> answer = model.speak(prompt);
    assertThat(answer).isInstanceOf(Result.Ready.class);
    return ((Result.Ready<GeneratedSpeech>) answer).value();
  }

  private static SpeechTimings timings(GeneratedSpeech spoken) throws IOException {
    return new ObjectMapper().readValue(spoken.timings().toFile(), SpeechTimings.class);
  }

  private static double[] samples(GeneratedSpeech spoken)
      throws IOException, UnsupportedAudioFileException {
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(spoken.sound().toFile())) {
      ByteBuffer pcm = ByteBuffer.wrap(sound.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      double[] samples = new double[pcm.remaining() / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = pcm.getShort() / 32768.0;
      }
      return samples;
    }
  }

  private static double peak(double[] samples, int from, int to) {
    double peak = 0;
    for (int i = from; i < to; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  }

  private List<Path> filesLeft() {
    try (Stream<Path> files = Files.list(work)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
