package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.LANE;
import static app.photoplay.database.sql.Numbers.literal;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.database.Database;
import app.photoplay.database.account.LedgerRules;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.Locking;
import app.photoplay.database.sql.OwnershipConditions;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobEvent.Action;
import app.photoplay.job.event.JobEvents;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseCache;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/// The engine's jobs in the database. Whoever is running a job is named in its row; the rows of a
/// program that does not live any more are freed.
public final class SqlJobStore implements JobStore {
  private static final Condition RUNNING = JOB.STATUS.eq(literal(Status.RUNNING));

  /// What was lost is freed in so large steps; what is left over is found again.
  private static final int AT_A_TIME = 500;

  private final Database database;
  private final JobTransactions transactions;
  private final TransitionWriter steps;
  private final Orphans orphans;
  private final Ids ids;
  private final ReuseCache reuse;

  public SqlJobStore(Database database, Caps caps, Ids ids, ReuseCache reuse) {
    this(database, caps, ids, reuse, JobEvents.NONE);
  }

  /// The store.
  ///
  /// @param listener hears what the engine does to jobs
  public SqlJobStore(Database database, Caps caps, Ids ids, ReuseCache reuse, JobEvents listener) {
    this.database = database;
    this.transactions = new JobTransactions(database, ids, listener);
    LedgerRules books = new LedgerRules(caps, ids);
    Jobs jobs = new Jobs(ids, books);
    this.steps = new TransitionWriter(jobs, books, ids);
    this.orphans = new Orphans(jobs);
    this.ids = ids;
    this.reuse = reuse;
  }

  @Override
  public void recover(Instant now) {
    free(OwnershipConditions.gone(JOB.OWNER, owner()).or(JOB.OWNER.eq(owner())), now);
    database.write(sql -> {
      DueTimes.afterStart(sql, now).ifPresent(ids::after);
      return now;
    });
  }

  @Override
  public void takeOver(Instant now) {
    free(OwnershipConditions.gone(JOB.OWNER, owner()), now);
  }

  private void free(Condition owned, Instant now) {
    Condition left = RUNNING.and(owned);
    if (database.read(sql -> sql.fetchExists(JOB, left))) {
      transactions.write((sql, changes) -> orphans.left(sql, changes, left, self(), now));
    }
  }

  @Override
  public List<JobId> reconcile(Predicate<Claim.Ticket> held, Instant now) {
    if (!database.instance().holdsFor(Duration.ZERO)) {
      return List.of(); // others may be about to take them over
    }
    Condition own = RUNNING.and(JOB.OWNER.eq(owner()));
    Set<Claim.Ticket> lost =
        database.read(sql ->
            sql.select(JOB.ID, JOB.CLAIM).from(JOB).where(own).fetch(SqlJobStore::ticket).stream()
                .filter(Predicate.not(held))
                .limit(AT_A_TIME)
                .collect(Collectors.toSet()));
    return lost.isEmpty()
        ? List.of()
        : transactions.write((sql, changes) -> lost(sql, changes, own, lost, now));
  }

  private List<JobId> lost(
      DSLContext sql, Changes changes, Condition own, Set<Claim.Ticket> lost, Instant now) {
    var query =
        sql.select(JOB.ID, JOB.CLAIM)
            .from(JOB)
            .where(
                own, Locking.among(sql, JOB.ID, lost.stream().map(it -> it.job().value()).toList()))
            .orderBy(JOB.ID);
    List<Long> still =
        (Locking.available(sql) ? query.forUpdate() : query)
            .fetch(SqlJobStore::ticket).stream()
                .filter(lost::contains)
                .map(it -> it.job().value())
                .toList();
    return still.isEmpty()
        ? List.of()
        : orphans.lost(sql, changes, own.and(Locking.among(sql, JOB.ID, still)), self(), now);
  }

  private static Claim.Ticket ticket(Record2<Long, Long> row) {
    return new Claim.Ticket(new JobId(row.value1()), row.value2());
  }

  @Override
  public boolean alone(Claim claim) {
    return database.write(sql -> {
      Optional<JobRecord> row = Fence.row(sql, claim);
      row.ifPresent(job -> {
        job.setAlone((short) 1);
        job.update();
      });
      return row.isPresent();
    });
  }

  @Override
  public void bringForward(Duration by, Instant now) {
    database.write(sql -> {
      DueTimes.bringForward(sql, by, now);
      return now;
    });
  }

