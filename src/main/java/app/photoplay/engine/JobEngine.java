package app.photoplay.engine;

import app.photoplay.job.JobId;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.retry.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs jobs: one thread claims what is due, each claimed job does its step on a virtual thread of
/// its own.
///
/// Between two steps a job exists only on disk; one that looks at a provider from time to time
/// stays claimed and is a timer meanwhile. Waiting for a due time costs nothing: the claiming
/// thread sleeps until then, until [#wake()], or until disk and memory are compared again. This
/// class is thread-safe.
public final class JobEngine {
  private static final Logger log = LoggerFactory.getLogger(JobEngine.class);
  private static final Duration BETWEEN_PROMOTIONS = Duration.ofSeconds(30);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final JobStore store;
  private final EngineSettings settings;
  private final InstantSource time;
  private final Consumer<JobId> changed;
  private final Backoff pauses;
  private final EngineSignals signals = new EngineSignals();
  private final StoreRetry writes;
  private final RunningJobs running;
  private volatile boolean claimsFail;
  private @Nullable Thread claimer;

  // of the claiming thread
  private final ClockWatch clock;
  private long promoted = System.nanoTime();
  private long reconciled = System.nanoTime();

  /// An engine that is not started yet.
  ///
  /// @param lease this program's right to what it claims
  /// @param changed told after every commit, on any thread; must return at once
  public JobEngine(
      JobStore store,
      Kinds kinds,
      EngineSettings settings,
      Lease lease,
      InstantSource time,
      Consumer<JobId> changed) {
    this.store = store;
    this.settings = settings;
    this.time = time;
    this.pauses = new Backoff(Duration.ofMillis(100), settings.longestPause());
    this.writes =
        new StoreRetry(store, time, failures -> signals.awaitDatabase(pauses.pause(failures)));
    Submitter submitter = new Submitter(writes, settings, lease, time, System::nanoTime);
    Stepper stepper = new Stepper(kinds, settings.attempts(), time, submitter);
    this.running = new RunningJobs(stepper, writes, signals, settings.heavy(), time, changed);
    this.changed = changed;
    this.clock = new ClockWatch(time, System::nanoTime);
  }

  /// Takes up what a former life left running and begins to claim.
  public void start() {
    store.recover(time.instant());
    claimer = Thread.ofPlatform().name("engine").daemon(true).start(this::claimUntilStopped);
  }

  /// Says that there may be something to do. Called after a commit that made a job due.
  public void wake() {
    signals.wake();
  }

  /// Interrupts the steps of these jobs, which were just cancelled on disk; not one that is handing
  /// paid work to a provider, which ends by itself soon.
  public void interrupt(Collection<JobId> jobs) {
    running.interrupt(jobs);
  }

  /// Lets a job that waits for a provider ask it at once, when the job is here.
  public void hurry(JobId job) {
    running.hurry(job);
  }

  /// Looks for what other programs have left: jobs to claim, and jobs running here that were
  /// cancelled there.
  public void refresh() {
    wake();
    if (!idle()) {
      interrupt(store.cancelled());
    }
  }

  /// Says that the database may answer again, so that what waits to be written need not wait.
  public void restored() {
    signals.restored();
  }

  /// Breaks off all steps, whose jobs other programs have taken over: what they led to would not be
  /// written any more.
  public void abandon() {
    running.abandon();
  }

  /// How far the running step of a job is, when it said so.
  public OptionalDouble fraction(JobId job) {
    return running.fraction(job);
  }

  /// How many jobs are doing a step now.
  public int active() {
    return running.size();
  }

  /// Whether claiming and committing work at the moment.
  public boolean healthy() {
    Thread thread = claimer;
    return !claimsFail && !writes.failing() && thread != null && thread.isAlive();
  }

  /// Stops claiming, puts back what waits for its next look, lets running steps end for so long,
  /// then interrupts them; what is interrupted is ready again on disk. Returns when nothing runs
  /// any more.
  public void stop(Duration grace) throws InterruptedException {
    signals.stop();
    // Once it has ended, everything that was claimed has been begun.
    Thread thread = claimer;
    if (thread != null) {
      thread.join(Duration.ofSeconds(5));
    }
    running.putBack();
    signals.await(this::idle, grace);
    running.interrupt();
    signals.await(this::idle, LAST_WORDS);
    running.close();
  }

  private void claimUntilStopped() {
    int failures = 0;
    while (!signals.stopping()) {
      try {
        Instant now = time.instant();
        maintain(now);
        List<Claim> claims = store.claim(room(), now);
        claims.forEach(running::begin);
        failures = 0;
        claimsFail = false;
        if (claims.isEmpty()) {
          signals.awaitWork(untilDue(now));
        }
      } catch (RuntimeException | OutOfMemoryError e) {
        claimsFail = true;
        reconciled = System.nanoTime() - settings.reconciling().toNanos();
        log.atError()
            .setCause(e)
            .log(
                "jobs cannot be claimed; it is tried again. What was claimed without an answer is"
                    + " freed first");
        signals.awaitDatabase(pauses.pause(++failures));
      }
    }
  }

  private Duration untilDue(Instant now) {
    Duration reconciling = settings.reconciling().minusNanos(System.nanoTime() - reconciled);
    Optional<Instant> due = store.nextDue(now);
    return due.map(at -> Duration.between(now, at))
        .filter(wait -> wait.compareTo(reconciling) < 0)
        .orElse(reconciling);
  }

  private void maintain(Instant now) {
    Duration back = clock.setBack();
    if (back.isPositive()) {
      log.atWarn().addKeyValue("seconds", back.toSeconds()).log("the clock was set back");
      store.bringForward(back, now);
    }
    if (passed(reconciled, settings.reconciling())) {
      reconcile(now);
      reconciled = System.nanoTime();
    }
    if (passed(promoted, BETWEEN_PROMOTIONS)) {
      promoted = System.nanoTime();
      store.promote(now.minus(settings.aging()), now);
    }
  }

  private static boolean passed(long since, Duration time) {
    return System.nanoTime() - since >= time.toNanos();
  }

  /// Compares disk and memory. No claim is under way, for this thread makes them; a job whose
  /// commit is under way is held till that has ended.
  private void reconcile(Instant now) {
    interrupt(store.cancelled());
    for (JobId job : store.reconcile(running::holds, now)) {
      log.atWarn()
          .addKeyValue("job", job.value())
          .log("a job was claimed on disk but not running, as after a lost answer; it is free");
      changed.accept(job);
    }
  }

  private List<JobStore.Room> room() {
    Map<Lane, Integer> busy = running.busy();
    List<JobStore.Room> room = new ArrayList<>();
    for (LaneRules rules : settings.lanes()) {
      int free = rules.most() - busy.getOrDefault(rules.lane(), 0);
      if (free > 0) {
        room.add(new JobStore.Room(rules, free));
      }
    }
    return room;
  }

  private boolean idle() {
    return running.size() == 0;
  }
}
