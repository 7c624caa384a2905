package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.SUBMISSION;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.Money;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.engine.Submission.State;
import app.photoplay.job.Lane;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobEvent.Action;
import app.photoplay.storage.reuse.Fingerprint;
import java.time.Instant;
import org.jooq.DSLContext;

/// Lets what a provider has of a child go on without its parent: in a job of its own that nobody
/// follows and that costs its person nothing. Its result is found like everything that was made.
record Detached(Jobs jobs) {
  /// The new job takes over the submission, and what the child has had made itself. The caller ends
  /// the child.
  JobEvent from(
      DSLContext sql, JobRecord child, String state, String stage, Instant due, Instant now) {
    JobRecord job =
        jobs.create(
            sql,
            child.getAccount(),
            child.getKind(),
            child.getRequest(),
            new Fingerprint(child.getFingerprint()),
            now);
    Lanes.enqueue(sql, job, Lane.LATE, 0, now);
    job.setState(state);
    job.setStage(stage);
    job.setDueMs(due.toEpochMilli());
    job.setRefundedMs(now.toEpochMilli());
    job.setPaying(Submissions.ACCEPTED);
    job.insert();
    sql.update(SUBMISSION)
        .set(SUBMISSION.JOB, job.getId())
        .where(SUBMISSION.JOB.eq(child.getId()), SUBMISSION.STATE.eq(number(State.ACCEPTED)))
        .execute();
    child.setPaying(Submissions.NONE);
    sql.update(JOB)
        .set(JOB.PARENT, job.getId())
        .set(JOB.ROOT, job.getId())
        .where(JOB.PARENT.eq(child.getId()))
        .execute();
    Actor actor = new Actor.Instance(String.valueOf(child.getOwner()));
    return JobEventRows.of(job, actor, Action.ORDERED, Money.ZERO, now)
        .noting("late, of " + child.getCode());
  }
}
