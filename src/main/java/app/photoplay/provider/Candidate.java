package app.photoplay.provider;

import app.photoplay.budget.Money;
import app.photoplay.job.Lane;

/// One way to have a piece of work done, as it was found for an order and is stored with it.
///
/// @param model which of the provider's models
/// @param account which of the operator's accounts pays; empty where there is but one
/// @param lane where the work waits for room
/// @param price the most it costs, as it was when it was ordered
public record Candidate(String provider, String model, String account, Lane lane, Money price) {}
