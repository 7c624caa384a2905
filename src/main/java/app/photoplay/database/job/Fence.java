package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Locking;
import app.photoplay.engine.Claim;
import app.photoplay.job.JobReport.Status;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Keeps out what comes late: a claim is good while its job runs under its number and in its
/// owner's name. The number grows with each claim and with nothing else, so a commit whose answer
/// was lost may be written once more.
final class Fence {
  private Fence() {}

  /// The row of a claim that is still good, locked.
  static Optional<JobRecord> row(DSLContext sql, Claim claim) {
    return Optional.ofNullable(rows(sql, List.of(claim)).get(claim.job().value()))
        .filter(row -> holds(row, claim));
  }

  /// Those rows that run, by job, locked. Whose claims are good is another question.
  static Map<Long, JobRecord> rows(DSLContext sql, Collection<Claim> claims) {
    var query =
        sql.selectFrom(JOB)
            .where(
                Locking.among(sql, JOB.ID, claims.stream().map(it -> it.job().value()).toList()),
                JOB.STATUS.eq(number(Status.RUNNING)))
            .orderBy(JOB.ID);
    return (Locking.available(sql) ? query.forNoKeyUpdate() : query).fetchMap(JOB.ID);
  }

  static boolean holds(@Nullable JobRecord row, Claim claim) {
    return row != null
        && row.getStatus() == number(Status.RUNNING)
        && row.getClaim() == claim.number()
        && claim.owner().equals(row.getOwner());
  }
}
