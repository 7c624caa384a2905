package app.photoplay.database;

import static app.photoplay.database.Jobs.literal;
import static app.photoplay.database.Jobs.number;
import static app.photoplay.database.generated.Tables.ACCOUNT;
import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.DRAFT;
import static app.photoplay.database.generated.Tables.JOB;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.chat.Conversation;
import app.photoplay.database.generated.tables.Draft;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.delivery.Parcel;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.Occasion;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Accepting and cancelling in the database. Caps hold whoever orders at the same time, see
/// [Books]; on PostgreSQL the orders of one account are taken one after another.
public final class SqlDeskStore implements DeskStore {
  private final Database database;
  private final Books books;
  private final Jobs jobs;
  private final Ids ids;

  public SqlDeskStore(Database database, Caps caps, Ids ids) {
    this.database = database;
    this.books = new Books(caps, ids);
    this.jobs = new Jobs(ids, books);
    this.ids = ids;
  }

  @Override
  public Placed place(NewJob order, Instant now) {
    return database.write(sql -> place(sql, order, now));
  }

  @Override
  public Cancelled cancel(AccountId account, JobCode code, Instant now) {
    return database.write(sql -> cancel(sql, account, code, now));
  }

  @Override
  public Optional<JobId> taken(Occasion occasion) {
    return database.read(sql -> job(sql, occasion, DELIVERY.OCCASION.eq(occasion.key())));
  }

  private Placed place(DSLContext sql, NewJob order, Instant now) {
    long account = order.account().value();
    if (Locking.available(sql)) {
      sql.select(ACCOUNT.ID).from(ACCOUNT).where(ACCOUNT.ID.eq(account)).forNoKeyUpdate().fetch();
    }
    Optional<JobId> before = repeated(sql, order.occasion());
    if (before.isPresent()) {
      return new Placed.Repeated(before.get());
    }
    var going =
        sql.select(JOB.ID)
            .from(JOB)
            .where(
                JOB.ACCOUNT.eq(account),
                JOB.FINGERPRINT.eq(order.fingerprint().value()),
                JOB.STATUS.lt(literal(Status.MADE)),
                JOB.PARENT.isNull(),
                JOB.CANCELLED.eq((short) 0))
            .limit(1);
    // Locked, so that it does not end between this look and the new subscriber.
    Long same = (Locking.available(sql) ? going.forNoKeyUpdate() : going).fetchOne(JOB.ID);
    if (same != null) {
      subscribe(sql, same, order, Parcel.State.WATCHING, now);
      return new Placed.Joined(new JobId(same));
    }
    JobRecord job =
        jobs.create(sql, account, order.kind(), order.request(), order.fingerprint(), now);
    if (order.made().isPresent()) {
      jobs.fill(job, order.made().get(), now);
      job.insert();
      order.made().get().forEach(a -> jobs.touch(sql, a.content(), a.bytes(), now));
      subscribe(sql, job.getId(), order, Parcel.State.DUE, now);
      return new Placed.Made(new JobId(job.getId()));
    }
    if (unfinished(sql, JOB.ACCOUNT.eq(account), order.limit()) >= order.limit()) {
      return new Placed.TooMany();
    }
    if (unfinished(sql, DSL.noCondition(), order.queue()) >= order.queue()) {
      return new Placed.QueueFull(pace(sql, now));
    }
    Money price = order.quote().total();
    Optional<String> group = order.occasion().message().conversation().party();
    if (!books.hold(sql, account, group, job.getId(), price, now)) {
      return new Placed.OverBudget(books.allowance(sql, account, group, now));
    }
    job.setHeld(price.microUsd());
    job.setPriority(number(order.priority()));
    job.insert();
    order.inputs().forEach(input -> jobs.touch(sql, input.content(), input.bytes(), now));
    subscribe(sql, job.getId(), order, Parcel.State.WATCHING, now);
    return new Placed.Accepted(new JobId(job.getId()));
  }

  private static int unfinished(DSLContext sql, Condition whose, int most) {
    return sql.fetchCount(
        sql.selectOne()
            .from(JOB)
            .where(JOB.PARENT.isNull(), JOB.STATUS.lt(literal(Status.MADE)), whose)
            .limit(most));
  }

