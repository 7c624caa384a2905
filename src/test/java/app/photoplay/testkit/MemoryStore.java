package app.photoplay.testkit;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Allowance;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.LaneRules;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Submission.State;
import app.photoplay.engine.Transition;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.Doubts;
import app.photoplay.intake.Occasion;
import app.photoplay.job.Failure;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.testkit.MemoryJob.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the stores of jobs, orders and doubts promise, written down as plainly as possible and kept
/// in memory: the reference that the ones in the database are held against, and the disk of
/// simulated programs. For one thread.
public final class MemoryStore implements JobStore, DeskStore, Doubts {
  private static final Comparator<MemoryJob> TURN =
      Comparator.<MemoryJob>comparingInt(job -> job.priority)
          .thenComparingLong(job -> job.tag)
          .thenComparingLong(job -> job.id);

  private final Caps caps;
  private final List<MemoryJob> jobs = new ArrayList<>();
  private final Map<String, MemoryLane> lanes = new HashMap<>();
  private final Map<String, Long> turns = new HashMap<>();
  private final Map<String, Long> spending = new HashMap<>();
  private final Map<String, Long> occasions = new HashMap<>();
  private long papers;

  public MemoryStore(Caps caps) {
    this.caps = caps;
  }

  /// All jobs, oldest first.
  public List<MemoryJob> jobs() {
    return List.copyOf(jobs);
  }

  /// What is spent or held, by scope and day.
  public Map<String, Long> spending() {
    return Map.copyOf(spending);
  }

  @Override
  public void recover(Instant now) {
    List<MemoryJob> running = jobs.stream().filter(job -> job.status == Status.RUNNING).toList();
    for (MemoryJob job : running.reversed()) {
      if (job.cancelled && job.paper.isEmpty()) {
        end(job, new Outcome.Cancelled(), Money.ZERO);
      } else {
        ready(job, now);
      }
    }
  }

  @Override
  public List<Claim> claim(List<Room> rooms, Instant now) {
    List<MemoryJob> taken = new ArrayList<>();
    for (Room room : rooms) {
      taken.addAll(take(room, now));
    }
    return taken.stream().map(this::claimed).toList();
  }

  private List<MemoryJob> take(Room room, Instant now) {
    LaneRules rules = room.rules();
    Lane lane = rules.lane();
    if (lane.equals(Lane.LIGHT)) {
      return due(lane, now).limit(room.free()).toList();
    }
    List<MemoryJob> taken =
        new ArrayList<>(due(lane, now).filter(job -> job.slot).limit(room.free()).toList());
    int free = room.free() - taken.size();
    MemoryLane line = line(lane);
    if (free <= 0 || line.pausedUntil > now.toEpochMilli()) {
      return taken;
    }
    Map<Long, Integer> busy = new HashMap<>();
    jobs.stream()
        .filter(job -> job.slot && job.lane.equals(lane))
        .forEach(job -> busy.merge(job.account, 1, Integer::sum));
    if (rules.shared()) {
      free = Math.min(free, rules.most() - busy.values().stream().mapToInt(it -> it).sum());
    }
    if (rules.rate().isPresent()) {
      free = Math.min(free, line.refill(rules.rate().get(), now));
    }
    List<MemoryJob> candidates =
        due(lane, now)
            .filter(job -> !job.slot && busy.getOrDefault(job.account, 0) < rules.perPerson())
            .limit(Math.max(0, free))
            .toList();
    int begun = 0;
    for (MemoryJob job : candidates) {
      if (busy.merge(job.account, 1, Integer::sum) <= rules.perPerson()) {
        job.slot = true;
        line.tag = Math.max(line.tag, job.tag);
        taken.add(job);
        begun++;
      }
    }
    if (rules.rate().isPresent()) {
      line.spend(rules.rate().get(), begun, now);
    }
    return taken;
  }

  private Stream<MemoryJob> due(Lane lane, Instant now) {
    return jobs.stream()
        .filter(job -> job.status == Status.READY && job.lane.equals(lane) && !job.due.isAfter(now))
        .sorted(TURN);
  }

