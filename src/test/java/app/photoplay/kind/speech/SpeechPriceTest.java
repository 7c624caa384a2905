package app.photoplay.kind.speech;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.PriceBook;
import app.photoplay.provider.Answer;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.storage.local.LocalArtifactStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechPriceTest {
  private static final int LONGEST = 60;
  private static final PriceBook CENT_A_SECOND =
      new PriceBook(Map.of("paid.speech", Money.ofMicroUsd(10_000)));
  private static final Money MOST = Money.ofMicroUsd(LONGEST * 10_000L);

  @TempDir private Path folder;

  static Stream<SpeechCheck> whatTellsNoLength() {
    return Stream.of(
        new SpeechCheck.Unspeakable(Answer.Reason.NO_SUCH_VOICE),
        new SpeechCheck.Unspeakable(Answer.Reason.UNSPEAKABLE, "words"),
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
            new LocalArtifactStore(folder, InstantSource.system()),
            CENT_A_SECOND,
            LONGEST);
    return kind.quote(request, CENT_A_SECOND).total();
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
    public Answer<GeneratedSpeech> speak(SpeechPrompt prompt, RequestKey key) {
      throw new UnsupportedOperationException();
    }
  }
}
