package app.photoplay.budget.price;

/// How much of something is ordered or was made.
///
/// @param parts of the unit: milliseconds, tokens, or whole calls, images or characters; never 0,
///   because what has no known size has no known price
public record Quantity(Unit unit, long parts) {
  public Quantity {
    if (parts <= 0) {
      throw new IllegalArgumentException("nothing of known size: " + parts + " of " + unit);
    }
  }

  public static Quantity millis(long millis) {
    return new Quantity(Unit.SECOND, millis);
  }

  public static Quantity calls(long calls) {
    return new Quantity(Unit.CALL, calls);
  }

  public static Quantity images(long images) {
    return new Quantity(Unit.IMAGE, images);
  }

  public static Quantity characters(long characters) {
    return new Quantity(Unit.CHARACTER, characters);
  }

  public static Quantity tokens(long tokens) {
    return new Quantity(Unit.THOUSAND_TOKENS, tokens);
  }

  /// How many parts one unit has.
  long partsOfOne() {
    return switch (unit) {
      case SECOND, THOUSAND_TOKENS -> 1000;
      case CALL, IMAGE, CHARACTER -> 1;
    };
  }
}
