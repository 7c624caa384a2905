package app.photoplay.testkit;

import app.photoplay.budget.Money;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Quarantine;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Submission.State;
import app.photoplay.engine.Transition;
import app.photoplay.job.Failure;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.testkit.MemoryJob.Paper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The engine's side of [MemoryDisk].
final class MemoryJobStore implements JobStore {
  private long papers;

  private final MemoryDisk disk;

  MemoryJobStore(MemoryDisk disk) {
    this.disk = disk;
  }

  @Override
  public void recover(Instant now) {
    List<MemoryJob> running = running().toList();
    boolean explained =
        running.stream()
            .anyMatch(job -> job.alone || (job.ends > 0 && job.ends < Quarantine.SUSPECT));
    for (MemoryJob job : running.reversed()) {
      if (job.cancelled && job.paper.isEmpty()) {
        free(job, now);
        continue;
      }
      if (job.alone || job.ends < Quarantine.SUSPECT) {
        job.ends++;
      } else if (!explained) {
        job.ends = 0;
      }
      free(job, now);
    }
  }

  private Stream<MemoryJob> running() {
    return disk.jobs.stream().filter(job -> job.status == Status.RUNNING);
  }

  private void free(MemoryJob job, Instant now) {
    job.alone = false;
    if (job.cancelled && job.paper.isEmpty()) {
      disk.end(job, new Outcome.Cancelled(), Money.ZERO);
    } else {
      MemoryDisk.ready(job, now);
    }
  }

  @Override
  public List<JobId> reconcile(Predicate<Claim.Ticket> held, Instant now) {
    List<MemoryJob> lost =
        running()
            .filter(job -> !held.test(new Claim.Ticket(new JobId(job.id), job.claim)))
            .toList()
            .reversed();
    lost.forEach(job -> free(job, now));
    return lost.stream().map(job -> new JobId(job.id)).toList();
  }

