package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.JOB_EVENT;

import app.photoplay.database.Database;
import app.photoplay.job.JobCode;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobTimeline;
import java.util.List;
import org.jooq.impl.DSL;

/// What is remembered of jobs, in the database.
public final class SqlJobTimeline implements JobTimeline {
  private final Database database;

  public SqlJobTimeline(Database database) {
    this.database = database;
  }

  @Override
  public List<JobEvent> of(JobCode code) {
    var meant = JOB.as("meant");
    return database.read(sql ->
        sql.select(JOB.KIND)
            .select(JOB_EVENT.fields())
            .from(JOB_EVENT)
            .join(JOB)
            .on(JOB.ID.eq(JOB_EVENT.JOB))
            .where(
                JOB.ROOT.eq(DSL.select(meant.ROOT).from(meant).where(meant.CODE.eq(code.value()))))
            .orderBy(JOB_EVENT.ID)
            .fetch(row -> JobEventRows.event(row.get(JOB.KIND), row.into(JOB_EVENT))));
  }
}
