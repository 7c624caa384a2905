package app.photoplay.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.config.ConfigResult;
import app.photoplay.config.Configuration;
import app.photoplay.provider.google.GoogleSettings.Cloud;
import app.photoplay.provider.remote.Account;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How an operator sets Google up.
class GoogleSettingsTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"GOOGLE_API_KEY", "GEMINI_API_KEY"})
  void aKeyAloneIsEnough(String variable) throws Exception {
    GoogleSettings settings = valid("", Map.of(variable, "a-key-of-mine"));

    assertThat(settings.cloud()).isEmpty();
    assertThat(settings.remote().accounts())
        .singleElement()
        .extracting(it -> it.key().value())
        .isEqualTo("a-key-of-mine");
  }

  @Test
  void googlesOwnNameForTheKeyGoesFirst() throws Exception {
    GoogleSettings settings =
        valid("", Map.of("GOOGLE_API_KEY", "the-first-key", "GEMINI_API_KEY", "the-other-key"));

    assertThat(settings.remote().accounts())
        .singleElement()
        .extracting(it -> it.key().value())
        .isEqualTo("the-first-key");
  }

  @Test
  void nothingIsSetUpUnlessSomebodyDoes() throws Exception {
    assertThat(valid("", Map.of()).remote().accounts()).isEmpty();
  }

  @Test
  void aProjectPaysWithoutAKey() throws Exception {
    Files.writeString(home.resolve("account.json"), "{}");

    GoogleSettings settings =
        valid(
            "mode: vertex, project: my-films-1, location: europe-west4, bucket: my-shots,"
                + " credentials: account.json",
            Map.of("GOOGLE_API_KEY", "a-key-of-mine"));

    assertThat(settings.remote().accounts()).extracting(Account::name).containsExactly("vertex");
    assertThat(settings.cloud())
        .contains(
            new Cloud(
                "my-films-1",
                "europe-west4",
                "my-shots",
                URI.create("https://storage.googleapis.com"),
                Optional.of(home.resolve("account.json"))));
  }

  @Test
  void bothWaysGoTogether() throws Exception {
    GoogleSettings settings =
        valid("mode: both, project: my-films-1", Map.of("GOOGLE_API_KEY", "a-key-of-mine"));

    assertThat(settings.remote().accounts())
        .extracting(Account::name)
        .containsExactly("", "vertex");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode: vertex | project: must say which project of Google Cloud pays",
        "mode: studio | allowed is one of gemini, vertex, both",
        "bucket: Not A Bucket | allowed is a bucket's name",
        "credentials: nowhere.json | allowed is the path of a file, or nothing",
        "location: Mars | allowed is a location"
      })
  void whatIsWrongIsToldInOneSentence(String yaml, String sentence) throws Exception {
    ConfigResult<GoogleSettings> read = read(yaml, Map.of());

    assertThat(read).isInstanceOf(ConfigResult.Invalid.class);
    assertThat(((ConfigResult.Invalid<GoogleSettings>) read).report()).contains(sentence);
  }

  private GoogleSettings valid(String yaml, Map<String, String> environment) throws Exception {
    return switch (read(yaml, environment)) {
      case ConfigResult.Valid<GoogleSettings> valid -> valid.settings();
      case ConfigResult.Invalid<GoogleSettings> invalid ->
          throw new AssertionError(invalid.report());
    };
  }

  private ConfigResult<GoogleSettings> read(String yaml, Map<String, String> environment)
      throws Exception {
    Files.writeString(home.resolve("config.yaml"), "providers: {google: {" + yaml + "}}\n");
    Configuration configuration = Configuration.open(home, null, null, environment);
    return configuration.finish(
        GoogleSettings.read(configuration.root().section("providers.google")));
  }
}
