package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Allowance;
import app.photoplay.budget.Entry;
import app.photoplay.budget.Money;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.DeskStore.Placed;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A person may spend 2 dollars a day, a group 3, all together 5; work costs 10 cents.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class CapsTest {
  @TempDir Path folder;
  private final ScriptedProvider provider = new ScriptedProvider();
  private final DatabaseKind kind;
  private Paid paid;

  CapsTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    paid = new Paid(kind.fresh(folder).get(), folder, provider, SettableTime.noon());
  }

  @AfterEach
  void close() {
    paid.close();
  }

  @Test
  void takesExactlyWhatFitsWhenMoreIsOrderedAtOnce() throws Exception {
    List<Placed> placed = together(number -> paid.order(number, Idempotency.KEY, Paid.PRICE, ""));

    assertThat(placed).filteredOn(Placed.Accepted.class::isInstance).hasSize(50);
    assertThat(placed).filteredOn(Placed.OverBudget.class::isInstance).hasSize(150);
  }

  @Test
  void wouldNoticeOrdersThatAreCheckedFirstAndTakenLater() throws Exception {
    List<Money> left =
        together(number ->
            paid.ledger
                .allowance(paid.person(number), Optional.empty(), paid.time.instant())
                .left());
    List<Placed> placed =
        together(number ->
            left.get(number).compareTo(Paid.PRICE) < 0
                ? new Placed.TooMany()
                : paid.withoutCaps(number, Idempotency.KEY, Paid.PRICE));

    assertThat(placed).filteredOn(Placed.Accepted.class::isInstance).hasSizeGreaterThan(50);
  }

  private static <T> List<T> together(IntFunction<T> order) throws Exception {
    try (ExecutorService people = Executors.newFixedThreadPool(16)) {
      List<Callable<T>> orders = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int number = i;
        orders.add(() -> order.apply(number));
      }
      List<T> placed = new ArrayList<>();
      for (Future<T> done : people.invokeAll(orders)) {
        placed.add(done.get());
      }
      return placed;
    }
  }

  @Test
  void countsWhatIsOrderedInAGroupToItsAllowanceToo() {
    Money much = new Money(1_600_000);
    Placed first = paid.order(1, Idempotency.KEY, much, "party");
    Placed second = paid.order(2, Idempotency.KEY, much, "party");
    Placed alone = paid.order(2, Idempotency.KEY, much, "");

    assertThat(first).isInstanceOf(Placed.Accepted.class);
    assertThat(second)
        .isInstanceOfSatisfying(
            Placed.OverBudget.class,
            over -> {
              assertThat(over.allowance().nearest()).isEqualTo(Allowance.Nearest.GROUP);
              assertThat(over.allowance().left()).isEqualTo(new Money(1_400_000));
            });
    assertThat(alone).isInstanceOf(Placed.Accepted.class);
  }

  @Test
  void leavesNothingHeldWhenOneOfSeveralCapsIsReached() {
    paid.order(1, Idempotency.KEY, new Money(1_600_000), "party");
    paid.order(2, Idempotency.KEY, new Money(1_600_000), "party");

    assertThat(paid.spent(2)).isEqualTo(Money.ZERO);
  }

  @Test
  void aChangeOfTheTimeZoneGivesNoSecondAllowanceBeforeTheLongerDayIsOver() {
    Money all = new Money(2_000_000);
    paid.order(1, Idempotency.KEY, all, "");

    Instant from =
        paid.ledger.changeZone(
            paid.person(1), ZoneId.of("Pacific/Kiritimati"), paid.time.instant());
    paid.time.advance(Duration.ofHours(13)); // past midnight of the old zone
    Placed between = paid.order(1, Idempotency.KEY, all, "");
    Allowance left = paid.ledger.allowance(paid.person(1), Optional.empty(), paid.time.instant());
    paid.time.advance(Duration.between(paid.time.instant(), from));
    Placed after = paid.order(1, Idempotency.KEY, all, "");
    paid.ledger.changeZone(paid.person(1), ZoneId.of("Etc/GMT+12"), paid.time.instant());
    paid.time.advance(Duration.ofHours(25)); // past midnight in Kiritimati again
    Placed again = paid.order(1, Idempotency.KEY, all, "");

    assertThat(from).isEqualTo("2026-06-16T10:00:00Z");
    assertThat(between).isInstanceOf(Placed.OverBudget.class);
    assertThat(left.resets()).isEqualTo(from);
    assertThat(after).isInstanceOf(Placed.Accepted.class);
    assertThat(again).isInstanceOf(Placed.OverBudget.class);
  }

  @Test
  void givesTheMoneyBackWhenItTakesTooLongAndDeliversWhatStillComesForNothing() throws Exception {
    JobId job = paid.accepted(1, Idempotency.KEY);
    paid.runDue();
    paid.lateAfter(Duration.ofMinutes(5));

    paid.pass(Duration.ofMinutes(6));
    Money late = paid.spent(1);
    boolean refunded = paid.report(job).refunded();
    provider.quick();
    paid.pass(Duration.ofSeconds(16));

    assertThat(refunded).isTrue();
    assertThat(late).isEqualTo(Money.ZERO);
    assertThat(paid.report(job).status()).isEqualTo(Status.MADE);
    assertThat(paid.report(job).cost()).isEqualTo(Money.ZERO);
    assertThat(paid.spent(1)).isEqualTo(Money.ZERO);
    assertThat(paid.ledger.entries(job.value()))
        .extracting(Entry::kind)
        .containsExactly(Entry.Kind.HOLD, Entry.Kind.RELEASE, Entry.Kind.CHARGE);
  }

  @Test
  void releasesAHoldOnceHoweverOftenAJobIsCancelled() throws Exception {
    JobId job = paid.accepted(1, Idempotency.KEY);

    DeskStore.Cancelled first = paid.cancel(1, job);
    DeskStore.Cancelled second = paid.cancel(1, job);

    assertThat(first).isInstanceOf(DeskStore.Cancelled.Cancelling.class);
    assertThat(second).isInstanceOf(DeskStore.Cancelled.Over.class);
    assertThat(paid.spent(1)).isEqualTo(Money.ZERO);
    assertThat(paid.ledger.entries(job.value())).hasSize(3);
  }
}
