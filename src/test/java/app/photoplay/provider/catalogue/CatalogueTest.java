package app.photoplay.provider.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.config.ConfigResult;
import app.photoplay.config.Configuration;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final Map<String, Map<String, String>> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put(
        "fal-kling",
        Map.of(
            "provider", "fal",
            "id", "fal-ai/kling",
            "seconds", "5,10",
            "shapes", "16:9,9:16",
            "can", "words,first-frame",
            "price", "0.07 USD",
            "as-of", "2026-11-20",
            "source", "fal.test/pricing",
            "more", "resolution=720p, audio=true"));
    KNOWN.put(
        "fal-voice",
        Map.of("provider", "fal", "id", "fal-ai/voice", "makes", "speech", "price", "0.1 USD"));
  }

  @TempDir Path home;

  @Test
  void whatComesAlongIsReadAsItStands() throws Exception {
    Catalogue catalogue = valid("");

    ModelCard card = catalogue.cards().getFirst();
    assertThat(catalogue.cards())
        .extracting(ModelCard::name)
        .containsExactly("fal-kling", "fal-voice");
    assertThat(card.id()).isEqualTo("fal-ai/kling");
    assertThat(card.makes()).isEqualTo(Makes.CLIP);
    assertThat(card.qualities()).containsExactly(Quality.STANDARD);
    assertThat(card.lengths().seconds()).containsExactly(5, 10);
    assertThat(card.makes(Shape.TALL)).isTrue();
    assertThat(card.makes(Shape.SQUARE)).isFalse();
    assertThat(card.makes(Shape.PHOTO)).isTrue();
    assertThat(card.can(Ability.FIRST_FRAME)).isTrue();
    assertThat(card.can(Ability.SEED)).isFalse();
    assertThat(card.more("resolution")).hasValue("720p");
    assertThat(card.more("audio")).hasValue("true");
    assertThat(card.more("voice")).isEmpty();
    assertThat(card.deadline()).isEqualTo(Duration.ofMinutes(15));
    assertThat(catalogue.of("fal", Makes.SPEECH))
        .extracting(ModelCard::name)
        .containsExactly("fal-voice");
    assertThat(catalogue.of("runway", Makes.SPEECH)).isEmpty();
  }

  @Test
  void anOperatorChangesAModelThatIsKnown() throws Exception {
    ModelCard card =
        valid("models: [{name: fal-kling, price: 0.05 USD, simultaneous: 9}]").cards().getFirst();

    assertThat(card.price().amount()).isEqualTo(Money.ofMicroUsd(50_000));
    assertThat(card.simultaneous()).isEqualTo(9);
    assertThat(card.id()).isEqualTo("fal-ai/kling");
  }

  @Test
  void anOperatorSwitchesAModelOff() throws Exception {
    assertThat(valid("models: [{name: fal-kling, on: false}]").cards())
        .extracting(ModelCard::name)
        .containsExactly("fal-voice");
  }

  @Test
  void anOperatorAddsAModel() throws Exception {
    Catalogue catalogue =
        valid("models: [{name: mine, provider: runway, id: gen9, price: 0.2 USD, per: call}]");

    assertThat(catalogue.cards()).extracting(ModelCard::name).contains("mine", "fal-kling");
    assertThat(catalogue.of("runway", Makes.CLIP)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{name: mine, provider: fal, id: x}; models.mine.price",
        "{name: mine, provider: fall, id: x, price: 1 USD}; models.mine.provider",
        "{name: mine, provider: fal, price: 1 USD}; models.mine.id",
        "{name: fal-kling, price: cheap}; models.fal-kling.price",
        "{name: fal-kling, seconds: long}; models.fal-kling.seconds",
        "{name: fal-kling, shapes: round}; models.fal-kling.shapes",
        "{name: fal-kling, can: fly}; models.fal-kling.can",
        "{name: fal-kling, quality: best}; models.fal-kling.quality",
        "{name: fal-kling, makes: tea}; models.fal-kling.makes",
        "{name: fal-kling, more: nonsense}; models.fal-kling.more",
        "{name: fal-kling, deadline: soon}; models.fal-kling.deadline",
        "{name: fal-kling, colour: red}; models.fal-kling.colour",
      })
  void whatIsWrongIsAProblemThatNamesItsKey(String model, String key) throws Exception {
    assertThat(read("models: [" + model + "]"))
        .isInstanceOfSatisfying(
            ConfigResult.Invalid.class, it -> assertThat(it.report()).contains(key));
  }

  @Test
  void itsPricesAreInTheBookAndItsWorkWaitsInALaneOfItsOwn() throws Exception {
    Catalogue catalogue = valid("");
    ModelCard card = catalogue.cards().getFirst();
    PriceBook book = catalogue.with(new PriceBook(Map.of()));

    assertThat(card.cost(book, Quantity.millis(5000))).isEqualTo(Money.ofMicroUsd(350_000));
    assertThat(card.lane("").name()).isEqualTo("fal.fal-kling");
    assertThat(card.lane("main").name()).isEqualTo("fal-main.fal-kling");
  }

  @ParameterizedTest
  @CsvSource({
    "'4,6,8', 4000, 4",
    "'4,6,8', 4001, 6",
    "'8, 6, 4', 1, 4",
    "'4,6,8', 8001,",
    "2-10, 2500, 3",
    "2-10, 10001,",
    "'0,5', 1, 5",
  })
  void theShortestLengthThatHoldsIt(String lengths, long millis, Integer seconds) {
    assertThat(Lengths.parse(lengths).orElseThrow().holding(millis).stream().boxed().findFirst())
        .isEqualTo(Optional.ofNullable(seconds));
  }

  @ParameterizedTest
  @CsvSource({"''", "0", "5-", "10-2", "five", "'4;6'"})
  void whatIsNoLength(String lengths) {
    assertThat(Lengths.parse(lengths)).isEmpty();
  }

  private Catalogue valid(String yaml) throws Exception {
    return switch (read(yaml)) {
      case ConfigResult.Valid<Catalogue> valid -> valid.settings();
      case ConfigResult.Invalid<Catalogue> invalid -> throw new AssertionError(invalid.report());
    };
  }

  private ConfigResult<Catalogue> read(String yaml) throws Exception {
    Files.writeString(home.resolve("config.yaml"), yaml);
    Configuration configuration = Configuration.open(home, null, null, Map.of());
    return configuration.finish(Catalogue.read(configuration.root(), KNOWN));
  }
}
