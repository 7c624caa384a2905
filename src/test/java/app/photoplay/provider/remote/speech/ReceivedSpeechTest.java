package app.photoplay.provider.remote.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.Sounds;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.speech.ReceivedSpeech.Said;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.SpeechTimings.Word;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivedSpeechTest {
  @TempDir Path home;
  private Path sound;
  private Path made;
  private ReceivedSpeech received;

  @BeforeEach
  void receive() throws Exception {
    sound = Parts.tone(home.resolve("sound.wav"), 4);
    made = home.resolve("made");
    received = new ReceivedSpeech(made);
  }

  private static SpeechTimings timings(GeneratedSpeech speech) throws Exception {
    return new ObjectMapper().readValue(speech.timings().toFile(), SpeechTimings.class);
  }

  @Test
  void isAsLoudAsAllSpeechWithSilenceAroundIt() throws Exception {
    GeneratedSpeech speech = received.made(sound, new Said("Hello you", "en", List.of(), 60));

    double[] samples = Sounds.readWav(speech.sound());
    assertThat(Loudness.of(samples)).isBetween(-16.5, -15.5);
    assertThat(samples[0]).isZero();
    assertThat(speech.duration().toMillis()).isBetween(4200L, 4400L);
    assertThat(sound).doesNotExist();
  }

  @Test
  void takesTheTimesThatAreTold() throws Exception {
    List<Word> told = List.of(new Word("Hello,", 0, 1000), new Word("you!", 3000, 4000));

    GeneratedSpeech speech = received.made(sound, new Said("Hello,\nyou!", "en", told, 60));

    List<Word> words = timings(speech).words();
    assertThat(words).extracting(Word::text).containsExactly("Hello,", "you!");
    assertThat(words.getLast().startMillis() - words.getFirst().startMillis()).isEqualTo(3000);
  }

  @Test
  void guessesTimesThatNobodyTells() throws Exception {
    GeneratedSpeech speech = received.made(sound, new Said("Hello halo", "en", List.of(), 60));

    List<Word> words = timings(speech).words();
    assertThat(words).extracting(Word::text).containsExactly("Hello", "halo");
    assertThat(words.getLast().startMillis()).isBetween(2200.0, 2600.0);
  }

  @Test
  void leavesNothingOfWhatIsNoSpeech() throws Exception {
    Path silence = home.resolve("silence.wav");
    Sounds.writeWav(new double[48_000], silence);
    Path page = Files.writeString(home.resolve("page"), "<html>");

    for (Path bad : List.of(silence, page)) {
      assertThatThrownBy(() -> received.made(bad, new Said("Hi", "en", List.of(), 60)))
          .isInstanceOfSatisfying(
              Fault.Thrown.class, it -> assertThat(it.fault()).isInstanceOf(Fault.Output.class));
      assertThat(bad).doesNotExist();
    }
    assertThatThrownBy(() -> received.made(sound, new Said("Hi", "en", List.of(), 3)))
        .isInstanceOf(Fault.Thrown.class);
    if (Files.exists(made)) {
      try (Stream<Path> files = Files.list(made)) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void isSentAtHalfTheRateAndAtLeastSoLong() throws Exception {
    byte[] whole = SentSpeech.wav(sound, 0);
    byte[] longer = SentSpeech.wav(sound, 5);

    assertThat(whole).hasSize(44 + 4 * 24_000 * 2);
    assertThat(longer).hasSize(44 + 5 * 24_000 * 2);
    Path sent = Files.write(home.resolve("sent.wav"), longer);
    double[] heard = Sounds.readWav(sent);
    assertThat(heard).hasSize(5 * 48_000);
    assertThat(heard[heard.length - 1]).isZero();
    assertThat(Math.abs(Loudness.of(heard) - Loudness.of(Sounds.readWav(sound)))).isLessThan(0.5);
  }
}
