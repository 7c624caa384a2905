package app.photoplay.operator.hook;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.remote.hook.Hook;
import app.photoplay.testkit.HookDoor;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Providers call over HTTP.
class HooksTest {
  private static final String NEWS = "{\"id\":\"tlk_1\",\"status\":\"done\"}";
  private static final String ORDER = "photoplay-1";
  private static final String ADDRESS = HookDoor.CALLBACKS.address("d-id", ORDER).orElseThrow();

  private final SettableTime time = SettableTime.noon();
  private final HookDoor door = new HookDoor("d-id", Hook.unsigned("/id"), time);

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void takesACallThatNamesWork() throws Exception {
    assertThat(door.post(ADDRESS, NEWS).statusCode()).isEqualTo(204);
    assertThat(door.told()).containsExactly("d-id photoplay-1 tlk_1");
  }

  @Test
  void findsNothingWhereTheSecretIsNotTheProviders() throws Exception {
    String others = HookDoor.CALLBACKS.address("fal", ORDER).orElseThrow();

    assertThat(door.post("https://b/hooks/d-id/photoplay-1/0000", NEWS).statusCode())
        .isEqualTo(404);
    assertThat(door.post(others, NEWS).statusCode()).isEqualTo(404);
    assertThat(door.post(others.replace("/fal/", "/d-id/"), NEWS).statusCode()).isEqualTo(404);
    assertThat(door.post(ADDRESS + "/more", NEWS).statusCode()).isEqualTo(404);
    assertThat(door.get(ADDRESS)).isEqualTo(404);
    assertThat(door.told()).isEmpty();
  }

  @Test
  void anAddressIsForOneOrder() throws Exception {
    assertThat(door.post(ADDRESS.replace("-1/", "-2/"), NEWS).statusCode()).isEqualTo(404);
    assertThat(door.post(ADDRESS.replace("/photoplay-1", ""), NEWS).statusCode()).isEqualTo(404);
    assertThat(door.told()).isEmpty();
  }

  @Test
  void asksToComeAgainWhileNobodyKnowsWhatBecameOfTheOrder() throws Exception {
    door.tooEarly();

    assertThat(door.post(ADDRESS, NEWS).statusCode()).isEqualTo(503);
  }

  @Test
  void takesNoMoreThanAMegabyte() throws Exception {
    String large = "{\"id\":\"tlk_1\",\"x\":\"" + "x".repeat(1 << 20) + "\"}";

    assertThat(door.post(ADDRESS, large).statusCode()).isEqualTo(413);
    assertThat(door.told()).isEmpty();
  }

  @Test
  void takesFiftyCallsASecond() throws Exception {
    for (int i = 0; i < 50; i++) {
      assertThat(door.post(ADDRESS, NEWS).statusCode()).isEqualTo(204);
    }

    assertThat(door.post(ADDRESS, NEWS).statusCode()).isEqualTo(429);
    time.advance(Duration.ofSeconds(1));
    assertThat(door.post(ADDRESS, NEWS).statusCode()).isEqualTo(204);
  }

  @Test
  void makesNothingOfWhatNamesNoWork() throws Exception {
    for (String body : new String[] {"", "no JSON", "[]", "{\"id\":\"a\\\"b%\"}", "{\"id\":{}}"}) {
      assertThat(door.post(ADDRESS, body).statusCode()).isEqualTo(204);
    }
    assertThat(door.told()).isEmpty();
  }

  @Test
  void asksToComeAgainWhenItCannotTellWhoCalls() throws Exception {
    Hook unsure =
        (_, _) -> {
          throw new IOException("no keys");
        };
    try (HookDoor other = new HookDoor("d-id", unsure, time)) {
      assertThat(other.post(ADDRESS, NEWS).statusCode()).isEqualTo(503);
    }
  }

  @Test
  void noAddressIsGivenToProvidersThatCouldNotReachIt() {
    byte[] key = new byte[Callbacks.KEY_BYTES];

    assertThat(new Callbacks(Optional.empty(), key).address("fal", ORDER)).isEmpty();
    assertThat(new Callbacks(Optional.of(URI.create("http://b")), key).address("fal", ORDER))
        .isEmpty();
    assertThat(Callbacks.NONE.address("fal", ORDER)).isEmpty();
  }
}
