package app.photoplay.provider.health;

import app.photoplay.budget.Money;
import java.math.BigDecimal;
import java.util.Optional;

/// A model that charges another price than its card says.
///
/// @param model by its name in the settings
/// @param estimate what the latest work should have cost
/// @param charged what the provider said it charged
public record Drift(String provider, String model, Money estimate, Money charged) {
  /// A tenth is nothing: lengths are rounded.
  private static final int TENTH = 10;

  /// The drift that work shows; empty when the price is right, or nobody says what was charged.
  public static Optional<Drift> of(Experience.Finished work) {
    return work.charged()
        .filter(charged -> differ(work.estimate().microUsd(), charged.microUsd()))
        .map(charged -> new Drift(work.provider(), work.model(), work.estimate(), charged));
  }

  private static boolean differ(long estimate, long charged) {
    return Math.abs(charged - estimate) * TENTH > estimate;
  }

  private static String usd(Money money) {
    return BigDecimal.valueOf(money.microUsd(), 6).stripTrailingZeros().toPlainString();
  }

  /// For the operator.
  public String sentence() {
    return "%s charged %s USD for work that by the price of %s costs %s USD"
        .formatted(provider, usd(charged), model, usd(estimate));
  }
}
