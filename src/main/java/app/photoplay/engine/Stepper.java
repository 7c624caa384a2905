package app.photoplay.engine;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.Progress;
import app.photoplay.job.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does one step of one claimed job and says what shall be written. One of the three places that
/// catch every exception.
final class Stepper {
  private static final Logger log = LoggerFactory.getLogger(Stepper.class);

  private final Kinds kinds;
  private final int attempts;
  private final InstantSource time;

  Stepper(Kinds kinds, int attempts, InstantSource time) {
    this.kinds = kinds;
    this.attempts = attempts;
    this.time = time;
  }

  Transition step(Claim claim, DoubleConsumer progress) throws InterruptedException {
    if (claim.attempt() > attempts) {
      log.atError()
          .addKeyValue("job", claim.code())
          .log("a step was tried too often; the job ends");
      return failed(new Failure(Failure.Code.GAVE_UP));
    }
    try {
      return step(kinds.get(claim.kind()), claim, progress);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.atError()
          .addKeyValue("job", claim.code())
          .addKeyValue("kind", claim.kind())
          .addKeyValue("attempt", claim.attempt())
          .setCause(e)
          .log("a step failed");
      return again(claim, new Failure(Failure.Code.GAVE_UP), backoff(claim.attempt()));
    }
  }

  private <R extends JobRequest, S> Transition step(
      JobKind<R, S> kind, Claim claim, DoubleConsumer progress) throws InterruptedException {
    R request = kind.requests().decode(claim.request());
    S state = claim.state().isEmpty() ? kind.start(request) : kind.states().decode(claim.state());
    Progress<S> result = kind.advance(request, state, new ClaimTurn(claim, progress));
    return switch (result) {
      case Progress.Next<S> next -> ready(kind, next.state(), Lane.LIGHT, Duration.ZERO);
      case Progress.Queue<S> queue -> ready(kind, queue.state(), queue.lane(), Duration.ZERO);
      case Progress.Wait<S> wait -> ready(kind, wait.state(), claim.lane(), wait.delay());
      case Progress.Fork<S> fork -> {
        List<Transition.Fork.Child> children = new ArrayList<>();
        fork.children()
            .forEach((name, child) -> children.add(child(name, kinds.get(child.kind()), child)));
        yield new Transition.Fork(
            kind.states().encode(fork.state()), stage(fork.state()), children);
      }
      case Progress.Retry<S> retry -> {
        log.atWarn()
            .addKeyValue("job", claim.code())
            .addKeyValue("kind", claim.kind())
            .addKeyValue("attempt", claim.attempt())
            .setCause(retry.cause())
            .log("a step will be tried again");
        yield again(claim, retry.failure(), retry.delay());
      }
      case Progress.Done<S> done ->
          new Transition.End(new Outcome.Made(done.artifacts()), done.cost());
      case Progress.Failed<S> failed -> failed(failed.failure());
    };
  }

  private Transition again(Claim claim, Failure failure, Duration pause) {
    return claim.attempt() >= attempts
        ? failed(failure)
        : new Transition.Repeat(time.instant().plus(pause), true);
  }

  private static Transition failed(Failure failure) {
    return new Transition.End(new Outcome.Failed(failure), Money.ZERO);
  }

  private <S> Transition ready(JobKind<?, S> kind, S state, Lane lane, Duration pause) {
    Instant due = time.instant().plus(pause);
    return new Transition.Ready(kind.states().encode(state), stage(state), lane, due);
  }

  private static <R extends JobRequest, S> Transition.Fork.Child child(
      String name, JobKind<R, S> kind, JobRequest request) {
    return new Transition.Fork.Child(name, kind.name(), kind.encode(request));
  }

  /// What people are told the job is at: the state's own name.
  static String stage(Object state) {
    return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /// 1, 2, 4 .. 60 seconds.
  static Duration backoff(int attempt) {
    return Duration.ofSeconds(Math.min(60, 1L << Math.min(attempt - 1, 6)));
  }

  private record ClaimTurn(Claim claim, DoubleConsumer progress) implements Turn {
    @Override
    public JobId job() {
      return claim.job();
    }

    @Override
    public JobCode code() {
      return claim.code();
    }

    @Override
    public int attempt() {
      return claim.attempt();
    }

    @Override
    public Map<String, Outcome> children() {
      return claim.children();
    }

    @Override
    public void report(double fraction) {
      progress.accept(Math.clamp(fraction, 0, 1));
    }
  }
}
