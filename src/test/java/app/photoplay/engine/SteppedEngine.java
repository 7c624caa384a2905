package app.photoplay.engine;

import app.photoplay.job.Kinds;
import app.photoplay.testkit.FaultyStore;
import app.photoplay.testkit.SettableTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The engine without threads: does what is due when it is told to, one step after another, with
/// the stepping and submitting of the real one. A new one on the same store is a restarted program;
/// what the former had in memory is gone.
public final class SteppedEngine {
  private static final Stepper.Watch UNWATCHED =
      new Stepper.Watch() {
        @Override
        public void report(double fraction) {}

        @Override
        public void seize() {}

        @Override
        public void release() {}
      };

  private final JobStore store;
  private final EngineSettings settings;
  private final SettableTime time;
  private final Stepper stepper;
  private final StoreRetry writes;

  /// Claims whose pause is kept in memory, suspects that rest among them.
  private final List<Parked> parked = new ArrayList<>();

  public SteppedEngine(
      JobStore store, Kinds kinds, EngineSettings settings, Lease lease, SettableTime time) {
    this.store = store;
    this.settings = settings;
    this.time = time;
    this.writes = new StoreRetry(store, time, _ -> true);
    Submitter submitter =
        new Submitter(
            writes, settings, lease, time, () -> time.instant().toEpochMilli() * 1_000_000);
    this.stepper = new Stepper(kinds, settings.attempts(), time, submitter);
  }

  /// Takes up what a former life left running.
  public SteppedEngine start() {
    store.recover(time.instant());
    return this;
  }

  /// Does everything that is due now.
  ///
  /// @return how many steps that were
  public int runDue() throws InterruptedException {
    int steps = 0;
    List<Claim> claims = due();
    while (!claims.isEmpty()) {
      for (Claim claim : claims) {
        steps += run(claim);
      }
      claims = due();
    }
    return steps;
  }

  private List<Claim> due() {
    List<Claim> due = new ArrayList<>();
    for (Parked waiting : List.copyOf(parked)) {
      if (!waiting.until().isAfter(time.instant())) {
        parked.remove(waiting);
        due.add(waiting.claim());
      }
    }
    for (Claim claim : claimed()) {
      if (Quarantine.suspects(claim)) {
        parked.add(new Parked(claim, time.instant().plus(Quarantine.rest(claim))));
      } else {
        due.add(claim);
      }
    }
    return due;
  }

  /// When the answer is lost, what was claimed is found by its rows.
  private List<Claim> claimed() {
    while (true) {
      try {
        return store.claim(
            settings.lanes().stream()
                .map(rules -> new JobStore.Room(rules, free(rules)))
                .filter(room -> room.free() > 0)
                .toList(),
            time.instant());
      } catch (FaultyStore.Fault e) {
        reconcile();
      }
    }
  }

  private void reconcile() {
    boolean done = false;
    while (!done) {
      try {
        store.reconcile(
            ticket -> parked.stream().anyMatch(it -> it.claim().ticket().equals(ticket)),
            time.instant());
        done = true;
      } catch (FaultyStore.Fault e) {
        done = false;
      }
    }
  }

  private int free(LaneRules rules) {
    long busy = parked.stream().filter(it -> it.claim().lane().equals(rules.lane())).count();
    return rules.most() - (int) busy;
  }

  private int run(Claim first) throws InterruptedException {
    int steps = 0;
    Optional<Claim> next = Optional.of(first);
    while (next.isPresent()) {
      Claim claim = next.get();
      if (Quarantine.suspects(claim) && !writes.alone(claim)) {
        return steps;
      }
      Transition transition = stepper.step(claim, UNWATCHED);
      steps++;
      next = Optional.empty();
      if (transition instanceof Transition.Ready ready && ready.looksAgain(claim)) {
        park(claim, ready);
      } else if (writes.commit(claim, transition) == JobStore.Commit.CONTINUED) {
        next = Optional.of(RunningJobs.next(claim, transition));
      }
    }
    return steps;
  }

  private void park(Claim claim, Transition.Ready ready) {
    Transition over = new Transition.Onward(ready.state(), ready.stage());
    if (claim.untroubled()) {
      parked.add(new Parked(claim, ready.due()));
    } else if (writes.commit(claim, over) == JobStore.Commit.CONTINUED) {
      parked.add(new Parked(RunningJobs.next(claim, over), ready.due()));
    }
  }

  private record Parked(Claim claim, Instant until) {}
}
