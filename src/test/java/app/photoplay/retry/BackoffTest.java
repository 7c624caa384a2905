package app.photoplay.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private final Backoff backoff = new Backoff(FIRST, LONGEST);

  @Test
  void doublesWithEachFailure() {
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(backoff::pause).map(Duration::toSeconds))
        .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 30, 31, 32, 33, 62, 63, 64, 65, 10_000, Integer.MAX_VALUE})
  void neverWaitsLongerThanTheLongest(int failures) {
    assertThat(backoff.pause(failures)).isEqualTo(LONGEST);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1})
  void waitsAtLeastTheFirst(int failures) {
    assertThat(backoff.pause(failures)).isEqualTo(FIRST);
  }

  @Test
  void doesNotOverflowWithAVeryLongLongest() {
    Backoff endless = new Backoff(Duration.ofMillis(1), Duration.ofSeconds(Long.MAX_VALUE));

    assertThat(endless.pause(70)).isPositive();
    assertThat(endless.pause(10_000)).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
  }

  @Test
  void spreadsOverTheLaterHalf() {
    Random random = new Random(1);

    assertThat(IntStream.range(0, 1000).mapToObj(_ -> backoff.pause(3, random)))
        .allMatch(it -> it.compareTo(Duration.ofSeconds(4)) >= 0)
        .allMatch(it -> it.compareTo(Duration.ofSeconds(8)) <= 0)
        .hasSizeGreaterThan(900)
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesPausesThatMakeNoSense() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, LONGEST))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(LONGEST, FIRST))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
