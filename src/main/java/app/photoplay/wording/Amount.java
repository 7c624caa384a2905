package app.photoplay.wording;

import java.math.BigDecimal;
import java.util.Currency;

/// An amount of money as sentences show it; each language writes it in its own way.
///
/// @param value in units of the currency; one without decimal places is written without them
public record Amount(BigDecimal value, Currency currency) {
  private static final Currency USD = Currency.getInstance("USD");

  /// For what is free anyway.
  public static final Amount NOTHING = new Amount(BigDecimal.ZERO, USD);

  /// An amount in millionths of a US dollar.
  public static Amount ofMicroUsd(long microUsd) {
    return new Amount(BigDecimal.valueOf(microUsd, 6), USD);
  }
}
