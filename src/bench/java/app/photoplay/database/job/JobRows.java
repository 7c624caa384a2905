package app.photoplay.database.job;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.database.Database;
import app.photoplay.database.account.LedgerRules;
import app.photoplay.database.batch.BatchOperation;
import app.photoplay.database.sql.Ids;
import app.photoplay.storage.reuse.Fingerprint;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;

/// Accepts jobs that nobody waits for: writes the job's row and nothing else, in the way that
/// orders are written.
public final class JobRows {
  private final Database database;
  private final Jobs jobs;
  private final Ids ids;
  private final BatchOperation<Row, Boolean> rows = this::write;

  public JobRows(Database database, Caps caps, Ids ids) {
    this.database = database;
    this.ids = ids;
    this.jobs = new Jobs(ids, new LedgerRules(caps, ids));
  }

  /// Returns when the row is on disk.
  public void accept(AccountId account, String kind, String request, Instant now) {
    Fingerprint fingerprint = Fingerprint.of(account, kind, request);
    var _ = database.write(rows, new Row(account, kind, request, fingerprint, now));
  }

  private List<Boolean> write(DSLContext sql, List<Row> rows) {
    Changes changes = new Changes(ids);
    for (Row row : rows) {
      changes.add(
          jobs.create(
              sql, row.account().value(), row.kind(), row.request(), row.fingerprint(), row.now()));
    }
    changes.write(sql);
    return Collections.nCopies(rows.size(), true);
  }

  private record Row(
      AccountId account, String kind, String request, Fingerprint fingerprint, Instant now) {}

  /// How many jobs have ended with a result.
  public int made() {
    return database.read(sql ->
        sql.fetchCount(
            app.photoplay.database.generated.Tables.JOB,
            app.photoplay.database.generated.Tables.JOB.STATUS.eq((short) 3)));
  }
}
