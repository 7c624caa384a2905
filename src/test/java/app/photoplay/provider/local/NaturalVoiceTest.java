package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.job.Failure;
import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Result;
import app.photoplay.provider.local.piper.TinyVoice;
import app.photoplay.provider.local.piper.VoiceInstaller;
import app.photoplay.provider.local.piper.VoiceShelf;
import app.photoplay.provider.local.piper.VoiceTable;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechModel.Voice;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A natural voice as people hear it: espeak-ng's phones, ONNX Runtime in its process, and a voice
/// that hums each phone for as long as its number says.
class NaturalVoiceTest {
  private static final Espeak ESPEAK = new Espeak(new EspeakFiles(Path.of("target", "cache")));
  private static final String WORDS = "Hello my dear friends, it is me! How are you?";

  @TempDir Path work;
  private VoiceShelf shelf;

  @BeforeEach
  void bringTheLibrary() throws Exception {
    shelf = new VoiceShelf(Files.createDirectories(work.resolve("shelf")));
    Path jar =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(it -> it.getFileName().toString().startsWith("onnxruntime-"))
            .findFirst()
            .orElseThrow();
    Files.createSymbolicLink(shelf.runtime(), jar.toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(ints = {16_000, 22_050, 44_100})
  void speaksWithTheTimesOfItsOwnPhones(int rate) throws Exception {
    add(rate);
    LocalSpeechModel model = model();
    assertThat(model.voiceFor(WORDS, "").map(Voice::description))
        .contains("Tina, English (United States)");

    GeneratedSpeech spoken = spoken(model, new SpeechPrompt(WORDS, "tina"));

    SpeechTimings timings = timings(spoken);
    assertThat(timings.words().stream().map(Word::text)).containsExactly(WORDS.split(" "));
    assertThat(timings.phones().stream().map(Phone::symbol))
        .startsWith("_", "h", "ə", "l", "oʊ".substring(0, 1));
    double end = 0;
    for (Phone phone : timings.phones()) {
      assertThat(phone.startMillis()).isCloseTo(end, within(0.01));
      end = phone.endMillis();
    }
    assertThat(end).isCloseTo(spoken.duration().toNanos() / 1e6, within(1.0));
    assertThat(Loudness.of(Sounds.readWav(spoken.sound()))).isCloseTo(-16, within(0.5));
    // before the first phone the voice is all but silent
    double[] samples = Sounds.readWav(spoken.sound());
    Phone first = timings.phones().get(1);
    assertThat(level(samples, first.startMillis() - 20, first.startMillis() - 5)).isLessThan(1e-3);
    assertThat(level(samples, first.startMillis(), first.endMillis())).isGreaterThan(1e-3);
  }

  @Test
  void speaksFasterAndHigher() throws Exception {
    add(22_050);
    LocalSpeechModel model = model();
    double usual = seconds(model, SpeechStyle.NATURAL);

    assertThat(seconds(model, new SpeechStyle(2, 0)) / usual).isBetween(0.5, 0.75);
    assertThat(seconds(model, new SpeechStyle(1, 6)) / usual).isBetween(0.85, 1.2);
  }

  @Test
  void speaksInTheWaysThatAllVoicesDo() throws Exception {
    add(22_050);

    assertThat(model().named("tina storyteller", WORDS, "").map(Voice::name))
        .contains("tina-storyteller");
    assertThat(spoken(model(), new SpeechPrompt(WORDS, "tina-storyteller")).duration())
        .isPositive();
  }

  @Test
  void aVoiceThatLacksASoundSaysSoAndTheNextTextIsSpoken() throws Exception {
    Path own = TinyVoice.into(work.resolve("own"), 22_050);
    Path settings = own.resolve("tiny.onnx.json");
    Files.writeString(settings, Files.readString(settings).replace("\"ð\"", "\"#\""));
    installed("tina", own);
    LocalSpeechModel model = model();

    Result<GeneratedSpeech> lacking = model.speak(new SpeechPrompt("This is that.", "tina"));

    assertThat(((Result.Refused<GeneratedSpeech>) lacking).failure().code())
        .isEqualTo(Failure.Code.UNSPEAKABLE);
    assertThat(spoken(model, new SpeechPrompt("Hello you.", "tina")).duration()).isPositive();
  }

  @Test
  void aModelThatDoesNotRunBreaksThatOrderAlone() throws Exception {
    add(22_050);
    Path file = work.resolve("shelf").resolve("tina").resolve("voice.onnx");
    Files.write(file, "broken".getBytes(StandardCharsets.UTF_8));
    LocalSpeechModel model = model();

    Result<GeneratedSpeech> broken = model.speak(new SpeechPrompt(WORDS, "tina"));

    assertThat(((Result.Broken<GeneratedSpeech>) broken).cause())
        .hasMessageContaining("does not load");
    assertThat(spoken(model, new SpeechPrompt("Guten Tag", "de")).duration()).isPositive();
  }

  @Test
  void aVoiceThatCannotBeReadIsLeftOut() throws Exception {
    add(22_050);
    Files.writeString(work.resolve("shelf").resolve("tina").resolve("voice.json"), "{");

    assertThat(model().voices().stream().map(Voice::name)).contains("slt").doesNotContain("tina");
  }

  private void add(int rate) throws Exception {
    installed("tina", TinyVoice.into(work.resolve("own"), rate));
  }

  private void installed(String name, Path from) throws Exception {
    new VoiceInstaller(shelf, VoiceTable.read()).add(name, Optional.of(from), "");
  }

  private double seconds(LocalSpeechModel model, SpeechStyle manner) throws Exception {
    return spoken(model, new SpeechPrompt(WORDS, "tina", manner)).duration().toMillis() / 1000.0;
  }

  private static double level(double[] samples, double from, double to) {
    double sum = 0;
    int count = 0;
    for (int i = (int) (from * 48); i < to * 48; i++) {
      sum += samples[i] * samples[i];
      count++;
    }
    return Math.sqrt(sum / count);
  }

  private static SpeechTimings timings(GeneratedSpeech spoken) throws Exception {
    return new ObjectMapper().readValue(spoken.timings().toFile(), SpeechTimings.class);
  }

  private static GeneratedSpeech spoken(LocalSpeechModel model, SpeechPrompt prompt)
      throws InterruptedException {
    Result<GeneratedSpeech> result = model.speak(prompt);
    assertThat(result).isInstanceOf(Result.Ready.class);
    return ((Result.Ready<GeneratedSpeech>) result).value();
  }

  private LocalSpeechModel model() {
    return new LocalSpeechModel(
        work.resolve("made"),
        new MaryVoice(),
        ESPEAK,
        Optional.empty(),
        shelf,
        new Sounds(new Ffmpeg(null, "", Path.of("target", "cache"))));
  }
}
