package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeoutsTest {
  private static final Timeouts USUAL = Timeouts.USUAL;

  @Test
  void aSmallVideoIsNotHeldBackForLongByAPlatformThatFellSilent() {
    assertThat(USUAL.uploading(1_000_000)).isBetween(USUAL.answer(), Duration.ofSeconds(70));
  }

  @Test
  void theLargestVideoMayBeDigestedForMinutes() {
    assertThat(USUAL.uploading(50_000_000)).isBetween(Duration.ofMinutes(4), USUAL.upload());
  }

  @Test
  void whatHasNoKnownLengthGetsTheLongestTime() {
    assertThat(USUAL.uploading(-1)).isEqualTo(USUAL.upload());
    assertThat(USUAL.uploading(Long.MAX_VALUE)).isEqualTo(USUAL.upload());
  }
}
