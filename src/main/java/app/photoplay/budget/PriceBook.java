package app.photoplay.budget;

import java.util.Map;

/// What providers charge, from config.yaml.
///
/// @param perSecond price of one second of output by `<provider>.<item>`: `local.talk-standard`
public record PriceBook(Map<String, Money> perSecond) {
  public PriceBook {
    perSecond = Map.copyOf(perSecond);
  }

  /// The price of so many milliseconds of an item, rounded up to a micro-dollar.
  ///
  /// @throws IllegalStateException when the item has no price: nothing may ever be sold for an
  ///   unknown price
  public Money price(String provider, String item, long millis) {
    Money price = perSecond.get(provider + "." + item);
    if (price == null) {
      throw new IllegalStateException("no price for " + provider + "." + item);
    }
    return price.forMillis(millis);
  }
}
