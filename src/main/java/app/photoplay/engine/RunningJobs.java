package app.photoplay.engine;

import app.photoplay.job.JobId;
import app.photoplay.job.Lane;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/// The jobs that this program has claimed, each with the thread or the timer of its step. A job is
/// among them from its claim until what its last step led to is written. Thread-safe.
final class RunningJobs {
  private final Map<JobId, Running> jobs = new ConcurrentHashMap<>();
  private final Stepper stepper;
  private final StoreRetry writes;
  private final EngineSignals signals;
  private final Set<Lane> heavy;
  private final InstantSource time;
  private final Consumer<JobId> changed;
  private final Quarantine quarantine = new Quarantine();
  private final ScheduledExecutorService timers;

  /// None yet.
  ///
  /// @param heavy lanes whose steps need a platform thread
  /// @param changed told after every commit
  RunningJobs(
      Stepper stepper,
      StoreRetry writes,
      EngineSignals signals,
      Set<Lane> heavy,
      InstantSource time,
      Consumer<JobId> changed) {
    this.stepper = stepper;
    this.writes = writes;
    this.signals = signals;
    this.heavy = heavy;
    this.time = time;
    this.changed = changed;
    ThreadFactory thread = Thread.ofPlatform().name("engine-timers").daemon(true).factory();
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, thread);
    executor.setRemoveOnCancelPolicy(true);
    this.timers = executor;
  }

  int size() {
    return jobs.size();
  }

  /// How many there are in each lane.
  Map<Lane, Integer> busy() {
    Map<Lane, Integer> busy = new HashMap<>();
    jobs.values().forEach(run -> busy.merge(run.claim().lane(), 1, Integer::sum));
    return busy;
  }

  boolean holds(Claim.Ticket ticket) {
    Running run = jobs.get(ticket.job());
    return run != null && run.claim().number() == ticket.number();
  }

  OptionalDouble fraction(JobId job) {
    Running run = jobs.get(job);
    return run == null ? OptionalDouble.empty() : run.fraction();
  }

  /// Lets a job look at once, when it is here.
  void hurry(JobId job) {
    Running run = jobs.get(job);
    if (run != null) {
      run.hurry();
    }
  }

  /// Interrupts the steps of those of these jobs that are here.
  void interrupt(Collection<JobId> which) {
    which.forEach(job -> {
      Running run = jobs.get(job);
      if (run != null) {
        run.interrupt();
      }
    });
  }

  /// Breaks off all: what they lead to would not be written any more.
  void abandon() {
    jobs.values().removeIf(Running::unpark);
    interrupt();
    signals.wake();
  }

  /// Puts back what waits, now that the program stops.
  void putBack() {
    quarantine.stop();
    jobs.values().forEach(Running::wake);
  }

  /// Interrupts all.
  void interrupt() {
    jobs.values().forEach(Running::interrupt);
  }

  void close() {
    timers.shutdownNow();
  }

  /// Begins a claimed job.
  void begin(Claim claim) {
    Running run = new Running(claim, heavy.contains(claim.lane()), this::run);
    Running outdated = jobs.put(claim.job(), run);
    if (outdated != null) {
      outdated.interrupt();
    }
    try {
      run.start();
    } catch (OutOfMemoryError e) {
      // There can be no more threads at the moment. What is not here is freed soon.
      jobs.remove(claim.job(), run);
      throw e;
    }
  }

  private void run(Running run) {
    After after = After.OVER;
    try {
      do {
        after = advance(run);
      } while (after == After.ANOTHER_STEP);
    } finally {
      if (after != After.PARKED) {
        jobs.remove(run.claim().job(), run);
        changed.accept(run.claim().job());
        signals.wake();
      }
    }
  }

  /// How a claimed job stands after a step.
  private enum After {
    ANOTHER_STEP,
    /// It waits here for its next look.
    PARKED,
    OVER
  }

  private After advance(Running run) {
    Transition transition = putBack(run).orElseGet(() -> stepped(run));
    if (transition instanceof Transition.Ready ready
        && ready.looksAgain(run.claim())
        && !signals.stopping()) {
      // It has looked and lives: what went wrong before is over.
      if (!run.claim().untroubled()
          && !continued(run, new Transition.Onward(ready.state(), ready.stage()))) {
        return After.OVER;
      }
      if (park(run, ready)) {
        return After.PARKED;
      }
    }
    return continued(run, transition) ? After.ANOTHER_STEP : After.OVER;
  }

  /// Writes what a step led to; whether its claim goes on.
  private boolean continued(Running run, Transition transition) {
    Claim claim = run.claim();
    if (writes.commit(claim, transition) != JobStore.Commit.CONTINUED) {
      return false;
    }
    run.onward(next(claim, transition));
    changed.accept(claim.job());
    return true;
  }

  /// The claim after a commit that lets it go on.
  static Claim next(Claim claim, Transition written) {
    return switch (written) {
      case Transition.Onward(var state, _) -> claim.onward(state, claim.submission());
      case Transition.Submitted(
              var open,
              Transition.Fate.Accepted(var operation),
              Transition.Onward(var state, _)) ->
          claim.onward(state, Optional.of(open.accepted(operation)));
      default -> throw new IllegalStateException("no claim goes on after " + written);
    };
  }

  /// When the program stops, what waits for its next look is put back without one: thousands would
  /// ask their provider at the same moment.
  private Optional<Transition> putBack(Running run) {
    return signals.stopping()
        ? run.due().map(due -> new Transition.Repeat(due, false))
        : Optional.empty();
  }

  /// A step that has changed nothing waits here for its next look: it is neither written nor
  /// claimed again.
  private boolean park(Running run, Transition.Ready ready) {
    boolean parked = run.park(timers, ready.due(), Duration.between(time.instant(), ready.due()));
    if (parked && signals.stopping()) {
      run.wake();
    }
    return parked;
  }

  private Transition stepped(Running run) {
    run.looks();
    Claim claim = run.claim();
    boolean suspect = Quarantine.suspects(claim);
    try {
      if (suspect && !quarantine.rests(claim)) {
        return unfinished();
      }
      long stamp = quarantine.enter(suspect);
      if (stamp == 0) {
        return new Transition.Repeat(time.instant().plus(Quarantine.rest(claim)), false);
      }
      try {
        return suspect && !writes.alone(claim) ? unfinished() : stepper.step(claim, run);
      } finally {
        quarantine.leave(stamp);
      }
    } catch (InterruptedException e) {
      // Cancelled, and the commit finds the flag; or the program stops, and the step is done again
      // after the start.
      return unfinished();
    }
  }

  private Transition unfinished() {
    return new Transition.Repeat(time.instant(), false);
  }
}
