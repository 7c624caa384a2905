package app.photoplay.database.account;

import static app.photoplay.database.generated.Tables.ACCOUNT;
import static app.photoplay.database.generated.Tables.LEDGER;
import static app.photoplay.database.generated.Tables.SPENDING;

import app.photoplay.budget.Allowance;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Days;
import app.photoplay.budget.Entry;
import app.photoplay.budget.Money;
import app.photoplay.database.generated.tables.records.LedgerRecord;
import app.photoplay.database.sql.Ids;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The ledger's rules inside other transactions: what is left, hold, settle. A job has each kind of
/// line at most once, which the table enforces.
///
/// What a person, a group and all have spent on a day stands in `spending` and is raised only where
/// it stays below the cap, in one statement: two orders at the same moment cannot both take the
/// last cent. Its sums are those of the ledger's lines.
public final class LedgerRules {
  private static final String EVERYBODY = "all";

  private final Caps caps;
  private final Ids ids;

  public LedgerRules(Caps caps, Ids ids) {
    this.caps = caps;
    this.ids = ids;
  }

  /// What is left to an account, ordering in a group or alone.
  public Allowance allowance(DSLContext sql, long account, Optional<String> group, Instant now) {
    Days days = days(sql, account);
    Money spent = spent(sql, person(account), days.name(now));
    Money left = caps.person().minus(spent);
    Allowance.Nearest nearest = Allowance.Nearest.PERSON;
    if (group.isPresent()) {
      Money groups = caps.group().minus(spent(sql, group(group.get()), operatorDay(now)));
      if (groups.compareTo(left) < 0) {
        left = groups;
        nearest = Allowance.Nearest.GROUP;
      }
    }
    Money common = caps.operator().minus(spent(sql, EVERYBODY, operatorDay(now)));
    if (common.compareTo(left) < 0) {
      left = common;
      nearest = Allowance.Nearest.EVERYBODY;
    }
    Instant resets = (nearest == Allowance.Nearest.PERSON ? days : new Days(caps.zone())).end(now);
    return new Allowance(
        caps.person(), spent, left.compareTo(Money.ZERO) < 0 ? Money.ZERO : left, nearest, resets);
  }

  /// Sets money aside for a job, if it fits every cap.
  public boolean hold(
      DSLContext sql, long account, Optional<String> group, long job, Money amount, Instant now) {
    if (amount.isZero()) {
      return true;
    }
    String day = days(sql, account).name(now);
    String operatorDay = operatorDay(now);
    List<Limit> limits = new ArrayList<>();
    limits.add(new Limit(person(account), day, caps.person()));
    group.ifPresent(it -> limits.add(new Limit(group(it), operatorDay, caps.group())));
    limits.add(new Limit(EVERYBODY, operatorDay, caps.operator()));
    List<Limit> taken = new ArrayList<>();
    for (Limit limit : limits) {
      if (!take(sql, limit, amount)) {
        taken.forEach(it -> add(sql, it.scope(), it.day(), Money.ZERO.minus(amount)));
        return false;
      }
      taken.add(limit);
    }
    insert(sql, account, group.orElse(null), job, Entry.Kind.HOLD, amount, day, operatorDay, now);
    return true;
  }

  /// Gives the hold of a job back and charges what was spent, at most what was held; on the day of
  /// the hold, so that a night between them changes no allowance. Once only: what is settled stays.
  ///
  /// @return what was charged by this
  public Money settle(DSLContext sql, long job, Money spent, Instant now) {
    List<LedgerRecord> lines = sql.selectFrom(LEDGER).where(LEDGER.JOB.eq(job)).fetch();
    if (lines.size() != 1) {
      return Money.ZERO;
    }
    LedgerRecord hold = lines.getFirst();
    Money held = new Money(hold.getMicroUsd());
    Money charge = held.compareTo(spent) <= 0 ? held : spent;
    Money back = charge.minus(held);
    add(sql, person(hold.getAccount()), hold.getDay(), back);
    if (hold.getParty() != null) {
      add(sql, group(hold.getParty()), hold.getOperatorDay(), back);
    }
    add(sql, EVERYBODY, hold.getOperatorDay(), back);
    book(sql, hold, Entry.Kind.RELEASE, Money.ZERO.minus(held), now);
    book(sql, hold, Entry.Kind.CHARGE, charge, now);
    return charge;
  }

