package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.ACCOUNT;
import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.DRAFT;
import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.sql.Numbers.literal;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.database.Database;
import app.photoplay.database.account.LedgerRules;
import app.photoplay.database.batch.BatchOperation;
import app.photoplay.database.generated.tables.Draft;
import app.photoplay.database.generated.tables.records.DeliveryRecord;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.job.JobTransactions.Done;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.Locking;
import app.photoplay.delivery.Delivery;
import app.photoplay.intake.DeskStore.NewJob;
import app.photoplay.intake.DeskStore.Placed;
import app.photoplay.intake.Order.FromDraft;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Takes orders, those of several people at a time: each is decided by itself, then the rows of all
/// are written together. On PostgreSQL the orders of one account are taken one after another.
final class Orders implements BatchOperation<Orders.Order, Done<Placed>> {
  /// So long after a press another of the same button is taken for the same.
  private static final Duration DOUBLE_TAP = Duration.ofSeconds(5);

  private final Database database;
  private final LedgerRules books;
  private final Jobs jobs;
  private final Ids ids;

  Orders(Database database, LedgerRules books, Jobs jobs, Ids ids) {
    this.database = database;
    this.books = books;
    this.jobs = jobs;
    this.ids = ids;
  }

  @Override
  public List<Done<Placed>> write(DSLContext sql, List<Order> orders) {
    List<Done<Placed>> placed = new ArrayList<>();
    Together together = new Together(sql);
    for (Order order : orders) {
      if (!together.admits(order.job())) {
        together.changes.write(sql);
        together = new Together(sql);
      }
      int before = together.changes.count();
      Placed one = together.place(order.job(), order.now());
      if (order.job().before().isPresent()) {
        together.cancel(order.job().before().get(), one, order.now());
      }
      placed.add(new Done<>(one, together.changes.since(before)));
    }
    together.changes.write(sql);
    return placed;
  }

  /// An order when it came.
  record Order(NewJob job, Instant now) {}

  /// Those whose rows are written together, because none asks for another's.
  private final class Together {
    private final DSLContext sql;
    private final Changes changes = new Changes(ids);
    private final Set<Object> involved = new HashSet<>();
    private int accepted;

    private Together(DSLContext sql) {
      this.sql = sql;
    }

    /// Whether neither this one's person nor its chat is among them.
    private boolean admits(NewJob order) {
      return Collections.disjoint(involved, who(order));
    }

    private static Set<Object> who(NewJob order) {
      Conversation in = order.occasion().message().conversation();
      return Set.of(order.account(), List.of(in.platform(), in.chat()));
    }

    private Placed place(NewJob order, Instant now) {
      involved.addAll(who(order));
      long account = order.account().value();
      if (Locking.available(sql)) {
        sql.select(ACCOUNT.ID).from(ACCOUNT).where(ACCOUNT.ID.eq(account)).forNoKeyUpdate().fetch();
      }
      Optional<JobId> before = repeated(sql, order.occasion(), now);
      if (before.isPresent()) {
        return new Placed.Repeated(before.get());
      }
      Optional<Placed> stale = order.draft().flatMap(draft -> stale(draft, account));
      if (stale.isPresent()) {
        return stale.get();
      }
      Long same = going(order);
      if (same != null) {
        subscribe(same, order, Delivery.State.WATCHING, now);
        return new Placed.Joined(new JobId(same));
      }
      JobRecord job =
          jobs.create(sql, account, order.kind(), order.request(), order.fingerprint(), now);
      if (order.made().isPresent()) {
        jobs.fill(job, order.made().get(), now);
        ordered(job, "", now);
        order.made().get().forEach(a -> jobs.touch(sql, a.content(), a.bytes(), now));
        subscribe(job.getId(), order, Delivery.State.DUE, now);
        return new Placed.Made(new JobId(job.getId()));
      }
      if (unfinished(JOB.ACCOUNT.eq(account), order.limit()) >= order.limit()) {
        return new Placed.TooMany();
      }
      if (unfinished(DSL.noCondition(), order.queue()) + accepted >= order.queue()) {
        return new Placed.QueueFull(pace(now));
      }
      Money price = order.quote().total();
      Optional<String> group = order.occasion().message().conversation().party();
      if (!books.hold(sql, account, group, job.getId(), price, now)) {
        return new Placed.OverBudget(books.allowance(sql, account, group, now));
      }
      job.setHeld(price.microUsd());
      job.setState(order.offer().first());
      job.setPriority(number(order.priority()));
      ordered(job, order.offer().why(), now);
      accepted++;
      order.inputs().forEach(input -> jobs.touch(sql, input.content(), input.bytes(), now));
      subscribe(job.getId(), order, Delivery.State.WATCHING, now);
      return new Placed.Accepted(new JobId(job.getId()));
    }

