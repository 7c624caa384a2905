package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.SUBMISSION;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.database.Database;
import app.photoplay.database.sql.Locking;
import app.photoplay.engine.Submission.State;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Paid work that providers have, found by their own names for it.
public final class SqlSubmittedWork {
  private final Database database;

  public SqlSubmittedWork(Database database) {
    this.database = database;
  }

  /// The job whose work it is, while it waits for it; where the job rests on disk it is due from
  /// now on.
  ///
  /// @param id the provider's own name for the work: letters, digits, and `._~-`
  public Optional<JobId> due(String provider, String id, Instant now) {
    Optional<JobId> job = database.read(sql -> job(sql, provider, id));
    job.ifPresent(it -> database.write(sql -> bringForward(sql, it, now)));
    return job;
  }

  private static Optional<JobId> job(DSLContext sql, String provider, String id) {
    return sql.select(SUBMISSION.JOB)
        .from(SUBMISSION)
        .where(
            SUBMISSION.PROVIDER.eq(provider),
            SUBMISSION.OPERATION.isNotNull(),
            called(sql, id),
            SUBMISSION.STATE.eq(number(State.ACCEPTED)))
        .limit(1)
        .fetchOptional(row -> new JobId(row.value1()));
  }

  /// Work is written down under its bare name, or as JSON that begins with it.
  private static Condition called(DSLContext sql, String id) {
    return SUBMISSION
        .OPERATION
        .eq(id)
        .or(Locking.startsWith(sql, SUBMISSION.OPERATION, "{\"id\":\"" + id + "\""));
  }

  private static int bringForward(DSLContext sql, JobId job, Instant now) {
    return sql.update(JOB)
        .set(JOB.DUE_MS, now.toEpochMilli())
        .where(
            JOB.ID.eq(job.value()),
            JOB.STATUS.eq(number(Status.READY)),
            JOB.PAYING.eq(Submissions.ACCEPTED),
            JOB.DUE_MS.gt(now.toEpochMilli()))
        .execute();
  }
}
