package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.database.Database;
import app.photoplay.engine.Claim;
import app.photoplay.job.JobReport.Status;

/// Takes any job back for whoever had claimed it once, as if there were no fence. Only for showing
/// what comes of that.
public final class FenceBreaker {
  private final Database database;

  public FenceBreaker(Database database) {
    this.database = database;
  }

  /// Makes an old claim good again, whatever has become of its job.
  public void take(Claim claim) {
    database.write(sql ->
        sql.update(JOB)
            .set(JOB.STATUS, number(Status.RUNNING))
            .set(JOB.OWNER, claim.owner())
            .set(JOB.CLAIM, claim.number())
            .where(JOB.ID.eq(claim.job().value()))
            .execute());
  }
}
