package app.photoplay.engine;

import app.photoplay.budget.PriceBook;
import app.photoplay.job.Kinds;
import app.photoplay.testkit.SettableTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /// Claims whose pause is kept in memory.
  private final List<Parked> parked = new ArrayList<>();

  public SteppedEngine(
      JobStore store, Kinds kinds, EngineSettings settings, Lease lease, SettableTime time) {
    this.store = store;
    this.settings = settings;
    this.time = time;
    Submitter submitter =
        new Submitter(
            store, settings, lease, time, () -> time.instant().toEpochMilli() * 1_000_000);
    PriceBook prices = new PriceBook(Map.of());
    this.stepper = new Stepper(kinds, prices, settings.attempts(), time, submitter);
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
      if (!waiting.until().due().isAfter(time.instant())) {
        parked.remove(waiting);
        due.add(waiting.claim());
      }
    }
    due.addAll(
        store.claim(
            settings.lanes().stream()
                .map(rules -> new JobStore.Room(rules, free(rules)))
                .filter(room -> room.free() > 0)
                .toList(),
            time.instant()));
    return due;
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
      Transition transition = stepper.step(claim, UNWATCHED);
      steps++;
      next = Optional.empty();
      if (transition instanceof Transition.Ready ready
          && ready.state().equals(claim.state())
          && ready.lane().equals(claim.lane())) {
        parked.add(new Parked(claim, ready));
      } else if (store.commit(claim, transition, time.instant()) == JobStore.Commit.CONTINUED) {
        next = Optional.of(JobEngine.next(claim, transition));
      }
    }
    return steps;
  }

  private record Parked(Claim claim, Transition.Ready until) {}
}
