package app.photoplay.budget;

import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.time.ZoneId;

/// The most that may be spent in a day.
///
/// @param person by one account, a day of that account's own time zone
/// @param group by all who order in one group together, a day of `zone`
/// @param operator by all accounts together, a day of `zone`
/// @param zone the operator's time zone, also that of accounts which never told theirs
public record Caps(Money person, Money group, Money operator, ZoneId zone) {

  /// Reads the section `money`.
  public static Caps read(Section money) {
    ZoneId zone = money.value("time-zone", "UTC", Values.ZONE);
    return new Caps(
        money.value("person-per-day", "2.00 USD", Money.SETTING),
        money.value("group-per-day", "10.00 USD", Money.SETTING),
        money.value("operator-per-day", "50.00 USD", Money.SETTING),
        zone);
  }
}
