package app.photoplay.budget;

import java.util.List;

/// The most that a piece of work will cost, line by line.
public record Quote(List<Line> lines) {

  /// One priced part.
  ///
  /// @param what a stable word for the part: `speech`, `video`
  public record Line(String what, Money price) {}

  public Quote {
    lines = List.copyOf(lines);
  }

  public Money total() {
    Money total = Money.ZERO;
    for (Line line : lines) {
      total = total.plus(line.price());
    }
    return total;
  }
}
