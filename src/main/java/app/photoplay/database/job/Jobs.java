package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.ARTIFACT;
import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.REUSE;
import static app.photoplay.database.sql.Numbers.literal;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.Money;
import app.photoplay.database.account.LedgerRules;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.Json;
import app.photoplay.database.sql.Locking;
import app.photoplay.database.sql.PlainStatement;
import app.photoplay.job.Artifact;
import app.photoplay.job.Failure;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.Priority;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent.Action;
import app.photoplay.storage.reuse.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// How job rows come and end, inside other transactions.
final class Jobs {
  private static final PlainStatement SAME_CODE =
      new PlainStatement("select 1 from job where code = ?");

  private final Ids ids;
  private final LedgerRules books;

  Jobs(Ids ids, LedgerRules books) {
    this.ids = ids;
    this.books = books;
  }

  /// A new row, ready for its first step. Its root is itself until the caller says otherwise.
  JobRecord create(
      DSLContext sql,
      long account,
      String kind,
      String request,
      Fingerprint fingerprint,
      Instant now) {
    JobRecord job = sql.newRecord(JOB);
    job.setId(ids.next());
    job.setCode(freshCode(sql, ThreadLocalRandom.current()::nextLong));
    job.setAccount(account);
    job.setRoot(job.getId());
    job.setKind(kind);
    job.setRequest(request);
    job.setFingerprint(fingerprint.value());
    job.setStatus(number(Status.READY));
    job.setState("");
    job.setStage("");
    job.setPriority(number(Priority.NORMAL));
    Lanes.enqueue(sql, job, Lane.LIGHT, 0, now);
    job.setPaying(Submissions.NONE);
    job.setDueMs(now.toEpochMilli());
    job.setAttempt(0);
    job.setWaitingOn(0);
    job.setCancelled((short) 0);
    job.setFromCache((short) 0);
    job.setHeld(0L);
    job.setCost(0L);
    job.setCreatedMs(now.toEpochMilli());
    return job;
  }

  /// A code that no job has. Codes are short, so among some ten thousand jobs two would meet. On
  /// PostgreSQL, where a look is a way over the network, the transaction is rather run again.
  static String freshCode(DSLContext sql, LongSupplier random) {
    String code = JobCode.of(random.getAsLong()).value();
    while (!Locking.available(sql) && SAME_CODE.findsAny(sql, code)) {
      code = JobCode.of(random.getAsLong()).value();
    }
    return code;
  }

  /// Gives a row the result of an earlier job.
  void fill(JobRecord job, List<Artifact> made, Instant now) {
    job.setStatus(number(Status.MADE));
    job.setResult(Json.artifacts(made));
    job.setFromCache((short) 1);
    job.setEndedMs(now.toEpochMilli());
  }

  /// Ends a row that never began.
  static void fail(JobRecord job, Failure failure, Instant now) {
    job.setStatus(number(Status.FAILED));
    job.setFailure(Json.failure(failure));
    job.setEndedMs(now.toEpochMilli());
  }