  /// The mean time between the last ends of jobs, when there were some within the hour.
  private static Optional<Duration> pace(DSLContext sql, Instant now) {
    List<Long> ends =
        sql.select(JOB.ENDED_MS)
            .from(JOB)
            .where(
                JOB.PARENT.isNull(),
                JOB.ENDED_MS.gt(now.minus(Duration.ofHours(1)).toEpochMilli()),
                JOB.FROM_CACHE.eq((short) 0))
            .orderBy(JOB.ENDED_MS.desc())
            .limit(20)
            .fetch(JOB.ENDED_MS);
    return ends.size() < 2
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((ends.getFirst() - ends.getLast()) / (ends.size() - 1)));
  }

  private static Optional<JobId> repeated(DSLContext sql, Occasion occasion) {
    String pressed = occasion.pressed();
    Condition going =
        Locking.startsWith(sql, DELIVERY.OCCASION, pressed)
            .and(JOB.STATUS.lt(literal(Status.MADE)))
            .and(JOB.CANCELLED.eq((short) 0));
    Condition same = DELIVERY.OCCASION.eq(occasion.key());
    return job(sql, occasion, pressed.isEmpty() ? same : same.or(going));
  }

  private static Optional<JobId> job(DSLContext sql, Occasion occasion, Condition which) {
    Conversation in = occasion.message().conversation();
    return sql.select(DELIVERY.JOB)
        .from(DELIVERY)
        .join(JOB)
        .on(JOB.ID.eq(DELIVERY.JOB))
        .where(DELIVERY.PLATFORM.eq(in.platform()), DELIVERY.CHAT.eq(in.chat()), which)
        .limit(1)
        .fetchOptional(DELIVERY.JOB)
        .map(JobId::new);
  }

  /// Also forgets the draft: after a crash the words that completed it must find neither it nor an
  /// older one.
  private void subscribe(DSLContext sql, long job, NewJob order, Parcel.State state, Instant now) {
    order.draft().ifPresent(code -> drop(sql, code));
    Occasion occasion = order.occasion();
    Conversation in = occasion.message().conversation();
    sql.insertInto(DELIVERY)
        .set(DELIVERY.ID, ids.next())
        .set(DELIVERY.JOB, job)
        .set(DELIVERY.PLATFORM, in.platform())
        .set(DELIVERY.CHAT, in.chat())
        .set(DELIVERY.THREAD, in.thread())
        .set(DELIVERY.GROUP_CHAT, (short) (in.group() ? 1 : 0))
        .set(DELIVERY.OCCASION, occasion.key())
        .set(DELIVERY.REPLY_TO, occasion.message().message())
        .set(DELIVERY.LANGUAGE, occasion.language())
        .set(DELIVERY.STATE, number(state))
        .set(DELIVERY.OWNER, database.instance().owner())
        .set(DELIVERY.CREATED_MS, now.toEpochMilli())
        .execute();
  }

  private static void drop(DSLContext sql, String code) {
    Draft same = DRAFT.as("same");
    sql.deleteFrom(DRAFT)
        .where(
            DSL.row(DRAFT.ACCOUNT, DRAFT.CONVERSATION, DRAFT.PURPOSE)
                .in(
                    DSL.select(same.ACCOUNT, same.CONVERSATION, same.PURPOSE)
                        .from(same)
                        .where(same.CODE.eq(code))))
        .execute();
  }

  private Cancelled cancel(DSLContext sql, AccountId account, JobCode code, Instant now) {
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
        job.update();
        waiting.add(job.getParent());
        if (runs) {
          running.add(new JobId(job.getId()));
        }
      } else {
        jobs.end(sql, job, new Outcome.Cancelled(), Money.ZERO, now);
        ended.add(new JobId(job.getId()));
      }
    }
    root.refresh();
    Money spent = Money.ofMicroUsd(root.getCost());
    return new Cancelled.Cancelling(new JobId(root.getId()), held.minus(spent), running, ended);
  }
}
