package app.photoplay.database;

import static app.photoplay.database.Jobs.number;
import static app.photoplay.database.generated.Tables.JOB;

import app.photoplay.budget.Money;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.engine.Quarantine;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
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
  List<JobId> left(DSLContext sql, Condition running, Instant now) {
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
        running,
        DSL.when(isolated, JOB.ENDS.plus(1))
            .when(suspected.and(other), JOB.ENDS)
            .when(suspected, DSL.inline(0))
            .otherwise(JOB.ENDS.plus(1)),
        now);
  }

  /// Frees those that their living program does not know of.
  ///
  /// @return which
  List<JobId> lost(DSLContext sql, Condition running, Instant now) {
    return free(sql, running, JOB.ENDS, now);
  }

  private List<JobId> free(DSLContext sql, Condition running, Field<Integer> ends, Instant now) {
    List<JobId> freed = new ArrayList<>();
    // Cancelled ones must not be worked on again. Children first: their cost is their parent's.
    var cancelled =
        sql.selectFrom(JOB)
            .where(running, JOB.CANCELLED.ne((short) 0), JOB.PAYING.eq(Submissions.NONE))
            .orderBy(JOB.ID.desc());
    for (JobRecord job : (Locking.available(sql) ? cancelled.forUpdate() : cancelled).fetch()) {
      jobs.end(sql, job, new Outcome.Cancelled(), Money.ZERO, now);
      freed.add(new JobId(job.getId()));
    }
    sql.update(JOB)
        .set(JOB.STATUS, number(Status.READY))
        .setNull(JOB.OWNER)
        .set(JOB.DUE_MS, now.toEpochMilli())
        .set(JOB.SLOT, DSL.when(JOB.PAYING.eq(Submissions.ACCEPTED), JOB.SLOT).otherwise((short) 0))
        .set(JOB.ENDS, ends)
        .set(JOB.ALONE, (short) 0)
        .where(running)
        .returning(JOB.ID)
        .forEach(row -> freed.add(new JobId(row.getId())));
    return freed;
  }
}
