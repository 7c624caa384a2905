package app.photoplay.budget;

import java.time.Instant;

/// What one account may still spend today.
///
/// @param cap of the person
/// @param spent charged and held today
/// @param left what still fits: the person's cap or the operator's, whichever is nearer, never
///   below zero
/// @param resets when the person's next day begins
public record Allowance(Money cap, Money spent, Money left, Instant resets) {}
