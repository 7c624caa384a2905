package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chaos.PaidKind;
import app.photoplay.intake.DeskStore;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.Priority;
import app.photoplay.job.Stage;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FairLanesTest {
  @TempDir Path folder;
  private final ScriptedProvider provider = new ScriptedProvider();
  private Paid paid;

  @AfterEach
  void close() {
    paid.close();
  }

  @BeforeEach
  void open() {
    paid = opened(1, 1, Optional.empty());
  }

  private void rules(int most, int perPerson, Optional<LaneRules.Rate> rate) {
    paid.close();
    paid = opened(most, perPerson, rate);
  }

  private Paid opened(int most, int perPerson, Optional<LaneRules.Rate> rate) {
    LaneRules rules = new LaneRules(PaidKind.lane(Idempotency.KEY), most, perPerson, true, rate);
    return new Paid(folder, provider, SettableTime.noon(), rules);
  }

  private static LaneRules ofOneAccount(Idempotency idempotency) {
    LaneRules.Account account =
        new LaneRules.Account(
            "house/", Set.of(PaidKind.lane(Idempotency.KEY), PaidKind.lane(Idempotency.NONE)), 3);
    return new LaneRules(
        PaidKind.lane(idempotency), 3, 3, true, Optional.empty(), Optional.of(account));
  }

  @Test
  void theModelsOfAnAccountShareItsLimit() throws Exception {
    paid.close();
    paid =
        new Paid(
            folder,
            provider,
            SettableTime.noon(),
            ofOneAccount(Idempotency.KEY),
            ofOneAccount(Idempotency.NONE));
    List<JobId> jobs = new ArrayList<>(orders(1, 2));
    for (int i = 0; i < 3; i++) {
      jobs.add(paid.accepted(2, Idempotency.NONE));
    }

    paid.runDue();
    long before = begun(jobs);
    finish(jobs.getFirst());

    assertThat(before).isEqualTo(3);
    assertThat(provider.charged()).hasSize(4);
  }

  private JobId order(int person) {
    return paid.accepted(person, Idempotency.KEY);
  }

  private List<JobId> orders(int person, int count) {
    List<JobId> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jobs.add(order(person));
    }
    return jobs;
  }

  private boolean begun(JobId job) {
    return paid.report(job).stage() == Stage.WORKING;
  }

  private long begun(List<JobId> jobs) {
    return jobs.stream().filter(this::begun).count();
  }

  private void finish(JobId job) throws InterruptedException {
    provider.finish("op-" + operation(job));
    paid.pass(Duration.ofSeconds(16));
  }

  /// The provider numbers its work in the order in which it came.
  private int operation(JobId job) {
    String key = paid.key(job);
    return provider.charged().indexOf(key) + 1;
  }

  @Test
  void servesWhoeverComesAnewBesideThoseWhoOrderedMuch() throws Exception {
    List<JobId> many = orders(1, 5);
    paid.runDue();
    JobId one = order(2);

    finish(many.getFirst());

    assertThat(begun(one)).isTrue();
    assertThat(begun(many.subList(1, 5))).isZero();
  }

  @Test
  void givesOnePersonNoMoreThanItsPlaces() throws Exception {
    rules(4, 2, Optional.empty());

    List<JobId> many = orders(1, 5);
    paid.runDue();
    List<JobId> others = orders(2, 1);
    paid.runDue();

    assertThat(begun(many)).isEqualTo(2);
    assertThat(begun(others)).isEqualTo(1);
  }

  @Test
  void keepsThePlaceOfWorkThatRunsAtTheProviderOverARestart() throws Exception {
    rules(2, 2, Optional.empty());
    List<JobId> jobs = orders(1, 3);
    paid.runDue();

    paid.restart();
    paid.runDue();

    assertThat(begun(jobs)).isEqualTo(2);
    assertThat(provider.charged()).hasSize(2);
  }

  @Test
  void beginsNoMoreThanTheRateAllows() throws Exception {
    rules(50, 50, Optional.of(new LaneRules.Rate(0.5, 3)));
    List<JobId> jobs = orders(1, 10);

    paid.runDue();
    long burst = begun(jobs);
    paid.pass(Duration.ofSeconds(4));
    long later = begun(jobs);

    assertThat(burst).isEqualTo(3);
    assertThat(later).isEqualTo(5);
  }

  @Test
  void servesTheQuickBeforeTheUsualAndMovesUpWhatHasWaitedForLong() throws Exception {
    JobId first = order(1);
    paid.runDue();
    JobId bulk = accepted(2, Priority.BULK);
    paid.runDue();
    JobId normal = accepted(3, Priority.NORMAL);
    JobId quick = accepted(4, Priority.QUICK);
    paid.runDue();

    finish(first);
    boolean quickFirst = begun(quick);
    paid.store.promote(paid.time.instant(), paid.time.instant());
    paid.time.advance(Duration.ofSeconds(1));
    paid.store.promote(paid.time.instant(), paid.time.instant());
    finish(quick);

    // the bulk job stood in line before the normal one, and both are of one class by now
    assertThat(quickFirst).isTrue();
    assertThat(begun(bulk)).isTrue();
    assertThat(begun(normal)).isFalse();
  }

  @Test
  void tellsHowManyAreBeforeOne() throws Exception {
    List<JobId> many = orders(1, 4);
    paid.runDue();
    JobId one = order(2);
    paid.runDue();

    assertThat(paid.report(one).ahead()).isEqualTo(1);
    assertThat(paid.report(many.get(3)).ahead()).isEqualTo(4);
  }

  @Test
  void takesNoMoreThanAllTogetherMayHaveAndSaysWhenThereIsRoom() throws Exception {
    provider.quick();
    JobId first = order(1);
    paid.runDue();
    paid.time.advance(Duration.ofMinutes(4));
    order(1);
    paid.runDue();
    paid.queue = 2;
    provider.slow();
    orders(2, 2);

    DeskStore.Placed placed = paid.order(3, Idempotency.KEY, Paid.PRICE, "");

    assertThat(paid.report(first).status()).isEqualTo(Status.MADE);
    assertThat(placed)
        .isEqualTo(new DeskStore.Placed.QueueFull(Optional.of(Duration.ofMinutes(4))));
  }

  private JobId accepted(int person, Priority priority) {
    DeskStore.Placed placed = paid.order(person, Idempotency.KEY, Paid.PRICE, "", priority);
    return ((DeskStore.Placed.Accepted) placed).job();
  }
}
