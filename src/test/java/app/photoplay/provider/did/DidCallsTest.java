package app.photoplay.provider.did;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.testkit.HookDoor;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// D-ID says that a talk is done, at the address that came with the order.
class DidCallsTest {
  private static final String KEY = "c29tZW9uZQ:operators-key";

  @TempDir Path home;
  private final SettableTime time = SettableTime.noon();
  private FakeDid api;

  @BeforeEach
  void start() throws Exception {
    api = new FakeDid(KEY, Parts.video());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void isToldWhereToCallAndCalls() throws Exception {
    Did did = did(HookDoor.CALLBACKS);
    try (HookDoor door = new HookDoor("d-id", did.hook().orElseThrow(), time)) {
      String address = address(did);

      assertThat(address).startsWith("https://bot.example.org/hooks/d-id/key/");
      door.post(address, FakeDid.done(""));
      assertThat(door.told()).containsExactly("d-id key " + FakeDid.TALK);
    }
  }

  @Test
  void isNotToldWhereNobodyCouldReachUs() throws Exception {
    assertThat(address(did(Callbacks.NONE))).isEmpty();
  }

  private Did did(Callbacks callbacks) {
    Account account = new Account("d-id", "", new Secret(KEY), 2);
    return new Did(
        new RemoteSettings("d-id", api.address(), Set.of(), Optional.empty(), List.of(account)),
        Catalogue.read(Section.unstated("")),
        Parts.workshop(home, time, callbacks));
  }

  @SuppressWarnings("unchecked")
  private String address(Did did) throws Exception {
    var work = (Work.Paid<TalkPrompt, ?>) did.renderers().getFirst().work();
    TalkPrompt prompt = Parts.talk(home);
    Work.Uploads uploads = ((Result.Ready<Work.Uploads>) work.upload(prompt)).value();
    work.order(prompt, uploads, new Money(1)).send("key");
    return api.calls(Step.ORDER).getLast().json().path("webhook").asText("");
  }
}
