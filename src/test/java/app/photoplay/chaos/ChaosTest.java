package app.photoplay.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short `./photoplay chaos`: real processes, killed at random moments.
class ChaosTest {
  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER)
  private Path work;

  @Test
  void losesNothingAndPaysOnceWhoeverIsKilledWhen() throws Exception {
    Tally tally = run(Duration.ofSeconds(20), Optional.empty(), Break.NOTHING);

    assertThat(tally.facts().get(Tally.KILLS)).isPositive();
    assertThat(tally.violations()).allSatisfy((_, figure) -> assertThat(figure).isZero());
  }

  @Test
  @Tag("proof")
  void findsBackToItsWorkInTheSameLifeWhenTheDatabaseLosesAcknowledgements() throws Exception {
    Tally tally =
        Chaos.run(
            new ChaosSettings(
                Duration.ofSeconds(30),
                Optional.empty(),
                0,
                0,
                1,
                Optional.empty(),
                4711,
                Break.NOTHING,
                true,
                work,
                ChaosMain.command()));

    assertThat(tally.facts().get(Tally.LOST)).isPositive();
    assertThat(tally.violations()).allSatisfy((_, figure) -> assertThat(figure).isZero());
  }

  @Test
  @Tag("proof")
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
  void noticesThatTheAllowanceIsLookedAtFirstAndTakenLater() throws Exception {
    List<String> command = new ArrayList<>(ChaosMain.command());
    command.add(1, "-Djava.io.tmpdir=" + work);
    command.addAll(List.of("--kills", "1", "--workers", "1", "--seed", "4711"));
    command.addAll(List.of("--break", "check-then-debit"));
    Process chaos =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectError(work.resolve("chaos.log").toFile())
            .start();
    String printed = new String(chaos.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(chaos.waitFor()).as(printed).isEqualTo(1);
    assertThat(printed.lines().filter(it -> it.contains("VIOLATION")))
        .singleElement()
        .asString()
        .startsWith(Tally.OVER_CAP);
  }

  @Test
  @Tag("proof")
  void paysOnceAndRefusesWhatAThawedWorkerWritesAboutJobsThatOthersTookOver() throws Exception {
    Tally tally = shared(1, 1, 0, Break.NOTHING);

    assertThat(tally.facts().get(Tally.STALE)).isPositive();
    assertThat(tally.violations()).allSatisfy((_, figure) -> assertThat(figure).isZero());
  }

  /// Two workers on one server.
  private Tally shared(int kills, int freezes, int cuts, Break broken) throws Exception {
    return Chaos.run(
        new ChaosSettings(
            Duration.ZERO,
            Optional.of(kills),
            freezes,
            cuts,
            2,
            Optional.of(PostgresServer.database()),
            4711,
            broken,
            false,
            work,
            ChaosMain.command()));
  }

  private Tally run(Duration lasting, Optional<Integer> kills, Break broken) throws Exception {
    return Chaos.run(
        new ChaosSettings(
            lasting,
            kills,
            0,
            0,
            1,
            Optional.empty(),
            4711,
            broken,
            false,
            work,
            ChaosMain.command()));
  }
}
