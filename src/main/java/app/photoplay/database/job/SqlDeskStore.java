package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.JOB;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.database.Database;
import app.photoplay.database.account.LedgerRules;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.Locking;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.event.JobEvents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Accepting ([Orders]) and cancelling in the database. Caps hold whoever orders at the same time,
/// see [LedgerRules].
public final class SqlDeskStore implements DeskStore {
  private final Database database;
  private final JobTransactions transactions;
  private final Jobs jobs;
  private final Orders orders;

  public SqlDeskStore(Database database, Caps caps, Ids ids) {
    this(database, caps, ids, JobEvents.NONE);
  }

  /// The store.
  ///
  /// @param listener hears what orders and cancels do to jobs
  public SqlDeskStore(Database database, Caps caps, Ids ids, JobEvents listener) {
    this.database = database;
    this.transactions = new JobTransactions(database, ids, listener);
    LedgerRules books = new LedgerRules(caps, ids);
    this.jobs = new Jobs(ids, books);
    this.orders = new Orders(database, books, jobs, ids);
  }

  @Override
  public Placed place(NewJob order, Instant now) {
    return transactions.write(orders, new Orders.Order(order, now));
  }

  @Override
  public Cancelled cancel(AccountId account, JobCode code, Instant now) {
    return transactions.write((sql, changes) -> cancel(sql, changes, account, code, now));
  }

  @Override
  public Optional<JobId> taken(OrderTrigger occasion) {
    return database.read(sql -> Orders.job(sql, occasion, DELIVERY.OCCASION.eq(occasion.key())));
  }

  @Override
  public Optional<JobId> latest(MessageRef message, List<String> drafts) {
    return database.read(sql -> Orders.latest(sql, message, drafts));
  }

  private Cancelled cancel(
      DSLContext sql, Changes changes, AccountId account, JobCode code, Instant now) {
    var found =
        sql.selectFrom(JOB)
            .where(JOB.CODE.eq(code.value()), JOB.ACCOUNT.eq(account.value()), JOB.PARENT.isNull());
    JobRecord root = (Locking.available(sql) ? found.forUpdate() : found).fetchOne();
    return root == null
        ? new Cancelled.Unknown()
        : new CancelledFamily(jobs).cancel(sql, changes, root, now);
  }
}
