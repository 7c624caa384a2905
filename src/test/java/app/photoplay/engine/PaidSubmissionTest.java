package app.photoplay.engine;

import static app.photoplay.testkit.ScriptedProvider.Next.BUSY;
import static app.photoplay.testkit.ScriptedProvider.Next.LOSE;
import static app.photoplay.testkit.ScriptedProvider.Next.NOT_TAKE;
import static app.photoplay.testkit.ScriptedProvider.Next.TAKE_SILENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Entry;
import app.photoplay.budget.Money;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.intake.UnresolvedSubmissions.Settled;
import app.photoplay.job.Failure;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaidSubmissionTest {
  @TempDir Path folder;
  private final ScriptedProvider provider = new ScriptedProvider();
  private Paid paid;

  @BeforeEach
  void open() {
    paid = new Paid(folder, provider, SettableTime.noon());
  }

  @AfterEach
  void close() {
    paid.close();
  }

  @ParameterizedTest
  @EnumSource
  void paysOnceAndChargesOnce(Idempotency idempotency) throws Exception {
    provider.quick();
    JobId job = paid.accepted(1, idempotency);

    paid.runDue();

    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(1);
    assertThat(paid.ledger.entries(job.value()))
        .extracting(Entry::kind)
        .containsExactly(Entry.Kind.HOLD, Entry.Kind.RELEASE, Entry.Kind.CHARGE);
    assertThat(paid.spent(1)).isEqualTo(Paid.PRICE);
  }

  @Test
  void sendsTheSameKeyAgainToAProviderThatHonoursIt() throws Exception {
    provider.quick().next(TAKE_SILENTLY, LOSE);
    JobId job = paid.accepted(1, Idempotency.KEY);

    paid.runDue();
    paid.pass(Duration.ofSeconds(10));

    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(1);
  }

  @Test
  void looksUpWhatMayHaveArrivedOnceItCannotBeOnTheWireAnyMore() throws Exception {
    provider.quick().next(TAKE_SILENTLY);
    JobId job = paid.accepted(1, Idempotency.LOOKUP);

    paid.runDue();
    paid.pass(Duration.ofSeconds(7));
    Status before = paid.report(job).status();
    paid.pass(Duration.ofSeconds(3));

    assertThat(before).isEqualTo(Status.READY);
    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(1);
  }

  @Test
  void sendsOnceMoreWhatTheProviderNeverHad() throws Exception {
    provider.quick().next(LOSE);
    JobId job = paid.accepted(1, Idempotency.LOOKUP);

    paid.runDue();
    paid.pass(Duration.ofSeconds(12));

    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(1);
  }

  @Test
  void asksWhenNothingTellsAndKeepsTheHold() throws Exception {
    provider.next(TAKE_SILENTLY);
    JobId job = paid.accepted(1, Idempotency.NONE);

    paid.runDue();
    paid.pass(Duration.ofMinutes(2));

    assertThat(paid.report(job).asking()).isTrue();
    assertThat(provider.charged()).hasSize(1);
    assertThat(paid.spent(1)).isEqualTo(Paid.PRICE);
    assertThat(paid.doubts.open())
        .extracting(UnresolvedSubmissions.Doubt::code)
        .containsExactly(paid.code(job));
  }

  @Test
  void sendsAgainWhenTheOwnerWantsIt() throws Exception {
    JobId job = inDoubt();
    provider.quick();

    Settled stranger = paid.doubts.again(paid.person(2), paid.code(job), paid.time.instant());
    Settled owner = paid.doubts.again(paid.person(1), paid.code(job), paid.time.instant());
    Settled twice = paid.doubts.again(paid.person(1), paid.code(job), paid.time.instant());
    paid.runDue();

    assertThat(stranger).isEqualTo(Settled.NOT_YOURS);
    assertThat(owner).isEqualTo(Settled.DONE);
    assertThat(twice).isEqualTo(Settled.NOT_IN_DOUBT);
    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(2);
    assertThat(paid.spent(1)).isEqualTo(Paid.PRICE);
  }

  @Test
  void chargesNothingWhenTheOwnerStopsInDoubt() throws Exception {
    JobId job = inDoubt();

    paid.cancel(1, job);

    assertThat(paid.report(job).status()).isEqualTo(Status.CANCELLED);
    assertThat(paid.spent(1)).isEqualTo(Money.ZERO);
    assertThat(paid.doubts.open()).isEmpty();
  }

  @Test
  void fetchesTheResultThatTheOperatorFoundAtTheProvider() throws Exception {
    JobId job = inDoubt();
    provider.quick();

    settle(job, new UnresolvedSubmissions.Decision.There("op-1"));
    paid.runDue();

    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(1);
  }

  @Test
  void sendsAgainWhatTheOperatorDidNotFind() throws Exception {
    provider.next(LOSE);
    JobId job = paid.accepted(1, Idempotency.NONE);
    paid.runDue();
    provider.quick();

    settle(job, new UnresolvedSubmissions.Decision.Absent());
    paid.runDue();

    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(1);
  }

  @Test
  void endsWithoutChargeWhatTheOperatorCallsLost() throws Exception {
    JobId job = inDoubt();

    settle(job, new UnresolvedSubmissions.Decision.Lost());

    assertThat(paid.report(job).outcome())
        .contains(new Outcome.Failed(new Failure(Failure.Code.OUTCOME_LOST)));
    assertThat(paid.spent(1)).isEqualTo(Money.ZERO);
  }

  @Test
  void losesNoAttemptWhenTheProviderIsBusyAndHoldsTheWholeLane() throws Exception {
    provider.quick().next(BUSY);
    JobId first = paid.accepted(1, Idempotency.KEY);
    JobId second = paid.accepted(2, Idempotency.KEY);

    paid.runDue();
    int after429 = provider.charged().size();
    JobId third = paid.accepted(3, Idempotency.KEY);
    paid.pass(Duration.ofSeconds(6));
    Status waiting = paid.report(third).status();
    paid.pass(Duration.ofSeconds(2));

    // the second was on its way before the first came back
    assertThat(after429).isEqualTo(1);
    assertThat(paid.report(second).status()).isEqualTo(Status.MADE);
    assertThat(waiting).isEqualTo(Status.READY);
    assertThat(paid.report(first).status()).isEqualTo(Status.MADE);
    assertThat(paid.report(third).status()).isEqualTo(Status.MADE);
  }

  @Test
  void givesTheMoneyBackWhenNothingWasTakenAtEveryAttempt() throws Exception {
    provider.next(NOT_TAKE, NOT_TAKE, NOT_TAKE, NOT_TAKE, NOT_TAKE);
    JobId job = paid.accepted(1, Idempotency.NONE);

    paid.runDue();
    paid.pass(Duration.ofSeconds(40));

    assertThat(paid.report(job).outcome())
        .contains(new Outcome.Failed(new Failure(Failure.Code.PROVIDER_BROKEN)));
    assertThat(paid.spent(1)).isEqualTo(Money.ZERO);
    assertThat(provider.charged()).isEmpty();
  }

  @Test
  void sendsNothingWithoutTheRightToTheJob() throws Exception {
    provider.quick();
    paid.lease(_ -> false);
    JobId job = paid.accepted(1, Idempotency.NONE);

    paid.runDue();
    paid.pass(Duration.ofMinutes(1));
    int without = provider.charged().size();
    paid.lease(Lease.ENDLESS);
    paid.pass(Duration.ofSeconds(1));

    assertThat(without).isZero();
    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(1);
  }

  /// Answers that hold the result, such as texts and pictures, take a minute.
  @ParameterizedTest
  @EnumSource
  void waitsForAnAnswerLongerThanItsRightSurelyLasts(Idempotency idempotency) throws Exception {
    provider.quick();
    paid.lease(time -> time.compareTo(Duration.ofSeconds(5)) <= 0);
    JobId job = paid.accepted(1, idempotency);

    paid.runDue();
    paid.pass(Duration.ofMinutes(1));

    assertThat(provider.charged()).hasSize(1);
    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
  }

  @Test
  void stopsWhatRunsAtTheProviderWhenItIsCancelled() throws Exception {
    JobId job = paid.accepted(1, Idempotency.KEY);
    paid.runDue();

    paid.cancel(1, job);
    paid.restart();
    paid.runDue();

    assertThat(provider.cancelled()).containsExactly("op-1");
    assertThat(paid.report(job).status()).isEqualTo(Status.CANCELLED);
    assertThat(paid.spent(1)).isEqualTo(Money.ZERO);
  }

  @Test
  void goesOnPollingHoweverOftenTheProgramEnds() throws Exception {
    JobId job = paid.accepted(1, Idempotency.KEY);
    paid.runDue();

    for (int end = 0; end < 12; end++) {
      paid.restart();
      paid.runDue();
    }
    provider.quick();
    paid.pass(Duration.ofSeconds(16));

    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(1);
  }

  @Test
  void refusesWorkThatIsDearerThanItsHold() {
    DeskStore.Placed placed = paid.order(1, Idempotency.KEY, new Money(2_000_001), "");

    assertThat(placed).isInstanceOf(DeskStore.Placed.OverBudget.class);
  }

  private JobId inDoubt() throws InterruptedException {
    provider.next(TAKE_SILENTLY);
    JobId job = paid.accepted(1, Idempotency.NONE);
    paid.runDue();
    return job;
  }

  private void settle(JobId job, UnresolvedSubmissions.Decision decision) {
    assertThat(paid.doubts.settle(Paid.OPERATOR, paid.key(job), decision, paid.time.instant()))
        .isEqualTo(Settled.DONE);
  }
}
