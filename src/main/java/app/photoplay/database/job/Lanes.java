package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.FAIR;
import static app.photoplay.database.generated.Tables.LANE;

import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.job.Lane;
import java.time.Instant;
import org.jooq.DSLContext;

/// Where jobs stand in line, inside other transactions.
///
/// Start-time fair queueing (Goyal, Vin, Cheng 1996): a job is tagged with the later of the lane's
/// present tag and where its person's former job will have ended, and the smallest tag is served
/// first. Somebody who comes anew stands beside those who are being served, whoever has ordered how
/// much before.
final class Lanes {
  private Lanes() {}

  /// Puts a job at the end of what its person has in a lane. The caller writes the row.
  static void enqueue(DSLContext sql, JobRecord job, Lane lane, long weight, Instant now) {
    job.setLane(lane.name());
    job.setQueuedMs(now.toEpochMilli());
    job.setSlot((short) 0);
    job.setFairTag(lane.equals(Lane.LIGHT) ? 0 : tag(sql, job.getAccount(), lane, weight));
  }

  /// Keeps a lane from taking new jobs until then.
  static void pause(DSLContext sql, String lane, Instant until) {
    prepare(sql, lane);
    sql.update(LANE)
        .set(LANE.PAUSED_UNTIL_MS, until.toEpochMilli())
        .where(LANE.NAME.eq(lane), LANE.PAUSED_UNTIL_MS.lt(until.toEpochMilli()))
        .execute();
  }

  /// Makes sure that the lane has a row.
  static void prepare(DSLContext sql, String lane) {
    sql.insertInto(LANE)
        .set(LANE.NAME, lane)
        .set(LANE.VTIME, 0L)
        .set(LANE.TOKENS, 0L)
        .set(LANE.TOKENS_MS, 0L)
        .set(LANE.PAUSED_UNTIL_MS, 0L)
        .onConflictDoNothing()
        .execute();
  }

  private static long tag(DSLContext sql, long account, Lane lane, long weight) {
    Long present =
        sql.select(LANE.VTIME).from(LANE).where(LANE.NAME.eq(lane.name())).fetchOne(LANE.VTIME);
    Long own =
        sql.select(FAIR.NEXT_TAG)
            .from(FAIR)
            .where(FAIR.ACCOUNT.eq(account), FAIR.LANE.eq(lane.name()))
            .fetchOne(FAIR.NEXT_TAG);
    long tag = Math.max(present == null ? 0 : present, own == null ? 0 : own);
    long next = tag + Math.max(1, weight);
    sql.insertInto(FAIR)
        .set(FAIR.ACCOUNT, account)
        .set(FAIR.LANE, lane.name())
        .set(FAIR.NEXT_TAG, next)
        .onConflict(FAIR.ACCOUNT, FAIR.LANE)
        .doUpdate()
        .set(FAIR.NEXT_TAG, next)
        .execute();
    return tag;
  }
}
