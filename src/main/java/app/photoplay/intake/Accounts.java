package app.photoplay.intake;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Knows which account an identity on a platform belongs to. Thread-safe.
public interface Accounts {

  /// The person's account, made at first sight. A time zone that the platform states becomes the
  /// account's when it has none.
  Account account(Person person, Instant now);

  /// Writes to the person in this language from now on.
  ///
  /// @param language its two letters; empty for the one that the platform states
  void write(AccountId account, Optional<String> language);

  /// The number alone.
  default AccountId of(Person person, Instant now) {
    return account(person, now).id();
  }

  /// Who an account is on a platform; several when accounts were joined.
  List<Person> on(String platform, AccountId account);

  /// An account.
  ///
  /// @param language that the person asked to be written to in, by its two letters
  record Account(AccountId id, Optional<String> language) {}
}
