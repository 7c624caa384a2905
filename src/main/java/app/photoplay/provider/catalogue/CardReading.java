package app.photoplay.provider.catalogue;

import app.photoplay.budget.price.Price;
import app.photoplay.config.Kind;
import app.photoplay.config.Listing;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one card.
///
/// @param model what the operator states
/// @param known what is stated when this program is released
/// @param ids of all models that come along, by name
record CardReading(Section model, Map<String, String> known, Map<String, String> ids) {
  private static final Kind<Set<Quality>> QUALITIES =
      set("economy, standard, premium", Quality::parse);
  private static final Kind<Set<Shape>> SHAPES =
      set("shapes such as 16:9, 9:16, 1:1, or nothing", Shape::parse);
  private static final Kind<Set<Ability>> ABILITIES =
      set(
          "abilities such as words, first-frame, last-frame, references, sound, seed, lips, or"
              + " nothing",
          CardReading::ability);
  private static final Kind<Map<String, String>> MORE =
      Kind.of("pairs such as resolution=720p, or nothing", CardReading::pairs);

  /// Ids that providers have given up, each with the name of its `successor` among the models, and
  /// whether it is an `alias` for it.
  private static final Map<String, Map<String, String>> RETIRED =
      Listing.resource("/models/retired.yaml");

  private enum Switch {
    TRUE,
    FALSE
  }

  /// The card; empty for a model that is switched off or stated wrongly.
  Optional<ModelCard> card() {
    String provider = value("provider", "", Values.TEXT);
    String id = living(value("id", "", Values.TEXT));
    Switch on = value("on", "true", Values.oneOf(Switch.class));
    Makes makes = value("makes", "clip", Values.oneOf(Makes.class));
    Set<Quality> qualities = value("quality", "standard", QUALITIES);
    Lengths lengths = value("seconds", "1-60", Lengths.SETTING);
    Set<Shape> shapes = value("shapes", "", SHAPES);
    Set<Ability> abilities = value("can", "", ABILITIES);
    int longestPrompt = value("longest-prompt", "1000", Values.whole(1, 1_000_000));
    int simultaneous = value("simultaneous", "2", Values.whole(1, 1000));
    var deadline = value("deadline", "15m", Values.TIME);
    Map<String, String> more = value("more", "", MORE);
    Optional<Price> price = Price.read(model, known);
    if (!Catalogue.PROVIDERS.contains(provider)) {
      model.problem("provider", "must be one of " + String.join(", ", Catalogue.PROVIDERS));
    }
    if (id.isEmpty()) {
      model.problem("id", "must say what the provider calls the model");
    }
    return price
        .filter(_ -> on == Switch.TRUE && !id.isEmpty())
        .map(it ->
            new ModelCard(
                model.name(),
                provider,
                id,
                makes,
                qualities,
                lengths,
                shapes,
                abilities,
                longestPrompt,
                it,
                simultaneous,
                deadline,
                more));
  }

  /// The id, or that of its successor where the provider has given it up.
  private String living(String id) {
    Map<String, String> retired = RETIRED.getOrDefault(id, Map.of());
    String successor = retired.getOrDefault("successor", "");
    if (successor.isEmpty()) {
      return id;
    }
    if (retired.getOrDefault("alias", "").equals("true")) {
      model.warning("id", id + " is not there any more; " + successor + " is used instead");
      return ids.getOrDefault(successor, successor);
    }
    model.problem("id", id + " is not there any more: use " + successor);
    return id;
  }

  private <T> T value(String key, String otherwise, Kind<T> kind) {
    return model.value(key, known.getOrDefault(key, otherwise), kind);
  }

  private static <T> Kind<Set<T>> set(String allowed, Kind.Parsing<T> item) {
    Kind<List<T>> list = Values.list(allowed, item);
    return new Kind<>(
        allowed, (text, base) -> list.reading().read(text, base).<Set<T>>map(Set::copyOf));
  }

  private static Optional<Ability> ability(String text) {
    return Arrays.stream(Ability.values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
        .findFirst();
  }

  private static Optional<Map<String, String>> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String part : text.isBlank() ? List.<String>of() : List.of(text.split(","))) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length < 2 || !pair[0].matches("[a-z-]+") || pair[1].isBlank()) {
        return Optional.empty();
      }
      pairs.put(pair[0], pair[1].strip());
    }
    return Optional.of(pairs);
  }
}
