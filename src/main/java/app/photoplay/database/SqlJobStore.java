package app.photoplay.database;

import static app.photoplay.database.Jobs.number;
import static app.photoplay.database.generated.Tables.JOB;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.Transition;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.storage.Fingerprint;
import app.photoplay.storage.ReuseCache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The engine's jobs in the database. Whoever is running a job is named in its row; after a restart
/// that name is a former life's, and its rows are freed.
public final class SqlJobStore implements JobStore {
  private final Database database;
  private final Jobs jobs;
  private final ReuseCache reuse;

  public SqlJobStore(Database database, Caps caps, Ids ids, ReuseCache reuse) {
    this.database = database;
    this.jobs = new Jobs(ids, new Books(caps, ids));
    this.reuse = reuse;
  }

  @Override
  public void recover(Instant now) {
    database.write(sql -> {
      // Cancelled ones must not be worked on again. Children first: their cost is their parent's.
      for (JobRecord job :
          sql.selectFrom(JOB)
              .where(
                  JOB.STATUS.eq(number(Status.RUNNING)),
                  JOB.CANCELLED.ne((short) 0),
                  Owners.gone(JOB.OWNER, owner()))
              .orderBy(JOB.ID.desc())
              .fetch()) {
        jobs.end(sql, job, new Outcome.Cancelled(), Money.ZERO, now);
      }
      return sql.update(JOB)
          .set(JOB.STATUS, number(Status.READY))
          .setNull(JOB.OWNER)
          .set(JOB.DUE_MS, now.toEpochMilli())
          .where(JOB.STATUS.eq(number(Status.RUNNING)), Owners.gone(JOB.OWNER, owner()))
          .execute();
    });
  }

  private String owner() {
    return database.instance().owner();
  }

  @Override
  public List<Claim> claim(Map<Lane, Integer> room, Instant now) {
    if (!database.instance().holdsFor(Duration.ZERO)) {
      return List.of();
    }
    boolean due =
        database.read(sql ->
            sql.fetchExists(
                JOB,
                JOB.STATUS
                    .eq(number(Status.READY))
                    .and(JOB.LANE.in(room.keySet().stream().map(Lane::name).toList()))
                    .and(JOB.DUE_MS.le(now.toEpochMilli()))));
    return due ? database.write(sql -> claim(sql, room, now)) : List.of();
  }

  @Override
  public Commit commit(Claim claim, Transition transition, Instant now) {
    // Looked up outside the transaction: a file's presence is not the database's business.
    Map<String, List<Artifact>> made = new HashMap<>();
    if (transition instanceof Transition.Fork fork) {
      AccountId account = account(claim.job());
      for (Transition.Fork.Child child : fork.children()) {
        reuse
            .find(Fingerprint.of(account, child.kind(), child.request()))
            .ifPresent(artifacts -> made.put(child.name(), artifacts));
      }
    }
    Commit commit = database.write(sql -> commit(sql, claim, transition, made, now));
    if (transition instanceof Transition.End(Outcome.Made _, _)) {
      // What was made afresh replaces an earlier result, which may still be in memory.
      reuse.forget(Fingerprint.of(account(claim.job()), claim.kind(), claim.request()));
    }
    return commit;
  }

  @Override
  public Optional<Instant> nextDue(Instant after) {
    return database
        .read(sql ->
            sql.select(DSL.min(JOB.DUE_MS))
                .from(JOB)
                .where(JOB.STATUS.eq(number(Status.READY)), JOB.DUE_MS.gt(after.toEpochMilli()))
                .fetchOptional(DSL.min(JOB.DUE_MS)))
        .map(Instant::ofEpochMilli);
  }

  private List<Claim> claim(DSLContext sql, Map<Lane, Integer> room, Instant now) {
    List<Long> due = new ArrayList<>();
    room.forEach((lane, free) ->
        due.addAll(
            sql.select(JOB.ID)
                .from(JOB)
                .where(
                    JOB.STATUS.eq(number(Status.READY)),
                    JOB.LANE.eq(lane.name()),
                    JOB.DUE_MS.le(now.toEpochMilli()))
                .orderBy(JOB.ID)
                .limit(free)
                .fetch(JOB.ID)));
    if (due.isEmpty()) {
      return List.of();
    }
    String owner = owner();
    Map<Long, Map<String, Outcome>> children = children(sql, due);
    return sql.update(JOB)
        .set(JOB.STATUS, number(Status.RUNNING))
        .set(JOB.OWNER, owner)
        .set(JOB.ATTEMPT, JOB.ATTEMPT.plus(1))
        .where(JOB.ID.in(due))
        .returning(JOB.ID, JOB.CODE, JOB.KIND, JOB.REQUEST, JOB.STATE, JOB.LANE, JOB.ATTEMPT)
        .fetch(row ->
            new Claim(
                new JobId(row.getId()),
                new JobCode(row.getCode()),
                row.getKind(),
                row.getRequest(),
                row.getState(),
                new Lane(row.getLane()),
                row.getAttempt(),
                owner,
                children.getOrDefault(row.getId(), Map.of())));
  }