  /// Ends a job: result, reuse entry, money, deliveries, parent.
  ///
  /// @param childrenCost what its children have cost, see [#childrenCost]
  void end(
      DSLContext sql,
      Changes changes,
      JobRecord job,
      Outcome outcome,
      Money ownCost,
      Money childrenCost,
      Instant now) {
    Money cost = ownCost.plus(childrenCost);
    job.setCost(cost.microUsd());
    job.setOwner(null);
    job.setSlot((short) 0);
    boolean failed = outcome instanceof Outcome.Failed;
    Submissions.close(sql, job, failed ? Optional.empty() : Optional.of(ownCost), now);
    job.setEndedMs(now.toEpochMilli());
    switch (outcome) {
      case Outcome.Made(var artifacts) -> {
        job.setStatus(number(Status.MADE));
        job.setResult(Json.artifacts(artifacts));
        keep(sql, job, artifacts, now);
      }
      case Outcome.Failed(var failure) -> {
        job.setStatus(number(Status.FAILED));
        job.setFailure(Json.failure(failure));
      }
      case Outcome.Cancelled() -> job.setStatus(number(Status.CANCELLED));
    }
    if (job.getParent() == null) {
      // What failed on our side is not charged; what was spent before a cancel is.
      Money spent = failed ? Money.ZERO : cost;
      // What has no hold, or had it settled before, is charged nothing.
      job.setCost(job.getHeld() == 0 ? 0 : books.settle(sql, job.getId(), spent, now).microUsd());
      changes.show(job.getId());
    } else {
      sql.update(JOB)
          .set(JOB.WAITING_ON, JOB.WAITING_ON.minus(1))
          .set(
              JOB.STATUS,
              DSL.when(JOB.WAITING_ON.le(1), number(Status.READY)).otherwise(JOB.STATUS))
          .set(JOB.DUE_MS, now.toEpochMilli())
          .where(JOB.ID.eq(job.getParent()), JOB.STATUS.eq(number(Status.WAITING)))
          .execute();
    }
    job.setHeld(0L);
    changes.job(job);
  }

  /// Ends a job at which no program is, and writes that at once.
  void endAtRest(
      DSLContext sql,
      Changes changes,
      JobRecord job,
      Outcome outcome,
      Actor by,
      Action action,
      Instant now) {
    end(sql, changes, job, outcome, Money.ZERO, childrenCost(sql, job.getId()), now);
    changes.happened(JobEventRows.of(job, by, action, Money.ofMicroUsd(job.getCost()), now));
    changes.write(sql);
  }

  /// Notes that files exist or were used, so that the sweep knows them.
  void touch(DSLContext sql, String content, long bytes, Instant now) {
    sql.insertInto(ARTIFACT)
        .set(ARTIFACT.CONTENT, content)
        .set(ARTIFACT.BYTES, bytes)
        .set(ARTIFACT.CREATED_MS, now.toEpochMilli())
        .set(ARTIFACT.USED_MS, now.toEpochMilli())
        .onConflict(ARTIFACT.CONTENT)
        .doUpdate()
        .set(ARTIFACT.USED_MS, now.toEpochMilli())
        .execute();
  }

  private void keep(DSLContext sql, JobRecord job, List<Artifact> artifacts, Instant now) {
    artifacts.forEach(artifact -> touch(sql, artifact.content(), artifact.bytes(), now));
    // what has gaps is worth another try, which must not find it again
    if (artifacts.isEmpty() || !Artifact.missing(artifacts).isEmpty()) {
      return;
    }
    sql.insertInto(REUSE)
        .set(REUSE.FINGERPRINT, job.getFingerprint())
        .set(REUSE.ACCOUNT, job.getAccount())
        .set(REUSE.JOB, job.getId())
        .set(REUSE.ARTIFACTS, Json.artifacts(artifacts))
        .set(REUSE.CREATED_MS, now.toEpochMilli())
        .onConflict(REUSE.FINGERPRINT)
        .doUpdate()
        .set(REUSE.JOB, job.getId())
        .set(REUSE.ARTIFACTS, Json.artifacts(artifacts))
        .set(REUSE.CREATED_MS, now.toEpochMilli())
        .execute();
  }

  /// Whether it has ended.
  static boolean over(JobRecord job) {
    return job.getStatus() >= number(Status.MADE);
  }

  /// What is charged for a job's children: nothing for those that failed, whatever a provider took.
  static Money childrenCost(DSLContext sql, long job) {
    return Money.ofMicroUsd(
        sql.select(DSL.coalesce(DSL.sum(JOB.COST), 0).cast(Long.class))
            .from(JOB)
            .where(JOB.PARENT.eq(job), JOB.STATUS.ne(literal(Status.FAILED)))
            .fetchSingle()
            .value1());
  }

  /// Jobs that stand in their lane's line, and those that have a place in it.
  static final Condition IN_LINE = JOB.SLOT.eq(DSL.inline((short) 0));

  static final Condition IN_PLACE = JOB.SLOT.eq(DSL.inline((short) 1));
}
