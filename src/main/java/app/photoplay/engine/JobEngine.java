package app.photoplay.engine;

import app.photoplay.budget.PriceBook;
import app.photoplay.job.JobId;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs jobs: one thread claims what is due, each claimed job does its step on a virtual thread of
/// its own.
///
/// Between two steps a job exists only on disk; one that looks at a provider from time to time
/// stays claimed and is a timer meanwhile. Waiting for a due time costs nothing: the claiming
/// thread sleeps until then or until [#wake()]. This class is thread-safe.
public final class JobEngine {
  private static final Logger log = LoggerFactory.getLogger(JobEngine.class);
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_PROMOTIONS = Duration.ofSeconds(30);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final JobStore store;
  private final EngineSettings settings;
  private final InstantSource time;
  private final Stepper stepper;
  private final Consumer<JobId> changed;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private final Condition stop = lock.newCondition();
  private final ScheduledExecutorService timers;
  private final Map<JobId, Running> running = new ConcurrentHashMap<>();
  private boolean signalled;
  private long restored;
  private boolean stopping;
  private volatile boolean storeFailing;
  private @Nullable Thread claimer;
  private long promoted = System.nanoTime();

  /// An engine that is not started yet.
  ///
  /// @param prices for what the children of a job may spend
  /// @param lease this program's right to what it claims
  /// @param changed told after every commit, on any thread; must return at once
  public JobEngine(
      JobStore store,
      Kinds kinds,
      PriceBook prices,
      EngineSettings settings,
      Lease lease,
      InstantSource time,
      Consumer<JobId> changed) {
    this.store = store;
    this.settings = settings;
    this.time = time;
    Submitter submitter = new Submitter(store, settings, lease, time, System::nanoTime);
    this.stepper = new Stepper(kinds, prices, settings.attempts(), time, submitter);
    this.changed = changed;
    ThreadFactory clock = Thread.ofPlatform().name("engine-timers").daemon(true).factory();
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, clock);
    executor.setRemoveOnCancelPolicy(true);
    this.timers = executor;
  }

  /// Takes up what a former life left running and begins to claim.
  public void start() {
    store.recover(time.instant());
    claimer = Thread.ofPlatform().name("engine").daemon(true).start(this::claimUntilStopped);
  }

  /// Says that there may be something to do. Called after a commit that made a job due.
  public void wake() {
    lock.lock();
    try {
      signalled = true;
      wake.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Interrupts the steps of these jobs, which were just cancelled on disk; not one that is handing
  /// paid work to a provider, which ends by itself soon.
  public void interrupt(Collection<JobId> jobs) {
    jobs.forEach(job -> {
      Running run = running.get(job);
      if (run != null) {
        run.interrupt();
      }
    });
  }

  /// Looks for what other programs have left: jobs to claim, and jobs running here that were
  /// cancelled there.
  public void look() {
    wake();
    if (!running.isEmpty()) {
      interrupt(store.cancelled(List.copyOf(running.keySet())));
    }
  }

  /// Says that the database may answer again, so that what waits to be written need not wait.
  public void restored() {
    lock.lock();
    try {
      restored++;
      stop.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Breaks off all steps, whose jobs other programs have taken over: what they led to would not be
  /// written any more.
  public void abandon() {
    interrupt(List.copyOf(running.keySet()));
  }

  /// How far the running step of a job is, when it said so.
  public OptionalDouble fraction(JobId job) {
    Running run = running.get(job);
    return run == null ? OptionalDouble.empty() : run.fraction();
  }

  /// How many jobs are doing a step now.
  public int active() {
    return running.size();
  }

  /// Whether claiming and committing work at the moment.
  public boolean healthy() {
    Thread thread = claimer;
    return !storeFailing && thread != null && thread.isAlive();
  }

  /// Stops claiming, lets running steps end for so long, then interrupts them; what is interrupted
  /// is ready again on disk. Returns when nothing runs any more.
  public void stop(Duration grace) throws InterruptedException {
    lock.lock();
    try {
      stopping = true;
      wake.signalAll();
      stop.signalAll();
    } finally {
      lock.unlock();
    }
    // Once it has ended, everything that was claimed has been begun.
    Thread thread = claimer;
    if (thread != null) {
      thread.join(Duration.ofSeconds(5));
    }
    running.values().forEach(Running::wake);
    awaitIdle(grace);
    running.values().forEach(Running::interrupt);
    awaitIdle(LAST_WORDS);
    timers.shutdownNow();
  }

  private void awaitIdle(Duration longest) throws InterruptedException {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (!running.isEmpty() && left > 0) {
        left = wake.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void claimUntilStopped() {
    int failures = 0;
    while (!stopping()) {
      try {
        Instant now = time.instant();
        promote(now);
        List<Claim> claims = store.claim(room(), now);
        claims.forEach(this::begin);
        failures = 0;
        storeFailing = false;
        if (claims.isEmpty()) {
          await(untilDue(now));
        }
      } catch (RuntimeException e) {
        storeFailing = true;
        log.atError().setCause(e).log("jobs cannot be claimed; trying again");
        awaitStop(pause(++failures));
      }
    }
  }

  private Duration untilDue(Instant now) {
    Optional<Instant> due = store.nextDue(now);
    return due.map(at -> Duration.between(now, at))
        .filter(wait -> wait.compareTo(IDLE) < 0)
        .orElse(IDLE);
  }

  private void promote(Instant now) {
    if (System.nanoTime() - promoted > BETWEEN_PROMOTIONS.toNanos()) {
      promoted = System.nanoTime();
      store.promote(now.minus(settings.patience()), now);
    }
  }

  private List<JobStore.Room> room() {
    Map<Lane, Integer> busy = new HashMap<>();
    running.values().forEach(run -> busy.merge(run.claim().lane(), 1, Integer::sum));
    List<JobStore.Room> room = new ArrayList<>();
    for (LaneRules rules : settings.lanes()) {
      int free = rules.most() - busy.getOrDefault(rules.lane(), 0);
      if (free > 0) {
        room.add(new JobStore.Room(rules, free));
      }
    }
    return room;
  }

  private void begin(Claim claim) {
    Running run = new Running(claim, settings.heavy().contains(claim.lane()), this::run);
    Running outdated = running.put(claim.job(), run);
    if (outdated != null) {
      outdated.interrupt();
    }
    run.start();
  }

  private void run(Running run) {
    boolean parked = false;
    try {
      boolean more = true;
      while (more) {
        Claim claim = run.claim();
        Transition transition = stepped(run);
        parked = park(run, transition);
        more = !parked && write(claim, transition) == JobStore.Commit.CONTINUED;
        if (more) {
          run.onward(next(claim, transition));
          changed.accept(claim.job());
        }
      }
    } finally {
      if (!parked) {
        running.remove(run.claim().job(), run);
        changed.accept(run.claim().job());
        wake();
      }
    }
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

  /// Whether a step that has changed nothing waits here for its next look: then it is neither
  /// written nor claimed anew.
  private boolean park(Running run, Transition transition) {
    return transition instanceof Transition.Ready(var state, _, var lane, _, var due)
        && state.equals(run.claim().state())
        && lane.equals(run.claim().lane())
        && !stopping()
        && run.park(timers, Duration.between(time.instant(), due));
  }

  private Transition stepped(Running run) {
    try {
      return stepper.step(run.claim(), run);
    } catch (InterruptedException e) {
      // Cancelled, and the commit finds the flag; or the program stops, and the step is done again
      // after the start.
      return new Transition.Repeat(time.instant(), false);
    }
  }

  /// Writes until the disk takes it: the work behind it may have been paid for.
  private JobStore.Commit write(Claim claim, Transition transition) {
    int failures = 0;
    while (true) {
      try {
        JobStore.Commit commit = store.commit(claim, transition, time.instant());
        storeFailing = false;
        if (commit == JobStore.Commit.OUTDATED) {
          log.atWarn().addKeyValue("job", claim.code()).log("another owner has this job now");
        }
        return commit;
      } catch (RuntimeException e) {
        storeFailing = true;
        log.atError()
            .addKeyValue("job", claim.code())
            .setCause(e)
            .log("the database did not take a step's result; trying again");
        if (stopping()) {
          return JobStore.Commit.OUTDATED;
        }
        awaitStop(pause(++failures));
      }
    }
  }

  private Duration pause(int failures) {
    Duration pause = Stepper.backoff(failures);
    return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
  }

  private boolean stopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  private void await(Duration longest) {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (!signalled && !stopping && left > 0) {
        left = wake.awaitNanos(left);
      }
      signalled = false;
    } catch (InterruptedException e) {
      // Only cancelling and stopping interrupt; both are seen by the caller's loop.
      log.atDebug().log("interrupted while waiting");
    } finally {
      lock.unlock();
    }
  }

  private void awaitStop(Duration longest) {
    lock.lock();
    try {
      long left = longest.toNanos();
      long before = restored;
      while (!stopping && restored == before && left > 0) {
        left = stop.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      log.atDebug().log("interrupted while waiting");
    } finally {
      lock.unlock();
    }
  }
}
