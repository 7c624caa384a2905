package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.LANE;
import static app.photoplay.database.sql.Numbers.literal;

import app.photoplay.job.JobReport.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/// Sets right what waits for a time that was reckoned by a clock which was ahead, inside other
/// transactions.
final class DueTimes {
  /// No job waits longer on purpose without having been looked at.
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /// Clocks of several machines may differ by that.
  private static final Duration SKEW = Duration.ofMinutes(1);

  private DueTimes() {}

  /// Brings forward by so much all that waits.
  static void bringForward(DSLContext sql, Duration by, Instant now) {
    sql.update(JOB)
        .set(JOB.DUE_MS, JOB.DUE_MS.minus(by.toMillis()))
        .where(JOB.STATUS.eq(literal(Status.READY)), JOB.DUE_MS.gt(now.toEpochMilli()))
        .execute();
    sql.update(JOB)
        .set(JOB.QUEUED_MS, now.toEpochMilli())
        .where(JOB.STATUS.eq(literal(Status.READY)), JOB.QUEUED_MS.gt(now.toEpochMilli()))
        .execute();
    lanes(sql, LANE.PAUSED_UNTIL_MS.minus(by.toMillis()), now, now);
  }

  /// At a start nothing tells by how much the clock went back while the program was not there. Jobs
  /// that were made in the future say that it did, and so does a wait that nobody would choose:
  /// then whatever waits is due now.
  ///
  /// @return the newest job
  static OptionalLong afterStart(DSLContext sql, Instant now) {
    Record2<Long, Long> newest =
        sql.select(JOB.ID, JOB.CREATED_MS).from(JOB).orderBy(JOB.ID.desc()).limit(1).fetchOne();
    boolean ahead = newest != null && newest.value2() > now.plus(SKEW).toEpochMilli();
    Instant latest = ahead ? now : now.plus(LONGEST_WAIT);
    sql.update(JOB)
        .set(JOB.DUE_MS, now.toEpochMilli())
        .where(JOB.STATUS.eq(literal(Status.READY)), JOB.DUE_MS.gt(latest.toEpochMilli()))
        .execute();
    lanes(sql, DSL.inline(now.toEpochMilli()), latest, now);
    return newest == null ? OptionalLong.empty() : OptionalLong.of(newest.value1());
  }

  private static void lanes(DSLContext sql, Field<Long> until, Instant after, Instant now) {
    sql.update(LANE)
        .set(LANE.PAUSED_UNTIL_MS, until)
        .where(LANE.PAUSED_UNTIL_MS.gt(after.toEpochMilli()))
        .execute();
    sql.update(LANE)
        .set(LANE.TOKENS_MS, now.toEpochMilli())
        .where(LANE.TOKENS_MS.gt(now.toEpochMilli()))
        .execute();
  }
}
