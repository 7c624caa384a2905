package app.photoplay.engine;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.Outcome;
import app.photoplay.job.PaidCall;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Sent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends paid submissions under the intent log. What is written down before and after the send
/// tells, whenever the program ends, whether money may have gone out:
///
/// - no intent: nothing was sent;
/// - an intent: it may have been sent. A keyed provider is sent the same again; a findable one is
///   asked, once a try that may still be on the wire has run out; else a person decides;
/// - accepted, or certainly not taken: settled.
///
/// Thread-safe.
final class Submitter {
  /// How long a job rests when this program may not own it any more.
  private static final Duration WITHOUT_LEASE = Duration.ofSeconds(1);

  /// This program must own a job for so long when a send begins, so that it has gone out before
  /// anybody else can take the job over. The answer may come later than that: whoever took over has
  /// the intent, which is never sent again without a key or a look-up, and a look-up waits as long
  /// as the whole call may take.
  private static final Duration BEGINNING = Duration.ofSeconds(3);

  /// So many tries that a provider did not take are enough where another can do the work.
  private static final int TRIES_BEFORE_ANOTHER = 2;

  /// For longer nobody waits for a busy provider where another can do the work.
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(Submitter.class);

  private final StoreRetry writes;
  private final EngineSettings settings;
  private final Lease lease;
  private final InstantSource time;
  private final LongSupplier nanos;
  private final Map<String, Semaphore> wires = new ConcurrentHashMap<>();

  /// When this program learned that a submission's outcome is unclear, by a clock that never jumps.
  private final Map<Long, Long> unclearSince = new ConcurrentHashMap<>();

  /// Calls that took longer than promised; as long as one goes on it may still send.
  private final Map<Long, BoundedCall<?>> unanswered = new ConcurrentHashMap<>();

  Submitter(
      StoreRetry writes,
      EngineSettings settings,
      Lease lease,
      InstantSource time,
      LongSupplier nanos) {
    this.writes = writes;
    this.settings = settings;
    this.lease = lease;
    this.time = time;
    this.nanos = nanos;
  }

  /// Sends, or finds out what became of an earlier try.
  Transition carryOut(Claim claim, PaidCall call, Ways ways, Stepper.Watch watch)
      throws InterruptedException {
    if (claim.submission().isEmpty()) {
      return claim.flags().cancelled()
          ? new Transition.End(new Outcome.Cancelled(), Money.ZERO)
          : new Try(claim, call, ways, true).send(watch);
    }
    Submission open = claim.submission().get();
    return switch (open.state()) {
      case INTENT ->
          open.operation().isPresent()
              ? accepted(open, open.operation().get(), ways)
              : new Try(claim, call, ways, false).resolve(open, watch);
      case ACCEPTED ->
          throw new IllegalStateException("a provider has this job's work; fork for more");
      case UNKNOWN, ENDED, NOT_TAKEN, GIVEN_UP -> new Transition.Ask();
    };
  }

  /// What follows when the tries of a step have run out while its submission is unclear.
  static Transition unknown(Submission open) {
    return new Transition.Submitted(open, new Transition.Fate.Unknown(), new Transition.Ask());
  }

  private static Transition accepted(Submission open, String operation, Ways ways) {
    return new Transition.Submitted(
        open, new Transition.Fate.Accepted(operation), ways.accepted().apply(operation));
  }

  /// What follows a submission.
  ///
  /// @param accepted when the provider has it
  /// @param declined when it certainly does not: another way or the end
  /// @param tries how often it is tried while nobody takes it
  record Ways(
      Function<String, Transition> accepted, Function<Failure, Transition> declined, Tries tries) {
    /// What follows when the provider cannot be had.
    private Transition withoutProvider() {
      return declined.apply(new Failure(Failure.Code.PROVIDER_BROKEN));
    }
  }

  private Semaphore wire(PaidCall call) {
    return wires.computeIfAbsent(
        call.provider(), _ -> new Semaphore(settings.sending(call.idempotency()), true));
  }

  /// One look at one submission; fresh when no earlier try can have arrived.
  private final class Try {
    private final Claim claim;
    private final PaidCall call;
    private final Ways ways;
    private final boolean fresh;

    private Try(Claim claim, PaidCall call, Ways ways, boolean fresh) {
      this.claim = claim;
      this.call = call;
      this.ways = ways;
      this.fresh = fresh;
    }

    private Transition resolve(Submission open, Stepper.Watch watch) throws InterruptedException {
      boolean cancelled = claim.flags().cancelled();
      return switch (call.idempotency()) {
        case KEY -> cancelled ? unknown(open) : send(watch);
        case LOOKUP -> {
          Duration left = stillOnTheWire(open);
          yield left.isPositive()
              ? new Transition.Repeat(time.instant().plus(left), false)
              : looked(open, cancelled, watch);
        }
        case NONE -> unknown(open);
      };
    }

    private Duration stillOnTheWire(Submission open) {
      BoundedCall<?> earlier = unanswered.get(open.id());
      if (earlier != null && earlier.goesOn()) {
        unclearSince.put(open.id(), nanos.getAsLong());
      }
      long since = unclearSince.computeIfAbsent(open.id(), _ -> nanos.getAsLong());
      return call.timeout().plus(call.visibilityDelay()).minusNanos(nanos.getAsLong() - since);
    }

