package app.photoplay.budget.price;

import app.photoplay.budget.Money;
import app.photoplay.config.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// What providers charge.
///
/// @param prices by `<provider>.<item>`, such as `local.talk-standard`
public record PriceBook(Map<String, Price> prices) {
  public PriceBook {
    prices = Map.copyOf(prices);
  }

  /// Prices that are all for a second.
  public static PriceBook perSecond(Map<String, Money> prices) {
    return new PriceBook(
        prices.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, it -> Price.of(it.getValue(), Unit.SECOND))));
  }

  /// Reads one section for each item, such as `local.speech`.
  ///
  /// @param items each with the unit that orders of it are counted in, in the order of the report
  public static PriceBook read(Section prices, SequencedMap<String, Unit> items) {
    Map<String, Price> read = new LinkedHashMap<>();
    items.forEach((item, per) -> read.put(item, Price.read(prices.section(item), per)));
    return new PriceBook(read);
  }

  /// Whether nothing costs anything, so that people need not be told of money at all.
  ///
  /// @param off the providers that nothing can be ordered from
  public boolean free(Set<String> off) {
    return prices.entrySet().stream()
        .allMatch(it ->
            it.getValue().amount().isZero()
                || off.contains(it.getKey().substring(0, it.getKey().indexOf('.'))));
  }

  /// The price of so much of an item, rounded up to a micro-dollar.
  ///
  /// @throws IllegalStateException when the item has no price, or one by another unit: nothing may
  ///   ever be sold for an unknown price
  public Money price(String provider, String item, Quantity quantity) {
    Price price = prices.get(provider + "." + item);
    if (price == null) {
      throw new IllegalStateException("no price for " + provider + "." + item);
    }
    return price.of(quantity);
  }

  /// The price of so many milliseconds of an item.
  ///
  /// @throws IllegalArgumentException when the length is not known, that is not above 0
  public Money price(String provider, String item, long millis) {
    return price(provider, item, Quantity.millis(millis));
  }
}
