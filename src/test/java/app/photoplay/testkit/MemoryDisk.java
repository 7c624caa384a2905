package app.photoplay.testkit;

import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Submission.State;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the stores of jobs, orders and doubts promise, written down as plainly as possible and kept
/// in memory: the reference that the ones in the database are held against, and the disk of
/// simulated programs. For one thread.
public final class MemoryDisk {
  final Caps caps;
  final List<MemoryJob> jobs = new ArrayList<>();
  final MemoryLanes lanes = new MemoryLanes();
  final Map<String, Long> spending = new HashMap<>();

  public MemoryDisk(Caps caps) {
    this.caps = caps;
  }

  /// The jobs as the engine sees them.
  public JobStore store() {
    return new MemoryJobStore(this);
  }

  /// The jobs as people see them.
  public MemoryDesk desk() {
    return new MemoryDesk(this);
  }

  /// All jobs, oldest first.
  public List<MemoryJob> jobs() {
    return List.copyOf(jobs);
  }

  /// What is spent or held, by scope and day.
  public Map<String, Long> spending() {
    return Map.copyOf(spending);
  }

  MemoryJob create(long account, String kind, String request, Instant now) {
    MemoryJob job = new MemoryJob(jobs.size() + 1L, account, kind, request);
    job.due = now;
    lanes.enqueue(job, Lane.LIGHT, 0, now);
    return job;
  }

  void end(MemoryJob job, Outcome outcome, Money ownCost) {
    long cost = ownCost.microUsd() + charged(job);
    boolean failed = outcome instanceof Outcome.Failed;
    job.paper.ifPresent(paper ->
        job.close(
            paper.state == State.ACCEPTED ? State.ENDED : State.GIVEN_UP,
            failed ? 0 : ownCost.microUsd()));
    job.slot = false;
    job.outcome = Optional.of(outcome);
    job.status =
        switch (outcome) {
          case Outcome.Made _ -> Status.MADE;
          case Outcome.Failed _ -> Status.FAILED;
          case Outcome.Cancelled _ -> Status.CANCELLED;
        };
    job.cost = cost;
    if (job.parent.isEmpty()) {
      job.cost = settle(job, failed ? 0 : cost);
    } else {
      MemoryJob parent = job.parent.get();
      if (parent.status == Status.WAITING) {
        parent.waitingOn--;
        if (parent.waitingOn <= 0) {
          parent.status = Status.READY;
        }
      }
    }
    job.held = 0;
  }

  /// What its children have cost that did not fail.
  private long charged(MemoryJob job) {
    return children(job)
        .filter(child -> child.status != Status.FAILED)
        .mapToLong(child -> child.cost)
        .sum();
  }

  /// Settles a root's hold, once, and says what was charged.
  long settle(MemoryJob root, long spent) {
    if (root.hold.isEmpty() || root.settled) {
      return 0;
    }
    long charge = Math.min(root.hold.get().amount(), spent);
    root.settled = true;
    root.charged = charge;
    root.hold
        .get()
        .scopes()
        .forEach(scope -> spending.merge(scope, charge - root.hold.get().amount(), Long::sum));
    return charge;
  }

  long left(MemoryJob job) {
    return job.held
        - children(job).mapToLong(child -> child.held + child.cost).sum()
        - job.papers.stream().mapToLong(paper -> paper.actual).sum();
  }

  Stream<MemoryJob> children(MemoryJob job) {
    return jobs.stream().filter(child -> child.parent.filter(it -> it == job).isPresent());
  }

  static MemoryJob root(MemoryJob job) {
    MemoryJob at = job;
    while (at.parent.isPresent()) {
      at = at.parent.get();
    }
    return at;
  }

  static void ready(MemoryJob job, Instant due) {
    job.status = Status.READY;
    job.due = due;
    if (job.paper.filter(it -> it.state == State.ACCEPTED).isEmpty()) {
      job.slot = false;
    }
  }
}
