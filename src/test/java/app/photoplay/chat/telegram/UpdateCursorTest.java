package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UpdateCursorTest {
  private static final long NONE = -1;
  private static final long FAR = 2_147_483_000;

  private final UpdateCursor cursor = new UpdateCursor();

  @Test
  void asksForTheOneAfterTheLast() {
    assertThat(after(734_000_001, 734_000_002, 734_000_005)).isEqualTo(734_000_006);
    assertThat(cursor.doubts()).isZero();
  }

  @Test
  void staysWhereItIsWhenNothingCame() {
    after(1001);

    assertThat(after()).isEqualTo(1002);
  }

  @Test
  void neverConfirmsWhatWasNotReceivedBecauseOfOneOddId() {
    after(1001);

    assertThat(after(1002, FAR, 1004)).isEqualTo(1005);
    assertThat(after(1005, FAR)).isEqualTo(1006);
    assertThat(after(1006, 3)).isEqualTo(1007);
    assertThat(after(1009, 1008)).isEqualTo(1009);
    assertThat(cursor.doubts()).isZero();
  }

  @Test
  void passesOverIdsThatCannotBeReadByTheirNumber() {
    after(1001);

    assertThat(after(NONE, NONE)).isEqualTo(1004);
    assertThat(cursor.doubts()).isEqualTo(1);
    assertThat(after(NONE, 1005)).isEqualTo(1006);
    assertThat(cursor.doubts()).isZero();
  }

  @Test
  void believesIdsThatBeginAnewWhenTheyStay() {
    after(1001);

    after(FAR);
    after(FAR);
    after(FAR);
    assertThat(cursor.leapt()).isFalse();
    assertThat(after(FAR)).isEqualTo(FAR + 1);
    assertThat(cursor.leapt()).isTrue();
    assertThat(after(FAR + 1)).isEqualTo(FAR + 2);
    assertThat(cursor.doubts()).isZero();
  }

  @Test
  void isNotDeafAfterAnIdThatWasNone() {
    after(1001);
    for (int i = 0; i < 4; i++) {
      after(FAR);
    }

    assertThat(after()).isZero();
    assertThat(after(1003)).isEqualTo(1004);
  }

  @Test
  void findsItsWayFromAFirstBatchThatBeginsWithAnOddId() {
    for (int i = 0; i < 5; i++) {
      after(3, 734_000_001, 734_000_002);
    }

    assertThat(after(734_000_002)).isEqualTo(734_000_003);
  }

  private long after(long... ids) {
    List<OptionalLong> batch =
        Arrays.stream(ids)
            .mapToObj(id -> id == NONE ? OptionalLong.empty() : OptionalLong.of(id))
            .toList();
    cursor.advance(batch);
    return cursor.next();
  }
}
