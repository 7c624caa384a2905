package app.photoplay.provider.openai;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.Unit;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What OpenRouter says of a model today, against its card. A list that is not there says nothing.
final class LiveModel {
  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  private LiveModel() {}

  /// One plain remark for each thing that the card promises and the model does not keep.
  static List<String> differences(ModelCard card, JsonNode live) {
    List<String> differences = new ArrayList<>();
    if (card.makes() == Makes.CLIP) {
      differences.addAll(film(card, live));
    }
    boolean dearer =
        price(card, live).map(it -> it.compareTo(card.price().amount()) > 0).orElse(false);
    if (dearer) {
      differences.add(
          card.name()
              + " costs more than its card says: "
              + dollars(price(card, live).orElseThrow())
              + " USD");
    }
    return differences;
  }

  private static String dollars(Money money) {
    return BigDecimal.valueOf(money.microUsd(), 6).stripTrailingZeros().toPlainString();
  }

  private static List<String> film(ModelCard card, JsonNode live) {
    Stream<String> lengths =
        card.lengths().seconds().stream()
            .map(String::valueOf)
            .filter(it -> lacks(live, "supported_durations", it))
            .map(it -> it + " s");
    Stream<String> shapes =
        card.shapes().stream()
            .map(it -> it.label())
            .filter(it -> lacks(live, "supported_aspect_ratios", it))
            .sorted();
    Stream<String> resolution =
        card.more("resolution").stream().filter(it -> lacks(live, "supported_resolutions", it));
    Stream<String> frames =
        Stream.of(Ability.FIRST_FRAME, Ability.LAST_FRAME)
            .filter(card::can)
            .map(it -> it == Ability.FIRST_FRAME ? "first_frame" : "last_frame")
            .filter(it -> lacks(live, "supported_frame_images", it));
    Stream<String> sound =
        Stream.of("sound")
            .filter(_ -> card.can(Ability.SOUND) && isFalse(live.path("generate_audio")));
    List<String> lacking =
        Stream.of(lengths, shapes, resolution, frames, sound).flatMap(it -> it).toList();
    return lacking.isEmpty()
        ? List.of()
        : List.of(card.name() + " no longer makes " + String.join(", ", lacking));
  }

  private static boolean isFalse(JsonNode node) {
    return node.isBoolean() && !node.asBoolean();
  }

  private static boolean lacks(JsonNode live, String list, String item) {
    JsonNode items = live.path(list);
    if (!items.isArray() || items.isEmpty()) {
      return false;
    }
    for (JsonNode it : items) {
      if (it.asText().equalsIgnoreCase(item)) {
        return false;
      }
    }
    return true;
  }

  /// What a unit of the card costs today, as far as that can be told.
  private static Optional<Money> price(ModelCard card, JsonNode live) {
    if (card.makes() == Makes.CLIP) {
      return card.price().per() == Unit.SECOND
          ? second(card, live.path("pricing_skus")).map(Usage::money)
          : Optional.empty();
    }
    if (card.makes() != Makes.TEXT || card.price().per() != Unit.THOUSAND_TOKENS) {
      return Optional.empty();
    }
    JsonNode pricing = live.path("pricing");
    BigDecimal share = new BigDecimal(card.more("read").orElse("1"));
    Optional<BigDecimal> written = Usage.dollars(pricing.path("completion"));
    // what is read costs its share of the card's price at most
    Optional<BigDecimal> read =
        Usage.dollars(pricing.path("prompt"))
            .filter(_ -> share.signum() > 0)
            .map(it -> it.divide(share, 12, RoundingMode.CEILING));
    return Stream.of(written, read)
        .flatMap(Optional::stream)
        .max(BigDecimal::compareTo)
        .map(THOUSAND::multiply)
        .map(Usage::money);
  }

  /// The price of a second under whichever of its names there is, the closest first.
  private static Optional<BigDecimal> second(ModelCard card, JsonNode prices) {
    String resolution = card.more("resolution").orElse("720p").toLowerCase(Locale.ROOT);
    String sound = card.can(Ability.SOUND) ? "with_audio" : "without_audio";
    Optional<BigDecimal> dollars =
        first(
            prices,
            "duration_seconds_" + sound + "_" + resolution,
            "duration_seconds_" + sound,
            "image_to_video_duration_seconds_" + resolution,
            "duration_seconds_" + resolution,
            "duration_seconds");
    return dollars.or(() ->
        first(
                prices,
                "cents_per_video_output_second_" + resolution,
                "cents_per_second_output_" + resolution,
                "cents_per_second_output")
            .map(it -> it.movePointLeft(2)));
  }

  private static Optional<BigDecimal> first(JsonNode prices, String... names) {
    return Stream.of(names)
        .map(prices::path)
        .map(Usage::dollars)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
