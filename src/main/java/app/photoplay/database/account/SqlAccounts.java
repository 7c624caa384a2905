package app.photoplay.database.account;

import static app.photoplay.database.generated.Tables.ACCOUNT;
import static app.photoplay.database.generated.Tables.IDENTITY;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.sql.Ids;
import app.photoplay.intake.Accounts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Accounts and identities in the database.
public final class SqlAccounts implements Accounts {
  private final Database database;
  private final Ids ids;

  public SqlAccounts(Database database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public Account account(Person person, Instant now) {
    return database
        .read(sql -> known(sql, person))
        .orElseGet(() ->
            database.write(sql -> known(sql, person).orElseGet(() -> create(sql, person, now))));
  }

  @Override
  public void write(AccountId account, Optional<String> language) {
    database.write(sql ->
        sql.update(ACCOUNT)
            .set(ACCOUNT.LANGUAGE, language.orElse(null))
            .where(ACCOUNT.ID.eq(account.value()))
            .execute());
  }

  @Override
  public List<Person> on(String platform, AccountId account) {
    return database.read(sql ->
        sql.select(IDENTITY.EXTERNAL)
            .from(IDENTITY)
            .where(IDENTITY.PLATFORM.eq(platform), IDENTITY.ACCOUNT.eq(account.value()))
            .fetch(row -> new Person(platform, row.value1(), "", "")));
  }

  private static Optional<Account> known(DSLContext sql, Person person) {
    return sql.select(ACCOUNT.ID, ACCOUNT.LANGUAGE)
        .from(IDENTITY)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(IDENTITY.ACCOUNT))
        .where(IDENTITY.PLATFORM.eq(person.platform()), IDENTITY.EXTERNAL.eq(person.id()))
        .fetchOptional(
            row -> new Account(new AccountId(row.value1()), Optional.ofNullable(row.value2())));
  }

  private Account create(DSLContext sql, Person person, Instant now) {
    long id = ids.next();
    sql.insertInto(ACCOUNT)
        .set(ACCOUNT.ID, id)
        .set(ACCOUNT.CREATED_MS, now.toEpochMilli())
        .set(ACCOUNT.ZONE, zone(person.zone()))
        .execute();
    sql.insertInto(IDENTITY)
        .set(IDENTITY.PLATFORM, person.platform())
        .set(IDENTITY.EXTERNAL, person.id())
        .set(IDENTITY.ACCOUNT, id)
        .set(IDENTITY.LANGUAGE, person.language())
        .execute();
    return new Account(new AccountId(id), Optional.empty());
  }

  /// The zone if there is one of that name: it comes from a browser and may be anything.
  private static @Nullable String zone(String name) {
    try {
      return name.isEmpty() ? null : ZoneId.of(name).getId();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