  private Claim claimed(MemoryJob job) {
    job.status = Status.RUNNING;
    job.attempt++;
    Map<String, Outcome> children = new HashMap<>();
    children(job)
        .forEach(child -> child.outcome.ifPresent(it -> children.put(child.childName, it)));
    return new Claim(
        new JobId(job.id),
        job.code,
        job.kind,
        job.request,
        job.state,
        job.lane,
        job.attempt,
        "memory",
        children,
        new Claim.Flags(job.cancelled, job.refunded),
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
      if (draft.estimate().microUsd() > left(job)) {
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
      ready(job, next instanceof Transition.Repeat(var due, _) ? due : now);
      job.attempt = 0;
      return Commit.WRITTEN;
    }
    Money spent = next instanceof Transition.End(_, var cost) ? cost : Money.ZERO;
    end(job, new Outcome.Cancelled(), spent);
    return Commit.CANCELLED;
  }

  private Commit apply(MemoryJob job, int attempt, Transition transition, Instant now) {
    switch (transition) {
      case Transition.Onward(var state, _) -> {
        job.state = state;
        job.attempt = 1;
        return Commit.CONTINUED;
      }
      case Transition.Ready(var state, _, var lane, var weight, var due) -> {
        ready(job, due);
        if (!job.lane.equals(lane)) {
          enqueue(job, lane, weight, now);
        }
        job.state = state;
        job.attempt = 0;
      }
      case Transition.Repeat(var due, var counted) -> {
        ready(job, due);
        job.attempt = counted ? attempt : attempt - 1;
      }
      case Transition.Pause(var until) -> {
        MemoryLane line = line(job.lane);
        line.pausedUntil = Math.max(line.pausedUntil, until.toEpochMilli());
        ready(job, until);
        job.attempt = attempt - 1;
      }
      case Transition.Refund(var state, _, var due) -> {
        MemoryJob root = root(job);
        settle(root, 0);
        jobs.stream()
            .filter(it -> root(it) == root && !it.status.over())
            .forEach(it -> {
              it.refunded = true;
              it.held = 0;
            });
        ready(job, due);
        job.state = state;
        job.attempt = 0;
      }
      case Transition.Ask() -> {
        ready(job, now);
        job.slot = false;
        job.status = Status.WAITING;
      }
      case Transition.Fork fork -> fork(job, fork, now);
      case Transition.End(var outcome, var cost) -> end(job, outcome, cost);
      case Transition.Submitted _ -> throw new AssertionError("a submission within one");
    }
    return Commit.WRITTEN;
  }

  private void fork(MemoryJob parent, Transition.Fork fork, Instant now) {
    List<String> there = children(parent).map(child -> child.childName).toList();
    List<Transition.Fork.Child> fresh =
        fork.children().stream().filter(child -> !there.contains(child.name())).toList();
    long price = fresh.stream().mapToLong(child -> child.price().microUsd()).sum();
    if (!parent.refunded && price > 0 && price > left(parent)) {
      end(parent, new Outcome.Failed(new Failure(Failure.Code.DEARER_THAN_HELD)), Money.ZERO);
      return;
    }
    for (Transition.Fork.Child child : fresh) {
      MemoryJob job = create(parent.account, child.kind(), child.request(), now);
      job.parent = Optional.of(parent);
      job.childName = child.name();
      job.priority = parent.priority;
      job.refunded = parent.refunded;
      job.held = parent.refunded ? 0 : child.price().microUsd();
      jobs.add(job);
    }
    parent.waitingOn = (int) children(parent).filter(child -> !child.status.over()).count();
    ready(parent, now);
    enqueue(parent, Lane.LIGHT, 0, now);
    parent.status = parent.waitingOn == 0 ? Status.READY : Status.WAITING;
    parent.state = fork.state();
    parent.attempt = 0;
  }

  private void end(MemoryJob job, Outcome outcome, Money ownCost) {
    long cost = ownCost.microUsd() + children(job).mapToLong(child -> child.cost).sum();
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

  /// @return what was charged
  private long settle(MemoryJob root, long spent) {
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

  @Override
  public Optional<Instant> nextDue(Instant after) {
    return Stream.concat(
            jobs.stream().filter(job -> job.status == Status.READY).map(job -> job.due),
            lanes.values().stream().map(line -> Instant.ofEpochMilli(line.pausedUntil)))
        .filter(due -> due.isAfter(after))
        .min(Comparator.naturalOrder());
  }

  @Override
  public int promote(Instant before, Instant now) {
    List<MemoryJob> waiting =
        jobs.stream()
            .filter(job ->
                job.status == Status.READY && job.priority > 0 && job.queued.isBefore(before))
            .toList();
    waiting.forEach(job -> {
      job.priority--;
      job.queued = now;
    });
    return waiting.size();
  }

  @Override
  public Placed place(NewJob order, Instant now) {
    String key = order.occasion().message().conversation() + " " + order.occasion().key();
    if (occasions.containsKey(key)) {
      return new Placed.Repeated(new JobId(occasions.get(key)));
    }
    long account = order.account().value();
    Optional<MemoryJob> same =
        jobs.stream()
            .filter(job ->
                job.account == account
                    && job.parent.isEmpty()
                    && !job.status.over()
                    && !job.cancelled
                    && job.kind.equals(order.kind())
                    && job.request.equals(order.request()))
            .findFirst();
    if (same.isPresent()) {
      occasions.put(key, same.get().id);
      return new Placed.Joined(new JobId(same.get().id));
    }
    List<MemoryJob> open =
        jobs.stream().filter(job -> job.parent.isEmpty() && !job.status.over()).toList();
    if (open.stream().filter(job -> job.account == account).count() >= order.limit()) {
      return new Placed.TooMany();
    }
    if (open.size() >= order.queue()) {
      return new Placed.QueueFull(Optional.empty());
    }
    long price = order.quote().total().microUsd();
    String today = " " + LocalDate.ofInstant(now, caps.zone());
    Map<String, Money> limits = new HashMap<>();
    limits.put("person " + account + today, caps.person());
    limits.put("all" + today, caps.operator());
    order
        .occasion()
        .message()
        .conversation()
        .party()
        .ifPresent(group -> limits.put("group " + group + today, caps.group()));
    boolean over =
        price > 0
            && limits.entrySet().stream()
                .anyMatch(limit ->
                    spending.getOrDefault(limit.getKey(), 0L) + price
                        > limit.getValue().microUsd());
    if (over) {
      return new Placed.OverBudget(
          new Allowance(caps.person(), Money.ZERO, Money.ZERO, Allowance.Nearest.PERSON, now));
    }
    MemoryJob job = create(account, order.kind(), order.request(), now);
    job.priority = order.priority().ordinal();
    job.held = price;
    if (price > 0) {
      limits.keySet().forEach(scope -> spending.merge(scope, price, Long::sum));
      job.hold = Optional.of(new MemoryJob.Hold(price, List.copyOf(limits.keySet())));
    }
    jobs.add(job);
    occasions.put(key, job.id);
    return new Placed.Accepted(new JobId(job.id));
  }

  @Override
  public Optional<JobId> taken(Occasion occasion) {
    String key = occasion.message().conversation() + " " + occasion.key();
    return Optional.ofNullable(occasions.get(key)).map(JobId::new);
  }

  @Override
  public Cancelled cancel(AccountId account, JobCode code, Instant now) {
    Optional<MemoryJob> found =
        jobs.stream()
            .filter(job ->
                job.code.equals(code) && job.account == account.value() && job.parent.isEmpty())
            .findFirst();
    if (found.isEmpty()) {
      return new Cancelled.Unknown();
    }
    MemoryJob root = found.get();
    if (root.status.over()) {
      return new Cancelled.Over();
    }
    long held = root.held;
    List<JobId> running = new ArrayList<>();
    List<JobId> ended = new ArrayList<>();
    List<MemoryJob> family =
        jobs.stream().filter(job -> root(job) == root && !job.status.over()).toList();
    for (MemoryJob job : family.reversed()) {
      job.cancelled = true;
      boolean provider = job.paper.filter(it -> it.state != State.UNKNOWN).isPresent();
      boolean parent = children(job).anyMatch(child -> !child.status.over());
      if (job.status == Status.RUNNING || provider || parent) {
        if (provider) {
          job.due = now;
        }
        if (job.status == Status.RUNNING) {
          running.add(new JobId(job.id));
        }
      } else {
        end(job, new Outcome.Cancelled(), Money.ZERO);
        ended.add(new JobId(job.id));
      }
    }
    return new Cancelled.Cancelling(
        new JobId(root.id), Money.ofMicroUsd(held - root.cost), running, ended);
  }

  @Override
  public List<Doubt> open() {
    return jobs.stream()
        .filter(MemoryJob::inDoubt)
        .map(job -> job.paper.orElseThrow().doubt(root(job).code))
        .toList();
  }

  @Override
  public boolean again(AccountId account, JobCode code, Instant now) {
    List<MemoryJob> asking =
        asking(code).filter(job -> root(job).account == account.value()).toList();
    asking.forEach(job -> resume(job, State.GIVEN_UP, now));
    return !asking.isEmpty();
  }

  @Override
  public boolean settle(JobCode code, Decision decision, Instant now) {
    List<MemoryJob> asking = asking(code).toList();
    for (MemoryJob job : asking) {
      switch (decision) {
        case Decision.Absent() -> resume(job, State.NOT_TAKEN, now);
        case Decision.There(var operation) -> {
          job.paper.orElseThrow().found(operation);
          due(job, now);
        }
        case Decision.Lost() ->
            end(job, new Outcome.Failed(new Failure(Failure.Code.OUTCOME_LOST)), Money.ZERO);
      }
    }
    return !asking.isEmpty();
  }

  private Stream<MemoryJob> asking(JobCode code) {
    return jobs.stream()
        .filter(job ->
            root(job).code.equals(code)
                && job.inDoubt()
                && job.status == Status.WAITING
                && !job.cancelled);
  }

  private static void resume(MemoryJob job, State state, Instant now) {
    job.close(state, 0);
    due(job, now);
  }

  private static void due(MemoryJob job, Instant now) {
    job.status = Status.READY;
    job.attempt = 0;
    job.due = now;
  }

  private MemoryJob create(long account, String kind, String request, Instant now) {
    MemoryJob job = new MemoryJob(jobs.size() + 1L, account, kind, request);
    job.due = now;
    enqueue(job, Lane.LIGHT, 0, now);
    return job;
  }

  private void enqueue(MemoryJob job, Lane lane, long weight, Instant now) {
    job.lane = lane;
    job.queued = now;
    job.slot = false;
    job.tag = 0;
    if (!lane.equals(Lane.LIGHT)) {
      String turn = job.account + " " + lane.name();
      MemoryLane line = lanes.get(lane.name());
      job.tag = Math.max(line == null ? 0 : line.tag, turns.getOrDefault(turn, 0L));
      turns.put(turn, job.tag + Math.max(1, weight));
    }
  }

  private static void ready(MemoryJob job, Instant due) {
    job.status = Status.READY;
    job.due = due;
    if (job.paper.filter(it -> it.state == State.ACCEPTED).isEmpty()) {
      job.slot = false;
    }
  }

  private Optional<MemoryJob> fenced(Claim claim) {
    return jobs.stream()
        .filter(job ->
            job.id == claim.job().value()
                && job.attempt == claim.attempt()
                && job.status == Status.RUNNING)
        .findFirst();
  }

  private long left(MemoryJob job) {
    return job.held
        - children(job).mapToLong(child -> child.held + child.cost).sum()
        - job.papers.stream().mapToLong(paper -> paper.actual).sum();
  }

  private MemoryLane line(Lane lane) {
    return lanes.computeIfAbsent(lane.name(), _ -> new MemoryLane());
  }

  private Stream<MemoryJob> children(MemoryJob job) {
    return jobs.stream().filter(child -> child.parent.filter(it -> it == job).isPresent());
  }

  private static MemoryJob root(MemoryJob job) {
    MemoryJob at = job;
    while (at.parent.isPresent()) {
      at = at.parent.get();
    }
    return at;
  }
}
