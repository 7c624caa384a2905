package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.sql.Numbers.literal;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
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
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent.Action;
import app.photoplay.job.event.JobEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    Actor person = new Actor.Account(account);
    var found =
        sql.selectFrom(JOB)
            .where(JOB.CODE.eq(code.value()), JOB.ACCOUNT.eq(account.value()), JOB.PARENT.isNull());
    JobRecord root = (Locking.available(sql) ? found.forUpdate() : found).fetchOne();
    if (root == null) {
      return new Cancelled.Unknown();
    }
    if (root.getStatus() >= number(Status.MADE)) {
      return new Cancelled.Over();
    }
    Money held = Money.ofMicroUsd(root.getHeld());
    List<JobId> running = new ArrayList<>();
    List<JobId> ended = new ArrayList<>();
    // Youngest first: when the root's turn comes, its children's costs are known.
    var family =
        sql.selectFrom(JOB)
            .where(JOB.ROOT.eq(root.getId()), JOB.STATUS.lt(literal(Status.MADE)))
            .orderBy(JOB.ID.desc());
    Set<Long> waiting = new HashSet<>();
    for (JobRecord job : (Locking.available(sql) ? family.forUpdate() : family).fetch()) {
      job.setCancelled((short) 1);
      boolean provider =
          job.getPaying() != Submissions.NONE && job.getPaying() != Submissions.UNKNOWN;
      boolean runs = job.getStatus() == number(Status.RUNNING);
      if (runs || provider || waiting.contains(job.getId())) {
        // It ends by itself, and its parents after it: their end settles what it will have cost.
        if (provider) {
          job.setDueMs(now.toEpochMilli());
        }
        changes.happened(JobEventRows.of(job, person, Action.CANCELLED, Money.ZERO, now));
        job.update();
        waiting.add(job.getParent());
        if (runs) {
          running.add(new JobId(job.getId()));
        }
      } else {
        jobs.endAtRest(sql, changes, job, new Outcome.Cancelled(), person, Action.CANCELLED, now);
        ended.add(new JobId(job.getId()));
      }
    }
    root.refresh();
    Money spent = Money.ofMicroUsd(root.getCost());
    return new Cancelled.Cancelling(new JobId(root.getId()), held.minus(spent), running, ended);
  }
}
