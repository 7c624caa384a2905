package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.sql.Numbers.literal;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Locking;
import app.photoplay.intake.DeskStore.Cancelled;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Outcome;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/// Cancels a job with all that is made for it: what waits ends at once, what runs or is paid for
/// ends by itself.
final class CancelledFamily {
  private final Jobs jobs;

  CancelledFamily(Jobs jobs) {
    this.jobs = jobs;
  }

  /// Cancels them, in the transaction of the caller.
  ///
  /// @param root locked
  Cancelled cancel(DSLContext sql, Changes changes, JobRecord root, Instant now) {
    Actor person = new Actor.Account(new AccountId(root.getAccount()));
    if (root.getStatus() >= number(Status.MADE)) {
      return new Cancelled.Over();
    }
    Money held = Money.ofMicroUsd(root.getHeld());
    List<JobId> running = new ArrayList<>();
    List<JobId> ended = new ArrayList<>();
    // Youngest first: when the root's turn comes, its children's costs are known.
    var family =
        sql.selectFrom(JOB)
            .where(JOB.ROOT.eq(root.getId()), JOB.STATUS.lt(literal(Status.MADE)))
            .orderBy(JOB.ID.desc());
    Set<Long> waiting = new HashSet<>();
    for (JobRecord job : (Locking.available(sql) ? family.forUpdate() : family).fetch()) {
      job.setCancelled((short) 1);
      boolean provider =
          job.getPaying() != Submissions.NONE && job.getPaying() != Submissions.UNKNOWN;
      boolean runs = job.getStatus() == number(Status.RUNNING);
      if (runs || provider || waiting.contains(job.getId())) {
        // It ends by itself, and its parents after it: their end settles what it will have cost.
        if (provider) {
          job.setDueMs(now.toEpochMilli());
        }
        changes.happened(JobEventRows.of(job, person, Action.CANCELLED, Money.ZERO, now));
        job.update();
        waiting.add(job.getParent());
        if (runs) {
          running.add(new JobId(job.getId()));
        }
      } else {
        jobs.endAtRest(sql, changes, job, new Outcome.Cancelled(), person, Action.CANCELLED, now);
        ended.add(new JobId(job.getId()));
      }
    }
    root.refresh();
    Money spent = Money.ofMicroUsd(root.getCost());
    return new Cancelled.Cancelling(new JobId(root.getId()), held.minus(spent), running, ended);
  }
}
