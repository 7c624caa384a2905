package app.photoplay.database.job;

import static app.photoplay.testkit.ScriptedProvider.Next.TAKE_SILENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.file.SqlFileIndex;
import app.photoplay.database.sql.Ids;
import app.photoplay.intake.UnresolvedSubmissions.Decision;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobEvent.Action;
import app.photoplay.job.event.JobTimeline;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What is written down about a job, and heard by whoever listens.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class JobEventsTest {
  private static final Duration BETWEEN_POLLS = Duration.ofSeconds(15);

  @TempDir Path folder;
  private final DatabaseKind kind;
  private final ScriptedProvider provider = new ScriptedProvider();
  private final SettableTime time = SettableTime.noon();
  private Database database;
  private Paid paid;

  JobEventsTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    database = kind.fresh(folder).get();
    paid = new Paid(database, folder, provider, time);
  }

  @AfterEach
  void close() {
    paid.close();
  }

  @Test
  void tellsWhoDidWhatWhenAndWhatItCost() throws Exception {
    JobId job = paid.accepted(1, Idempotency.KEY);
    time.advance(Duration.ofSeconds(40));
    paid.runDue();
    provider.quick();
    paid.pass(BETWEEN_POLLS);
    List<JobEvent> events = timeline(job);

    JobEvent ordered = events.getFirst();
    JobEvent queued = events.get(1);
    JobEvent sending = events.get(2);
    JobEvent accepted = events.get(3);
    JobEvent ended = events.getLast();
    assertThat(events)
        .extracting(JobEvent::action)
        .startsWith(Action.ORDERED, Action.STEPPED, Action.SENDING, Action.ACCEPTED)
        .endsWith(Action.ENDED);
    assertThat(ordered.actor()).isEqualTo(new Actor.Account(paid.person(1)));
    assertThat(ordered.before()).isEmpty();
    assertThat(ordered.money()).isEqualTo(Paid.PRICE);
    assertThat(queued.actor()).isEqualTo(new Actor.Instance(database.instance().owner()));
    assertThat(queued.elapsed()).isEqualTo(Duration.ofSeconds(40));
    assertThat(queued.worked()).isZero();
    assertThat(sending.money()).isEqualTo(Paid.PRICE);
    assertThat(accepted.request()).isPresent().isEqualTo(sending.request());
    assertThat(accepted.operation()).contains("op-1");
    assertThat(ended.before()).contains(Status.RUNNING);
    assertThat(ended.after()).isEqualTo(Status.MADE);
    assertThat(ended.money()).isEqualTo(Paid.PRICE);
    assertThat(ended.elapsed()).isEqualTo(BETWEEN_POLLS);
  }

  @Test
  void isHeardAsItIsWritten() throws Exception {
    provider.quick();
    JobId job = paid.accepted(1, Idempotency.NONE);

    paid.runDue();

    assertThat(paid.heard).isEqualTo(timeline(job));
  }

  @Test
  void namesWhoDecided() throws Exception {
    provider.next(TAKE_SILENTLY);
    JobId job = paid.accepted(1, Idempotency.NONE);
    paid.runDue();

    paid.doubts.settle(Paid.OPERATOR, paid.key(job), new Decision.Lost(), time.instant());

    JobEvent decided = timeline(job).getLast();
    assertThat(decided.action()).isEqualTo(Action.DECIDED);
    assertThat(decided.actor()).isEqualTo(new Actor.Account(Paid.OPERATOR));
    assertThat(decided.before()).contains(Status.WAITING);
    assertThat(decided.after()).isEqualTo(Status.FAILED);
    assertThat(decided.money()).isEqualTo(Money.ZERO);
  }

  @Test
  void namesWhoCancelled() {
    JobId job = paid.accepted(1, Idempotency.KEY);

    paid.cancel(1, job);

    JobEvent cancelled = timeline(job).getLast();
    assertThat(cancelled.action()).isEqualTo(Action.CANCELLED);
    assertThat(cancelled.actor()).isEqualTo(new Actor.Account(paid.person(1)));
    assertThat(cancelled.after()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void saysThatAProgramEndedWhileItWasAtIt() throws Exception {
    JobId job = paid.accepted(1, Idempotency.KEY);
    paid.store.claim(List.of(Paid.light()), time.instant());
    time.advance(Duration.ofMinutes(3));

    paid.store.recover(time.instant());

    JobEvent freed = timeline(job).getLast();
    assertThat(freed.action()).isEqualTo(Action.FREED);
    assertThat(freed.before()).contains(Status.RUNNING);
    assertThat(freed.after()).isEqualTo(Status.READY);
    assertThat(freed.worked()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void goesWithTheAgeOfItsOrder() {
    JobId old = paid.accepted(1, Idempotency.KEY);
    time.advance(Duration.ofDays(90));
    JobId recent = paid.accepted(2, Idempotency.KEY);
    time.advance(Duration.ofMinutes(1));

    new SqlFileIndex(database).tidy(time.instant(), Duration.ofDays(30));

    assertThat(timeline(old)).isEmpty();
    assertThat(timeline(recent)).hasSize(1);
  }

  @Test
  void aListenerThatFailsHoldsNothingUp() {
    JobEvent event = timeline(paid.accepted(1, Idempotency.KEY)).getFirst();
    List<JobEvent> heard = new ArrayList<>();
    JobTransactions transactions =
        new JobTransactions(
            database,
            new Ids(time),
            events -> {
              heard.addAll(events);
              throw new IllegalStateException("broken on purpose");
            });

    String returned =
        transactions.write((_, changes) -> {
          changes.happened(event);
          return "written";
        });

    assertThat(returned).isEqualTo("written");
    assertThat(heard).containsExactly(event);
  }

  private List<JobEvent> timeline(JobId job) {
    return new SqlJobTimeline(database)
        .of(paid.code(job), 0, 99).entries().stream().map(JobTimeline.Entry::event).toList();
  }
}
