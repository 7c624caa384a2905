package app.photoplay.intake;

import app.photoplay.budget.AccountId;
import app.photoplay.chat.message.Person;
import java.time.Instant;

/// Knows which account an identity on a platform belongs to.
public interface Accounts {

  /// The person's account, made at first sight. A time zone that the platform states becomes the
  /// account's when it has none.
  AccountId of(Person person, Instant now);
}
