package app.photoplay.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.testkit.HookDoor;
import app.photoplay.testkit.SettableTime;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// fal says that work is done, at the address that came with the order.
class FalCallsTest {
  private static final String NEWS =
      "{\"request_id\":\"" + FakeFal.REQUEST + "\",\"status\":\"OK\",\"payload\":{}}";

  @TempDir Path home;
  private final SettableTime time = SettableTime.noon();
  private FakeFal api;
  private Fal fal;
  private KeyPair key;
  private HookDoor door;

  @BeforeEach
  void start() throws Exception {
    api = new FakeFal(FalContract.key(), "video", Parts.video());
    fal = FalContract.fal(api, Parts.workshop(home, time, HookDoor.CALLBACKS));
    key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    door = new HookDoor("fal", fal.hook().orElseThrow(), time);
  }

  @AfterEach
  void stop() {
    door.close();
    api.close();
  }

  @Test
  void isToldWhereToCallAndCalls() throws Exception {
    publish();
    URI order = URI.create(ordered(fal));
    String query = order.getRawQuery();
    String address =
        URLDecoder.decode(query.substring("fal_webhook=".length()), StandardCharsets.UTF_8);

    assertThat(query).startsWith("fal_webhook=https%3A%2F%2Fbot.example.org%2Fhooks%2Ffal%2F");
    assertThat(door.post(address, signed(NEWS), NEWS).statusCode()).isEqualTo(204);
    assertThat(door.told()).containsExactly("fal key " + FakeFal.REQUEST);
  }

  @Test
  void isNotToldWhereNobodyCouldReachUs() throws Exception {
    assertThat(ordered(FalContract.fal(api, Parts.workshop(home, time)))).doesNotContain("?");
  }

  @Test
  void nobodyElseIsHeard() throws Exception {
    publish();
    String address = HookDoor.CALLBACKS.address("fal", "photoplay-1").orElseThrow();

    assertThat(door.post(address, NEWS).statusCode()).isEqualTo(403);
    assertThat(door.post(address, signed(NEWS), NEWS.replace("OK", "ERROR")).statusCode())
        .isEqualTo(403);
    Map<String, String> earlier = signed(NEWS);
    time.advance(Duration.ofMinutes(6));
    assertThat(door.post(address, earlier, NEWS).statusCode()).isEqualTo(403);
    assertThat(door.told()).isEmpty();
  }

  @Test
  void comesAgainWhenItsKeysCannotBeHad() throws Exception {
    String address = HookDoor.CALLBACKS.address("fal", "photoplay-1").orElseThrow();
    api.next(Step.OTHER, Answer.empty(500));

    assertThat(door.post(address, signed(NEWS), NEWS).statusCode()).isEqualTo(503);
    publish();
    assertThat(door.post(address, signed(NEWS), NEWS).statusCode()).isEqualTo(204);
  }

  /// What was asked for: the path of the order, with its query.
  private String ordered(Fal by) throws Exception {
    @SuppressWarnings("unchecked")
    var work =
        (Work.Paid<TalkPrompt, ?>) FalContract.named(by.renderers(), "fal-kling-standard").work();
    TalkPrompt prompt = Parts.talk(home);
    Work.Uploads uploads = ((Result.Ready<Work.Uploads>) work.upload(prompt)).value();
    work.order(prompt, uploads, new Money(1)).send("key");
    return api.calls(Step.ORDER).getLast().path();
  }

  private void publish() {
    byte[] encoded = key.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    String x = Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    api.publishes("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x + "\"}]}");
  }

  private Map<String, String> signed(String body) throws Exception {
    String timestamp = String.valueOf(time.instant().getEpochSecond());
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    Signature signing = Signature.getInstance("Ed25519");
    signing.initSign(key.getPrivate());
    signing.update(
        String.join("\n", "call-1", "user-1", timestamp, HexFormat.of().formatHex(digest))
            .getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "X-Fal-Webhook-Request-Id",
        "call-1",
        "X-Fal-Webhook-User-Id",
        "user-1",
        "X-Fal-Webhook-Timestamp",
        timestamp,
        "X-Fal-Webhook-Signature",
        HexFormat.of().formatHex(signing.sign()));
  }
}
