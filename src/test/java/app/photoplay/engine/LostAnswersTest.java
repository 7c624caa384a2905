package app.photoplay.engine;

import static app.photoplay.testkit.ScriptedProvider.Next.NOT_TAKE;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Entry;
import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.job.Audit;
import app.photoplay.engine.JobStore.Commit;
import app.photoplay.engine.JobStore.Room;
import app.photoplay.intake.DeskStore;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.FaultyStore;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/// A program that lives on while answers of its database get lost: what was claimed or written all
/// the same goes on without a restart.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@Timeout(120)
final class LostAnswersTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("app.photoplay.engine");
  private static final Duration OFTEN = Duration.ofMillis(100);

  private final DatabaseKind kind;
  @TempDir private Path folder;
  private final ScriptedProvider provider = new ScriptedProvider().quick();
  private final LinkedBlockingQueue<JobId> changes = new LinkedBlockingQueue<>();
  private Database database;
  private Paid paid;

  LostAnswersTest(DatabaseKind kind) {
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

  @ParameterizedTest
  @CsvSource({"claim", "intend", "commit of Ready", "commit of Submitted", "commit of End"})
  void goesOnWhenOneAnswerIsLost(String lost) throws Exception {
    JobId job = paid.accepted(1, Idempotency.NONE);

    JobEngine engine = started(new FaultyStore(paid.store, lost));
    awaitEnd(job);
    engine.stop(Duration.ofSeconds(5));

    assertPaidOnce(job);
  }

  @Test
  void goesOnWhenTheAnswerToACommitOfALaterAttemptIsLost() throws Exception {
    provider.next(NOT_TAKE);
    JobId job = paid.accepted(1, Idempotency.KEY);

    JobEngine engine = started(new FaultyStore(paid.store, "commit of Submitted", 2));
    while (paid.report(job).status() != Status.MADE) {
      changes.poll(50, TimeUnit.MILLISECONDS);
      paid.time.advance(Duration.ofSeconds(1));
      engine.wake();
    }
    engine.stop(Duration.ofSeconds(5));

    assertPaidOnce(job);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void leavesNothingStuckAndPaysNothingTwiceOnABadLine(int seed) throws Exception {
    FaultyStore line = new FaultyStore(paid.store, new Random(seed), 5);
    List<JobId> jobs = new ArrayList<>();
    JobEngine engine = started(line);
    for (int order = 0; order < 45; order++) {
      Idempotency idempotency = Idempotency.values()[order % Idempotency.values().length];
      if (paid.order(order, idempotency, Paid.PRICE, "")
          instanceof DeskStore.Placed.Accepted(var job)) {
        jobs.add(job);
      }
      engine.wake();
    }
    for (JobId job : jobs) {
      awaitEnd(job);
    }
    engine.stop(Duration.ofSeconds(5));

    jobs.forEach(this::assertPaidOnce);
    assertThat(provider.charged()).hasSameSizeAs(jobs).doesNotHaveDuplicates();
    Audit.Findings found = new Audit(database).findings();
    assertThat(found.open()).isZero();
    assertThat(found.lingering() + found.holding() + found.paying() + found.unbalanced()).isZero();
    assertThat(found.drift()).isZero();
    assertThat(line.faults().keySet()).anyMatch(it -> it.startsWith("after commit"));
  }

  @Test
  void keepsOutAClaimThatWasFreedAndMadeAgainInTheSameAttempt() {
    paid.accepted(1, Idempotency.KEY);
    Claim lost = claim();
    List<JobId> held = paid.store.reconcile(lost.ticket()::equals, paid.time.instant());
    List<JobId> freed = paid.store.reconcile(_ -> false, paid.time.instant());
    Claim again = claim();

    assertThat(held).isEmpty();
    assertThat(freed).containsExactly(lost.job());
    assertThat(again.attempt()).isEqualTo(lost.attempt());
    assertThat(commit(lost)).isEqualTo(Commit.OUTDATED);
    assertThat(commit(again)).isEqualTo(Commit.WRITTEN);
  }

  @Test
  void endsWhatWasCancelledWhenItIsFreed() {
    JobId job = paid.accepted(1, Idempotency.KEY);
    claim();
    paid.cancel(1, job);

    paid.store.reconcile(_ -> false, paid.time.instant());

    assertThat(paid.report(job).status()).isEqualTo(Status.CANCELLED);
    assertThat(paid.spent(1)).isEqualTo(Money.ZERO);
  }

  private Claim claim() {
    Room light = new Room(LaneRules.local(Lane.LIGHT, 10), 10);
    return paid.store.claim(List.of(light), paid.time.instant()).getFirst();
  }

  private Commit commit(Claim claim) {
    Transition end = new Transition.End(new Outcome.Made(List.of()), Money.ZERO);
    return paid.store.commit(claim, end, paid.time.instant());
  }

  private JobEngine started(JobStore line) {
    JobEngine engine = paid.threaded(line, provider, OFTEN, changes::add);
    engine.start();
    return engine;
  }

  private void awaitEnd(JobId job) throws InterruptedException {
    while (!paid.report(job).status().over()) {
      changes.poll(50, TimeUnit.MILLISECONDS);
    }
  }

  private void assertPaidOnce(JobId job) {
    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(paid.report(job).cost()).isEqualTo(Paid.PRICE);
    assertThat(paid.ledger.entries(job.value()))
        .extracting(Entry::kind)
        .containsExactly(Entry.Kind.HOLD, Entry.Kind.RELEASE, Entry.Kind.CHARGE);
  }
}
