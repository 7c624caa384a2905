package app.photoplay.budget;

import java.time.ZoneId;

/// The most that may be spent in a day.
///
/// @param person by one account, a day of that account's own time zone
/// @param group by all who order in one group together, a day of `zone`
/// @param operator by all accounts together, a day of `zone`
/// @param zone the operator's time zone, also that of accounts which never told theirs
public record Caps(Money person, Money group, Money operator, ZoneId zone) {}
