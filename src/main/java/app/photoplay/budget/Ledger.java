package app.photoplay.budget;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Reads the books. Holds are made when a job is accepted and settled when it ends, inside those
/// transactions.
public interface Ledger {

  /// What an account may still spend.
  ///
  /// @param group in which it orders, by the name that holds carry
  Allowance allowance(AccountId account, Optional<String> group, Instant now);

  /// The lines of one job, oldest first.
  List<Entry> entries(long job);

  /// The time zone in which the account's days are counted now.
  ZoneId zone(AccountId account, Instant now);

  /// Changes the time zone. The day that goes on lasts until the first midnight of the new zone
  /// after it would have ended, see [Days].
  ///
  /// @return when it takes effect
  Instant changeZone(AccountId account, ZoneId zone, Instant now);
}
