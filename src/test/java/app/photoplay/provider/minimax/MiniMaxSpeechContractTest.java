package app.photoplay.provider.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Speech by MiniMax.
class MiniMaxSpeechContractTest extends PaidModelContract<SpeechInput, GeneratedSpeech> {
  private static final SpeechPrompt HELLO =
      new SpeechPrompt("Hello <#9#> there!", "minimax-wise-woman", new SpeechStyle(1.5, -2.4));

  @TempDir Path home;

  @Override
  protected Bench<SpeechInput, GeneratedSpeech> bench(Path home) throws Exception {
    MiniMaxBench bench = new MiniMaxBench(home, KEY);
    return new Bench<>(bench.api(), work(bench), HELLO, bench.workshop(), bench.time());
  }

  @Override
  protected Set<Step> steps() {
    return Set.of(Step.ORDER, Step.MEDIA);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    // an answer without sound is none
    return step == Step.ORDER && trouble != Trouble.MORE_FIELDS
        ? HailuoContractTest.order(trouble, KEY)
        : Optional.empty();
  }

  @Test
  void theWordsGoOutAsDocumented() throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      accepted(bench);

      assertThat(bench.api().calls(Step.ORDER).getFirst().json())
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"model": "speech-2.8-turbo",
                       "text": "Hello < #9#> there!",
                       "stream": false,
                       "voice_setting":
                         {"voice_id": "Wise_Woman", "speed": 1.5, "vol": 1, "pitch": -2},
                       "audio_setting":
                         {"sample_rate": 44100, "bitrate": 128000, "format": "mp3", "channel": 1},
                       "language_boost": "auto",
                       "output_format": "url"}
                      """));
    }
  }

  @Test
  void theLettersThatWereCountedAreCharged() throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      String operation = accepted(bench);

      assertThat(work(bench).poll(operation, () -> Optional.of(HELLO)))
          .isInstanceOfSatisfying(
              Result.Charged.class, it -> assertThat(it.amount()).isEqualTo(new Money(19 * 60)));
    }
  }

  @Test
  void soundInDigitsIsKeptUntilItIsAskedFor() throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      bench.api().saysDigits();
      String operation = accepted(bench);

      assertThat(operation).hasSizeLessThan(300);
      assertThat(work(bench).poll(operation, () -> Optional.of(HELLO)))
          .isInstanceOf(Result.Charged.class);
      assertThat(bench.api().calls(Step.MEDIA)).isEmpty();
    }
  }

  @Test
  void anAddressThatIsTooLongForAnOperationIsKept() throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      bench.api().signs("x".repeat(3000));
      String operation = accepted(bench);

      assertThat(operation).hasSizeLessThan(300);
      assertThat(work(bench).poll(operation, () -> Optional.of(HELLO)))
          .isInstanceOf(Result.Charged.class);
    }
  }

  @Test
  void soundInDigitsThatAnotherMachineKeepsIsGone() throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home);
        MiniMaxBench other = new MiniMaxBench(Files.createDirectory(home.resolve("other")))) {
      bench.api().saysDigits();
      String operation = accepted(bench);

      assertThat(work(other).poll(operation, () -> Optional.of(HELLO)))
          .isEqualTo(new Result.Refused<GeneratedSpeech>(Failure.Code.RESULT_GONE));
    }
  }

  @Test
  void itIsPricedByTheLetter() throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      PriceBook prices = MiniMaxBench.catalogue().with(new PriceBook(Map.of()));

      assertThat(bench.speaker().price(new SpeechNeed("minimax-wise-woman", 4000, 100), prices))
          .contains(new Money(6000));
      assertThat(bench.speaker().price(new SpeechNeed("somebody-else", 4000, 100), prices))
          .isEmpty();
      assertThat(bench.speaker().price(new SpeechNeed("", 4000, 0), prices))
          .as("a recording")
          .isEmpty();
    }
  }

  private static String accepted(MiniMaxBench bench) throws Exception {
    Sent sent = work(bench).order(HELLO, Uploads.NONE, new Money(2000)).send("one");
    return ((Sent.Accepted) sent).operation();
  }

  private static Work.Paid<SpeechInput, GeneratedSpeech> work(MiniMaxBench bench) {
    return (Work.Paid<SpeechInput, GeneratedSpeech>) bench.speaker().work();
  }
}
