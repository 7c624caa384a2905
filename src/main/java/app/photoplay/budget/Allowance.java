package app.photoplay.budget;

import java.time.Instant;

/// What one account may still spend today.
///
/// @param cap of the person
/// @param spent charged and held today
/// @param left what still fits the nearest cap, never below zero
/// @param nearest whose cap that is
/// @param resets when the next day of the nearest cap begins
public record Allowance(Money cap, Money spent, Money left, Nearest nearest, Instant resets) {

  /// Who shares a cap.
  public enum Nearest {
    PERSON,
    GROUP,
    EVERYBODY
  }
}