  private String owner() {
    return database.instance().owner();
  }

  private Actor self() {
    return new Actor.Instance(owner());
  }

  @Override
  public List<Claim> claim(List<Room> room, Instant now) {
    if (room.isEmpty() || !database.instance().holdsFor(Duration.ZERO)) {
      return List.of();
    }
    boolean due =
        database.read(sql ->
            sql.fetchExists(
                JOB,
                JOB.STATUS
                    .eq(literal(Status.READY))
                    .and(JOB.LANE.in(room.stream().map(it -> it.rules().lane().name()).toList()))
                    .and(JOB.DUE_MS.le(now.toEpochMilli()))));
    return due ? database.write(sql -> new Claims(sql, now).claim(room, owner())) : List.of();
  }

  @Override
  public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
    return transactions.write((sql, changes) -> {
      JobRecord job = Fence.row(sql, claim).orElse(null);
      if (job == null || job.getCancelled() != 0) {
        return new Intended.Outdated();
      }
      if (job.getPaying() == Submissions.NONE
          && draft.estimate().compareTo(Submissions.left(sql, job)) > 0) {
        return new Intended.OverHold();
      }
      JobEvent sending = JobEventRows.of(job, self(), Action.SENDING, draft.estimate(), now);
      Submission intent = Submissions.intend(sql, job, draft, ids.next(), now);
      changes.happened(sending.about(intent.key(), intent.operation()));
      return new Intended.Written(intent);
    });
  }

  @Override
  public Commit commit(Claim claim, Transition transition, Instant now) {
    // Looked up outside the transaction: a file's presence is not the database's business.
    Map<String, List<Artifact>> made = new HashMap<>();
    if (transition instanceof Transition.Fork fork) {
      AccountId account = account(claim.job());
      for (Transition.Fork.Child child : fork.children()) {
        reuse
            .find(Fingerprint.of(account, child.kind(), child.request()))
            .ifPresent(artifacts -> made.put(child.name(), artifacts));
      }
    }
    TransitionWriter.Written written =
        transactions.write(steps, new TransitionWriter.Step(claim, transition, made, now));
    if (transition instanceof Transition.End(Outcome.Made _, _)
        && written.commit() != Commit.OUTDATED) {
      // What was made afresh replaces an earlier result, which may still be in memory.
      reuse.forget(new Fingerprint(written.fingerprint()));
    }
    return written.commit();
  }

  @Override
  public Optional<Instant> nextDue(Instant after) {
    return database.read(sql ->
        Stream.of(
                sql.select(DSL.min(JOB.DUE_MS))
                    .from(JOB)
                    .where(
                        JOB.STATUS.eq(literal(Status.READY)), JOB.DUE_MS.gt(after.toEpochMilli()))
                    .fetchOptional(DSL.min(JOB.DUE_MS)),
                sql.select(DSL.min(LANE.PAUSED_UNTIL_MS))
                    .from(LANE)
                    .where(LANE.PAUSED_UNTIL_MS.gt(after.toEpochMilli()))
                    .fetchOptional(DSL.min(LANE.PAUSED_UNTIL_MS)))
            .flatMap(Optional::stream)
            .min(Long::compare)
            .map(Instant::ofEpochMilli));
  }

  @Override
  public Set<JobId> cancelled() {
    return database.read(sql ->
        sql.select(JOB.ID)
            .from(JOB)
            .where(RUNNING, JOB.CANCELLED.eq(DSL.inline((short) 1)), JOB.OWNER.eq(owner()))
            .fetchSet(row -> new JobId(row.value1())));
  }

  @Override
  public int promote(Instant before, Instant now) {
    return database.write(sql ->
        sql.update(JOB)
            .set(JOB.PRIORITY, JOB.PRIORITY.minus(1).cast(Short.class))
            .set(JOB.QUEUED_MS, now.toEpochMilli())
            .where(
                JOB.STATUS.eq(literal(Status.READY)),
                JOB.PRIORITY.gt(DSL.inline((short) 0)),
                JOB.QUEUED_MS.lt(before.toEpochMilli()))
            .execute());
  }

  private AccountId account(JobId job) {
    return database.read(sql ->
        new AccountId(
            sql.selectFrom(JOB).where(JOB.ID.eq(job.value())).fetchSingle().getAccount()));
  }
}
