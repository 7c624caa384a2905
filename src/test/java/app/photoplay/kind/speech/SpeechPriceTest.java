package app.photoplay.kind.speech;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Lane;
import app.photoplay.provider.Router;
import app.photoplay.provider.Work;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.storage.local.LocalArtifactStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechPriceTest {
  private static final int LONGEST = 60;
  private static final PriceBook CENT_A_SECOND =
      PriceBook.perSecond(Map.of("paid.speech", Money.ofMicroUsd(10_000)));
  private static final Money MOST = Money.ofMicroUsd(LONGEST * 10_000L);

  @TempDir private Path folder;

  static Stream<SpeechCheck> whatTellsNoLength() {
    return Stream.of(
        new SpeechCheck.NoSuchVoice(),
        new SpeechCheck.Unspeakable("words"),
        new SpeechCheck.TooLong(1e9),
        new SpeechCheck.Speakable(0),
        new SpeechCheck.Speakable(-1),
        new SpeechCheck.Speakable(Double.NaN));
  }

  @ParameterizedTest
  @MethodSource("whatTellsNoLength")
  void holdsTheMostForSpeechOfUnknownLength(SpeechCheck unknown) {
    assertThat(price(unknown, new SpeechRequest("words", "slt"))).isEqualTo(MOST);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void holdsTheMostForARecordingOfUnknownLength(long millis) {
    assertThat(price(new SpeechCheck.Speakable(1), recording(millis))).isEqualTo(MOST);
  }

  @Test
  void holdsWhatTheWordsMayTakeWhenThatIsKnown() {
    assertThat(price(new SpeechCheck.Speakable(4), new SpeechRequest("words", "slt")))
        .isEqualTo(Money.ofMicroUsd(60_000));
    assertThat(price(new SpeechCheck.Speakable(1), recording(2_500)))
        .isEqualTo(Money.ofMicroUsd(25_000));
  }

  @Test
  void holdsNoMoreThanTheLongestSpeechCosts() {
    assertThat(price(new SpeechCheck.Speakable(1e12), new SpeechRequest("words", "slt")))
        .isEqualTo(MOST);
    assertThat(price(new SpeechCheck.Speakable(1), recording(Long.MAX_VALUE))).isEqualTo(MOST);
  }

  private static SpeechRequest recording(long millis) {
    return new SpeechRequest("", "", SpeechStyle.NATURAL, new Recording("content", 1, millis));
  }

  private Money price(SpeechCheck says, SpeechRequest request) {
    SpeechKind kind =
        new SpeechKind(
            new Checking(says),
            new Router<>(List.of(new Checking(says)), CENT_A_SECOND),
            new LocalArtifactStore(folder, InstantSource.system()),
            LONGEST);
    return kind.plan(request).quote().total();
  }

  /// A paid voice that says that of all words.
  private record Checking(SpeechCheck says) implements SpeechModel {
    @Override
    public String provider() {
      return "paid";
    }

    @Override
    public List<Voice> voices() {
      return List.of();
    }

    @Override
    public SpeechCheck check(SpeechPrompt prompt) {
      return says;
    }

    @Override
    public Lane lane() {
      return Lane.VOICE;
    }

    @Override
    public Optional<Money> price(SpeechNeed need, PriceBook prices) {
      return Optional.of(prices.price(provider(), "speech", need.millis()));
    }

    @Override
    public Work<SpeechInput, GeneratedSpeech> work() {
      throw new UnsupportedOperationException();
    }
  }
}
