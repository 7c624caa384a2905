package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.JOB_EVENT;

import app.photoplay.database.Database;
import app.photoplay.job.JobCode;
import app.photoplay.job.event.JobTimeline;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// What is remembered of jobs, in the database.
public final class SqlJobTimeline implements JobTimeline {
  private final Database database;

  public SqlJobTimeline(Database database) {
    this.database = database;
  }

  @Override
  public Part of(JobCode code, int skipped, int most) {
    return database.read(sql -> new Part(all(sql, code), entries(sql, code, skipped, most)));
  }

  private static int all(DSLContext sql, JobCode code) {
    return sql.fetchCount(
        sql.select(JOB_EVENT.ID)
            .from(JOB_EVENT)
            .join(JOB)
            .on(JOB.ID.eq(JOB_EVENT.JOB))
            .where(ofFamily(code)));
  }

  private static List<Entry> entries(DSLContext sql, JobCode code, int skipped, int most) {
    return sql.select(JOB.KIND, JOB.CODE)
        .select(JOB_EVENT.fields())
        .from(JOB_EVENT)
        .join(JOB)
        .on(JOB.ID.eq(JOB_EVENT.JOB))
        .where(ofFamily(code))
        .orderBy(JOB_EVENT.ID)
        .limit(most)
        .offset(skipped)
        .fetch(row ->
            new Entry(
                new JobCode(row.get(JOB.CODE)),
                JobEventRows.event(row.get(JOB.KIND), row.into(JOB_EVENT))));
  }

  private static Condition ofFamily(JobCode code) {
    var meant = JOB.as("meant");
    return JOB.ROOT.eq(DSL.select(meant.ROOT).from(meant).where(meant.CODE.eq(code.value())));
  }
}
