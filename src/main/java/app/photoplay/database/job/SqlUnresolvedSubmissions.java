package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.SUBMISSION;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.account.LedgerRules;
import app.photoplay.database.generated.tables.Job;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.Locking;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Submission.State;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.Failure;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent.Action;
import app.photoplay.job.event.JobEvents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Submissions in doubt, in the database.
public final class SqlUnresolvedSubmissions implements UnresolvedSubmissions {
  private static final Job ROOT = JOB.as("root_job");

  private final Database database;
  private final JobTransactions transactions;
  private final Jobs jobs;

  public SqlUnresolvedSubmissions(Database database, Caps caps, Ids ids) {
    this(database, caps, ids, JobEvents.NONE);
  }

  /// The submissions.
  ///
  /// @param listener hears what decisions do to jobs
  public SqlUnresolvedSubmissions(Database database, Caps caps, Ids ids, JobEvents listener) {
    this.database = database;
    this.transactions = new JobTransactions(database, ids, listener);
    this.jobs = new Jobs(ids, new LedgerRules(caps, ids));
  }

  @Override
  public List<Doubt> open() {
    return database.read(sql ->
        sql.select(
                ROOT.CODE,
                SUBMISSION.PROVIDER,
                SUBMISSION.ID,
                SUBMISSION.ESTIMATE,
                SUBMISSION.INTENT_MS)
            .from(SUBMISSION)
            .join(JOB)
            .on(JOB.ID.eq(SUBMISSION.JOB))
            .join(ROOT)
            .on(ROOT.ID.eq(JOB.ROOT))
            .where(SUBMISSION.STATE.eq(number(State.UNKNOWN)))
            .orderBy(SUBMISSION.ID)
            .fetch(row ->
                new Doubt(
                    new JobCode(row.value1()),
                    row.value2(),
                    Submission.key(row.value3()),
                    Money.ofMicroUsd(row.value4()),
                    Instant.ofEpochMilli(row.value5()))));
  }

  @Override
  public Settled again(AccountId account, JobCode code, Instant now) {
    return transactions.write((sql, changes) -> {
      Long own =
          sql.select(JOB.ID)
              .from(JOB)
              .where(JOB.CODE.eq(code.value()), JOB.ACCOUNT.eq(account.value()))
              .fetchOne(JOB.ID);
      if (own == null) {
        return Settled.NOT_YOURS;
      }
      Optional<JobRecord> asking =
          asking(sql, JOB.ID.eq(own)).or(() -> asking(sql, JOB.ROOT.eq(own)));
      Actor owner = new Actor.Account(account);
      asking.ifPresent(job -> resume(sql, changes, job, State.GIVEN_UP, owner, now));
      return asking.isPresent() ? Settled.DONE : Settled.NOT_IN_DOUBT;
    });
  }

  @Override
  public Settled settle(AccountId operator, String key, Decision decision, Instant now) {
    OptionalLong submission = Submission.id(key);
    if (submission.isEmpty()) {
      return Settled.NOT_IN_DOUBT;
    }
    Actor by = new Actor.Account(operator);
    return settle(submission.getAsLong(), DSL.noCondition(), decision, by, now);
  }

  /// A provider says that it took what was submitted under a key.
  Settled heard(String provider, String key, String operation, Instant now) {
    OptionalLong submission = Submission.id(key);
    return submission.isEmpty()
        ? Settled.NOT_IN_DOUBT
        : settle(
            submission.getAsLong(),
            SUBMISSION.PROVIDER.eq(provider),
            new Decision.There(operation),
            new Actor.Provider(provider),
            now);
  }

  private Settled settle(long id, Condition also, Decision decision, Actor by, Instant now) {
    return transactions.write((sql, changes) -> {
      // Of two settled at the same time by one operation the second sees the first.
      Locking.takeTurns(sql, "settle");
      Optional<JobRecord> asking =
          asking(
              sql,
              JOB.ID.in(
                  sql.select(SUBMISSION.JOB)
                      .from(SUBMISSION)
                      .where(
                          SUBMISSION.ID.eq(id), SUBMISSION.STATE.eq(number(State.UNKNOWN)), also)));
      return asking
          .map(job -> settle(sql, changes, job, id, decision, by, now))
          .orElse(Settled.NOT_IN_DOUBT);
    });
  }

  private Settled settle(
      DSLContext sql,
      Changes changes,
      JobRecord job,
      long submission,
      Decision decision,
      Actor by,
      Instant now) {
    switch (decision) {
      case Decision.Absent() -> resume(sql, changes, job, State.NOT_TAKEN, by, now);
      case Decision.There(var operation) -> {
        if (taken(sql, submission, operation)) {
          return Settled.OPERATION_TAKEN;
        }
        adopt(sql, changes, job, operation, by, now);
      }
      case Decision.Lost() -> {
        Outcome failed = new Outcome.Failed(new Failure(Failure.Code.OUTCOME_LOST));
        jobs.endAtRest(sql, changes, job, failed, by, Action.DECIDED, now);
      }
    }
    return Settled.DONE;
  }

  /// Whether the provider's operation is that of another submission. It is written down under its
  /// bare name, or as JSON that begins with it.
  private static boolean taken(DSLContext sql, long submission, String operation) {
    var own = SUBMISSION.as("own");
    return sql.fetchExists(
        SUBMISSION,
        SUBMISSION
            .OPERATION
            .eq(operation)
            .or(Locking.startsWith(sql, SUBMISSION.OPERATION, "{\"id\":\"" + operation + "\"")),
        SUBMISSION.ID.ne(submission),
        SUBMISSION.PROVIDER.eq(sql.select(own.PROVIDER).from(own).where(own.ID.eq(submission))));
  }

  /// The oldest of these jobs that wait for a decision.
  private static Optional<JobRecord> asking(DSLContext sql, Condition which) {
    var query =
        sql.selectFrom(JOB)
            .where(
                which,
                JOB.PAYING.eq(Submissions.UNKNOWN),
                JOB.STATUS.eq(number(Status.WAITING)),
                JOB.CANCELLED.eq((short) 0))
            .orderBy(JOB.ID)
            .limit(1);
    return (Locking.available(sql) ? query.forUpdate() : query).fetchOptional();
  }

  /// Closes the submission and lets the job hand its work over anew.
  private static void resume(
      DSLContext sql, Changes changes, JobRecord job, State state, Actor by, Instant now) {
    sql.update(SUBMISSION)
        .set(SUBMISSION.STATE, number(state))
        .set(SUBMISSION.ENDED_MS, now.toEpochMilli())
        .where(SUBMISSION.JOB.eq(job.getId()), SUBMISSION.STATE.eq(number(State.UNKNOWN)))
        .execute();
    job.setPaying(Submissions.NONE);
    ready(changes, job, by, now);
  }

  private static void adopt(
      DSLContext sql, Changes changes, JobRecord job, String operation, Actor by, Instant now) {
    sql.update(SUBMISSION)
        .set(SUBMISSION.STATE, number(State.INTENT))
        .set(SUBMISSION.OPERATION, operation)
        .where(SUBMISSION.JOB.eq(job.getId()), SUBMISSION.STATE.eq(number(State.UNKNOWN)))
        .execute();
    job.setPaying(Submissions.INTENT);
    ready(changes, job, by, now);
  }

  private static void ready(Changes changes, JobRecord job, Actor by, Instant now) {
    job.setStatus(number(Status.READY));
    job.setAttempt(0);
    job.setEnds(0);
    job.setDueMs(now.toEpochMilli());
    changes.happened(JobEventRows.of(job, by, Action.DECIDED, Money.ZERO, now));
    changes.job(job);
  }
}
