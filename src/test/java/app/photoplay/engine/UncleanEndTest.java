package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.database.Database;
import app.photoplay.engine.JobStore.Room;
import app.photoplay.job.Failure;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.PassingProvider;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// A program that is killed again and again within one step, told from a step that ends the program
/// each time it runs.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
final class UncleanEndTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("app.photoplay.engine");

  private final DatabaseKind kind;
  @TempDir private Path folder;
  private final ScriptedProvider provider = new ScriptedProvider().quick();

  /// The orders whose first step ends the program.
  private final Set<Integer> deadly = new HashSet<>();

  private int ends;
  private Database database;
  private Paid paid;

  UncleanEndTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    LOG.setLevel(Level.OFF);
    database = kind.fresh(folder).get();
    paid = new Paid(database, folder, provider, SettableTime.noon());
  }

  @AfterEach
  void close() {
    paid.close();
    LOG.setLevel(null);
  }

  /// Every step that is begun is cut off by the killer, who comes each so many seconds.
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 45})
  void aProgramThatIsKilledCostsNoAttemptHoweverOften(int seconds) throws Exception {
    JobId job = paid.accepted(1, Idempotency.KEY);
    deadly.add(1);
    for (int kill = 0; kill < 60; kill++) {
      live(seconds);
    }

    deadly.clear();
    live(120);

    assertThat(ends).isPositive();
    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(1);
  }

  @Test
  void aProgramThatIsKilledWithinAStepTwiceAsOftenAsAStepIsTriedGoesOn() throws Exception {
    JobId job = paid.accepted(1, Idempotency.KEY);
    deadly.add(1);
    while (ends < 10) {
      live(120);
    }

    deadly.clear();
    live(120);

    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
  }

  @Test
  void aStepThatEndsTheProgramEachTimeEndsAndTheOthersGoOn() throws Exception {
    JobId before = paid.accepted(1, Idempotency.KEY);
    JobId poison = paid.accepted(2, Idempotency.KEY);
    JobId after = paid.accepted(3, Idempotency.KEY);
    deadly.add(2);

    int lives = livesUntilOver(poison);

    assertThat(paid.report(poison).outcome())
        .contains(new Outcome.Failed(new Failure(Failure.Code.GAVE_UP)));
    assertThat(lives).isEqualTo(Quarantine.CONVICTED + 1);
    assertThat(paid.spent(2)).isEqualTo(Money.ZERO);
    assertThat(paid.report(before).status()).isEqualTo(Status.MADE);
    assertThat(paid.report(after).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(2);
  }

  @Test
  void twoSuchStepsDoNotClearEachOther() throws Exception {
    JobId first = paid.accepted(1, Idempotency.KEY);
    deadly.add(1);
    live(1);
    live(1);
    JobId second = paid.accepted(2, Idempotency.KEY);
    deadly.add(2);

    livesUntilOver(first);
    livesUntilOver(second);

    assertThat(paid.report(first).status()).isEqualTo(Status.FAILED);
    assertThat(paid.report(second).status()).isEqualTo(Status.FAILED);
    assertThat(ends).isLessThan(3 * Quarantine.CONVICTED);
  }

  @Test
  void anOrderlyStopIsNoEnd() throws Exception {
    paid.accepted(1, Idempotency.KEY);
    CountDownLatch begun = new CountDownLatch(1);
    JobEngine engine =
        paid.threaded(
            new PassingProvider(provider) {
              @Override
              public void prepare(PaidRequest request) throws InterruptedException {
                begun.countDown();
                new CountDownLatch(1).await();
              }
            },
            _ -> {});
    engine.start();
    begun.await();
    engine.stop(Duration.ZERO);

    paid.store.recover(paid.time.instant());
    Room light = new Room(LaneRules.local(Lane.LIGHT, 1), 1);
    Claim claim = paid.store.claim(List.of(light), paid.time.instant()).getFirst();

    assertThat(claim.attempt()).isEqualTo(1);
    assertThat(claim.ends()).isZero();
  }

  private int livesUntilOver(JobId job) throws InterruptedException {
    int lives = 0;
    while (!paid.report(job).status().over() && lives < 100) {
      live(120);
      lives++;
    }
    return lives;
  }

  /// A program that lives so long unless a step ends it.
  private void live(int seconds) throws InterruptedException {
    try {
      SteppedEngine engine = paid.engine(new Deadly());
      for (int second = 0; second < seconds; second++) {
        engine.runDue();
        paid.time.advance(Duration.ofSeconds(1));
      }
    } catch (CrashingStore.Crash e) {
      ends++;
    }
  }

  private final class Deadly extends PassingProvider {
    private Deadly() {
      super(provider);
    }

    @Override
    public void prepare(PaidRequest request) {
      if (deadly.contains(request.number())) {
        throw new CrashingStore.Crash();
      }
    }
  }
}
