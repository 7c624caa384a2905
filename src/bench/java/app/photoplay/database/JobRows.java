package app.photoplay.database;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.storage.Fingerprint;
import java.time.Instant;

/// Accepts jobs that nobody waits for: one transaction that writes the job's row and nothing else.
public final class JobRows {
  private final Database database;
  private final Jobs jobs;

  public JobRows(Database database, Caps caps, Ids ids) {
    this.database = database;
    this.jobs = new Jobs(ids, new Books(caps, ids));
  }

  /// Returns when the row is on disk.
  public void accept(AccountId account, String kind, String request, Instant now) {
    Fingerprint fingerprint = Fingerprint.of(account, kind, request);
    var _ =
        database.write(
            sql -> jobs.create(sql, account.value(), kind, request, fingerprint, now).insert());
  }

  /// How many jobs have ended with a result.
  public int made() {
    return database.read(sql ->
        sql.fetchCount(
            app.photoplay.database.generated.Tables.JOB,
            app.photoplay.database.generated.Tables.JOB.STATUS.eq((short) 3)));
  }
}
