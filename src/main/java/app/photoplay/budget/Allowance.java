package app.photoplay.budget;

import java.time.Instant;

/// What one account may still spend today.
///
/// @param cap of the person
/// @param spent charged and held today
/// @param left what still fits: the person's cap or the operator's, whichever is nearer, never
///   below zero
/// @param shared whether it is the operator's cap that is nearer, which all people share
/// @param resets when the next day of the nearer cap begins
public record Allowance(Money cap, Money spent, Money left, boolean shared, Instant resets) {}
