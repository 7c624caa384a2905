package app.photoplay.provider.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.config.Secret;
import app.photoplay.testkit.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// Whose calls are believed.
class OpenRouterSignatureTest {
  private static final String SECRET = "whsec-of-the-operator";
  private static final byte[] BODY =
      "{\"type\":\"video.generation.completed\",\"data\":{\"id\":\"gen-vid-1\"}}".getBytes(UTF_8);

  private final SettableTime time = SettableTime.noon();
  private final OpenRouterSignature signature = new OpenRouterSignature(new Secret(SECRET), time);
  private final long now = time.instant().getEpochSecond();

  @Test
  void aCallThatIsSignedIsBelieved() throws Exception {
    assertThat(signature.isGood(signed(SECRET, now, BODY), BODY)).isTrue();
  }

  @Test
  void theSignatureIsThatOfAnyImplementation() {
    // printf '1735689600,{}' | openssl dgst -sha256 -hmac k
    String header =
        "t=1735689600,v1=d13b89a5adc5a733f8ab6452e932b38d6eae9349d12c661c530c65fc62081374";
    time.set(Instant.ofEpochSecond(1_735_689_600));

    assertThat(new OpenRouterSignature(new Secret("k"), time).isGood(header, "{}".getBytes(UTF_8)))
        .isTrue();
  }

  @Test
  void oneOfSeveralSignaturesIsEnoughWhileTheSecretChanges() throws Exception {
    String header =
        signed("the old one", now, BODY) + signed(SECRET, now, BODY).replace("t=" + now, "");

    assertThat(signature.isGood(header, BODY)).isTrue();
  }

  @Test
  void aRepeatedCallIsBelievedAgainForItOnlyLeadsToAQuestion() throws Exception {
    String header = signed(SECRET, now, BODY);
    signature.isGood(header, BODY);

    assertThat(signature.isGood(header, BODY)).isTrue();
  }

  @Test
  void anotherBodyIsNotBelieved() throws Exception {
    assertThat(signature.isGood(signed(SECRET, now, BODY), "{}".getBytes(UTF_8))).isFalse();
  }

  @Test
  void anotherSecretIsNotBelieved() throws Exception {
    assertThat(signature.isGood(signed("another", now, BODY), BODY)).isFalse();
  }

  @Test
  void anotherTimeIsNotBelieved() throws Exception {
    String header = signed(SECRET, now, BODY).replace("t=" + now, "t=" + (now - 1));

    assertThat(signature.isGood(header, BODY)).isFalse();
  }

  @Test
  void aLateCallIsNotBelieved() throws Exception {
    String header = signed(SECRET, now, BODY);
    time.advance(Duration.ofSeconds(301));

    assertThat(signature.isGood(header, BODY)).isFalse();
  }

  @Test
  void aCallFromTheFutureIsNotBelieved() throws Exception {
    assertThat(signature.isGood(signed(SECRET, now + 301, BODY), BODY)).isFalse();
  }

  @Test
  void whatIsNoSignatureIsNotBelieved() {
    for (String header :
        new String[] {"", "t=", "v1=00", "t=" + now, "t=x,v1=y", "t=99999999999999,v1=00"}) {
      assertThat(signature.isGood(header, BODY)).as(header).isFalse();
    }
  }

  private static String signed(String secret, long at, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    mac.update((at + ",").getBytes(UTF_8));
    return "t=" + at + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
  }
}
