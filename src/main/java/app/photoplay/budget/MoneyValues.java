package app.photoplay.budget;

import app.photoplay.config.Kind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// How settings state money. US dollars alone are taken: nothing here knows a rate of exchange.
final class MoneyValues {
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})(\\.\\d+)?( ?USD)?");
  private static final BigDecimal MOST = new BigDecimal(1_000_000);

  private MoneyValues() {}

  static final Kind<Money> USD =
      Kind.of(
          "an amount such as 2.00 USD, from 0 to 1000000 with at most 6 decimal places",
          MoneyValues::parse);

  private static Optional<Money> parse(String text) {
    if (!AMOUNT.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(text.replaceAll(" ?USD", "")).stripTrailingZeros();
    return amount.scale() > 6 || amount.compareTo(MOST) > 0
        ? Optional.empty()
        : Optional.of(Money.ofMicroUsd(amount.movePointRight(6).longValueExact()));
  }
}
