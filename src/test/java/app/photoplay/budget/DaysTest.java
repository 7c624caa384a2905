package app.photoplay.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
  private static final ZoneId FIRST_ON_EARTH = ZoneId.of("Pacific/Kiritimati");
  private static final ZoneId LAST_ON_EARTH = ZoneId.of("Etc/GMT+12");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// The shortest day that any of these zones has: Troll skips two hours in spring.
  private static final Duration SHORTEST = Duration.ofHours(22);

  private static final List<ZoneId> ZONES =
      List.of(
          FIRST_ON_EARTH,
          LAST_ON_EARTH,
          ZoneId.of("UTC"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("America/St_Johns"),
          ZoneId.of("Asia/Beirut"), // its clocks change at midnight
          ZoneId.of("Asia/Kathmandu"),
          ZoneId.of("Australia/Lord_Howe"), // by half an hour
          ZoneId.of("Antarctica/Troll"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("+18:00"),
          ZoneId.of("-18:00"));

  @Test
  void namesTheDaysOfSomebodyWhoStaysByTheirDates() {
    Days days = new Days(ZoneId.of("Europe/Berlin"));

    assertThat(days.name(Instant.parse("2026-06-15T21:59:59Z"))).isEqualTo("2026-06-15");
    assertThat(days.name(Instant.parse("2026-06-15T22:00:00Z"))).isEqualTo("2026-06-16");
    assertThat(days.end(Instant.parse("2026-06-15T22:00:00Z"))).isEqualTo("2026-06-16T22:00:00Z");
  }

  @Test
  void aChangeBetweenTheWidestZonesGivesNoAllowanceBeforeTheLongerDayIsOver() {
    Instant asked = Instant.parse("2026-06-15T09:00:00Z"); // an hour before midnight in the first

    Days days = new Days(FIRST_ON_EARTH).change(LAST_ON_EARTH, asked);

    // midnight there is at 10:00, the next one in the last zone at 12:00
    assertThat(names(days, asked, Duration.ofHours(3))).hasSize(1);
    assertThat(names(days, asked, Duration.ofHours(27))).hasSize(2);
    assertThat(days.end(asked)).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(days.at(days.end(asked)).zone()).isEqualTo(LAST_ON_EARTH);
  }

  @Test
  void theNewZonesFirstDatesAreDaysOfTheirOwn() {
    Instant asked = Instant.parse("2026-06-15T09:00:00Z");
    Days days = new Days(FIRST_ON_EARTH).change(LAST_ON_EARTH, asked);

    String before = days.name(asked);
    String after = days.name(days.end(asked));

    assertThat(before).startsWith("2026-06-15");
    assertThat(after).startsWith("2026-06-15").isNotEqualTo(before);
  }

  @Test
  void theOtherWayRoundTheDayOnlyBecomesLonger() {
    Instant asked = Instant.parse("2026-06-15T11:00:00Z"); // an hour before midnight in the last

    Days days = new Days(LAST_ON_EARTH).change(FIRST_ON_EARTH, asked);

    assertThat(days.end(asked)).isEqualTo("2026-06-16T10:00:00Z");
    assertThat(names(days, asked, Duration.ofHours(22))).hasSize(1);
  }

  @Test
  void whoChangesBackWhileTheDayIsMadeLongerWaitsForTheNextMidnightOnly() {
    Days days =
        new Days(LAST_ON_EARTH).change(FIRST_ON_EARTH, Instant.parse("2026-06-15T11:00:00Z"));
    Instant longer = Instant.parse("2026-06-15T13:00:00Z");

    Days back = days.change(LAST_ON_EARTH, longer);

    assertThat(back.name(longer)).isEqualTo(days.name(longer));
    assertThat(back.end(longer)).isEqualTo("2026-06-16T12:00:00Z");
  }

  @Test
  void aChangeFromAnEarlierVersionTakesEffectAsItWasPromised() {
    Instant from = Instant.parse("2026-06-15T22:00:00Z");
    Days days =
        new Days(ZoneId.of("Europe/Berlin"), null, new Days.Change(ZoneId.of("UTC"), from, null));

    assertThat(days.name(from.minusMillis(1))).isEqualTo("2026-06-15");
    assertThat(days.name(from)).isEqualTo("2026-06-15");
    assertThat(days.name(from.plus(Duration.ofHours(2)))).isEqualTo("2026-06-16");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void howeverOftenThePersonChangesNoDayBeginsTwiceOrIsShorterThanADay(long seed) {
    Random random = new Random(seed);
    // half a year with both changes of the clocks
    Instant now = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(86_400));
    Instant end = now.plus(Duration.ofDays(270));
    Days days = new Days(zone(random));
    Set<String> over = new HashSet<>();
    String name = days.name(now);
    Instant began = now;
    boolean first = true;

    while (now.isBefore(end)) {
      Instant next = now.plusSeconds(random.nextInt(1, 6 * 3600));
      if (!days.end(now).isAfter(next)) {
        next = days.end(now);
      }
      assertThat(days.name(next.minusMillis(1)))
          .as("until %s, seed %d", next, seed)
          .isEqualTo(name);
      if (!days.name(next).equals(name)) {
        assertThat(next).as("seed %d", seed).isEqualTo(days.end(now));
        assertThat(over.add(name)).as("%s begins once, seed %d", name, seed).isTrue();
        assertThat(over).doesNotContain(days.name(next));
        if (!first) {
          assertThat(Duration.between(began, next))
              .as("seed %d", seed)
              .isGreaterThanOrEqualTo(SHORTEST);
        }
        first = false;
        began = next;
        name = days.name(next);
      }
      now = next;
      for (int i = random.nextInt(4); i > 0; i--) {
        days = days.change(zone(random), now);
        assertThat(days.name(now)).as("at %s, seed %d", now, seed).isEqualTo(name);
        assertThat(days.end(now)).isAfter(now).isBefore(now.plus(Duration.ofHours(52)));
      }
    }
    assertThat(over.size()).isLessThanOrEqualTo((int) Duration.ofDays(270).dividedBy(SHORTEST) + 1);
  }

  private static ZoneId zone(Random random) {
    return ZONES.get(random.nextInt(ZONES.size()));
  }

  private static List<String> names(Days days, Instant from, Duration time) {
    List<String> names = new ArrayList<>();
    for (Instant at = from; at.isBefore(from.plus(time)); at = at.plus(MINUTE)) {
      String name = days.name(at);
      if (names.isEmpty() || !names.getLast().equals(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
