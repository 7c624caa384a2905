package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chaos.Break;
import app.photoplay.chaos.Chaos;
import app.photoplay.chaos.ChaosSettings;
import app.photoplay.chaos.Tally;
import app.photoplay.testkit.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short `./photoplay chaos`: real processes, killed at random moments.
class ChaosTest {
  @TempDir private Path work;

  @Test
  void losesNothingAndPaysOnceWhoeverIsKilledWhen() throws Exception {
    Tally tally = run(Duration.ofSeconds(20), Optional.empty(), Break.NOTHING);

    assertThat(tally.facts().get(Tally.KILLS)).isPositive();
    assertThat(tally.violations()).allSatisfy((_, figure) -> assertThat(figure).isZero());
  }

  @Test
  void noticesThatThereIsNoIntentLog() throws Exception {
    Tally tally = run(Duration.ZERO, Optional.of(6), Break.NO_INTENT_LOG);

    assertThat(tally.clean()).isFalse();
    assertThat(tally.violations())
        .anySatisfy((name, figure) -> {
          assertThat(name).startsWith(Tally.PAID_TWICE);
          assertThat(figure).isPositive();
        });
  }

  @Test
  @Tag("proof")
  void paysOnceAndRefusesWhatAThawedWorkerWritesAboutJobsThatOthersTookOver() throws Exception {
    Tally tally =
        Chaos.run(
            new ChaosSettings(
                Duration.ZERO,
                Optional.of(1),
                1,
                2,
                Optional.of(PostgresServer.database()),
                4711,
                Break.NOTHING,
                work,
                ChaosRuns.command()));

    assertThat(tally.facts().get(Tally.STALE)).isPositive();
    assertThat(tally.violations()).allSatisfy((_, figure) -> assertThat(figure).isZero());
  }

  private Tally run(Duration lasting, Optional<Integer> kills, Break broken) throws Exception {
    return Chaos.run(
        new ChaosSettings(
            lasting, kills, 0, 1, Optional.empty(), 4711, broken, work, ChaosRuns.command()));
  }
}
