package app.photoplay.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.SettableTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FalSignatureTest {
  private static final byte[] BODY =
      "{\"request_id\":\"r\",\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);

  private final SettableTime time = SettableTime.noon();
  private KeyPair key;
  private JsonNode published;
  private int asked;
  private FalSignature signature;

  @BeforeEach
  void publishOneKey() throws Exception {
    key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    published = published(key.getPublic());
    signature =
        new FalSignature(
            () -> {
              asked++;
              return published;
            },
            time);
  }

  private static JsonNode published(PublicKey... keys) {
    var set = JsonNodeFactory.instance.objectNode();
    var list = set.putArray("keys");
    for (PublicKey each : keys) {
      byte[] encoded = each.getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
      String x = Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
      list.addObject().put("kty", "OKP").put("crv", "Ed25519").put("x", x);
    }
    return set;
  }

  private Map<String, String> signed() throws Exception {
    String timestamp = String.valueOf(time.instant().getEpochSecond());
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BODY));
    Signature signing = Signature.getInstance("Ed25519");
    signing.initSign(key.getPrivate());
    signing.update(
        String.join("\n", "request-1", "user-1", timestamp, digest)
            .getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers = new HashMap<>();
    headers.put("X-Fal-Webhook-Request-Id", "request-1");
    headers.put("X-Fal-Webhook-User-Id", "user-1");
    headers.put("X-Fal-Webhook-Timestamp", timestamp);
    headers.put("X-Fal-Webhook-Signature", HexFormat.of().formatHex(signing.sign()));
    return headers;
  }

  private boolean isGood(Map<String, String> headers, byte[] body) throws Exception {
    return signature.isGood(name -> headers.getOrDefault(name, ""), body);
  }

  @Test
  void takesWhatFalSigned() throws Exception {
    assertThat(isGood(signed(), BODY)).isTrue();
  }

  @Test
  void takesARepeatedCallAgain() throws Exception {
    Map<String, String> call = signed();

    assertThat(isGood(call, BODY)).isTrue();
    assertThat(isGood(call, BODY)).isTrue();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void refusesAnotherBody() throws Exception {
    byte[] other = "{\"request_id\":\"r\",\"status\":\"NO\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(isGood(signed(), other)).isFalse();
  }

  @Test
  void refusesAnotherRequestUserAndTime() throws Exception {
    for (String name :
        new String[] {
          "X-Fal-Webhook-Request-Id", "X-Fal-Webhook-User-Id", "X-Fal-Webhook-Timestamp"
        }) {
      Map<String, String> call = signed();
      call.put(name, String.valueOf(time.instant().getEpochSecond() - 1));
      assertThat(isGood(call, BODY)).as(name).isFalse();
    }
  }

  @Test
  void refusesACallThatIsLateOrFromTheFuture() throws Exception {
    Map<String, String> call = signed();

    time.advance(Duration.ofMinutes(5));
    assertThat(isGood(call, BODY)).isTrue();
    time.advance(Duration.ofSeconds(1));
    assertThat(isGood(call, BODY)).isFalse();
    time.advance(Duration.ofSeconds(-602));
    assertThat(isGood(call, BODY)).isFalse();
  }

  @Test
  void refusesWhatIsNoSignature() throws Exception {
    Map<String, String> call = signed();
    for (String bad : new String[] {"", "xyz", "00".repeat(64), "00".repeat(10)}) {
      call.put("X-Fal-Webhook-Signature", bad);
      assertThat(isGood(call, BODY)).as(bad).isFalse();
    }
    assertThat(isGood(Map.of(), BODY)).isFalse();
  }

  @Test
  void asksForTheKeysAgainWhenNoneFits() throws Exception {
    assertThat(isGood(signed(), BODY)).isTrue();
    PublicKey old = key.getPublic();
    key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    published = published(old, key.getPublic());

    assertThat(isGood(signed(), BODY)).as("just asked").isFalse();
    time.advance(Duration.ofMinutes(6));

    assertThat(isGood(signed(), BODY)).isTrue();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void keepsKeysForADayAtMost() throws Exception {
    isGood(signed(), BODY);
    time.advance(Duration.ofHours(25));
    isGood(signed(), BODY);

    assertThat(asked).isEqualTo(2);
  }
}
