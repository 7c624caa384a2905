package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;

import app.photoplay.budget.Money;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import app.photoplay.engine.Transition.Fate;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobEvent.Action;
import java.util.Optional;

/// What has happened to a job when a step was written.
final class StepEvents {
  private StepEvents() {}

  /// The event.
  ///
  /// @param job the row as it will be
  static JobEvent of(TransitionWriter.Step step, JobRecord job) {
    Actor actor = new Actor.Instance(step.claim().owner());
    Money money = Jobs.over(job) ? Money.ofMicroUsd(job.getCost()) : moved(step.transition(), job);
    JobEvent event = JobEventRows.of(job, actor, action(step.transition()), money, step.now());
    return submission(step)
        .map(it -> event.about(it.key(), operation(step.transition(), it)))
        .orElse(event);
  }

  private static Action action(Transition transition) {
    return switch (transition) {
      case Transition.Onward _, Transition.Ready _ -> Action.STEPPED;
      case Transition.Repeat(_, var counted) -> counted ? Action.RETRIED : Action.POSTPONED;
      case Transition.Pause _ -> Action.POSTPONED;
      case Transition.Fork _ -> Action.FORKED;
      case Transition.Refund _ -> Action.REFUNDED;
      case Transition.Detach _ -> Action.ENDED;
      case Transition.Ask _ -> Action.ASKED;
      case Transition.End _ -> Action.ENDED;
      case Transition.Submitted(_, var fate, _) ->
          switch (fate) {
            case Fate.Accepted _ -> Action.ACCEPTED;
            case Fate.NotTaken _ -> Action.NOT_TAKEN;
            case Fate.Refused _ -> Action.REFUSED;
            case Fate.Unknown _ -> Action.UNCLEAR;
          };
    };
  }

  private static Money moved(Transition transition, JobRecord job) {
    return switch (transition) {
      case Transition.Refund _ -> Money.ofMicroUsd(job.original(JOB.HELD));
      case Transition.Submitted(_, Fate.Refused(var charged), _) -> charged;
      default -> Money.ZERO;
    };
  }

  private static Optional<Submission> submission(TransitionWriter.Step step) {
    return step.transition() instanceof Transition.Submitted(var submission, _, _)
        ? Optional.of(submission)
        : step.claim().submission();
  }

  private static Optional<String> operation(Transition transition, Submission submission) {
    return transition instanceof Transition.Submitted(_, Fate.Accepted(var operation), _)
        ? Optional.of(operation)
        : submission.operation();
  }
}
