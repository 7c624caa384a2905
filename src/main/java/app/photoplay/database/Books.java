package app.photoplay.database;

import static app.photoplay.database.generated.Tables.ACCOUNT;
import static app.photoplay.database.generated.Tables.LEDGER;

import app.photoplay.budget.Allowance;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Entry;
import app.photoplay.budget.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The ledger's rules inside other transactions: what is left, hold, settle. A job has each kind of
/// line at most once, which the table enforces.
final class Books {
  private final Caps caps;
  private final Ids ids;

  Books(Caps caps, Ids ids) {
    this.caps = caps;
    this.ids = ids;
  }

  Allowance allowance(DSLContext sql, long account, Instant now) {
    ZoneId zone = zone(sql, account, now);
    LocalDate today = LocalDate.ofInstant(now, zone);
    Money spent = sum(sql, LEDGER.ACCOUNT.eq(account).and(LEDGER.DAY.eq(today.toString())));
    Money operatorSpent = sum(sql, LEDGER.OPERATOR_DAY.eq(operatorDay(now)));
    Money own = caps.person().minus(spent);
    Money common = caps.operator().minus(operatorSpent);
    boolean shared = common.compareTo(own) < 0;
    Money left = shared ? common : own;
    Instant resets =
        shared
            ? LocalDate.ofInstant(now, caps.zone())
                .plusDays(1)
                .atStartOfDay(caps.zone())
                .toInstant()
            : today.plusDays(1).atStartOfDay(zone).toInstant();
    return new Allowance(
        caps.person(), spent, left.compareTo(Money.ZERO) < 0 ? Money.ZERO : left, shared, resets);
  }

  void hold(DSLContext sql, long account, long job, Money amount, Instant now) {
    if (!amount.isZero()) {
      String day = LocalDate.ofInstant(now, zone(sql, account, now)).toString();
      insert(sql, account, job, Entry.Kind.HOLD, amount, day, operatorDay(now), now);
    }
  }

  /// Gives the hold of a job back and charges what was spent, at most what was held; on the day of
  /// the hold, so that a night between them changes no allowance.
  Money settle(DSLContext sql, long job, Money spent, Instant now) {
    var hold =
        sql.selectFrom(LEDGER)
            .where(LEDGER.JOB.eq(job), LEDGER.KIND.eq(number(Entry.Kind.HOLD)))
            .fetchOne();
    if (hold == null) {
      return Money.ZERO;
    }
    Money held = new Money(hold.getMicroUsd());
    Money charge = min(held, spent);
    String day = hold.getDay();
    String operatorDay = hold.getOperatorDay();
    insert(
        sql,
        hold.getAccount(),
        job,
        Entry.Kind.RELEASE,
        Money.ZERO.minus(held),
        day,
        operatorDay,
        now);
    insert(sql, hold.getAccount(), job, Entry.Kind.CHARGE, charge, day, operatorDay, now);
    return charge;
  }

  List<Entry> entries(DSLContext sql, long job) {
    return sql.selectFrom(LEDGER)
        .where(LEDGER.JOB.eq(job))
        .orderBy(LEDGER.ID)
        .fetch(row ->
            new Entry(
                Entry.Kind.values()[row.getKind()],
                Money.ofMicroUsd(row.getMicroUsd()),
                Instant.ofEpochMilli(row.getCreatedMs())));
  }

  ZoneId zone(DSLContext sql, long account, Instant now) {
    var row = sql.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(account)).fetchOne();
    if (row == null || row.getZone() == null) {
      return caps.zone();
    }
    Long next = row.getNextZoneMs();
    return ZoneId.of(
        next != null && next <= now.toEpochMilli() ? row.getNextZone() : row.getZone());
  }

  private String operatorDay(Instant now) {
    return LocalDate.ofInstant(now, caps.zone()).toString();
  }

  private void insert(
      DSLContext sql,
      long account,
      long job,
      Entry.Kind kind,
      Money amount,
      String day,
      String operatorDay,
      Instant now) {
    sql.insertInto(LEDGER)
        .set(LEDGER.ID, ids.next())
        .set(LEDGER.ACCOUNT, account)
        .set(LEDGER.JOB, job)
        .set(LEDGER.KIND, number(kind))
        .set(LEDGER.MICRO_USD, amount.microUsd())
        .set(LEDGER.DAY, day)
        .set(LEDGER.OPERATOR_DAY, operatorDay)
        .set(LEDGER.CREATED_MS, now.toEpochMilli())
        .execute();
  }

  private static Money sum(DSLContext sql, Condition condition) {
    Long sum =
        sql.select(DSL.coalesce(DSL.sum(LEDGER.MICRO_USD), 0).cast(Long.class))
            .from(LEDGER)
            .where(condition)
            .fetchSingle()
            .value1();
    return Money.ofMicroUsd(sum);
  }

  private static Money min(Money a, Money b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static short number(Entry.Kind kind) {
    return (short) kind.ordinal();
  }
}
