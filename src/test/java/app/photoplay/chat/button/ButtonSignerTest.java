package app.photoplay.chat.button;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is in a button, there and back.
class ButtonSignerTest {
  private static final int MOST_BYTES = 64; // Telegram's callback_data
  private static final ButtonData DATA = new ButtonData("tune", "ABC234slower", 1234567, 3);
  private static final ButtonData LARGEST =
      new ButtonData("abcdefghij", "A".repeat(20), Long.MAX_VALUE >> 4, 36 * 36 * 36 * 36 - 1);

  private final ButtonSigner signer = new ButtonSigner(key(1));

  @Test
  void readsWhatItWrote() {
    assertThat(signer.read(signer.sign(DATA))).contains(DATA);
    assertThat(signer.read(signer.sign(LARGEST))).contains(LARGEST);
  }

  @Test
  void writesTheSameForTheSame() {
    assertThat(new ButtonSigner(key(1)).sign(DATA)).isEqualTo(signer.sign(DATA));
  }

  @Test
  void fitsWhatPlatformsTake() {
    assertThat(signer.sign(LARGEST).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void refusesWhatWouldNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer.sign(ButtonData.of("cancel", "A".repeat(21), 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer.sign(ButtonData.of("cancel", "a:b", 1)));
  }

  @Test
  void readsNothingThatWasAltered() {
    String written = signer.sign(DATA);

    for (int i = 0; i < written.length(); i++) {
      char other = written.charAt(i) == 'x' ? 'y' : 'x';
      String altered = written.substring(0, i) + other + written.substring(i + 1);
      assertThat(signer.read(altered)).as(altered).isEmpty();
    }
  }

  @Test
  void readsNothingThatWasSignedWithAnotherKey() {
    assertThat(signer.read(new ButtonSigner(key(2)).sign(DATA))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "v2", "v2:", "v2:cancel:ABC234", "v1:", "v1:a", "v3:a:b", "ё"})
  void readsNothingThatIsNoButton(String written) {
    assertThat(signer.read(written)).isEmpty();
  }

  @Test
  void readsTheButtonsOfOldMessages() {
    assertThat(signer.read("v1:cancel:ABC234"))
        .contains(new ButtonData("cancel", "ABC234", ButtonData.ANYBODY, ButtonData.ANY));
  }

  private static byte[] key(int content) {
    byte[] key = new byte[ButtonSigner.KEY_BYTES];
    Arrays.fill(key, (byte) content);
    return key;
  }
}
