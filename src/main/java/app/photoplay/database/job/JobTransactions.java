package app.photoplay.database.job;

import app.photoplay.database.Database;
import app.photoplay.database.batch.BatchOperation;
import app.photoplay.database.sql.Ids;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobEvents;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The transactions that change jobs: the rows of what happened are written with each, and after
/// its commit the listener hears of it. Thread-safe.
final class JobTransactions {
  private static final Logger log = LoggerFactory.getLogger(JobTransactions.class);

  private final Database database;
  private final Ids ids;
  private final JobEvents listener;

  JobTransactions(Database database, Ids ids, JobEvents listener) {
    this.database = database;
    this.ids = ids;
    this.listener = listener;
  }

  /// What a transaction returns, and what it did to jobs.
  record Done<T>(T value, List<JobEvent> events) {}

  /// Runs one; what it adds to the changes is written after it.
  <T> T write(BiFunction<DSLContext, Changes, T> body) {
    return tell(
        database.write(sql -> {
          Changes changes = new Changes(ids);
          T value = body.apply(sql, changes);
          changes.write(sql);
          return new Done<>(value, changes.since(0));
        }));
  }

  /// The same for what many callers ask for at a time.
  <I, O> O write(BatchOperation<I, Done<O>> operation, I input) {
    return tell(database.write(operation, input));
  }

  private <T> T tell(Done<T> done) {
    if (!done.events().isEmpty()) {
      try {
        listener.happened(done.events());
      } catch (RuntimeException e) {
        log.atWarn().setCause(e).log("what happened to a job is written but was not passed on");
      }
    }
    return done.value();
  }
}
