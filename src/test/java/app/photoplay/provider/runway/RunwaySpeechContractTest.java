package app.photoplay.provider.runway;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.provider.Work;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Speech by Runway.
class RunwaySpeechContractTest extends PaidModelContract<SpeechInput, GeneratedSpeech> {
  private static final SpeechPrompt HELLO = new SpeechPrompt("Hello there!", "runway-noah");

  @TempDir Path home;

  @Override
  protected Bench<SpeechInput, GeneratedSpeech> bench(Path home) throws Exception {
    RunwayBench bench = new RunwayBench(home, KEY);
    return new Bench<>(bench.api(), work(bench), HELLO, bench.workshop(), bench.time());
  }

  @Override
  protected Set<Step> steps() {
    return Set.of(Step.ORDER, Step.STATUS, Step.MEDIA);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    return RunwayTroubles.answer(step, trouble, KEY);
  }

  @Override
  protected Duration deadline() {
    return Duration.ofMinutes(10);
  }

  @Test
  void theWordsGoOutAsDocumented() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      work(bench).order(HELLO, Uploads.NONE, new Money(10_000)).send("one");

      assertThat(bench.api().calls(Step.ORDER).getFirst().text())
          .isEqualTo(
              "{\"model\":\"eleven_multilingual_v2\",\"promptText\":\"Hello there!\","
                  + "\"voice\":{\"type\":\"runway-preset\",\"presetId\":\"Noah\"}}");
    }
  }

  @Test
  void everyFiftyLettersBegunCostACredit() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      SpeechModel speaker = bench.runway().voices().getFirst();
      PriceBook prices = RunwayBench.catalogue().with(new PriceBook(Map.of()));

      assertThat(speaker.price(new SpeechNeed("runway-noah", 4000, 50), prices))
          .contains(new Money(10_000));
      assertThat(speaker.price(new SpeechNeed("runway-noah", 4000, 51), prices))
          .contains(new Money(20_000));
      assertThat(speaker.price(new SpeechNeed("", 4000, 0), prices)).isEmpty();
    }
  }

  private static Work.Paid<SpeechInput, GeneratedSpeech> work(RunwayBench bench) {
    return (Work.Paid<SpeechInput, GeneratedSpeech>) bench.runway().voices().getFirst().work();
  }
}
