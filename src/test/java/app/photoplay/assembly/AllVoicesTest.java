package app.photoplay.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Lane;
import app.photoplay.provider.Work;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whose voice speaks when nobody named a voice, but somebody who shall speak.
class AllVoicesTest {
  private final AllVoices voices =
      new AllVoices(
          List.of(
              new Speaker("local", List.of(voice("slt", "en-US"))),
              new Speaker(
                  "paid", List.of(voice("paid-hans", "de-DE"), voice("paid-kate", "en-GB"))),
              new Speaker("more", List.of(voice("more-rosa", "es-ES")))));

  @Test
  void theVoiceIsOfWhoIsNamedAndOfTheLanguageOfTheWords() {
    assertThat(voices.voiceOf("paid", "A fox wakes", "en").map(SpeechModel.Voice::name))
        .contains("paid-kate");
    assertThat(voices.voiceOf("local", "A fox wakes", "en").map(SpeechModel.Voice::name))
        .contains("slt");
  }

  @Test
  void whoDoesNotSpeakTheLanguageOrAtAllHasNone() {
    assertThat(voices.voiceOf("more", "A fox wakes", "en")).isEmpty();
    assertThat(voices.voiceOf("runway", "A fox wakes", "en")).isEmpty();
    assertThat(voices.voiceOf("", "A fox wakes", "en")).isEmpty();
  }

  private static SpeechModel.Voice voice(String name, String language) {
    return new SpeechModel.Voice(name, language, name);
  }

  private record Speaker(String provider, List<SpeechModel.Voice> voices) implements SpeechModel {
    @Override
    public Lane lane() {
      return Lane.VOICE;
    }

    @Override
    public Optional<Money> price(SpeechNeed need, PriceBook prices) {
      return Optional.empty();
    }

    @Override
    public Work<SpeechInput, GeneratedSpeech> work() {
      throw new AssertionError("nobody speaks");
    }

    @Override
    public SpeechCheck check(SpeechPrompt prompt) {
      return new SpeechCheck.NoSuchVoice();
    }
  }
}
