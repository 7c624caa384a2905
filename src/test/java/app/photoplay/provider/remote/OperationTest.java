package app.photoplay.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Failure.Code;
import app.photoplay.provider.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
  private final PollPlan plan =
      new PollPlan(Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofMinutes(15));

  @Test
  void whatIsWrittenDownIsReadAgain() {
    Operation operation =
        new Operation("r-1", NOON.toEpochMilli(), Map.of("status", "https://x.test/s?a=\"b\""));

    assertThat(operation.toString()).startsWith("{\"id\":\"r-1\"");
    assertThat(Operation.parse(operation.toString())).isEqualTo(operation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"projects/7/operations/9", "{", "{\"id\":\"a\"}", "[1]", "{\"id\": 1"})
  void aTextThatIsNoneIsTheProvidersBareName(String text) {
    assertThat(Operation.parse(text)).isEqualTo(new Operation(text, 0, Map.of()));
  }

  @Test
  void whatALaterReleaseWritesIsReadToo() {
    assertThat(Operation.parse("{\"id\":\"a\",\"since\":5,\"more\":{},\"new\":true}"))
        .isEqualTo(new Operation("a", 5, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"0, 3000, 3750", "60, 6000, 7500", "120, 12000, 15000", "800, 20000, 25000"})
  void itIsAskedForEverMoreSeldom(long seconds, long least, long most) {
    Operation operation = Operation.of("a", NOON);

    for (int i = 0; i < 200; i++) {
      Result<String> result = plan.running(operation, NOON.plusSeconds(seconds));
      assertThat(result)
          .isInstanceOfSatisfying(
              Result.Running.class, it -> assertThat(it.pause().toMillis()).isBetween(least, most));
    }
  }

  @Test
  void aProviderThatSaysHowFarItIsIsPassedOn() {
    assertThat(plan.<String>running(Operation.of("a", NOON), NOON, OptionalDouble.of(0.4)))
        .isInstanceOfSatisfying(
            Result.Running.class,
            it -> assertThat(it.fraction()).isEqualTo(OptionalDouble.of(0.4)));
  }

  @Test
  void afterItsDeadlineItCountsAsNeverFinished() {
    Operation operation = Operation.of("a", NOON);

    assertThat(plan.<String>running(operation, NOON.plus(Duration.ofMinutes(15))))
        .isInstanceOf(Result.Running.class);
    assertThat(plan.<String>running(operation, NOON.plus(Duration.ofMinutes(16))))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            it -> assertThat(it.failure().code()).isEqualTo(Code.PROVIDER_LATE));
  }

  @Test
  void aClockThatWasSetBackAsksOften() {
    assertThat(plan.<String>running(Operation.of("a", NOON), NOON.minusSeconds(500)))
        .isInstanceOfSatisfying(
            Result.Running.class, it -> assertThat(it.pause()).isLessThan(Duration.ofSeconds(4)));
  }
}