  public List<Entry> entries(DSLContext sql, long job) {
    return sql.selectFrom(LEDGER)
        .where(LEDGER.JOB.eq(job))
        .orderBy(LEDGER.ID)
        .fetch(row ->
            new Entry(
                Entry.Kind.values()[row.getKind()],
                Money.ofMicroUsd(row.getMicroUsd()),
                Instant.ofEpochMilli(row.getCreatedMs())));
  }

  /// The days of an account; those of the operator when it never told its zone.
  public Days days(DSLContext sql, long account) {
    var row = sql.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(account)).fetchOne();
    if (row == null || row.getZone() == null) {
      return new Days(caps.zone());
    }
    Days.Change change =
        row.getNextZoneMs() == null
            ? null
            : new Days.Change(
                ZoneId.of(row.getNextZone()),
                Instant.ofEpochMilli(row.getNextZoneMs()),
                instant(row.getDayUntilMs()));
    return new Days(ZoneId.of(row.getZone()), instant(row.getZoneMs()), change);
  }

  /// Asks for another zone.
  ///
  /// @return when it takes effect
  public Instant changeZone(DSLContext sql, long account, ZoneId zone, Instant now) {
    Days days = days(sql, account).change(zone, now);
    Instant from = days.end(now);
    sql.update(ACCOUNT)
        .set(ACCOUNT.ZONE, days.zone().getId())
        .set(ACCOUNT.ZONE_MS, millis(days.since()))
        .set(ACCOUNT.NEXT_ZONE, zone.getId())
        .set(ACCOUNT.NEXT_ZONE_MS, from.toEpochMilli())
        .set(ACCOUNT.DAY_UNTIL_MS, millis(days.change() == null ? null : days.change().dayUntil()))
        .where(ACCOUNT.ID.eq(account))
        .execute();
    return from;
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private String operatorDay(Instant now) {
    return new Days(caps.zone()).name(now);
  }

  private static boolean take(DSLContext sql, Limit limit, Money amount) {
    sql.insertInto(SPENDING)
        .set(SPENDING.SCOPE, limit.scope())
        .set(SPENDING.DAY, limit.day())
        .set(SPENDING.MICRO_USD, 0L)
        .onConflictDoNothing()
        .execute();
    return sql.update(SPENDING)
            .set(SPENDING.MICRO_USD, SPENDING.MICRO_USD.plus(amount.microUsd()))
            .where(
                SPENDING.SCOPE.eq(limit.scope()),
                SPENDING.DAY.eq(limit.day()),
                SPENDING.MICRO_USD.le(limit.cap().minus(amount).microUsd()))
            .execute()
        == 1;
  }

  private static void add(DSLContext sql, String scope, String day, Money amount) {
    if (!amount.isZero()) {
      sql.update(SPENDING)
          .set(SPENDING.MICRO_USD, SPENDING.MICRO_USD.plus(amount.microUsd()))
          .where(SPENDING.SCOPE.eq(scope), SPENDING.DAY.eq(day))
          .execute();
    }
  }

  private static Money spent(DSLContext sql, String scope, String day) {
    Long spent =
        sql.select(SPENDING.MICRO_USD)
            .from(SPENDING)
            .where(SPENDING.SCOPE.eq(scope), SPENDING.DAY.eq(day))
            .fetchOne(SPENDING.MICRO_USD);
    return spent == null ? Money.ZERO : Money.ofMicroUsd(spent);
  }

  private void book(DSLContext sql, LedgerRecord hold, Entry.Kind kind, Money amount, Instant now) {
    insert(
        sql,
        hold.getAccount(),
        hold.getParty(),
        hold.getJob(),
        kind,
        amount,
        hold.getDay(),
        hold.getOperatorDay(),
        now);
  }

  private void insert(
      DSLContext sql,
      long account,
      @Nullable String group,
      long job,
      Entry.Kind kind,
      Money amount,
      String day,
      String operatorDay,
      Instant now) {
    sql.insertInto(LEDGER)
        .set(LEDGER.ID, ids.next())
        .set(LEDGER.ACCOUNT, account)
        .set(LEDGER.PARTY, group)
        .set(LEDGER.JOB, job)
        .set(LEDGER.KIND, number(kind))
        .set(LEDGER.MICRO_USD, amount.microUsd())
        .set(LEDGER.DAY, day)
        .set(LEDGER.OPERATOR_DAY, operatorDay)
        .set(LEDGER.CREATED_MS, now.toEpochMilli())
        .execute();
  }

  private static String person(long account) {
    return "person " + account;
  }

  private static String group(String name) {
    return "group " + name;
  }

  private static short number(Entry.Kind kind) {
    return (short) kind.ordinal();
  }

  private record Limit(String scope, String day, Money cap) {}
}
