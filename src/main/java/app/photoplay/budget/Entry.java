package app.photoplay.budget;

import java.time.Instant;

/// One line of the append-only ledger. A hold is positive, its release negative, a charge positive.
public record Entry(Kind kind, Money amount, Instant at) {

  /// What a line does; one job has each at most once.
  public enum Kind {
    HOLD,
    RELEASE,
    CHARGE
  }
}
