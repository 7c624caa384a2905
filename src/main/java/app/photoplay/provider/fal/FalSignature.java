package app.photoplay.provider.fal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/// Tells whether a call that says that work is done comes from fal: signed with Ed25519 by one of
/// the keys that fal publishes, not long ago. A call that is repeated meanwhile is signed as well
/// as the first; it only leads to the same question. Thread-safe.
final class FalSignature {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration KEPT = Duration.ofHours(24);

  /// Keys are asked for again after a signature that none fits, but not for each such.
  private static final Duration ASKED_AGAIN = Duration.ofMinutes(5);

  private static final int RAW_KEY = 32;
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final Keys published;
  private final InstantSource time;
  private List<PublicKey> keys = List.of();
  private Instant since = Instant.EPOCH;

  FalSignature(Keys published, InstantSource time) {
    this.published = published;
    this.time = time;
  }

  /// Where the keys come from: `/.well-known/jwks.json`.
  @FunctionalInterface
  interface Keys {
    JsonNode read() throws IOException;
  }

  /// Whether it is fal's.
  ///
  /// @param headers by name, in any case; empty text for one that is not there
  /// @throws IOException when the keys cannot be asked for
  boolean isGood(UnaryOperator<String> headers, byte[] body) throws IOException {
    String timestamp = headers.apply("X-Fal-Webhook-Timestamp");
    String signature = headers.apply("X-Fal-Webhook-Signature");
    if (!timestamp.matches("\\d{1,12}") || !signature.matches("([0-9a-fA-F]{2}){64}")) {
      return false;
    }
    Duration age =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), time.instant());
    if (age.abs().compareTo(LONGEST) > 0) {
      return false;
    }
    String message =
        String.join(
            "\n",
            headers.apply("X-Fal-Webhook-Request-Id"),
            headers.apply("X-Fal-Webhook-User-Id"),
            timestamp,
            HexFormat.of().formatHex(digest(body)));
    byte[] signed = HexFormat.of().parseHex(signature);
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    return fits(keys(KEPT), bytes, signed) || fits(keys(ASKED_AGAIN), bytes, signed);
  }

  private synchronized List<PublicKey> keys(Duration notOlder) throws IOException {
    Instant now = time.instant();
    if (keys.isEmpty() || since.plus(notOlder).isBefore(now)) {
      keys = read(published.read());
      since = now;
    }
    return keys;
  }

  private static List<PublicKey> read(JsonNode set) throws IOException {
    List<PublicKey> keys = new ArrayList<>();
    for (JsonNode key : set.path("keys")) {
      byte[] raw = Base64.getUrlDecoder().decode(key.path("x").asText());
      if (raw.length == RAW_KEY) {
        byte[] encoded = new byte[X509.length + RAW_KEY];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        System.arraycopy(raw, 0, encoded, X509.length, RAW_KEY);
        try {
          keys.add(
              KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
          throw new IOException("a key that is none", e);
        }
      }
    }
    return keys;
  }

  private static boolean fits(List<PublicKey> keys, byte[] message, byte[] signed) {
    for (PublicKey key : keys) {
      try {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        ed25519.update(message);
        if (ed25519.verify(signed)) {
          return true;
        }
      } catch (GeneralSecurityException _) {
        // a signature that is none fits no key
      }
    }
    return false;
  }

  private static byte[] digest(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
