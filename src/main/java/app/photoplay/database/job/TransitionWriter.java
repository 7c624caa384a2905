package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.database.account.LedgerRules;
import app.photoplay.database.batch.BatchOperation;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.job.JobTransactions.Done;
import app.photoplay.database.sql.Ids;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore.Commit;
import app.photoplay.engine.Transition;
import app.photoplay.job.Artifact;
import app.photoplay.job.Failure;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobEvent.Action;
import app.photoplay.storage.reuse.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// What a step leads to, written inside one transaction on a row whose fence has held.
final class TransitionWriter
    implements BatchOperation<TransitionWriter.Step, Done<TransitionWriter.Written>> {
  private final Jobs jobs;
  private final LedgerRules books;
  private final Ids ids;

  TransitionWriter(Jobs jobs, LedgerRules books, Ids ids) {
    this.jobs = jobs;
    this.books = books;
    this.ids = ids;
  }

  /// All in one go. A job and its parent are never among them: who has children at work does not
  /// run.
  @Override
  public List<Done<Written>> write(DSLContext sql, List<Step> steps) {
    Map<Long, JobRecord> rows = Fence.rows(sql, steps.stream().map(Step::claim).toList());
    Changes changes = new Changes(ids);
    List<Done<Written>> written = new ArrayList<>();
    for (Step step : steps) {
      JobRecord job = rows.get(step.claim().job().value());
      int before = changes.count();
      Written one =
          job != null && Fence.holds(job, step.claim())
              ? new Written(write(sql, changes, job, step), job.getFingerprint())
              : new Written(Commit.OUTDATED, "");
      written.add(new Done<>(one, changes.since(before)));
    }
    changes.write(sql);
    return written;
  }

  private Commit write(DSLContext sql, Changes changes, JobRecord job, Step step) {
    Transition next = step.transition();
    Instant now = step.now();
    if (next instanceof Transition.Submitted(var submission, var fate, var then)) {
      Submissions.settle(sql, job, submission.id(), fate, now);
      next = then;
    }
    forgive(job, next);
    Commit commit =
        job.getCancelled() != 0
            ? cancelled(sql, changes, job, next, now)
            : apply(sql, changes, job, step.claim(), next, step.made(), now);
    changes.happened(StepEvents.of(step, job));
    return commit;
  }

  /// A step that has led to anything does not end programs; one that was cut off has said nothing.
  private static void forgive(JobRecord job, Transition next) {
    if (job.getAlone() != 0) {
      job.setAlone((short) 0);
    }
    if (job.getEnds() != 0
        && !(next instanceof Transition.Repeat(_, boolean counted) && !counted)) {
      job.setEnds(0);
    }
  }

  /// The person does not want it any more. What a provider has is stopped there first.
  private Commit cancelled(
      DSLContext sql, Changes changes, JobRecord job, Transition next, Instant now) {
    boolean provider =
        job.getPaying() != Submissions.NONE && job.getPaying() != Submissions.UNKNOWN;
    if (provider && !(next instanceof Transition.End)) {
      ready(job, next instanceof Transition.Repeat(var due, _) ? due : now);
      if (next instanceof Transition.Onward(var state, var stage)) {
        // Only now does the kind know what to stop.
        job.setState(state);
        job.setStage(stage);
      }
      job.setAttempt(0);
      changes.job(job);
      return Commit.WRITTEN;
    }
    Money spent = next instanceof Transition.End(_, var cost) ? cost : Money.ZERO;
    end(sql, changes, job, new Outcome.Cancelled(), spent, now);
    return Commit.CANCELLED;
  }

  private Commit apply(
      DSLContext sql,
      Changes changes,
      JobRecord job,
      Claim claim,
      Transition transition,
      Map<String, List<Artifact>> made,
      Instant now) {
    switch (transition) {
      case Transition.Onward(var state, var stage) -> {
        job.setState(state);
        job.setStage(stage);
        job.setAttempt(0);
        changes.job(job);
        return Commit.CONTINUED;
      }
      case Transition.Ready(var state, var stage, var lane, var weight, var due) -> {
        ready(job, due);
        if (!job.getLane().equals(lane.name())) {
          Lanes.enqueue(sql, job, lane, weight, now);
        }
        job.setState(state);
        job.setStage(stage);
        job.setAttempt(0);
        changes.job(job);
      }
      case Transition.Repeat(var due, var counted) ->
          repeat(changes, job, claim.attempt(), due, counted);
      case Transition.Pause(var until, var counted) -> {
        Lanes.pause(sql, job.getLane(), until);
        repeat(changes, job, claim.attempt(), until, counted);
      }
      case Transition.Refund(var state, var stage, var due) -> {
        refund(sql, job, now);
        ready(job, due);
        Lanes.enqueue(sql, job, Lane.LATE, 0, now);
        job.setState(state);
        job.setStage(stage);
        job.setAttempt(0);
        changes.job(job);
      }
      case Transition.Detach(var state, var stage, var due, var failure) -> {
        if (job.getPaying() == Submissions.ACCEPTED) {
          changes.happened(new Detached(jobs).from(sql, job, state, stage, due, now));
        }
        end(sql, changes, job, new Outcome.Failed(failure), Money.ZERO, now);
      }
      case Transition.Ask() -> {
        ready(job, now);
        job.setSlot((short) 0);
        job.setStatus(number(Status.WAITING));
        changes.job(job);
      }
      case Transition.Fork fork -> fork(sql, changes, claim, job, fork, made, now);
      // Whoever has had children has seen them all end.
      case Transition.End(var outcome, var cost) when claim.children().isEmpty() ->
          jobs.end(sql, changes, job, outcome, cost, Money.ZERO, now);
      case Transition.End(var outcome, var cost) -> end(sql, changes, job, outcome, cost, now);
      case Transition.Submitted _ -> throw new IllegalStateException("a submission within one");
    }
    return Commit.WRITTEN;
  }

  private void end(
      DSLContext sql, Changes changes, JobRecord job, Outcome outcome, Money cost, Instant now) {
    jobs.end(sql, changes, job, outcome, cost, Jobs.childrenCost(sql, job.getId()), now);
  }

  private static void repeat(
      Changes changes, JobRecord job, int attempt, Instant due, boolean counted) {
    ready(job, due);
    job.setAttempt(counted ? attempt : attempt - 1);
    changes.job(job);
  }

  /// Back into its lane's line, where it was; its place it keeps only while a provider works for
  /// it.
  private static void ready(JobRecord job, Instant due) {
    job.setStatus(number(Status.READY));
    job.setOwner(null);
    job.setDueMs(due.toEpochMilli());
    if (job.getPaying() != Submissions.ACCEPTED) {
      job.setSlot((short) 0);
    }
  }

  private void refund(DSLContext sql, JobRecord job, Instant now) {
    books.settle(sql, job.getRoot(), Money.ZERO, now);
    sql.update(JOB)
        .set(JOB.REFUNDED_MS, now.toEpochMilli())
        .set(JOB.HELD, 0L)
        .where(JOB.ROOT.eq(job.getRoot()), JOB.STATUS.lt(number(Status.MADE)))
        .execute();
    job.setHeld(0L);
    job.setRefundedMs(now.toEpochMilli());
  }

  private void fork(
      DSLContext sql,
      Changes changes,
      Claim claim,
      JobRecord parent,
      Transition.Fork fork,
      Map<String, List<Artifact>> made,
      Instant now) {
    List<String> there =
        sql.select(JOB.CHILD_NAME)
            .from(JOB)
            .where(JOB.PARENT.eq(parent.getId()))
            .fetch(JOB.CHILD_NAME);
    List<Transition.Fork.Child> fresh =
        fork.children().stream().filter(child -> !there.contains(child.name())).toList();
    Money left = parent.getRefundedMs() == null ? Submissions.left(sql, parent) : Money.ZERO;
    for (Transition.Fork.Child child : fresh) {
      Optional<List<Artifact>> result = Optional.ofNullable(made.get(child.name()));
      boolean free = parent.getRefundedMs() != null || result.isPresent() || child.price().isZero();
      boolean affordable = free || child.price().compareTo(left) <= 0;
      if (!free && affordable) {
        left = left.minus(child.price());
      }
      changes.happened(start(sql, claim, parent, child, new Start(result, affordable), now));
    }
    int unfinished =
        sql.fetchCount(JOB, JOB.PARENT.eq(parent.getId()).and(JOB.STATUS.lt(number(Status.MADE))));
    ready(parent, now);
    Lanes.enqueue(sql, parent, Lane.LIGHT, 0, now);
    parent.setStatus(number(unfinished == 0 ? Status.READY : Status.WAITING));
    parent.setState(fork.state());
    parent.setStage(fork.stage());
    parent.setAttempt(0);
    parent.setWaitingOn(unfinished);
    changes.job(parent);
  }

  /// How a child begins.
  ///
  /// @param made its result, when it is there already
  /// @param affordable whether there is money for it
  private record Start(Optional<List<Artifact>> made, boolean affordable) {}

  private JobEvent start(
      DSLContext sql,
      Claim claim,
      JobRecord parent,
      Transition.Fork.Child child,
      Start start,
      Instant now) {
    Fingerprint fingerprint =
        Fingerprint.of(new AccountId(parent.getAccount()), child.kind(), child.request());
    JobRecord row =
        jobs.create(sql, parent.getAccount(), child.kind(), child.request(), fingerprint, now);
    row.setRoot(parent.getRoot());
    row.setParent(parent.getId());
    row.setChildName(child.name());
    row.setState(child.state());
    row.setPriority(parent.getPriority());
    row.setRefundedMs(parent.getRefundedMs());
    if (start.made().isPresent()) {
      List<Artifact> made = start.made().get();
      jobs.fill(row, made, now);
      made.forEach(file -> jobs.touch(sql, file.content(), file.bytes(), now));
    } else if (!start.affordable()) {
      Jobs.fail(row, new Failure(Failure.Code.DEARER_THAN_HELD), now);
    } else if (parent.getRefundedMs() == null) {
      row.setHeld(child.price().microUsd());
    }
    Actor actor = new Actor.Instance(claim.owner());
    Money held = Money.ofMicroUsd(row.getHeld());
    JobEvent started = JobEventRows.of(row, actor, Action.ORDERED, held, now);
    row.insert();
    return started;
  }

  /// What a claim's step leads to.
  ///
  /// @param made results that children need not make, by their names
  record Step(Claim claim, Transition transition, Map<String, List<Artifact>> made, Instant now) {}

  /// What became of it.
  ///
  /// @param fingerprint of the job; empty when nothing was written
  record Written(Commit commit, String fingerprint) {}
}
