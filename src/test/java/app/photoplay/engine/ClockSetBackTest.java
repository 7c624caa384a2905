package app.photoplay.engine;

import static app.photoplay.testkit.ScriptedProvider.Next.NOT_TAKE;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.Database;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A clock that was ahead and is set right while jobs wait for a time by it.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@Timeout(120)
final class ClockSetBackTest {
  private final DatabaseKind kind;
  @TempDir private Path folder;
  private final ScriptedProvider provider = new ScriptedProvider().quick();
  private final LinkedBlockingQueue<JobId> changes = new LinkedBlockingQueue<>();
  private Database database;
  private Paid paid;

  ClockSetBackTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    database = kind.fresh(folder).get();
    paid = new Paid(database, folder, provider, SettableTime.noon());
  }

  @AfterEach
  void close() {
    paid.close();
  }

  /// The job is tried again after a second, whatever the clock says then.
  @ParameterizedTest
  @ValueSource(strings = {"PT30S", "PT1H", "P40D"})
  void aWaitEndsAsIfNothingHadHappened(Duration back) throws Exception {
    JobId job = waiting();

    JobEngine engine = paid.threaded(paid.store, provider, Duration.ofMillis(100), changes::add);
    engine.start();
    paid.time.advance(back.negated());
    while (paid.store.nextDue(paid.time.instant()).filter(it -> it.isAfter(soon())).isPresent()) {
      engine.wake();
      changes.poll(20, TimeUnit.MILLISECONDS);
    }
    paid.time.advance(Duration.ofSeconds(3));
    while (!paid.report(job).status().over()) {
      engine.wake();
      changes.poll(20, TimeUnit.MILLISECONDS);
    }
    engine.stop(Duration.ofSeconds(5));

    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
  }

  /// Half an hour shows by the job's own time, forty days by how long it would wait.
  @ParameterizedTest
  @ValueSource(strings = {"PT30M", "PT2H", "P40D"})
  void whatWaitsIsDueWhenTheProgramStartsAfterIt(Duration back) throws Exception {
    JobId job = waiting();

    paid.time.advance(back.negated());
    paid.restart();
    paid.runDue();

    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
  }

  @Test
  void ordersAfterItComeAfterThoseBefore() throws Exception {
    JobId before = waiting();

    paid.time.advance(Duration.ofHours(-2));
    Paid next = new Paid(database, folder, provider, paid.time);
    next.order(1, Idempotency.KEY, Paid.PRICE, ""); // repeats the one before
    JobId after = next.accepted(1, Idempotency.KEY);

    assertThat(after.value()).isGreaterThan(before.value());
  }

  @Test
  void aStartWithARightClockShortensNoWait() throws Exception {
    JobId job = waiting();

    paid.restart();
    paid.runDue();

    assertThat(paid.report(job).status()).isEqualTo(Status.READY);
  }

  @Test
  void tellsByTheOtherClockByHowMuch() {
    SettableTime wall = SettableTime.noon();
    AtomicLong nanos = new AtomicLong(-5);
    ClockWatch watch = new ClockWatch(wall, nanos::get);

    nanos.addAndGet(Duration.ofSeconds(4).toNanos());
    wall.advance(Duration.ofSeconds(4));
    Duration usual = watch.setBack();
    nanos.addAndGet(Duration.ofSeconds(4).toNanos());
    wall.advance(Duration.ofMinutes(-10));
    Duration set = watch.setBack();
    wall.advance(Duration.ofDays(1));
    Duration forward = watch.setBack();

    assertThat(usual).isZero();
    assertThat(set).isEqualTo(Duration.ofSeconds(604));
    assertThat(forward).isZero();
  }

  private Instant soon() {
    return paid.time.instant().plusSeconds(2);
  }

  /// A job that was not taken at first and waits a second for its next try.
  private JobId waiting() throws InterruptedException {
    provider.next(NOT_TAKE);
    JobId job = paid.accepted(1, Idempotency.KEY);
    paid.runDue();
    assertThat(paid.report(job).status()).isEqualTo(Status.READY);
    return job;
  }
}
