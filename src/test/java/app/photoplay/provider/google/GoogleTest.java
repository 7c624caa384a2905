package app.photoplay.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.config.Listing;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.google.GoogleSettings.Cloud;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Provider.Look;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Google as a whole: who is asked for what, and what an operator is told.
class GoogleTest {
  private static final String KEY = "a-key-of-the-operator";

  @TempDir Path home;
  private final GoogleFake fake = new GoogleFake(KEY);

  @AfterEach
  void end() {
    fake.close();
  }

  @Test
  void whatIsToBeHadByKeyAloneIsNotAskedOfAProject() throws IOException {
    Google gemini = Keys.gemini(fake, KEY, workshop());
    Google vertex = Keys.vertex(fake, KEY, home, "", workshop());

    assertThat(gemini.cameras()).isNotEmpty().allMatch(it -> it instanceof Omni);
    assertThat(vertex.cameras()).isNotEmpty().allMatch(it -> it instanceof Veo);
    assertThat(gemini.painters()).extracting(it -> it.name()).contains("google-nano-banana");
    assertThat(vertex.painters()).extracting(it -> it.name()).doesNotContain("google-nano-banana");
    assertThat(vertex.writers()).hasSameSizeAs(gemini.writers());
    assertThat(vertex.cameras()).allMatch(it -> it.account().equals("vertex"));
  }

  @Test
  void aLookSaysThatAllIsWell() {
    Look look = Keys.gemini(fake, KEY, workshop()).look().getFirst();

    assertThat(look.good()).isTrue();
    assertThat(look.said()).startsWith("access works, models that are there: ");
    assertThat(fake.calls(Step.ORDER)).isEmpty();
  }

  @Test
  void aLookNamesModelsThatAreGone() throws IOException {
    fake.models(false);

    Look look = Keys.vertex(fake, KEY, home, "", workshop()).look().getFirst();

    assertThat(look.good()).isFalse();
    assertThat(look.said()).contains("veo-3.1-fast-generate-001").doesNotContain("omni");
  }

  @Test
  void aLookTellsAWrongKeyWithoutTellingIt() {
    Look look = Keys.gemini(fake, "another-key-altogether", workshop()).look().getFirst();

    assertThat(look.good()).isFalse();
    assertThat(look.said()).startsWith("Google says no: 401").doesNotContain("another-key");
  }

  @Test
  void aLookTellsThatNobodyAnswers() {
    fake.close();

    Look look = Keys.gemini(fake, KEY, workshop()).look().getFirst();

    assertThat(look.good()).isFalse();
    assertThat(look.said()).startsWith("Google cannot be reached: ");
  }

  @Test
  void credentialsThatAreNoneAreTold() throws IOException {
    Path file = home.resolve("broken.json");
    Files.writeString(file, "{\"type\":\"service_account\"}");
    Cloud cloud = new Cloud("proj", "global", "", fake.address(), Optional.of(file));

    Look look = Keys.vertex(fake, KEY, cloud, workshop()).look().getFirst();

    assertThat(look.good()).isFalse();
    assertThat(look.said()).contains("no credentials of Google Cloud");
  }

  @Test
  void everythingGoesThroughTheProxy() throws IOException {
    Cloud cloud =
        new Cloud(
            "proj",
            "global",
            "",
            URI.create("http://storage.test"),
            Optional.of(Keys.serviceAccount("http://token.test/token", home)));
    RemoteSettings remote =
        new RemoteSettings(
            "google",
            URI.create("http://google.test"),
            Set.of(),
            Optional.of(fake.address()),
            List.of(
                new Account("google", "", new Secret(KEY), 1),
                new Account("google", GoogleSettings.CLOUD, new Secret(KEY), 1)));

    new Google(new GoogleSettings(remote, Optional.of(cloud)), Keys.CATALOGUE, workshop()).look();

    assertThat(fake.calls(Step.OTHER))
        .extracting(it -> URI.create(it.path()).getHost())
        .contains("google.test", "token.test");
  }

  @Test
  void noCardAsksForAModelThatIsGone() {
    Map<String, Map<String, String>> retired = Listing.resource("/models/retired.yaml");
    Set<String> living = Set.of("veo-3.1-generate-001", "veo-3.1-fast-generate-001");

    assertThat(Keys.CATALOGUE.cards())
        .extracting(ModelCard::id)
        .allMatch(it -> !retired.containsKey(it) || living.contains(it));
  }

  @Test
  void nobodyIsAskedUnlessSomethingIsSetUp() {
    GoogleSettings settings = GoogleSettings.read(Section.unstated("providers.google"));

    assertThat(settings.remote().accounts()).isEmpty();
    assertThat(new Google(settings, Keys.CATALOGUE, workshop()).cameras()).isEmpty();
  }

  private Workshop workshop() {
    return Parts.workshop(home, SettableTime.noon());
  }
}
