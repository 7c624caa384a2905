package app.photoplay.budget.price;

import app.photoplay.budget.Money;
import app.photoplay.config.Kind;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What a provider takes for one unit, and how we know.
///
/// @param amount for one unit, in US dollars
/// @param asOf the day on which somebody looked it up
/// @param source where it is stated, such as the address of a price list; may be empty
public record Price(Money amount, Unit per, Optional<LocalDate> asOf, String source) {
  private static final Kind<Optional<Money>> STATED =
      new Kind<>(
          Money.SETTING.allowed(),
          (text, base) -> {
            Optional<Money> amount = Money.SETTING.reading().read(text, base);
            return text.isEmpty() || amount.isPresent() ? Optional.of(amount) : Optional.empty();
          });

  /// A price that nobody has to look up.
  public static Price of(Money amount, Unit per) {
    return new Price(amount, per, Optional.empty(), "");
  }

  /// Reads `price`, `per`, `as-of` and `source` of something that is free unless it is said to cost
  /// something. Before there were units the price was the value of the section's own key.
  ///
  /// @param per the unit that orders of it are counted in: a price for another would sell nothing
  static Price read(Section section, Unit per) {
    return new Price(
        section.renamed("price", section.path(), "0 USD", Money.SETTING),
        section.value("per", per.label(), per.alone()),
        section.value("as-of", "", Values.DATE),
        section.value("source", "", Values.TEXT));
  }

  /// Reads the same of something that must have a price: what has none is not sold, and the
  /// settings say so at once.
  ///
  /// @param usual values when nothing else is stated, by the same keys
  public static Optional<Price> read(Section section, Map<String, String> usual) {
    Optional<Money> amount = section.value("price", usual.getOrDefault("price", ""), STATED);
    Unit per = section.value("per", usual.getOrDefault("per", "second"), Unit.SETTING);
    Optional<LocalDate> asOf = section.value("as-of", usual.getOrDefault("as-of", ""), Values.DATE);
    String source = section.value("source", usual.getOrDefault("source", ""), Values.TEXT);
    if (amount.isEmpty()) {
      section.problem("price", "must say what it costs, such as 0.10 USD");
    }
    return amount.map(it -> new Price(it, per, asOf, source));
  }

  /// For so much of it, rounded up to a micro-dollar.
  ///
  /// @throws IllegalStateException when it is priced by another unit: what cannot be priced is not
  ///   sold
  Money of(Quantity quantity) {
    if (quantity.unit() != per) {
      throw new IllegalStateException("priced by " + per + ", not by " + quantity.unit());
    }
    return Money.ofMicroUsd(
        Math.ceilDiv(
            Math.multiplyExact(amount.microUsd(), quantity.parts()), quantity.partsOfOne()));
  }
}
