package app.photoplay.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.config.ConfigResult;
import app.photoplay.config.Configuration;
import app.photoplay.config.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
  private static final String KEY = "0123456789abcdef";

  @TempDir Path home;

  @Test
  void withoutAKeyAProviderIsSwitchedOff() throws Exception {
    RemoteSettings settings = valid("", Map.of());

    assertThat(settings.accounts()).isEmpty();
    assertThat(settings.name()).isEqualTo("fal");
    assertThat(settings.baseUrl()).isEqualTo(URI.create("https://queue.fal.test"));
    assertThat(settings.proxy()).isEmpty();
    assertThat(settings.hosts()).isEmpty();
  }

  @Test
  void itsUsualVariableIsTheOnlyAccount() throws Exception {
    assertThat(valid("", Map.of("FAL_KEY", KEY)).accounts())
        .containsExactly(new Account("fal", "", new Secret(KEY), 2));
  }

  @Test
  void severalAccountsHaveNamesKeysAndLimitsOfTheirOwn() throws Exception {
    String yaml =
        """
        providers:
          fal:
            simultaneous: 3
            accounts:
              - {name: main, key: "${MAIN_KEY}"}
              - {name: spare, key: "${SPARE_KEY}", simultaneous: 1}
        """;

    assertThat(
            valid(yaml, Map.of("MAIN_KEY", KEY + 1, "SPARE_KEY", KEY + 2, "FAL_KEY", KEY))
                .accounts())
        .containsExactly(
            new Account("fal", "", new Secret(KEY), 3),
            new Account("fal", "main", new Secret(KEY + 1), 3),
            new Account("fal", "spare", new Secret(KEY + 2), 1));
  }

  @Test
  void anAccountWhoseVariableIsNotSetIsAProblemThatNamesIt() throws Exception {
    String yaml = "providers: {fal: {accounts: [{name: main, key: '${NO_KEY}'}]}}";

    assertThat(report(yaml, Map.of())).contains("providers.fal.accounts.main.key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with a blank in it", "schlüssel-aus-umlauten"})
  void aKeyThatIsNoneIsAProblemThatDoesNotRepeatIt(String key) throws Exception {
    assertThat(report("", Map.of("FAL_KEY", key))).contains("FAL_KEY").doesNotContain(key);
  }

  @ParameterizedTest
  @CsvSource({
    "proxy, 'http://proxy:3128', http://proxy:3128",
    "proxy, 'socks://proxy:1080', socks://proxy:1080",
  })
  void aProxyIsReadWithItsPort(String key, String value, URI proxy) throws Exception {
    String yaml = "providers: {fal: {%s: '%s'}}".formatted(key, value);

    assertThat(valid(yaml, Map.of()).proxy()).hasValue(proxy);
  }

  @ParameterizedTest
  @CsvSource({
    "proxy, ftp://proxy:21",
    "proxy, http://proxy",
    "proxy, 'http://a proxy:1'",
    "hosts, 'cdn.test/path'",
    "base-url, nonsense",
    "simultaneous, 0",
  })
  void aSettingThatIsWrongIsAProblemThatNamesItsKey(String key, String value) throws Exception {
    String yaml = "providers: {fal: {%s: '%s'}}".formatted(key, value);

    assertThat(report(yaml, Map.of())).contains("providers.fal." + key);
  }

  @Test
  void serversForResultsAreReadAsAList() throws Exception {
    String yaml = "providers: {fal: {hosts: 'cdn.test:8443, 10.0.0.7'}}";

    assertThat(valid(yaml, Map.of()).hosts())
        .containsExactlyInAnyOrder("cdn.test:8443", "10.0.0.7");
  }

  @ParameterizedTest
  @CsvSource({
    "0123456789abcdef, 0123456789abcdef, ***",
    "0123456789abcdef, Key 0123456789abcdef is wrong, Key *** is wrong",
    "first-half:other-half, other-half of first-half:other-half, *** of ***:***",
    "same-half:same-half, say same-half, say ***",
    "id:secret-of-it, id secret-of-it, id ***",
    "0123456789abcdef, nothing of it, nothing of it",
  })
  void aKeyIsMaskedWholeAndByItsParts(String key, String text, String masked) {
    Account account = new Account("fal", "", new Secret(key), 1);

    assertThat(account.masked(text)).isEqualTo(masked);
    assertThat(account.toString()).doesNotContain(key);
  }

  private RemoteSettings valid(String yaml, Map<String, String> environment) throws Exception {
    return switch (read(yaml, environment)) {
      case ConfigResult.Valid<RemoteSettings> valid -> valid.settings();
      case ConfigResult.Invalid<RemoteSettings> invalid ->
          throw new AssertionError(invalid.report());
    };
  }

  private String report(String yaml, Map<String, String> environment) throws Exception {
    return switch (read(yaml, environment)) {
      case ConfigResult.Valid<RemoteSettings> valid -> throw new AssertionError(valid.settings());
      case ConfigResult.Invalid<RemoteSettings> invalid -> invalid.report();
    };
  }

  private ConfigResult<RemoteSettings> read(String yaml, Map<String, String> environment)
      throws Exception {
    Files.writeString(home.resolve("config.yaml"), yaml);
    Configuration configuration = Configuration.open(home, null, null, environment);
    return configuration.finish(
        RemoteSettings.read(
            configuration.root().section("providers.fal"), "FAL_KEY", "https://queue.fal.test", 2));
  }
}
