package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.sound.Loudness;
import app.photoplay.provider.Result;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Phone;
import app.photoplay.provider.speech.SpeechTimings.Word;
import app.photoplay.provider.speech.sound.Utterance;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// espeak-ng in its process, as the model uses it.
class EspeakTest {
  private static final Espeak ESPEAK = new Espeak(new EspeakFiles(Path.of("target", "cache")));
  private static final String GERMAN = "Guten Tag! Ich koste 3,50 € um 10:45 Uhr 👋.";

  @TempDir Path work;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Guten Tag, liebe Freunde!",
        "es | ¡Hola! ¿Cómo estás?",
        "fr | Bonjour, je suis une photo.",
        "it | Buongiorno, sono una foto.",
        "pt | Olá, eu sou uma foto.",
        "ru | Привет, я фотография.",
        "ar | مرحبا، أنا صورة.",
        "hi | नमस्ते, मैं एक तस्वीर हूँ।",
        "zh | 你好，我是一张照片。"
      })
  void speaksTheLanguageOfTheWords(String language, String words) throws Exception {
    LocalSpeechModel model = model();
    String voice = model.voiceFor(words).orElseThrow().name();
    assertThat(voice).isEqualTo(language);
    SpeechPrompt prompt = new SpeechPrompt(words, voice);

    GeneratedSpeech spoken = spoken(model, prompt);

    SpeechTimings timings = timings(spoken);
    assertThat(timings.language()).isEqualTo(language);
    assertThat(timings.alphabet()).isEqualTo("ipa");
    double end = 0;
    for (Phone phone : timings.phones()) {
      assertThat(phone.startMillis()).isCloseTo(end, within(0.01));
      end = phone.endMillis();
    }
    assertThat(end).isCloseTo(spoken.duration().toNanos() / 1e6, within(1.0));
    assertThat(String.join("", timings.words().stream().map(Word::text).toList()))
        .isEqualTo(words.replace(" ", ""));
    double estimate = ((SpeechCheck.Speakable) model.check(prompt)).seconds();
    assertThat(spoken.duration().toMillis() / 1000.0)
        .isLessThan(estimate * 1.25 + 1)
        .isGreaterThan(estimate * 0.6);
  }

  @Test
  void timesTheWordsAsTheyWereWritten() throws Exception {
    SpeechTimings timings = timings(spoken(model(), new SpeechPrompt(GERMAN, "de")));

    assertThat(timings.words().stream().map(Word::text))
        .containsExactly("Guten", "Tag!", "Ich", "koste", "3,50 €", "um", "10:45 Uhr 👋.");
    for (int i = 1; i < timings.words().size(); i++) {
      assertThat(timings.words().get(i).startMillis())
          .isGreaterThanOrEqualTo(timings.words().get(i - 1).endMillis());
    }
  }

  @Test
  void speaksAsLoudAsTheEnglishVoice() throws Exception {
    GeneratedSpeech spoken =
        spoken(model(), new SpeechPrompt(GERMAN + " Das ist alles, was ich sagen wollte.", "de"));

    assertThat(Envelope.of(spoken.sound()).duration()).isEqualTo(spoken.duration());
    assertThat(Loudness.of(samples(spoken.sound()))).isCloseTo(-16, within(0.3));
  }

  @Test
  void speaksFasterAndHigher() throws Exception {
    Utterance natural = said(SpeechStyle.NATURAL);
    Utterance fast = said(new SpeechStyle(2, 0));
    Utterance high = said(new SpeechStyle(1, 7));

    assertThat(fast.spokenSeconds() / natural.spokenSeconds()).isCloseTo(0.5, within(0.1));
    assertThat(Pitch.of(high.samples()) / Pitch.of(natural.samples())).isBetween(1.2, 1.6);
  }

  @Test
  void staysUpAfterAVoiceItDoesNotHave() throws Exception {
    assertThatThrownBy(() -> ESPEAK.say("xx", SpeechStyle.NATURAL, "x", 60))
        .isInstanceOf(IOException.class);

    assertThat(ESPEAK.say("de", SpeechStyle.NATURAL, "Hallo", 60)).isPresent();
  }

  @Test
  void startsAnewWhenItsProcessWasKilled() throws Exception {
    said(SpeechStyle.NATURAL);
    ProcessHandle.current()
        .children()
        .filter(it -> it.info().arguments().map(List::of).orElse(List.of()).contains(PROGRAM))
        .forEach(it -> {
          it.destroyForcibly();
          it.onExit().join();
        });

    assertThat(said(SpeechStyle.NATURAL).spokenSeconds()).isGreaterThan(1);
  }

  private static final String PROGRAM = "app.photoplay.espeak.EspeakProgram";

  @Test
  void stopsAtTheLongestLength() throws Exception {
    assertThat(ESPEAK.say("de", SpeechStyle.NATURAL, "Guten Tag. ".repeat(20), 3)).isEmpty();
    assertThat(ESPEAK.say("de", SpeechStyle.NATURAL, "Hallo", 60)).isPresent();
  }

  private static Utterance said(SpeechStyle manner) throws Exception {
    return ESPEAK.say("de", manner, GERMAN, 60).orElseThrow().utterance(GERMAN);
  }

  private LocalSpeechModel model() {
    return new LocalSpeechModel(work, new MaryVoice(), ESPEAK);
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

  private static double[] samples(Path wav) throws Exception {
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(wav.toFile())) {
      ByteBuffer pcm = ByteBuffer.wrap(sound.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      double[] samples = new double[pcm.remaining() / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = pcm.getShort() / 32768.0;
      }
      return samples;
    }
  }

  @Test
  void aProgramThatEndsWhileItAnswersIsNoShortSentence() throws IOException {
    ByteArrayOutputStream half = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(half);
    out.writeInt(22_050);
    out.writeInt(0);
    out.writeInt(44_100);
    out.write(new byte[20_000]);

    assertThatThrownBy(() ->
            EspeakSound.read(new DataInputStream(new ByteArrayInputStream(half.toByteArray()))))
        .isInstanceOf(EOFException.class);
  }
}
