package app.photoplay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionTest {
  @TempDir Path home;

  /// A toy: a provider of models with several accounts.
  record Provider(String name, String model, List<Account> accounts) {
    record Account(String name, int limit, Optional<Secret> key) {
      static Account read(Section account) {
        return new Account(
            account.name(),
            account.value("limit", "1", Values.whole(1, 100)),
            account.secret("api-key", it -> it.length() > 2, "is too short"));
      }
    }

    static Provider read(Section provider) {
      return new Provider(
          provider.name(),
          provider.value("model", "", Values.TEXT),
          provider.sections("accounts").stream().map(Account::read).toList());
    }

    static List<Provider> all(Section root) {
      return root.sections("providers").stream().map(Provider::read).toList();
    }
  }

  private static final String PROVIDERS =
      """
      providers:
        - name: fal
          model: veo
          accounts:
            - {name: main, limit: 3, api-key: "${FAL_KEY}"}
            - {name: spare}
        - name: runway
      """;

  @Test
  void readsAListOfSectionsWithListsInThem() throws IOException {
    List<Provider> providers =
        valid(
                PROVIDERS,
                Provider::all,
                Map.of("FAL_KEY", "first", "PROVIDERS_FAL_ACCOUNTS_SPARE_API_KEY", "second"))
            .settings();

    assertThat(providers)
        .containsExactly(
            new Provider(
                "fal",
                "veo",
                List.of(
                    new Provider.Account("main", 3, Optional.of(new Secret("first"))),
                    new Provider.Account("spare", 1, Optional.of(new Secret("second"))))),
            new Provider("runway", "", List.of()));
  }

  @Test
  void letsTheEnvironmentChangeASectionOfAListByItsName() throws IOException {
    var read =
        valid(PROVIDERS, Provider::all, Map.of("PHOTOPLAY_PROVIDERS_FAL_ACCOUNTS_MAIN_LIMIT", "7"));

    assertThat(read.settings().getFirst().accounts().getFirst().limit()).isEqualTo(7);
    assertThat(read.effective().describe())
        .contains(
            "providers.fal.model = veo (config.yaml)",
            "providers.fal.accounts.main.limit = 7"
                + " (PHOTOPLAY_PROVIDERS_FAL_ACCOUNTS_MAIN_LIMIT)",
            "FAL_KEY =  (not set)");
  }

  @Test
  void saysEverythingThatIsWrongInAList() throws IOException {
    String text =
        """
        providers:
          - {name: fal, modle: veo, accounts: [{name: main, limit: 0, api-key: abcdef}]}
          - {name: runway, accounts: [{limit: 2}]}
        """;

    assertThat(invalid(text, Provider::all, Map.of("PROVIDERS_FAL_ACCOUNTS_MAIN_API_KEY", "x")))
        .containsExactly(
            "config.yaml: providers.fal.accounts.main.limit is \"0\", but allowed is a whole number"
                + " from 1 to 100",
            "PROVIDERS_FAL_ACCOUNTS_MAIN_API_KEY is too short",
            "config.yaml: providers.runway.accounts must be a list of sections, each with a name of"
                + " its own (a to z, 0 to 9, -)",
            "config.yaml: providers.fal.modle is not a known key, did you mean"
                + " providers.fal.model?",
            "config.yaml: providers.fal.accounts.main.api-key is a secret: put it into .env or the"
                + " environment as PROVIDERS_FAL_ACCOUNTS_MAIN_API_KEY");
    assertThat(invalid("providers: [fal, runway]", Provider::all, Map.of())).hasSize(1);
    assertThat(invalid("providers: [{name: a}, {name: a}]", Provider::all, Map.of())).hasSize(1);
    assertThat(invalid("providers: {fal: {}}", Provider::all, Map.of())).hasSize(1);
  }

  @Test
  void takesAKeyByItsOldNameAndSaysTheNewOne() throws IOException {
    Function<Section, Duration> keep =
        root -> root.section("storage").renamed("keep", "files.keep", "1d", Values.TIME);

    var read = valid("files: {keep: 2d}", keep, Map.of());

    assertThat(read.settings()).isEqualTo(Duration.ofDays(2));
    assertThat(read.effective().warnings())
        .containsExactly(
            "config.yaml: files.keep has a new name, storage.keep; the old one still works");
    assertThat(valid("", keep, Map.of("PHOTOPLAY_FILES_KEEP", "3d")).settings())
        .isEqualTo(Duration.ofDays(3));
    assertThat(valid("storage: {keep: 4d}", keep, Map.of()).effective().warnings()).isEmpty();
    assertThat(invalid("{files: {keep: 2d}, storage: {keep: 4d}}", keep, Map.of()))
        .containsExactly(
            "config.yaml: files.keep has a new name, storage.keep, and both are stated: remove the"
                + " old one");
  }

  @Test
  void saysWhatToDoInsteadOfARetiredKey() throws IOException {
    Function<Section, String> none =
        root -> {
          root.section("talk").retired("lip-sync", "it is always on, so remove the line");
          return "";
        };

    assertThat(invalid("talk: {lip-sync: true}", none, Map.of()))
        .containsExactly(
            "config.yaml: talk.lip-sync is not used any more: it is always on, so remove the line");
    assertThat(valid("", none, Map.of()).effective().settings()).isEmpty();
  }

  private <T> ConfigResult.Valid<T> valid(
      String yaml, Function<Section, T> reading, Map<String, String> environment)
      throws IOException {
    return switch (read(yaml, reading, environment)) {
      case ConfigResult.Valid<T> valid -> valid;
      case ConfigResult.Invalid<T> invalid -> fail(invalid.report());
    };
  }

  private <T> List<String> invalid(
      String yaml, Function<Section, T> reading, Map<String, String> environment)
      throws IOException {
    return switch (read(yaml, reading, environment)) {
      case ConfigResult.Valid<T> _ -> fail("was taken");
      case ConfigResult.Invalid<T>(var problems) -> problems;
    };
  }

  private <T> ConfigResult<T> read(
      String yaml, Function<Section, T> reading, Map<String, String> environment)
      throws IOException {
    Files.writeString(home.resolve("config.yaml"), yaml);
    Configuration configuration = Configuration.open(home, null, null, environment);
    return configuration.finish(reading.apply(configuration.root()));
  }
}
