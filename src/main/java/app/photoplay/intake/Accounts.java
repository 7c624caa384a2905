package app.photoplay.intake;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Person;
import java.time.Instant;
import java.util.List;

/// Knows which account an identity on a platform belongs to.
public interface Accounts {

  /// The person's account, made at first sight. A time zone that the platform states becomes the
  /// account's when it has none.
  AccountId of(Person person, Instant now);

  /// Who an account is on a platform; several when accounts were joined.
  List<Person> on(String platform, AccountId account);
}
