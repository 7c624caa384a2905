package app.photoplay.database.chat;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Conversation;
import app.photoplay.database.generated.tables.Delivery;
import app.photoplay.database.generated.tables.Job;
import app.photoplay.database.generated.tables.records.DeliveryRecord;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.Locking;
import app.photoplay.delivery.Delivery.State;
import app.photoplay.delivery.DeliveryStore.Address;
import app.photoplay.job.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// What its conversation did not take, until its person writes somewhere.
///
/// The old row keeps its place and occasion, by which a repeat of the order is recognised; a new
/// one is addressed to where the person is now.
final class WaitingDeliveries {
  /// At a time: more would bury what the person came for.
  private static final int MOST = 3;

  /// Begins like the occasion of no message and no press.
  private static final String OCCASION = "w:";

  private final Ids ids;

  WaitingDeliveries(Ids ids) {
    this.ids = ids;
  }

  static Condition of(AccountId account) {
    return DELIVERY.WAITS_FOR.eq(account.value());
  }

  /// See [app.photoplay.delivery.DeliveryStore#readdress].
  List<JobId> readdress(
      DSLContext sql, AccountId account, Address to, String owner, Instant since) {
    // the person may write in two places at once
    Locking.takeTurns(sql, "waiting results of " + account.value());
    List<JobId> jobs = new ArrayList<>();
    for (DeliveryRecord row :
        sql.selectFrom(DELIVERY)
            .where(
                of(account),
                shownIn(to.conversation()),
                DELIVERY.CREATED_MS.ge(since.toEpochMilli()))
            .orderBy(DELIVERY.ID)
            .fetch()) {
      if (jobs.size() == MOST) {
        break;
      }
      List<Short> others = otherwise(sql, account, row);
      if (others.isEmpty()) {
        sql.insertInto(DELIVERY).set(addressed(row, to, owner)).execute();
        jobs.add(new JobId(row.getJob()));
      }
      if (others.isEmpty() || others.contains(number(State.DONE))) {
        waitNoLonger(sql, row);
      }
    }
    return jobs;
  }

  private static Condition shownIn(Conversation to) {
    return to.group()
        ? DELIVERY
            .GROUP_CHAT
            .ne((short) 0)
            .and(DELIVERY.PLATFORM.eq(to.platform()))
            .and(DELIVERY.CHAT.eq(to.chat()))
        : DSL.noCondition();
  }

  /// How far other deliveries have come that show the person the same: of the same job, or of a
  /// later one that was answered from the cache.
  private static List<Short> otherwise(DSLContext sql, AccountId account, DeliveryRecord row) {
    Delivery other = DELIVERY.as("other");
    Job shown = JOB.as("shown");
    Job own = JOB.as("own");
    return sql.selectDistinct(other.STATE)
        .from(shown)
        .join(other)
        .on(other.JOB.eq(shown.ID))
        .join(own)
        .on(own.ID.eq(row.getJob()))
        .where(
            shown.ACCOUNT.eq(account.value()),
            shown.PARENT.isNull(),
            other.STATE.le(number(State.DONE)),
            shown.ID.eq(own.ID).or(shown.RESULT.eq(own.RESULT).and(other.ID.gt(row.getId()))))
        .fetch(other.STATE);
  }

  private static void waitNoLonger(DSLContext sql, DeliveryRecord row) {
    sql.update(DELIVERY).setNull(DELIVERY.WAITS_FOR).where(DELIVERY.ID.eq(row.getId())).execute();
  }

  private DeliveryRecord addressed(DeliveryRecord row, Address to, String owner) {
    DeliveryRecord fresh = new DeliveryRecord();
    fresh.setId(ids.next());
    fresh.setJob(row.getJob());
    fresh.setPlatform(to.conversation().platform());
    fresh.setChat(to.conversation().chat());
    fresh.setThread(to.conversation().thread());
    fresh.setGroupChat((short) (to.conversation().group() ? 1 : 0));
    fresh.setOccasion(OCCASION + row.getId());
    fresh.setReplyTo(to.replyTo().orElse(""));
    fresh.setLanguage(to.language());
    fresh.setState(number(State.DUE));
    fresh.setOwner(owner);
    fresh.setCreatedMs(row.getCreatedMs());
    return fresh;
  }
}
