package app.photoplay.database.account;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Allowance;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Entry;
import app.photoplay.budget.Ledger;
import app.photoplay.database.Database;
import app.photoplay.database.sql.Ids;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The ledger in the database.
public final class SqlLedger implements Ledger {
  private final Database database;
  private final LedgerRules books;

  public SqlLedger(Database database, Caps caps, Ids ids) {
    this.database = database;
    this.books = new LedgerRules(caps, ids);
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
    return database.read(sql -> books.days(sql, account.value())).at(now).zone();
  }

  @Override
  public Instant changeZone(AccountId account, ZoneId zone, Instant now) {
    return database.write(sql -> books.changeZone(sql, account.value(), zone, now));
  }
}
