package app.photoplay.provider.openai;

import app.photoplay.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells whether a call that says that work is done comes from OpenRouter: signed with the secret
/// that only it and the operator know, not long ago. A call that is repeated meanwhile is signed as
/// well as the first; it only leads to the same question. Thread-safe.
final class OpenRouterSignature {
  /// The header that holds it: `t=1735689600,v1=…`, with several `v1` while the secret changes.
  static final String HEADER = "X-OpenRouter-Signature";

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Pattern TIME = Pattern.compile("(?:^|,)\\s*t=(\\d{1,12})(?=,|$)");
  private static final Pattern SIGNED = Pattern.compile("(?:^|,)\\s*v1=([0-9a-fA-F]{64})(?=,|$)");
  private static final String METHOD = "HmacSHA256";

  private final Secret secret;
  private final InstantSource time;

  OpenRouterSignature(Secret secret, InstantSource time) {
    this.secret = secret;
    this.time = time;
  }

  /// Whether it is OpenRouter's.
  ///
  /// @param header the value of [#HEADER]; empty text when it is not there
  boolean isGood(String header, byte[] body) {
    Matcher stated = TIME.matcher(header);
    if (!stated.find()) {
      return false;
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(stated.group(1)));
    if (Duration.between(signed, time.instant()).abs().compareTo(LONGEST) > 0) {
      return false;
    }
    byte[] wanted = signature(stated.group(1), body);
    return SIGNED
        .matcher(header)
        .results()
        .map(it -> HexFormat.of().parseHex(it.group(1)))
        .anyMatch(it -> MessageDigest.isEqual(it, wanted));
  }

  private byte[] signature(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(METHOD);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), METHOD));
      mac.update((timestamp + ",").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
