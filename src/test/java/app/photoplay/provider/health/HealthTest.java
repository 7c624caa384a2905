package app.photoplay.provider.health;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.health.Health.Closed;
import app.photoplay.testkit.SettableTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {
  private final SettableTime time = SettableTime.noon();
  private final Instant noon = time.instant();
  private final Health health = new Health(time);
  private final Health.Gauge gauge = health.of("fal", "main", 2);

  @Test
  void threeOwnErrorsInARowCloseAnAccountForTenMinutes() {
    fail(2);
    assertThat(gauge.closed()).isEmpty();

    fail(1);

    assertThat(gauge.closed())
        .hasValue(new Closed("Unclear: HTTP 500", noon.plus(Duration.ofMinutes(10))));
    time.advance(Duration.ofMinutes(9));
    assertThat(gauge.closed()).isPresent();
    time.advance(Duration.ofMinutes(1));
    assertThat(gauge.closed()).isEmpty();
  }

  @Test
  void anOrderThatIsTakenBeginsTheCountAnew() {
    for (int i = 0; i < 5; i++) {
      gauge.worked();
    }
    fail(2);
    gauge.worked();
    fail(2);

    assertThat(gauge.closed()).isEmpty();
  }

  @Test
  void answersToQuestionsDoNotHideThatNoOrderIsTaken() {
    for (int i = 0; i < 3; i++) {
      fail(1);
      gauge.answered();
    }

    assertThat(gauge.closed()).isPresent();
  }

  @Test
  void threeQuestionsInARowWithoutAnAnswerCloseItToo() {
    gauge.notAnswered("Passing", true, "reset");
    gauge.answered();
    gauge.notAnswered("Passing", true, "reset");
    gauge.notAnswered("Passing", true, "reset");
    assertThat(gauge.closed()).isEmpty();

    gauge.notAnswered("Passing", true, "reset");

    assertThat(gauge.closed()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Key", "Credit"})
  void aWrongKeyOrNoCreditClosesAtOnce(String kind) {
    gauge.failed(kind, true, "HTTP 401");

    assertThat(gauge.closed())
        .hasValue(new Closed(kind + ": HTTP 401", noon.plus(Duration.ofMinutes(10))));
    assertThat(gauge.lastFault()).isEqualTo(kind);
  }

  @Test
  void whatWasAskedForIsNotTheAccountsFault() {
    for (int i = 0; i < 20; i++) {
      gauge.failed("Policy", false, "no");
      gauge.notAnswered("Busy", false, "no");
    }

    assertThat(gauge.closed()).isEmpty();
    assertThat(gauge.lastFault()).isEqualTo("Busy");
  }

  @Test
  void whoFailsTooOftenIsLeftAloneForAMinuteThenTriedBySingleOrders() {
    failTooOften();
    Instant opened = time.instant();
    time.advance(Duration.ofSeconds(20));
    assertThat(gauge.closed())
        .hasValue(new Closed("fails too often", opened.plus(Duration.ofMinutes(1))));

    time.advance(Duration.ofSeconds(41));

    assertThat(gauge.closed()).isEmpty();
    gauge.begin();
    assertThat(gauge.closed()).map(Closed::reason).hasValue("is being tried again");
    gauge.worked();
    gauge.end();
    gauge.begin();
    assertThat(gauge.closed()).isEmpty();
  }

  @Test
  void aTrialThatFailsLeavesItAloneAgain() {
    failTooOften();
    time.advance(Duration.ofSeconds(61));
    assertThat(gauge.closed()).isEmpty();

    fail(1);

    assertThat(gauge.closed())
        .hasValue(new Closed("fails too often", time.instant().plus(Duration.ofMinutes(1))));
  }

  @Test
  void aTrialThatSaysNothingOfTheAccountIsFollowedByAnother() {
    failTooOften();
    time.advance(Duration.ofSeconds(61));
    assertThat(gauge.closed()).isEmpty();
    gauge.begin();
    gauge.failed("Busy", false, "no");
    gauge.end();

    assertThat(gauge.closed()).isEmpty();
    time.advance(Duration.ofHours(1));
    assertThat(gauge.closed()).isEmpty();
  }

  @Test
  void accountsAreKeptApartAndListedInOrder() {
    Health.Gauge other = health.of("d-id", "", 1);
    other.failed("Key", true, "no");

    assertThat(gauge.closed()).isEmpty();
    assertThat(health.of("d-id", "", 1)).isSameAs(other);
    assertThat(health.all()).containsExactly(other, gauge);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      gauge.failed("Unclear", true, "HTTP 500");
    }
  }

  /// Six of ten, but never three in a row.
  private void failTooOften() {
    for (int i = 0; i < 2; i++) {
      fail(2);
      gauge.worked();
    }
    fail(1);
    assertThat(gauge.closed()).isPresent();
  }
}
