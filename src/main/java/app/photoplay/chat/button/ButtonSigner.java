package app.photoplay.chat.button;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes what is in buttons so that nobody else can make them up, and reads it again. Immutable.
///
/// Buttons of old messages have no signature and are read all the same: they name no owner, and the
/// commands behind them ask whose their subject is.
public final class ButtonSigner {
  /// Of a key.
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  /// 60 bits: a try costs a request to the platform, so that this many are out of reach.
  private static final int SIGNATURE = 10;

  private final SecretKeySpec key;

  /// A signer.
  ///
  /// @param key secret, [#KEY_BYTES] long, the same for as long as buttons shall work
  public ButtonSigner(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// The data of a button; equal data give equal text.
  ///
  /// @throws IllegalArgumentException when it does not fit
  public String sign(ButtonData data) {
    String plain = data.plain();
    return plain + ":" + signature(plain);
  }

  /// The data of a button that was pressed, empty when we did not write it.
  public Optional<ButtonData> read(String written) {
    int end = written.lastIndexOf(':');
    if (end < 0 || !written.startsWith("v2:")) {
      return ButtonData.parseOld(written);
    }
    String plain = written.substring(0, end);
    byte[] wanted = signature(plain).getBytes(StandardCharsets.UTF_8);
    byte[] given = written.substring(end + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(wanted, given) ? ButtonData.parse(plain) : Optional.empty();
  }

  private String signature(String plain) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] all = mac.doFinal(plain.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(all, SIGNATURE))
          .substring(0, SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
