package app.photoplay.engine;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobKind.Patience;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.job.Outcome;
import app.photoplay.job.Progress;
import app.photoplay.job.Turn;
import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does one step of one claimed job and says what shall be written. One of the three places that
/// catch every exception.
final class Stepper {
  private static final Logger log = LoggerFactory.getLogger(Stepper.class);

  /// So many times as often is a step tried whose work a provider has taken: the money is out, so
  /// half an hour of trouble there may not lose the result.
  private static final int FOR_PAID_WORK = 6;

  /// Between two tries of a step that threw, or whose submission is not clear.
  static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final Kinds kinds;
  private final int attempts;
  private final InstantSource time;
  private final Submitter submitter;

  Stepper(Kinds kinds, int attempts, InstantSource time, Submitter submitter) {
    this.kinds = kinds;
    this.attempts = attempts;
    this.time = time;
    this.submitter = submitter;
  }

  /// A claim's request and state as its kind reads them.
  ///
  /// @param claim whose; another one's is read anew
  record Read(Claim claim, JobRequest request, Object state) {}

  /// What a step tells while it goes on, and what is kept for the next one.
  interface Watch {
    /// What the step before has read, where it is kept.
    default Optional<Read> read() {
      return Optional.empty();
    }

    /// What this step has read.
    default void keep(Read read) {}

    /// How far it is, 0 to 1.
    void report(double fraction);

    /// From now on the thread must not be interrupted: what it does costs money.
    ///
    /// @throws InterruptedException when it was interrupted before
    void seize() throws InterruptedException;

    void release();
  }

  Transition step(Claim claim, Watch watch) throws InterruptedException {
    if (claim.attempt() > attempts(claim) || Quarantine.convicts(claim)) {
      log.atError()
          .addKeyValue("job", claim.code())
          .addKeyValue("attempt", claim.attempt())
          .addKeyValue("ends", claim.ends())
          .log("a step was tried too often, or ends the program; the job ends");
      return gaveUp(claim, new Failure(Failure.Code.GAVE_UP));
    }
    try {
      return step(kinds.get(claim.kind()), claim, watch);
    } catch (RuntimeException
        | LinkageError
        | ServiceConfigurationError
        | AssertionError
        | VirtualMachineError e) {
      log.atError()
          .addKeyValue("job", claim.code())
          .addKeyValue("kind", claim.kind())
          .addKeyValue("attempt", claim.attempt())
          .setCause(e)
          .log("a step failed");
      return again(claim, new Failure(Failure.Code.GAVE_UP), BACKOFF.pause(claim.attempt()));
    }
  }

  private static <R extends JobRequest, S> Read read(JobKind<R, S> kind, Claim claim) {
    R request = kind.requests().decode(claim.request());
    // Jobs that were accepted by an earlier version have no first state.
    S state =
        claim.state().isEmpty() ? kind.plan(request).first() : kind.states().decode(claim.state());
    return new Read(claim, request, state);
  }

  private <R extends JobRequest, S> Transition step(JobKind<R, S> kind, Claim claim, Watch watch)
      throws InterruptedException {
    Read read =
        watch.read().filter(it -> it.claim().equals(claim)).orElseGet(() -> read(kind, claim));
    watch.keep(read);
    R request = kind.requestType().cast(read.request());
    @SuppressWarnings("unchecked") // read by this very kind
    S state = (S) read.state();
    Turn turn = new ClaimTurn(claim, watch);
    if (claim.flags().cancelled() && !unclear(claim)) {
      return cancel(kind, request, state, claim, turn);
    }
    Progress<S> result = kind.advance(request, state, turn);
    return switch (result) {
      case Progress.Next<S>(var next) -> onward(kind, next);
      case Progress.Wait<S>(var next, var delay) ->
          new Transition.Ready(
              next.equals(state) && !claim.state().isEmpty()
                  ? claim.state()
                  : kind.states().encode(next),
              kind.stage(next).stored(),
              claim.lane(),
              Progress.Queue.USUAL,
              time.instant().plus(delay));
      case Progress.Busy<S>(var pause) -> new Transition.Pause(time.instant().plus(pause), false);
      case Progress.Submit<S>(var call, var accepted, var declined) ->
          submitter.carryOut(
              claim,
              call,
              new Submitter.Ways(
                  operation -> onward(kind, accepted.apply(operation)),
                  failure -> otherwise(kind, declined.apply(failure)),
                  tries(claim)),
              watch);
      case Progress.Abandon<S>(var charged, var next) ->
          abandoned(claim, charged, otherwise(kind, next));
      case Progress.Fork<S> fork -> {
        List<Transition.Fork.Child> children = new ArrayList<>();
        fork.children()
            .forEach((name, child) -> children.add(child(name, kinds.get(child.kind()), child)));
        yield new Transition.Fork(
            kind.states().encode(fork.state()), kind.stage(fork.state()).stored(), children);
      }
      case Progress.Retry<S> retry -> {
        log.atWarn()
            .addKeyValue("job", claim.code())
            .addKeyValue("kind", claim.kind())
            .addKeyValue("attempt", claim.attempt())
            .setCause(retry.cause())
            .log("a step will be tried again");
        yield claim.attempt() >= attempts(claim)
            ? exhausted(claim, otherwise(kind, retry.exhausted()))
            : new Transition.Repeat(time.instant().plus(retry.delay()), true);
      }
      case Progress.Done<S> done ->
          new Transition.End(new Outcome.Made(done.artifacts()), done.cost());
      case Progress.Otherwise<S> otherwise -> otherwise(kind, otherwise);
    };
  }

