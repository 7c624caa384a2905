package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.SUBMISSION;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.Money;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.generated.tables.records.SubmissionRecord;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Submission.State;
import app.photoplay.engine.Transition.Fate;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The intent log, inside other transactions. A job has at most one open submission, which the
/// table enforces; `job.paying` says so without a look at it.
final class Submissions {
  static final short NONE = 0;
  static final short INTENT = 1;
  static final short ACCEPTED = 2;
  static final short UNKNOWN = 3;

  private Submissions() {}

  static Optional<Submission> open(DSLContext sql, long job) {
    return row(sql, job).map(Submissions::submission);
  }

  /// Writes an intent, or renews the one that is open.
  static Submission intend(
      DSLContext sql, JobRecord job, Submission.Draft draft, long newId, Instant now) {
    SubmissionRecord row = row(sql, job.getId()).orElseGet(() -> fresh(sql, job, draft, newId));
    row.setTries(row.getTries() + 1);
    row.setIntentMs(now.toEpochMilli());
    row.setDeadlineMs(draft.deadline().toEpochMilli());
    row.store();
    job.setPaying(INTENT);
    job.update();
    return submission(row);
  }

  /// Writes what became of a submission; `job.paying` is set, its row is the caller's to write.
  static void settle(DSLContext sql, JobRecord job, long submission, Fate fate, Instant now) {
    State state =
        switch (fate) {
          case Fate.Accepted _ -> State.ACCEPTED;
          case Fate.NotTaken _ -> State.NOT_TAKEN;
          case Fate.Refused _ -> State.ENDED;
          case Fate.Unknown _ -> State.UNKNOWN;
        };
    var change = sql.update(SUBMISSION).set(SUBMISSION.STATE, number(state));
    change =
        switch (fate) {
          case Fate.Accepted(var operation) -> change.set(SUBMISSION.OPERATION, operation);
          case Fate.NotTaken() ->
              change.set(SUBMISSION.ACTUAL, 0L).set(SUBMISSION.ENDED_MS, now.toEpochMilli());
          case Fate.Refused(var charged) ->
              change
                  .set(SUBMISSION.ACTUAL, charged.microUsd())
                  .set(SUBMISSION.ENDED_MS, now.toEpochMilli());
          case Fate.Unknown() -> change;
        };
    change.where(SUBMISSION.ID.eq(submission)).execute();
    job.setPaying(
        switch (state) {
          case ACCEPTED -> ACCEPTED;
          case UNKNOWN -> UNKNOWN;
          case INTENT, ENDED, NOT_TAKEN, GIVEN_UP -> NONE;
        });
  }

  /// Closes what is open when its job ends: what was accepted has cost this much, if anybody knows.
  static void close(DSLContext sql, JobRecord job, Optional<Money> cost, Instant now) {
    if (job.getPaying() == NONE) {
      return;
    }
    sql.update(SUBMISSION)
        .set(
            SUBMISSION.STATE,
            DSL.when(SUBMISSION.STATE.eq(number(State.ACCEPTED)), number(State.ENDED))
                .otherwise(number(State.GIVEN_UP)))
        .set(SUBMISSION.ACTUAL, cost.map(Money::microUsd).orElse(null))
        .set(SUBMISSION.ENDED_MS, now.toEpochMilli())
        .where(SUBMISSION.JOB.eq(job.getId()), SUBMISSION.STATE.lt(number(State.ENDED)))
        .execute();
    job.setPaying(NONE);
  }

  /// What is left of a job's hold for another submission.
  static Money left(DSLContext sql, JobRecord job) {
    Long used =
        sql.select(DSL.coalesce(DSL.sum(JOB.HELD.plus(JOB.COST)), 0).cast(Long.class))
            .from(JOB)
            .where(JOB.PARENT.eq(job.getId()))
            .fetchSingle()
            .value1();
    Long spent =
        sql.select(DSL.coalesce(DSL.sum(SUBMISSION.ACTUAL), 0).cast(Long.class))
            .from(SUBMISSION)
            .where(SUBMISSION.JOB.eq(job.getId()))
            .fetchSingle()
            .value1();
    return Money.ofMicroUsd(job.getHeld() - used - spent);
  }

  private static Optional<SubmissionRecord> row(DSLContext sql, long job) {
    return sql.selectFrom(SUBMISSION)
        .where(SUBMISSION.JOB.eq(job), SUBMISSION.STATE.lt(number(State.ENDED)))
        .fetchOptional();
  }

  private static SubmissionRecord fresh(
      DSLContext sql, JobRecord job, Submission.Draft draft, long id) {
    SubmissionRecord row = sql.newRecord(SUBMISSION);
    row.setId(id);
    row.setJob(job.getId());
    row.setProvider(draft.provider());
    row.setGrade(number(draft.idempotency()));
    row.setRequest(draft.request());
    row.setState(number(State.INTENT));
    row.setEstimate(draft.estimate().microUsd());
    row.setTries(0);
    return row;
  }

  private static Submission submission(SubmissionRecord row) {
    return new Submission(
        row.getId(),
        Submission.key(row.getId()),
        State.values()[row.getState()],
        Optional.ofNullable(row.getOperation()),
        Money.ofMicroUsd(row.getEstimate()),
        Instant.ofEpochMilli(row.getDeadlineMs()));
  }
}
