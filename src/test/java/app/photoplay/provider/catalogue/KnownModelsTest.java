package app.photoplay.provider.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.photoplay.budget.Money;
import app.photoplay.config.ConfigResult;
import app.photoplay.config.Configuration;
import app.photoplay.config.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The models that come along.
class KnownModelsTest {
  private static final Path MODELS = Path.of("src", "main", "resources", "models");
  private static final String RETIRED = "retired";

  @TempDir Path home;

  @TestFactory
  Stream<DynamicTest> eachModel() throws IOException {
    return providers().stream()
        .flatMap(provider ->
            listed(provider).entrySet().stream()
                .map(model ->
                    dynamicTest(
                        model.getKey(), () -> judge(provider, model.getKey(), model.getValue()))));
  }

  /// Read as if the operator had stated it, so that whatever is wrong is reported, and switched it
  /// on.
  private void judge(String provider, String name, Map<String, String> known) throws IOException {
    Map<String, String> values = new LinkedHashMap<>(known);
    values.put("on", "true");
    Map<String, Map<String, String>> stated = Map.of(name, values);
    Files.writeString(home.resolve("config.yaml"), yaml(values));
    Configuration configuration = Configuration.open(home, null, null, Map.of());

    ConfigResult<Optional<ModelCard>> read =
        configuration.finish(
            Catalogue.read(configuration.root(), stated).cards().stream().findFirst());

    assertThat(read)
        .isInstanceOfSatisfying(
            ConfigResult.Valid.class,
            it -> {
              ModelCard card = (ModelCard) ((Optional<?>) it.settings()).orElseThrow();
              assertThat(card.name()).startsWith(provider + "-");
              assertThat(card.provider()).isEqualTo(provider);
              assertThat(card.price().amount()).isGreaterThan(Money.ZERO);
              assertThat(card.price().asOf()).isPresent();
              assertThat(card.price().source()).isNotBlank();
              assertThat(card.qualities()).isNotEmpty();
            });
  }

  private static String yaml(Map<String, String> values) {
    StringBuilder yaml = new StringBuilder("models:\n  -\n");
    values.forEach((key, value) ->
        yaml.append("    ")
            .append(key)
            .append(": '")
            .append(value.replace("'", "''"))
            .append("'\n"));
    return yaml.toString();
  }

  @Test
  void noTwoProvidersHaveAModelOfOneName() throws IOException {
    Set<String> names = new HashSet<>();
    for (String provider : providers()) {
      assertThat(listed(provider).keySet()).allSatisfy(it -> assertThat(names.add(it)).isTrue());
    }
  }

  @Test
  void whatIsRetiredHasASuccessorThatIsThere() throws IOException {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    providers().forEach(it -> all.putAll(listed(it)));

    assertThat(listed(RETIRED))
        .allSatisfy((name, values) -> {
          assertThat(all).doesNotContainKey(name);
          assertThat(all).containsKey(values.get("successor"));
        });
  }

  @Test
  void everyFileIsOfAProviderThatThereIs() throws IOException {
    assertThat(Catalogue.PROVIDERS).containsAll(providers());
  }

  private static Map<String, Map<String, String>> listed(String name) {
    return Listing.resource("/models/" + name + ".yaml");
  }

  private static Set<String> providers() throws IOException {
    Set<String> names = new HashSet<>();
    if (Files.exists(MODELS)) {
      try (Stream<Path> files = Files.list(MODELS)) {
        files
            .map(it -> it.getFileName().toString().replaceFirst("\\.yaml$", ""))
            .filter(it -> !it.equals(RETIRED))
            .forEach(names::add);
      }
    }
    return names;
  }
}