  private <S> Transition otherwise(JobKind<?, S> kind, Progress.Otherwise<S> otherwise) {
    return switch (otherwise) {
      case Progress.Queue<S>(var next, var lane, var weight) ->
          new Transition.Ready(
              kind.states().encode(next), kind.stage(next).stored(), lane, weight, time.instant());
      case Progress.Refund<S>(var next, var delay) ->
          new Transition.Refund(
              kind.states().encode(next), kind.stage(next).stored(), time.instant().plus(delay));
      case Progress.Detach<S>(var next, var delay, var failure) ->
          new Transition.Detach(
              kind.states().encode(next),
              kind.stage(next).stored(),
              time.instant().plus(delay),
              failure);
      case Progress.Failed<S>(var failure) -> failed(failure);
    };
  }

  /// A job that was cancelled although a provider has its work.
  private <R extends JobRequest, S> Transition cancel(
      JobKind<R, S> kind, R request, S state, Claim claim, Turn turn) throws InterruptedException {
    Money charged =
        switch (kind.cancel(request, state, turn)) {
          case JobKind.Cancelling.Stopped(var spent) -> spent;
          case JobKind.Cancelling.RunsOut() ->
              claim.submission().map(Submission::estimate).orElse(Money.ZERO);
        };
    return new Transition.End(new Outcome.Cancelled(), charged);
  }

  private static boolean unclear(Claim claim) {
    return claim.submission().filter(it -> it.state() == Submission.State.INTENT).isPresent();
  }

  private Transition again(Claim claim, Failure failure, Duration pause) {
    return claim.attempt() >= attempts(claim)
        ? gaveUp(claim, failure)
        : new Transition.Repeat(time.instant().plus(pause), true);
  }

  /// What a provider has by now counts as charged: nobody knows better.
  private static Transition exhausted(Claim claim, Transition next) {
    return abandoned(claim, claim.submission().map(Submission::estimate).orElse(Money.ZERO), next);
  }

  /// Goes on without what the provider has. While nothing tells whether it has anything, a person
  /// decides.
  private static Transition abandoned(Claim claim, Money charged, Transition next) {
    if (claim.submission().isEmpty()) {
      return next;
    }
    Submission open = claim.submission().get();
    return switch (open.state()) {
      case INTENT -> Submitter.unknown(open);
      case ACCEPTED ->
          next instanceof Transition.End
                  || next instanceof Transition.Refund
                  || next instanceof Transition.Detach
              ? next
              : new Transition.Submitted(open, new Transition.Fate.Refused(charged), next);
      case UNKNOWN, ENDED, NOT_TAKEN, GIVEN_UP -> new Transition.Ask();
    };
  }

  private int attempts(Claim claim) {
    boolean taken =
        claim.submission().filter(it -> it.state() == Submission.State.ACCEPTED).isPresent();
    int most = tries(claim).most();
    return taken ? most * FOR_PAID_WORK : most;
  }

  private Tries tries(Claim claim) {
    return Tries.of(
        kinds.knows(claim.kind()) ? kinds.get(claim.kind()).patience() : Patience.USUAL, attempts);
  }

  /// The end, unless money may be out: then a person decides.
  private static Transition gaveUp(Claim claim, Failure failure) {
    return unclear(claim) ? Submitter.unknown(claim.submission().orElseThrow()) : failed(failure);
  }

  private static Transition failed(Failure failure) {
    return new Transition.End(new Outcome.Failed(failure), Money.ZERO);
  }

  private static <S> Transition onward(JobKind<?, S> kind, S state) {
    return new Transition.Onward(kind.states().encode(state), kind.stage(state).stored());
  }

  private <R extends JobRequest, S> Transition.Fork.Child child(
      String name, JobKind<R, S> kind, JobRequest request) {
    JobKind.Plan<String> offer = kind.offer(request);
    return new Transition.Fork.Child(
        name, kind.name(), kind.encode(request), offer.first(), offer.quote().total());
  }

  private record ClaimTurn(Claim claim, Watch watch) implements Turn {
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
    public boolean refunded() {
      return claim.flags().refunded();
    }

    @Override
    public boolean child() {
      return claim.flags().child();
    }

    @Override
    public void report(double fraction) {
      watch.report(Math.clamp(fraction, 0, 1));
    }
  }
}