    /// Cancels the job in whose place another was taken, with the order itself: whatever happens to
    /// the program, never are both made.
    private void cancel(JobId old, Placed placed, Instant now) {
      boolean taken =
          placed instanceof Placed.Accepted
              || placed instanceof Placed.Made
              || (placed instanceof Placed.Joined(var job) && !job.equals(old));
      if (taken) {
        var root = sql.selectFrom(JOB).where(JOB.ID.eq(old.value()));
        JobRecord job = (Locking.available(sql) ? root.forUpdate() : root).fetchSingle();
        var _ = new CancelledFamily(jobs).cancel(sql, changes, job, now);
      }
    }

    private void ordered(JobRecord job, String why, Instant now) {
      Actor person = new Actor.Account(new AccountId(job.getAccount()));
      Money held = Money.ofMicroUsd(job.getHeld());
      changes.happened(JobEventRows.of(job, person, Action.ORDERED, held, now).noting(why));
      changes.add(job);
    }

    /// The same that is being made for this person, locked, so that it does not end between this
    /// look and the new subscriber.
    private @Nullable Long going(NewJob order) {
      var going =
          sql.select(JOB.ID)
              .from(JOB)
              .where(
                  JOB.ACCOUNT.eq(order.account().value()),
                  JOB.FINGERPRINT.eq(order.fingerprint().value()),
                  JOB.STATUS.lt(literal(Status.MADE)),
                  JOB.PARENT.isNull(),
                  JOB.CANCELLED.eq((short) 0))
              .limit(1);
      return (Locking.available(sql) ? going.forNoKeyUpdate() : going).fetchOne(JOB.ID);
    }

    private int unfinished(Condition whose, int most) {
      return sql.fetchCount(
          sql.selectOne()
              .from(JOB)
              .where(JOB.PARENT.isNull(), JOB.STATUS.lt(literal(Status.MADE)), whose)
              .limit(most));
    }

