package app.photoplay.provider.runway;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Provider.Look;
import app.photoplay.provider.remote.Step;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator is told of an account.
class RunwayLookTest {
  @TempDir Path home;

  @Test
  void creditMissingModelsAndUsedUpDaysAreTold() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      bench.api().balance(1234.5);

      assertThat(bench.runway().look())
          .containsExactly(
              new Look(
                  "",
                  true,
                  "Runway has 12.35 USD of credit left, does not offer seedance2, seedance2_mini,"
                      + " wan3, makes no more today with veo3.1."));
    }
  }

  @Test
  void anEmptyAccountIsNoGoodOne() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      bench.api().balance(0);

      assertThat(bench.runway().look())
          .first()
          .satisfies(it -> assertThat(it.good()).isFalse())
          .satisfies(it -> assertThat(it.said()).startsWith("Runway has 0.00 USD of credit left"));
    }
  }

  @Test
  void aWrongKeyAndAServerThatIsAwayAreToldApart() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      bench.api().next(Step.OTHER, FakeRunway.error(401, "no key " + RunwayBench.KEY));
      bench.api().next(Step.OTHER, Answer.json(502, "<html>"));

      assertThat(bench.runway().look())
          .containsExactly(new Look("", false, "Runway refuses this key."));
      assertThat(bench.runway().look())
          .containsExactly(new Look("", false, "Runway cannot be asked right now."));
    }
  }
}
