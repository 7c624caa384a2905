package app.photoplay.job.event;

import app.photoplay.budget.Money;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One transition of a job, as the operator and the metrics see it: nothing that people wrote or
/// sent is in it. That a parent goes on when its last child has ended is part of the child's event;
/// a claim is none, it is where [#worked] begins.
///
/// @param before where the job was; empty when this made it
/// @param stage the step it is at now
/// @param lane in which it was
/// @param attempt how many tries of this step have failed so far
/// @param elapsed since the event before it
/// @param worked how much of that a program was at it; the rest the job waited
/// @param money what [Action] says that it moved or set aside
/// @param request the key under which the provider was given paid work, where this is about any
/// @param operation what the provider calls that work
/// @param note a line for the operator, such as why somebody was chosen
public record JobEvent(
    JobId job,
    String kind,
    Instant at,
    Actor actor,
    Action action,
    Optional<Status> before,
    Status after,
    Stage stage,
    Lane lane,
    int attempt,
    Duration elapsed,
    Duration worked,
    Money money,
    Optional<String> request,
    Optional<String> operation,
    Optional<String> note) {
  /// One that needs no note.
  public JobEvent(
      JobId job,
      String kind,
      Instant at,
      Actor actor,
      Action action,
      Optional<Status> before,
      Status after,
      Stage stage,
      Lane lane,
      int attempt,
      Duration elapsed,
      Duration worked,
      Money money,
      Optional<String> request,
      Optional<String> operation) {
    this(
        job,
        kind,
        at,
        actor,
        action,
        before,
        after,
        stage,
        lane,
        attempt,
        elapsed,
        worked,
        money,
        request,
        operation,
        Optional.empty());
  }

  /// The same, about this paid work.
  public JobEvent about(String key, Optional<String> known) {
    return with(Optional.of(key), known, note);
  }

  /// The same with a line for the operator; none when the text is empty.
  public JobEvent noting(String line) {
    return with(request, operation, Optional.of(line).filter(it -> !it.isEmpty()));
  }

  private JobEvent with(Optional<String> key, Optional<String> known, Optional<String> line) {
    return new JobEvent(
        job, kind, at, actor, action, before, after, stage, lane, attempt, elapsed, worked, money,
        key, known, line);
  }

  /// What was done; the numbers in the database are these in order. Whatever it was, the job has
  /// ended with it when [#after] says so: then the money is what the job has cost.
  public enum Action {
    /// A person ordered it, or its parent started it; the money is set aside.
    ORDERED,
    /// A step succeeded.
    STEPPED,
    /// A step failed and is tried again.
    RETRIED,
    /// A step waits, which is nobody's failure.
    POSTPONED,
    /// It waits for its children.
    FORKED,
    /// Its money went back, the work goes on.
    REFUNDED,
    /// Paid work is about to go out; the money is its estimate.
    SENDING,
    /// The provider took paid work.
    ACCEPTED,
    /// The provider did not take it.
    NOT_TAKEN,
    /// The provider refused it; the money is what it charged all the same.
    REFUSED,
    /// Nothing tells whether the provider took it.
    UNCLEAR,
    /// A person has to decide about paid work.
    ASKED,
    /// A person decided.
    DECIDED,
    /// Its owner does not want it any more.
    CANCELLED,
    /// The program that was at it ended, or lost it.
    FREED,
    /// A step was the last one.
    ENDED
  }
}
