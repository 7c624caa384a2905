package app.photoplay.provider.catalogue;

import app.photoplay.budget.price.Price;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.config.Listing;
import app.photoplay.config.Section;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All models that may be asked: those that come along, changed and joined by the operator's.
///
/// @param cards in the order in which they are preferred when nothing else speaks
public record Catalogue(List<ModelCard> cards) {
  /// The providers that there are adapters for.
  public static final List<String> PROVIDERS =
      List.of(
          "google",
          "fal",
          "runway",
          "minimax",
          "openrouter",
          "openai",
          "d-id",
          "elevenlabs",
          "flow");

  public Catalogue {
    cards = List.copyOf(cards);
  }

  /// Reads the list `models`.
  public static Catalogue read(Section root) {
    Map<String, Map<String, String>> known = new LinkedHashMap<>();
    PROVIDERS.forEach(it -> known.putAll(Listing.resource("/models/" + it + ".yaml")));
    return read(root, known);
  }

  /// @param known what comes along, by name
  static Catalogue read(Section root, Map<String, Map<String, String>> known) {
    Map<String, Section> sections = new LinkedHashMap<>();
    known.keySet().forEach(name -> sections.put(name, Section.unstated("models." + name)));
    root.sections("models").forEach(section -> sections.put(section.name(), section));
    Map<String, String> ids = new LinkedHashMap<>();
    known.forEach((name, values) -> ids.put(name, values.getOrDefault("id", "")));
    return new Catalogue(
        sections.entrySet().stream()
            .flatMap(it ->
                new CardReading(it.getValue(), known.getOrDefault(it.getKey(), Map.of()), ids)
                    .card().stream())
            .toList());
  }

  /// The book with the prices of these models in it.
  public PriceBook with(PriceBook book) {
    Map<String, Price> prices = new LinkedHashMap<>(book.prices());
    cards.forEach(card -> prices.put(card.provider() + "." + card.name(), card.price()));
    return new PriceBook(prices);
  }

  /// All that make something, in order.
  public List<ModelCard> of(String provider, Makes makes) {
    return cards.stream()
        .filter(card -> card.provider().equals(provider) && card.makes() == makes)
        .toList();
  }
}
