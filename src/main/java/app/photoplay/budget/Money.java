package app.photoplay.budget;

import app.photoplay.config.Kind;
import app.photoplay.wording.Amount;

/// An amount in whole micro-dollars (1 USD = 1,000,000). Overflow is an error, never a wrong
/// amount.
public record Money(long microUsd) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);

  /// How settings state an amount.
  public static final Kind<Money> SETTING = MoneyValues.USD;

  public static Money ofMicroUsd(long microUsd) {
    return microUsd == 0 ? ZERO : new Money(microUsd);
  }

  public Money plus(Money other) {
    return ofMicroUsd(Math.addExact(microUsd, other.microUsd));
  }

  public Money minus(Money other) {
    return ofMicroUsd(Math.subtractExact(microUsd, other.microUsd));
  }

  /// This amount as sentences show it.
  public Amount amount() {
    return Amount.ofMicroUsd(microUsd);
  }

  public boolean isZero() {
    return microUsd == 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(microUsd, other.microUsd);
  }
}
