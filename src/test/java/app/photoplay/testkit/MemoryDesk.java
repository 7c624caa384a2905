package app.photoplay.testkit;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Allowance;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Submission.State;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.Failure;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The people's side of [MemoryDisk].
public final class MemoryDesk implements DeskStore, UnresolvedSubmissions {
  private final MemoryDisk disk;
  private final Map<String, Long> occasions = new HashMap<>();

  MemoryDesk(MemoryDisk disk) {
    this.disk = disk;
  }

  @Override
  public Placed place(NewJob order, Instant now) {
    String key = order.occasion().message().conversation() + " " + order.occasion().key();
    if (occasions.containsKey(key)) {
      return new Placed.Repeated(new JobId(occasions.get(key)));
    }
    long account = order.account().value();
    Optional<MemoryJob> same =
        disk.jobs.stream()
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
        disk.jobs.stream().filter(job -> job.parent.isEmpty() && !job.status.over()).toList();
    if (open.stream().filter(job -> job.account == account).count() >= order.limit()) {
      return new Placed.TooMany();
    }
    if (open.size() >= order.queue()) {
      return new Placed.QueueFull(Optional.empty());
    }
    long price = order.quote().total().microUsd();
    String today = " " + LocalDate.ofInstant(now, disk.caps.zone());
    Map<String, Money> limits = new HashMap<>();
    limits.put("person " + account + today, disk.caps.person());
    limits.put("all" + today, disk.caps.operator());
    order
        .occasion()
        .message()
        .conversation()
        .party()
        .ifPresent(group -> limits.put("group " + group + today, disk.caps.group()));
    boolean over =
        price > 0
            && limits.entrySet().stream()
                .anyMatch(limit ->
                    disk.spending.getOrDefault(limit.getKey(), 0L) + price
                        > limit.getValue().microUsd());
    if (over) {
      return new Placed.OverBudget(
          new Allowance(disk.caps.person(), Money.ZERO, Money.ZERO, Allowance.Nearest.PERSON, now));
    }
    MemoryJob job = disk.create(account, order.kind(), order.request(), now);
    job.priority = order.priority().ordinal();
    job.held = price;
    job.state = order.offer().first();
    if (price > 0) {
      limits.keySet().forEach(scope -> disk.spending.merge(scope, price, Long::sum));
      job.hold = Optional.of(new MemoryJob.Hold(price, List.copyOf(limits.keySet())));
    }
    disk.jobs.add(job);
    occasions.put(key, job.id);
    return new Placed.Accepted(new JobId(job.id));
  }

  @Override
  public Optional<JobId> taken(OrderTrigger occasion) {
    String key = occasion.message().conversation() + " " + occasion.key();
    return Optional.ofNullable(occasions.get(key)).map(JobId::new);
  }

  @Override
  public Optional<JobId> latest(MessageRef message, List<String> drafts) {
    return taken(new OrderTrigger(message, "", "", ""));
  }

  @Override
  public Cancelled cancel(AccountId account, JobCode code, Instant now) {
    Optional<MemoryJob> found =
        disk.jobs.stream()
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
        disk.jobs.stream()
            .filter(job -> MemoryDisk.root(job) == root && !job.status.over())
            .toList();
    for (MemoryJob job : family.reversed()) {
      job.cancelled = true;
      boolean provider = job.paper.filter(it -> it.state != State.UNKNOWN).isPresent();
      boolean parent = disk.children(job).anyMatch(child -> !child.status.over());
      if (job.status == Status.RUNNING || provider || parent) {
        if (provider) {
          job.due = now;
        }
        if (job.status == Status.RUNNING) {
          running.add(new JobId(job.id));
        }
      } else {
        disk.end(job, new Outcome.Cancelled(), Money.ZERO);
        ended.add(new JobId(job.id));
      }
    }
    return new Cancelled.Cancelling(
        new JobId(root.id), Money.ofMicroUsd(held - root.cost), running, ended);
  }

  @Override
  public List<Doubt> open() {
    return disk.jobs.stream()
        .filter(MemoryJob::inDoubt)
        .map(job -> job.paper.orElseThrow().doubt(MemoryDisk.root(job).code))
        .toList();
  }

  @Override
  public Settled again(AccountId account, JobCode code, Instant now) {
    Optional<MemoryJob> own =
        disk.jobs.stream()
            .filter(job -> job.code.equals(code) && job.account == account.value())
            .findFirst();
    if (own.isEmpty()) {
      return Settled.NOT_YOURS;
    }
    Optional<MemoryJob> asking =
        asking(job -> job == own.get()).or(() -> asking(job -> MemoryDisk.root(job) == own.get()));
    asking.ifPresent(job -> resume(job, State.GIVEN_UP, now));
    return asking.isPresent() ? Settled.DONE : Settled.NOT_IN_DOUBT;
  }

  @Override
  public Settled settle(AccountId operator, String key, Decision decision, Instant now) {
    Optional<MemoryJob> asking =
        asking(job -> Submission.key(job.paper.orElseThrow().id).equals(key));
    if (asking.isEmpty()) {
      return Settled.NOT_IN_DOUBT;
    }
    MemoryJob job = asking.get();
    switch (decision) {
      case Decision.Absent() -> resume(job, State.NOT_TAKEN, now);
      case Decision.There(var operation) -> {
        if (disk.jobs.stream()
            .flatMap(it -> it.papers.stream())
            .anyMatch(it -> it != job.paper.orElseThrow() && it.is(operation))) {
          return Settled.OPERATION_TAKEN;
        }
        job.paper.orElseThrow().found(operation);
        due(job, now);
      }
      case Decision.Lost() ->
          disk.end(job, new Outcome.Failed(new Failure(Failure.Code.OUTCOME_LOST)), Money.ZERO);
    }
    return Settled.DONE;
  }

  private Optional<MemoryJob> asking(Predicate<MemoryJob> which) {
    return disk.jobs.stream()
        .filter(job -> job.inDoubt() && job.status == Status.WAITING && !job.cancelled)
        .filter(which)
        .findFirst();
  }

  private static void resume(MemoryJob job, State state, Instant now) {
    job.close(state, 0);
    due(job, now);
  }

  private static void due(MemoryJob job, Instant now) {
    job.status = Status.READY;
    job.attempt = 0;
    job.ends = 0;
    job.due = now;
  }
}
