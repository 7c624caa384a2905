package app.photoplay.job;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a job stands, for showing it to its owner.
///
/// @param request as its kind's codec wrote it
/// @param stage the step it is at
/// @param ahead how many orders are before it, 0 when it is not waiting for one
/// @param outcome once it has ended
/// @param held what is set aside for it now
/// @param asking whether it waits for a person to decide about a paid submission
/// @param refunded whether its money went back although the work goes on
/// @param cost what it has cost, its children included
public record JobReport(
    JobId id,
    JobCode code,
    AccountId account,
    String kind,
    String request,
    Status status,
    Stage stage,
    int ahead,
    Optional<Outcome> outcome,
    Money held,
    Money cost,
    boolean asking,
    boolean refunded,
    boolean fromCache,
    Instant created,
    Optional<Instant> ended) {

  /// Where a job is; the numbers in the database are these in order.
  public enum Status {
    READY,
    RUNNING,
    WAITING,
    MADE,
    FAILED,
    CANCELLED;

    public boolean over() {
      return compareTo(MADE) >= 0;
    }
  }

  /// What it made; empty when it made nothing.
  public List<Artifact> artifacts() {
    return outcome.orElse(null) instanceof Outcome.Made(var artifacts) ? artifacts : List.of();
  }
}