  @Override
  public Set<JobId> cancelled() {
    return running()
        .filter(job -> job.cancelled)
        .map(job -> new JobId(job.id))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean alone(Claim claim) {
    Optional<MemoryJob> found = fenced(claim);
    found.ifPresent(job -> job.alone = true);
    return found.isPresent();
  }

  @Override
  public void bringForward(Duration by, Instant now) {
    disk.jobs.stream()
        .filter(job -> job.status == Status.READY && job.due.isAfter(now))
        .forEach(job -> job.due = job.due.minus(by));
  }

  @Override
  public List<Claim> claim(List<Room> rooms, Instant now) {
    List<MemoryJob> taken = new ArrayList<>();
    for (Room room : rooms) {
      taken.addAll(disk.lanes.take(disk.jobs, room, now));
    }
    return taken.stream().map(this::claimed).toList();
  }

  private Claim claimed(MemoryJob job) {
    job.status = Status.RUNNING;
    job.claim++;
    Map<String, Outcome> children = new HashMap<>();
    disk.children(job)
        .forEach(child -> child.outcome.ifPresent(it -> children.put(child.childName, it)));
    return new Claim(
        new JobId(job.id),
        job.code,
        job.kind,
        job.request,
        job.state,
        job.lane,
        job.attempt + 1,
        "memory",
        job.claim,
        job.ends,
        children,
        new Claim.Flags(job.cancelled, job.refunded, job.parent.isPresent()),
        job.paper.map(Paper::submission));
  }

  @Override
  public Intended intend(Claim claim, Submission.Draft draft, Instant now) {
    Optional<MemoryJob> found = fenced(claim);
    if (found.isEmpty() || found.get().cancelled) {
      return new Intended.Outdated();
    }
    MemoryJob job = found.get();
    if (job.paper.isEmpty()) {
      if (draft.estimate().microUsd() > disk.left(job)) {
        return new Intended.OverHold();
      }
      job.paper = Optional.of(new Paper(++papers, draft));
      job.papers.add(job.paper.get());
    }
    Paper paper = job.paper.get();
    paper.state = State.INTENT;
    paper.deadline = draft.deadline();
    return new Intended.Written(paper.submission());
  }

  @Override
  public Commit commit(Claim claim, Transition transition, Instant now) {
    Optional<MemoryJob> found = fenced(claim);
    if (found.isEmpty()) {
      return Commit.OUTDATED;
    }
    MemoryJob job = found.get();
    Transition next = transition;
    if (transition instanceof Transition.Submitted(_, var fate, var then)) {
      settle(job, fate);
      next = then;
    }
    job.alone = false;
    if (!(next instanceof Transition.Repeat(_, boolean counted) && !counted)) {
      job.ends = 0;
    }
    return job.cancelled ? cancelled(job, next, now) : apply(job, claim.attempt(), next, now);
  }

  private void settle(MemoryJob job, Transition.Fate fate) {
    Paper paper = job.paper.orElseThrow();
    switch (fate) {
      case Transition.Fate.Accepted(var operation) -> paper.accept(operation);
      case Transition.Fate.NotTaken() -> job.close(State.NOT_TAKEN, 0);
      case Transition.Fate.Refused(var charged) -> job.close(State.ENDED, charged.microUsd());
      case Transition.Fate.Unknown() -> paper.state = State.UNKNOWN;
    }
  }

  private Commit cancelled(MemoryJob job, Transition next, Instant now) {
    boolean provider = job.paper.filter(it -> it.state != State.UNKNOWN).isPresent();
    if (provider && !(next instanceof Transition.End)) {
      MemoryDisk.ready(job, next instanceof Transition.Repeat(var due, _) ? due : now);
      if (next instanceof Transition.Onward(var state, _)) {
        job.state = state;
      }
      job.attempt = 0;
      return Commit.WRITTEN;
    }
    Money spent = next instanceof Transition.End(_, var cost) ? cost : Money.ZERO;
    disk.end(job, new Outcome.Cancelled(), spent);
    return Commit.CANCELLED;
  }

  private Commit apply(MemoryJob job, int attempt, Transition transition, Instant now) {
    switch (transition) {
      case Transition.Onward(var state, _) -> {
        job.state = state;
        job.attempt = 0;
        return Commit.CONTINUED;
      }
      case Transition.Ready(var state, _, var lane, var weight, var due) -> {
        MemoryDisk.ready(job, due);
        if (!job.lane.equals(lane)) {
          disk.lanes.enqueue(job, lane, weight, now);
        }
        job.state = state;
        job.attempt = 0;
      }
      case Transition.Repeat(var due, var counted) -> {
        MemoryDisk.ready(job, due);
        job.attempt = counted ? attempt : attempt - 1;
      }
      case Transition.Pause(var until, var counted) -> {
        MemoryLane line = disk.lanes.line(job.lane);
        line.pausedUntil = Math.max(line.pausedUntil, until.toEpochMilli());
        MemoryDisk.ready(job, until);
        job.attempt = counted ? attempt : attempt - 1;
      }
      case Transition.Refund(var state, _, var due) -> {
        MemoryJob root = MemoryDisk.root(job);
        disk.settle(root, 0);
        disk.jobs.stream()
            .filter(it -> MemoryDisk.root(it) == root && !it.status.over())
            .forEach(it -> {
              it.refunded = true;
              it.held = 0;
            });
        MemoryDisk.ready(job, due);
        disk.lanes.enqueue(job, Lane.LATE, 0, now);
        job.state = state;
        job.attempt = 0;
      }
      case Transition.Detach _ -> throw new AssertionError("only models detach work");
      case Transition.Ask() -> {
        MemoryDisk.ready(job, now);
        job.slot = false;
        job.status = Status.WAITING;
      }
      case Transition.Fork fork -> fork(job, fork, now);
      case Transition.End(var outcome, var cost) -> disk.end(job, outcome, cost);
      case Transition.Submitted _ -> throw new AssertionError("a submission within one");
    }
    return Commit.WRITTEN;
  }

  private void fork(MemoryJob parent, Transition.Fork fork, Instant now) {
    List<String> there = disk.children(parent).map(child -> child.childName).toList();
    List<Transition.Fork.Child> fresh =
        fork.children().stream().filter(child -> !there.contains(child.name())).toList();
    long left = disk.left(parent);
    for (Transition.Fork.Child child : fresh) {
      MemoryJob job = disk.create(parent.account, child.kind(), child.request(), now);
      job.parent = Optional.of(parent);
      job.childName = child.name();
      job.state = child.state();
      job.priority = parent.priority;
      job.refunded = parent.refunded;
      long price = parent.refunded ? 0 : child.price().microUsd();
      if (price == 0 || price <= left) {
        job.held = price;
        left -= price;
      } else {
        job.status = Status.FAILED;
        job.outcome = Optional.of(new Outcome.Failed(new Failure(Failure.Code.DEARER_THAN_HELD)));
      }
      disk.jobs.add(job);
    }
    parent.waitingOn = (int) disk.children(parent).filter(child -> !child.status.over()).count();
    MemoryDisk.ready(parent, now);
    disk.lanes.enqueue(parent, Lane.LIGHT, 0, now);
    parent.status = parent.waitingOn == 0 ? Status.READY : Status.WAITING;
    parent.state = fork.state();
    parent.attempt = 0;
  }

  private Optional<MemoryJob> fenced(Claim claim) {
    return disk.jobs.stream()
        .filter(job ->
            job.id == claim.job().value()
                && job.claim == claim.number()
                && job.status == Status.RUNNING)
        .findFirst();
  }

  @Override
  public Optional<Instant> nextDue(Instant after) {
    return Stream.concat(
            disk.jobs.stream().filter(job -> job.status == Status.READY).map(job -> job.due),
            disk.lanes.pauses())
        .filter(due -> due.isAfter(after))
        .min(Comparator.naturalOrder());
  }

  @Override
  public int promote(Instant before, Instant now) {
    List<MemoryJob> waiting =
        disk.jobs.stream()
            .filter(job ->
                job.status == Status.READY && job.priority > 0 && job.queued.isBefore(before))
            .toList();
    waiting.forEach(job -> {
      job.priority--;
      job.queued = now;
    });
    return waiting.size();
  }
}
