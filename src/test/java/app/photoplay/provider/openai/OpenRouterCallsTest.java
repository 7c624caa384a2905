package app.photoplay.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.config.Secret;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.testkit.HookDoor;
import app.photoplay.testkit.SettableTime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenRouter says that a shot has ended, at the address that came with the order.
class OpenRouterCallsTest {
  private static final String KEY = "sk-or-v1-of-the-operator";
  private static final String SIGNING = "whsec_of_the_operator";
  private static final String NEWS =
      "{\"type\":\"video.generation.completed\",\"data\":{\"id\":\"gen-vid-1\"}}";
  private static final Map<String, String> NAMED =
      Map.of("X-OpenRouter-Idempotency-Key", "gen-vid-1-completed");

  @TempDir Path home;
  private final SettableTime time = SettableTime.noon();
  private FakeOpenAi api;

  @BeforeEach
  void start() throws Exception {
    api = new FakeOpenAi(KEY, Parts.video());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void isToldWhereToCallAndSignsItsCalls() throws Exception {
    OpenAi openRouter = of(Optional.of(new Secret(SIGNING)), HookDoor.CALLBACKS);
    try (HookDoor door = new HookDoor("openrouter", openRouter.hook().orElseThrow(), time)) {
      String address = address(openRouter);

      assertThat(address).startsWith("https://bot.example.org/hooks/openrouter/");
      assertThat(door.post(address, NEWS).statusCode()).isEqualTo(403);
      assertThat(door.post(address, signed("another one"), NEWS).statusCode()).isEqualTo(403);
      assertThat(door.post(address, signed(SIGNING), NEWS).statusCode()).isEqualTo(204);
      assertThat(door.told()).containsExactly("openrouter key gen-vid-1");
    }
  }

  @Test
  void whoKnowsTheAddressIsHeardWhereTheOperatorHasToldNoSecret() throws Exception {
    OpenAi openRouter = of(Optional.empty(), HookDoor.CALLBACKS);
    try (HookDoor door = new HookDoor("openrouter", openRouter.hook().orElseThrow(), time)) {
      String address = address(openRouter);

      door.post(address, NAMED, "{}");
      door.post(address, NEWS);

      assertThat(door.told())
          .containsExactly("openrouter key gen-vid-1", "openrouter key gen-vid-1");
    }
  }

  @Test
  void isNotToldWhereNobodyCouldReachUs() throws Exception {
    assertThat(address(of(Optional.empty(), Callbacks.NONE))).isEmpty();
  }

  private OpenAi of(Optional<Secret> signing, Callbacks callbacks) {
    Account account = new Account("openrouter", "", new Secret(KEY), 4);
    URI base = URI.create(api.address() + FakeOpenAi.HOME);
    return new OpenAi(
        new RemoteSettings("openrouter", base, Set.of(), Optional.empty(), List.of(account)),
        signing,
        Servers.CATALOGUE,
        Parts.workshop(home, time, callbacks));
  }

  private String address(OpenAi openRouter) throws Exception {
    Servers.paid(Servers.named(openRouter.cameras(), "openrouter-veo-fast"))
        .order(Parts.shot(home, 5), Uploads.NONE, new Money(1))
        .send("key");
    return api.calls(Step.ORDER).getLast().json().path("callback_url").asText("");
  }

  private Map<String, String> signed(String secret) throws Exception {
    String timestamp = String.valueOf(time.instant().getEpochSecond());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signature = mac.doFinal((timestamp + "," + NEWS).getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "X-OpenRouter-Signature", "t=" + timestamp + ",v1=" + HexFormat.of().formatHex(signature));
  }
}
