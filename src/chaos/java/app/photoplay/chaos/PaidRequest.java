package app.photoplay.chaos;

import app.photoplay.job.JobRequest;
import app.photoplay.job.PaidCall;

/// One paid piece of work.
///
/// @param number tells it from others
/// @param idempotency what its provider offers against paying twice
/// @param microUsd its price
public record PaidRequest(int number, PaidCall.Idempotency idempotency, long microUsd)
    implements JobRequest {
  public static final String KIND = "paid";

  @Override
  public String kind() {
    return KIND;
  }
}
