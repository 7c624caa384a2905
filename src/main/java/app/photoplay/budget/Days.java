package app.photoplay.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// The days of one person, each of which has one allowance. They follow each other without a gap
/// and never overlap, whatever happens to the person's time zone: a change makes the day on which
/// it is asked for longer, never shorter, and no day begins twice.
///
/// ```
///   asked for             day ends in the old zone          first midnight of the new zone from then
///  ────┼──────────────────────────┼──────────────────────────────────────────┼─────────────>
///      └────────────── still the same day, the same allowance ───────────────┘ the new zone's days
/// ```
///
/// So every day is at least as long as a day of its zone: whoever changes zones as often as
/// possible has no more allowances than whoever stays, but may have fewer.
///
/// @param zone in which days are counted until the change
/// @param since when it began to count; null for the zone that the person came with
/// @param change the change that is asked for or, when its time has come, in force; null when there
///   is none
public record Days(ZoneId zone, @Nullable Instant since, @Nullable Change change) {

  /// Another zone.
  ///
  /// @param from when it takes effect, a midnight of the zone
  /// @param dayUntil when the day ends, in the old zone, that lasts until then; null for a change
  ///   from a version that took effect at that very moment
  public record Change(ZoneId zone, Instant from, @Nullable Instant dayUntil) {}

  /// The days of somebody who has always been in one zone.
  public Days(ZoneId zone) {
    this(zone, null, null);
  }

  /// The same without a change whose time has come.
  public Days at(Instant now) {
    if (change == null || now.isBefore(change.from)) {
      return this;
    }
    return new Days(change.zone, change.dayUntil == null ? null : change.from, null);
  }

  /// The name of the day, which no other day of this person has.
  public String name(Instant now) {
    Days at = at(now);
    Instant until = at.change == null ? null : at.change.dayUntil;
    Instant moment = until == null || now.isBefore(until) ? now : until.minusNanos(1);
    String date = LocalDate.ofInstant(moment, at.zone).toString();
    // The new zone's first dates may be those of days that were: its own days are others.
    return at.since == null ? date : date + " since " + at.since.toEpochMilli();
  }

  /// When the next day begins.
  public Instant end(Instant now) {
    Days at = at(now);
    return at.change == null ? midnight(at.zone, now) : at.change.from;
  }

  /// The days of somebody who asks for another zone now. What was asked for before and has not
  /// taken effect is forgotten.
  public Days change(ZoneId to, Instant now) {
    Days at = at(now);
    Instant until = at.change == null ? null : at.change.dayUntil;
    if (until == null || now.isBefore(until)) {
      until = midnight(at.zone, now);
    }
    Instant from = midnight(to, (until.isAfter(now) ? until : now).minusNanos(1));
    return new Days(at.zone, at.since, new Change(to, from, until));
  }

  /// The first moment of a date after this one.
  private static Instant midnight(ZoneId zone, Instant after) {
    ZonedDateTime next = LocalDate.ofInstant(after, zone).plusDays(1).atStartOfDay(zone);
    // Clocks that are set back across midnight show it twice.
    return next.toInstant().isAfter(after)
        ? next.toInstant()
        : next.withLaterOffsetAtOverlap().toInstant();
  }
}