  private static Map<Long, Map<String, Outcome>> children(DSLContext sql, List<Long> parents) {
    Map<Long, Map<String, Outcome>> children = new HashMap<>();
    sql.selectFrom(JOB)
        .where(JOB.PARENT.in(parents))
        .forEach(child ->
            SqlJobReader.outcome(child)
                .ifPresent(outcome ->
                    children
                        .computeIfAbsent(child.getParent(), _ -> new HashMap<>())
                        .put(child.getChildName(), outcome)));
    return children;
  }

  private Commit commit(
      DSLContext sql,
      Claim claim,
      Transition transition,
      Map<String, List<Artifact>> made,
      Instant now) {
    JobRecord job =
        sql.selectFrom(JOB)
            .where(
                JOB.ID.eq(claim.job().value()),
                JOB.ATTEMPT.eq(claim.attempt()),
                JOB.OWNER.eq(claim.owner()),
                JOB.STATUS.eq(number(Status.RUNNING)))
            .fetchOne();
    if (job == null) {
      return Commit.OUTDATED;
    }
    if (job.getCancelled() != 0) {
      Money spent = transition instanceof Transition.End(_, var cost) ? cost : Money.ZERO;
      jobs.end(sql, job, new Outcome.Cancelled(), spent, now);
      return Commit.CANCELLED;
    }
    switch (transition) {
      case Transition.Ready(var state, var stage, var lane, var due) -> {
        ready(job, due);
        job.setState(state);
        job.setStage(stage);
        job.setLane(lane.name());
        job.setAttempt(0);
        job.update();
      }
      case Transition.Repeat(var due, var counted) -> {
        ready(job, due);
        job.setAttempt(counted ? claim.attempt() : claim.attempt() - 1);
        job.update();
      }
      case Transition.Fork fork -> fork(sql, job, fork, made, now);
      case Transition.End(var outcome, var cost) -> jobs.end(sql, job, outcome, cost, now);
    }
    return Commit.WRITTEN;
  }

  private static void ready(JobRecord job, Instant due) {
    job.setStatus(number(Status.READY));
    job.setOwner(null);
    job.setDueMs(due.toEpochMilli());
  }

  private void fork(
      DSLContext sql,
      JobRecord parent,
      Transition.Fork fork,
      Map<String, List<Artifact>> made,
      Instant now) {
    List<String> there =
        sql.select(JOB.CHILD_NAME)
            .from(JOB)
            .where(JOB.PARENT.eq(parent.getId()))
            .fetch(JOB.CHILD_NAME);
    for (Transition.Fork.Child child : fork.children()) {
      if (!there.contains(child.name())) {
        start(sql, parent, child, Optional.ofNullable(made.get(child.name())), now);
      }
    }
    int unfinished =
        sql.fetchCount(JOB, JOB.PARENT.eq(parent.getId()).and(JOB.STATUS.lt(number(Status.MADE))));
    ready(parent, now);
    parent.setStatus(number(unfinished == 0 ? Status.READY : Status.WAITING));
    parent.setState(fork.state());
    parent.setStage(fork.stage());
    parent.setLane(Lane.LIGHT.name());
    parent.setAttempt(0);
    parent.setWaitingOn(unfinished);
    parent.update();
  }

  private void start(
      DSLContext sql,
      JobRecord parent,
      Transition.Fork.Child child,
      Optional<List<Artifact>> made,
      Instant now) {
    Fingerprint fingerprint =
        Fingerprint.of(new AccountId(parent.getAccount()), child.kind(), child.request());
    JobRecord row =
        jobs.create(sql, parent.getAccount(), child.kind(), child.request(), fingerprint, now);
    row.setRoot(parent.getRoot());
    row.setParent(parent.getId());
    row.setChildName(child.name());
    made.ifPresent(artifacts -> jobs.fill(row, artifacts, now));
    row.insert();
  }

  private AccountId account(JobId job) {
    return database.read(sql ->
        new AccountId(
            sql.selectFrom(JOB).where(JOB.ID.eq(job.value())).fetchSingle().getAccount()));
  }
}