    private Transition looked(Submission open, boolean cancelled, Stepper.Watch watch)
        throws InterruptedException {
      return switch (find(open)) {
        case Found.There(var operation) -> {
          forget(open);
          yield accepted(open, operation, ways);
        }
        case Found.Absent() -> {
          forget(open);
          yield cancelled
              ? new Transition.Submitted(
                  open,
                  new Transition.Fate.NotTaken(),
                  new Transition.End(new Outcome.Cancelled(), Money.ZERO))
              : new Try(claim, call, ways, true).send(watch);
        }
        case Found.Unclear(var cause) -> {
          log("a look-up of a submission failed", cause);
          yield later(open, Stepper.BACKOFF.pause(claim.attempt()));
        }
      };
    }

    private void forget(Submission open) {
      unclearSince.remove(open.id());
      unanswered.remove(open.id());
    }

    private Transition send(Stepper.Watch watch) throws InterruptedException {
      Semaphore wire = wire(call);
      wire.acquire();
      try {
        return switch (writes.intend(claim, draft())) {
          case JobStore.Intended.Written(var open) -> send(open, watch);
          case JobStore.Intended.OverHold() ->
              ways.declined().apply(new Failure(Failure.Code.DEARER_THAN_HELD));
          case JobStore.Intended.Outdated() -> again(Duration.ZERO, false);
        };
      } finally {
        wire.release();
      }
    }

    private Transition send(Submission open, Stepper.Watch watch) throws InterruptedException {
      if (!lease.holdsFor(BEGINNING)) {
        return notTaken(open, again(WITHOUT_LEASE, false));
      }
      Sent sent = sent(open, watch);
      return switch (sent) {
        case Sent.Accepted(var operation) -> accepted(open, operation, ways);
        case Sent.Busy(var pause) -> busy(open, pause);
        case Sent.Refused(var failure, var charged) ->
            new Transition.Submitted(
                open, new Transition.Fate.Refused(charged), refused(failure, charged));
        case Sent.NotTaken(var cause) -> {
          log("a submission was not taken", cause);
          boolean tired =
              claim.attempt() >= (hasOtherWay() ? TRIES_BEFORE_ANOTHER : ways.tries().most());
          yield notTaken(
              open,
              tired && fresh
                  ? ways.withoutProvider()
                  : again(ways.tries().pause(claim.attempt()), true));
        }
        case Sent.Unclear(var cause) -> {
          log("a submission has no clear outcome", cause);
          unclearSince.put(open.id(), nanos.getAsLong());
          yield switch (call.idempotency()) {
            case KEY -> later(open, Stepper.BACKOFF.pause(claim.attempt()));
            case LOOKUP -> later(open, call.timeout().plus(call.visibilityDelay()));
            case NONE -> unknown(open);
          };
        }
      };
    }

    private Sent sent(Submission open, Stepper.Watch watch) throws InterruptedException {
      watch.seize();
      BoundedCall<Sent> sending = new BoundedCall<>(() -> call.send(open.key()));
      try {
        Sent sent = sending.within(call.timeout());
        unanswered.remove(open.id());
        return sent;
      } catch (TimeoutException | RuntimeException e) {
        unanswered.put(open.id(), sending);
        return new Sent.Unclear(e);
      } finally {
        watch.release();
      }
    }

    private Found find(Submission open) throws InterruptedException {
      Instant since = open.deadline().minus(call.timeout());
      try {
        return new BoundedCall<>(() -> call.find(open.key(), since)).within(call.timeout());
      } catch (TimeoutException | RuntimeException e) {
        return new Found.Unclear(e);
      }
    }

    /// Whether somebody else can do it.
    private boolean hasOtherWay() {
      return ways.withoutProvider() instanceof Transition.Ready;
    }

    /// The lane waits, and the job with it, unless it can go another way and has waited enough.
    /// While an earlier try may have arrived a person decides: it could be paid twice.
    private Transition busy(Submission open, Duration pause) {
      boolean enough = pause.compareTo(LONGEST_PAUSE) > 0 || claim.attempt() >= settings.attempts();
      if (!hasOtherWay() || !enough) {
        return notTaken(open, new Transition.Pause(time.instant().plus(pause), hasOtherWay()));
      }
      return fresh ? notTaken(open, ways.withoutProvider()) : unknown(open);
    }

    private Transition refused(Failure failure, Money charged) {
      Transition next = ways.declined().apply(failure);
      return next instanceof Transition.End(var outcome, _)
          ? new Transition.End(outcome, charged)
          : next;
    }

    /// This try certainly did not arrive; an earlier one may have.
    private Transition notTaken(Submission open, Transition next) {
      return fresh ? new Transition.Submitted(open, new Transition.Fate.NotTaken(), next) : next;
    }

    private Transition later(Submission open, Duration pause) {
      return claim.attempt() >= settings.attempts() ? unknown(open) : again(pause, true);
    }

    private Transition again(Duration pause, boolean counted) {
      return new Transition.Repeat(time.instant().plus(pause), counted);
    }

    private Submission.Draft draft() {
      Instant deadline = time.instant().plus(call.timeout());
      return new Submission.Draft(
          call.provider(), call.idempotency(), call.estimate(), hash(claim), deadline);
    }

    private void log(String what, Throwable cause) {
      log.atWarn()
          .addKeyValue("job", claim.code())
          .addKeyValue("provider", call.provider())
          .addKeyValue("attempt", claim.attempt())
          .setCause(cause)
          .log(what);
    }
  }

  private static String hash(Claim claim) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(claim.request().getBytes(StandardCharsets.UTF_8));
      digest.update(claim.state().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
