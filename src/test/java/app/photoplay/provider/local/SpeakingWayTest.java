package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Result;
import app.photoplay.provider.local.piper.VoiceShelf;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeakingWay;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechModel.Voice;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Word;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// One voice in several ways, and a second English one.
class SpeakingWayTest {
  private static final Espeak ESPEAK = new Espeak(new EspeakFiles(Path.of("target", "cache")));
  private static final String GERMAN = "Guten Tag, liebe Freunde!";

  @TempDir Path work;

  @ParameterizedTest
  @CsvSource({
    "warm, Guten Tag, de-warm",
    "Storyteller, Hello my friends, slt-storyteller",
    "childlike, Bonjour mes amis, fr-child",
    "sally robot, Hello, slt-robot",
    "german deep, Hello, de-deep",
    "de-bright, Hello, de-bright",
    "deutsch, Hello, de",
    "sally, Hello, slt"
  })
  void peopleNameAVoiceInTheirOwnWay(String asked, String words, String voice) {
    assertThat(model().named(asked, words, "").map(Voice::name)).contains(voice);
  }

  @Test
  void nobodyIsCalledSo() {
    assertThat(model().named("klingon warm", "Hello", "")).isEmpty();
    assertThat(model().named("nobody", "Hello", "")).isEmpty();
    assertThat(model().voice("xx-warm")).isEmpty();
  }

  @Test
  void eachWayIsListedByNameAndLanguage() {
    assertThat(model().voices().stream().map(Voice::description))
        .contains("Warm, English (US)", "Storyteller, English (US)", "Robot, English (US)");
    assertThat(model().voice("de-storyteller").orElseThrow().description())
        .isEqualTo("Storyteller, German");
  }

  @ParameterizedTest
  @EnumSource
  void speaksInEachWayWithTheTimesOfItsWords(SpeakingWay way) throws Exception {
    SpeechPrompt prompt = new SpeechPrompt(GERMAN, "de-" + way.code());

    GeneratedSpeech spoken = spoken(model(), prompt);

    double estimate = ((SpeechCheck.Speakable) model().check(prompt)).seconds();
    assertThat(spoken.duration().toMillis() / 1000.0).isLessThan(estimate * 1.25 + 1);
    SpeechTimings timings =
        new ObjectMapper().readValue(spoken.timings().toFile(), SpeechTimings.class);
    assertThat(timings.words().stream().map(Word::text))
        .containsExactly("Guten", "Tag,", "liebe", "Freunde!");
  }

  @Test
  void aManSpeaksEnglishWhereTheSystemHasFlite() throws Exception {
    LocalSpeechModel model = model(FliteVoice.on(flite().toString()));
    assertThat(model.named("robert", "Hello", "").map(Voice::name)).contains("rms");

    GeneratedSpeech spoken = spoken(model, new SpeechPrompt("Hello there, my friends!", "rms"));

    SpeechTimings timings =
        new ObjectMapper().readValue(spoken.timings().toFile(), SpeechTimings.class);
    assertThat(timings.alphabet()).isEqualTo("ipa");
    assertThat(timings.words().stream().map(Word::text))
        .containsExactly("Hello", "there,", "my", "friends!");
    // 150 ms are before the first sound; the comma is a pause
    assertThat(timings.words().get(0).startMillis()).isEqualTo(150);
    assertThat(timings.words().get(1).endMillis()).isLessThan(timings.words().get(2).startMillis());
    assertThat(model.voiceFor("Hello there", "").map(Voice::name)).contains("slt");
  }

  @Test
  void nobodyElseSpeaksWhereItHasNot() {
    assertThat(FliteVoice.on("/nowhere")).isEmpty();
    assertThat(model().named("robert", "Hello", "")).isEmpty();
  }

  /// A program that prints what flite 2.2 does for these words, beside a sound of that length.
  private Path flite() throws IOException {
    Path folder = Files.createDirectories(work.resolve("bin"));
    Path wav = folder.resolve("said.wav");
    Sounds.writeWav(new double[(int) (1.9 * 48_000)], wav);
    Path program = folder.resolve("flite");
    Files.writeString(
        program,
        """
        #!/bin/sh
        while [ "$1" != -o ]; do shift; done
        cp "$(dirname "$0")/said.wav" "$2"
        echo "pau:0.119 hh:0.212 ax:0.261 l:0.412 ow:0.582 dh:0.638 eh:0.776 r:0.914 pau:1.033 \
        m:1.117 ay:1.195 f:1.272 r:1.361 eh:1.456 n:1.549 d:1.610 z:1.706 pau:1.858 "
        """);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }

  private static GeneratedSpeech spoken(LocalSpeechModel model, SpeechPrompt prompt)
      throws InterruptedException {
    return ((Result.Ready<GeneratedSpeech>) model.speak(prompt)).value();
  }

  private LocalSpeechModel model() {
    return model(Optional.empty());
  }

  private LocalSpeechModel model(Optional<FliteVoice> flite) {
    return new LocalSpeechModel(
        work,
        new MaryVoice(),
        ESPEAK,
        flite,
        new VoiceShelf(work.resolve("voices")),
        new Sounds(new Ffmpeg(null, "", Path.of("target", "cache"))));
  }
}
