package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.Money;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Locking;
import app.photoplay.engine.Quarantine;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Frees running jobs that nobody works on, inside other transactions.
final class Orphans {
  private final Jobs jobs;

  Orphans(Jobs jobs) {
    this.jobs = jobs;
  }

  /// Frees those whose program ended while it was at them, and counts that, as [Quarantine] says.
  ///
  /// @return which
  List<JobId> left(DSLContext sql, Changes changes, Condition running, Actor by, Instant now) {
    List<String> explained =
        sql.selectDistinct(JOB.OWNER)
            .from(JOB)
            .where(
                running,
                JOB.ALONE.ne((short) 0).or(JOB.ENDS.between(1).and(Quarantine.SUSPECT - 1)))
            .fetch(JOB.OWNER);
    Condition isolated = JOB.ALONE.ne((short) 0);
    Condition suspected = JOB.ENDS.ge(Quarantine.SUSPECT);
    Condition other = JOB.OWNER.in(explained);
    return free(
        sql,
        changes,
        running,
        DSL.when(isolated, JOB.ENDS.plus(1))
            .when(suspected.and(other), JOB.ENDS)
            .when(suspected, DSL.inline(0))
            .otherwise(JOB.ENDS.plus(1)),
        by,
        now);
  }

  /// Frees those that their living program does not know of.
  ///
  /// @return which
  List<JobId> lost(DSLContext sql, Changes changes, Condition running, Actor by, Instant now) {
    return free(sql, changes, running, JOB.ENDS, by, now);
  }

  private List<JobId> free(
      DSLContext sql,
      Changes changes,
      Condition running,
      Field<Integer> ends,
      Actor by,
      Instant now) {
    List<JobId> freed = new ArrayList<>();
    // Cancelled ones must not be worked on again. Children first: their cost is their parent's.
    var cancelled =
        sql.selectFrom(JOB)
            .where(running, JOB.CANCELLED.ne((short) 0), JOB.PAYING.eq(Submissions.NONE))
            .orderBy(JOB.ID.desc());
    for (JobRecord job : (Locking.available(sql) ? cancelled.forUpdate() : cancelled).fetch()) {
      jobs.endAtRest(sql, changes, job, new Outcome.Cancelled(), by, Action.FREED, now);
      freed.add(new JobId(job.getId()));
    }
    var left = sql.selectFrom(JOB).where(running).orderBy(JOB.ID);
    List<JobRecord> rows = (Locking.available(sql) ? left.forUpdate() : left).fetch();
    if (rows.isEmpty()) {
      return freed;
    }
    List<Long> found = rows.stream().map(JobRecord::getId).toList();
    sql.update(JOB)
        .set(JOB.STATUS, number(Status.READY))
        .setNull(JOB.OWNER)
        .set(JOB.DUE_MS, now.toEpochMilli())
        .set(JOB.SLOT, DSL.when(JOB.PAYING.eq(Submissions.ACCEPTED), JOB.SLOT).otherwise((short) 0))
        .set(JOB.ENDS, ends)
        .set(JOB.ALONE, (short) 0)
        .where(Locking.among(sql, JOB.ID, found))
        .execute();
    for (JobRecord job : rows) {
      job.setStatus(number(Status.READY));
      changes.happened(JobEventRows.of(job, by, Action.FREED, Money.ZERO, now));
      changes.job(job);
      freed.add(new JobId(job.getId()));
    }
    return freed;
  }
}
