package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.SUBMISSION;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.database.Database;
import app.photoplay.database.sql.Locking;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Submission.State;
import app.photoplay.intake.UnresolvedSubmissions.Settled;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Paid work that providers have, found by their own names for it, or by ours.
public final class SqlSubmittedWork {
  private final Database database;
  private final SqlUnresolvedSubmissions doubts;

  public SqlSubmittedWork(Database database, SqlUnresolvedSubmissions doubts) {
    this.database = database;
    this.doubts = doubts;
  }

  /// What a provider's call about work comes to.
  public sealed interface Heard {
    /// A job waits for it; where the job rests on disk it is due from now on.
    record Due(JobId job) implements Heard {}

    /// Nobody knew what had become of the order: it was taken. Its job goes on.
    record Settled() implements Heard {}

    /// The order is being sent, or nobody has written down yet what became of it.
    record TooEarly() implements Heard {}

    /// Nobody waits for it.
    record Nothing() implements Heard {}
  }

  /// A provider has work.
  ///
  /// @param key under which the provider was given it
  /// @param id the provider's own name for it: letters, digits, and `._~-`
  public Heard heard(String provider, String key, String id, Instant now) {
    Optional<JobId> job = database.read(sql -> job(sql, provider, id));
    if (job.isPresent()) {
      database.write(sql -> bringForward(sql, job.get(), now));
      return new Heard.Due(job.get());
    }
    if (doubts.heard(provider, key, id, now) == Settled.DONE) {
      return new Heard.Settled();
    }
    return database.read(sql -> sent(sql, provider, key))
        ? new Heard.TooEarly()
        : new Heard.Nothing();
  }

  private static boolean sent(DSLContext sql, String provider, String key) {
    OptionalLong submission = Submission.id(key);
    return submission.isPresent()
        && sql.fetchExists(
            SUBMISSION,
            SUBMISSION.ID.eq(submission.getAsLong()),
            SUBMISSION.PROVIDER.eq(provider),
            SUBMISSION.OPERATION.isNull(),
            SUBMISSION.STATE.eq(number(State.INTENT)));
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