    /// The mean time between the last ends of jobs, when there were some within the hour.
    private Optional<Duration> pace(Instant now) {
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

    /// Why an order is not made from that draft. Locked, so that it does not change before the
    /// order is on disk.
    private Optional<Placed> stale(FromDraft wanted, long account) {
      var row =
          sql.select(DRAFT.REVISION, DRAFT.ORDERED)
              .from(DRAFT)
              .where(DRAFT.CODE.eq(wanted.code()), DRAFT.ACCOUNT.eq(account));
      Record2<Integer, Integer> draft =
          (Locking.available(sql) ? row.forNoKeyUpdate() : row).fetchOne();
      if (draft == null) {
        return Optional.of(new Placed.Stale(false));
      }
      boolean ordered = draft.value2() >= wanted.revision();
      return ordered || draft.value1() != wanted.revision()
          ? Optional.of(new Placed.Stale(ordered))
          : Optional.empty();
    }

    /// Also notes what of the draft was ordered, and forgets what is over with it: after a crash
    /// the words that completed it must find neither it nor an older one.
    private void subscribe(long job, NewJob order, Delivery.State state, Instant now) {
      order.draft().ifPresent(draft -> use(sql, draft));
      OrderTrigger occasion = order.occasion();
      Conversation in = occasion.message().conversation();
      DeliveryRecord delivery = new DeliveryRecord();
      delivery.setId(ids.next());
      delivery.setJob(job);
      delivery.setPlatform(in.platform());
      delivery.setChat(in.chat());
      delivery.setThread(in.thread());
      delivery.setGroupChat((short) (in.group() ? 1 : 0));
      delivery.setOccasion(occasion.key());
      delivery.setReplyTo(occasion.message().message());
      delivery.setLanguage(occasion.language());
      delivery.setState(number(state));
      delivery.setOwner(database.instance().owner());
      delivery.setCreatedMs(now.toEpochMilli());
      order.before().flatMap(before -> takenOver(before, in)).ifPresent(delivery::setPlaceholder);
      changes.add(delivery);
    }

    /// The message that shows the progress of another job, which is watched there no more.
    private Optional<String> takenOver(JobId before, Conversation in) {
      var row =
          sql.selectFrom(DELIVERY)
              .where(
                  DELIVERY.JOB.eq(before.value()),
                  DELIVERY.STATE.eq(literal(Delivery.State.WATCHING)),
                  DELIVERY.PLATFORM.eq(in.platform()),
                  DELIVERY.CHAT.eq(in.chat()),
                  DELIVERY.PLACEHOLDER.isNotNull())
              .limit(1);
      DeliveryRecord watched = (Locking.available(sql) ? row.forUpdate() : row).fetchOne();
      if (watched == null) {
        return Optional.empty();
      }
      watched.setState(number(Delivery.State.DONE));
      watched.update();
      return Optional.of(watched.getPlaceholder());
    }
  }

  /// The job that this very message or press was for, or another press of the same button a moment
  /// ago: whoever taps twice wants one.
  private static Optional<JobId> repeated(DSLContext sql, OrderTrigger occasion, Instant now) {
    String pressed = occasion.pressed();
    Condition going =
        Locking.startsWith(sql, DELIVERY.OCCASION, pressed)
            .and(
                JOB.STATUS
                    .lt(literal(Status.MADE))
                    .or(DELIVERY.CREATED_MS.gt(now.minus(DOUBLE_TAP).toEpochMilli())))
            .and(JOB.CANCELLED.eq((short) 0));
    Condition same = DELIVERY.OCCASION.eq(occasion.key());
    return job(sql, occasion, pressed.isEmpty() ? same : same.or(going));
  }

  /// The job that an occasion in its chat was for.
  static Optional<JobId> job(DSLContext sql, OrderTrigger occasion, Condition which) {
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

  /// The newest job of a message, see [app.photoplay.intake.DeskStore#latest].
  static Optional<JobId> latest(DSLContext sql, MessageRef message, List<String> drafts) {
    String written = OrderTrigger.written(message);
    Condition which =
        DELIVERY.OCCASION.eq(written).or(Locking.startsWith(sql, DELIVERY.OCCASION, written + ":"));
    for (String code : drafts) {
      which = which.or(DELIVERY.OCCASION.contains(":" + code + ":"));
    }
    Conversation in = message.conversation();
    return sql.select(DELIVERY.JOB)
        .from(DELIVERY)
        .where(DELIVERY.PLATFORM.eq(in.platform()), DELIVERY.CHAT.eq(in.chat()), which)
        .orderBy(DELIVERY.ID.desc())
        .limit(1)
        .fetchOptional(DELIVERY.JOB)
        .map(JobId::new);
  }

  private static void use(DSLContext sql, FromDraft draft) {
    sql.update(DRAFT)
        .set(DRAFT.ORDERED, draft.revision())
        .where(DRAFT.CODE.eq(draft.code()))
        .execute();
    if (draft.completes().isEmpty()) {
      return;
    }
    Draft same = DRAFT.as("same");
    sql.deleteFrom(DRAFT)
        .where(
            DSL.row(DRAFT.ACCOUNT, DRAFT.CONVERSATION, DRAFT.PURPOSE)
                .in(
                    DSL.select(same.ACCOUNT, same.CONVERSATION, same.PURPOSE)
                        .from(same)
                        .where(same.CODE.eq(draft.completes()))))
        .execute();
  }
}
