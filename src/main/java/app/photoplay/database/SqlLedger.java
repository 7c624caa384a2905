package app.photoplay.database;

import static app.photoplay.database.generated.Tables.ACCOUNT;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Allowance;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Entry;
import app.photoplay.budget.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The ledger in the database.
public final class SqlLedger implements Ledger {
  private final Database database;
  private final Books books;

  public SqlLedger(Database database, Caps caps, Ids ids) {
    this.database = database;
    this.books = new Books(caps, ids);
  }

  @Override
  public Allowance allowance(AccountId account, Optional<String> group, Instant now) {
    return database.read(sql -> books.allowance(sql, account.value(), group, now));
  }

  @Override
  public List<Entry> entries(long job) {
    return database.read(sql -> books.entries(sql, job));
  }

  @Override
  public ZoneId zone(AccountId account, Instant now) {
    return database.read(sql -> books.zone(sql, account.value(), now));
  }

  @Override
  public Instant changeZone(AccountId account, ZoneId zone, Instant now) {
    return database.write(sql -> {
      ZoneId current = books.zone(sql, account.value(), now);
      Instant tomorrow =
          LocalDate.ofInstant(now, current).plusDays(1).atStartOfDay(current).toInstant();
      sql.update(ACCOUNT)
          .set(ACCOUNT.ZONE, current.getId())
          .set(ACCOUNT.NEXT_ZONE, zone.getId())
          .set(ACCOUNT.NEXT_ZONE_MS, tomorrow.toEpochMilli())
          .where(ACCOUNT.ID.eq(account.value()))
          .execute();
      return tomorrow;
    });
  }
}
