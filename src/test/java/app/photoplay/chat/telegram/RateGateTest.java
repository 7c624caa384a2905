package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateGateTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final RateGate gate = new RateGate(now::get);

  @Test
  void letsAShortBurstIntoAChatThenAboutOneASecond() {
    assertThat(passed("7", false, false, 10)).isEqualTo(3);
    assertThat(gate.take("7", false, false)).isEqualTo(Duration.ofSeconds(3));

    pass(Duration.ofSeconds(3));

    assertThat(passed("7", false, false, 10)).isEqualTo(3);
  }

  @Test
  void keepsAPlaceForAResultFreeOfProgress() {
    assertThat(passed("7", false, true, 10)).isEqualTo(2);

    assertThat(gate.take("7", false, false)).isEqualTo(Duration.ZERO);
  }

  @Test
  void letsTwentyAMinuteIntoAGroupOfWhichFifteenMayBeProgress() {
    int progress = 0;
    int others = 0;
    for (int second = 0; second < 40; second++) {
      progress += passed("-7", true, true, 1);
      pass(Duration.ofSeconds(1));
    }
    for (int second = 0; second < 15; second++) {
      others += passed("-7", true, false, 1);
      pass(Duration.ofSeconds(1));
    }

    assertThat(progress).isEqualTo(15);
    assertThat(others).isEqualTo(5);
  }

  @Test
  void holdsAPrivateChatToNoMinute() {
    int passed = 0;
    for (int second = 0; second < 60; second++) {
      passed += gate.take("7", false, false).isZero() ? 1 : 0;
      pass(Duration.ofSeconds(1));
    }

    assertThat(passed).isEqualTo(60);
  }

  @Test
  void letsTwentyFiveASecondOutInAll() {
    int passed = 0;
    for (int chat = 0; chat < 100; chat++) {
      passed += passed(Integer.toString(chat), false, false, 1);
    }

    assertThat(passed).isEqualTo(25);
  }

  @Test
  void keepsAChatClosedAsLongAsTelegramAskedForAndNoOther() {
    gate.pause("7", Duration.ofSeconds(40));

    assertThat(gate.take("7", false, false)).isEqualTo(Duration.ofSeconds(40));
    assertThat(gate.take("8", false, false)).isEqualTo(Duration.ZERO);
    pass(Duration.ofSeconds(40));
    assertThat(gate.take("7", false, false)).isEqualTo(Duration.ZERO);
  }

  @Test
  void forgetsNoPauseWhileItForgetsIdleChats() {
    gate.pause("7", Duration.ofHours(1));
    for (int chat = 100; chat < 1000; chat++) {
      pass(Duration.ofSeconds(2));
      gate.take(Integer.toString(chat), false, false);
    }

    assertThat(gate.take("7", false, false)).isPositive();
  }

  private int passed(String chat, boolean group, boolean progress, int tries) {
    int passed = 0;
    for (int i = 0; i < tries; i++) {
      passed += gate.take(chat, group, progress).isZero() ? 1 : 0;
    }
    return passed;
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
