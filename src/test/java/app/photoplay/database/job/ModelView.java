package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.SPENDING;

import app.photoplay.database.Database;
import app.photoplay.engine.Claim;
import app.photoplay.intake.DeskStore;
import app.photoplay.job.JobId;
import app.photoplay.testkit.MemoryDisk;
import app.photoplay.testkit.MemoryJob;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The same words for the same things in the database and in the model, where jobs have other ids.
///
/// @param ids of the jobs in the database, oldest first; the model numbers them from 1
record ModelView(List<Long> ids) {
  static String stored(Database database) {
    return database.read(sql -> {
      StringBuilder all = new StringBuilder();
      sql.selectFrom(JOB)
          .orderBy(JOB.ID)
          .forEach(job ->
              all.append(job.getStatus())
                  .append(' ')
                  .append(job.getLane())
                  .append(job.getSlot() != 0 ? " slot" : "")
                  .append(" held ")
                  .append(job.getHeld())
                  .append(" cost ")
                  .append(job.getCost())
                  .append(" paying ")
                  .append(job.getPaying())
                  .append(" claim ")
                  .append(job.getClaim())
                  .append(" attempt ")
                  .append(job.getAttempt())
                  .append(" ends ")
                  .append(job.getEnds())
                  .append('\n'));
      Map<String, Long> spent = new TreeMap<>();
      sql.selectFrom(SPENDING)
          .forEach(row -> spent.put(row.getScope() + " " + row.getDay(), row.getMicroUsd()));
      spent.values().removeIf(amount -> amount == 0);
      return all.append(spent).toString();
    });
  }

  static String modelled(MemoryDisk disk) {
    StringBuilder all = new StringBuilder();
    for (MemoryJob job : disk.jobs()) {
      all.append(job.status.ordinal())
          .append(' ')
          .append(job.lane.name())
          .append(job.slot ? " slot" : "")
          .append(" held ")
          .append(job.held)
          .append(" cost ")
          .append(job.cost)
          .append(" paying ")
          .append(job.paper.map(paper -> paper.state.ordinal() + 1).orElse(0))
          .append(" claim ")
          .append(job.claim)
          .append(" attempt ")
          .append(job.attempt)
          .append(" ends ")
          .append(job.ends)
          .append('\n');
    }
    Map<String, Long> spent = new TreeMap<>(disk.spending());
    spent.values().removeIf(amount -> amount == 0);
    return all.append(spent).toString();
  }

  String plain(DeskStore.Placed placed, boolean stored) {
    return switch (placed) {
      case DeskStore.Placed.Accepted(var job) -> "accepted " + number(job, stored);
      case DeskStore.Placed.Joined(var job) -> "joined " + number(job, stored);
      case DeskStore.Placed.Made(var job) -> "made " + number(job, stored);
      case DeskStore.Placed.Repeated(var job) -> "repeated " + number(job, stored);
      case DeskStore.Placed.Stale _ -> "stale";
      case DeskStore.Placed.TooMany() -> "too many";
      case DeskStore.Placed.QueueFull _ -> "queue full";
      case DeskStore.Placed.OverBudget _ -> "over budget";
    };
  }

  String plain(Claim claim, boolean stored) {
    return number(claim.job(), stored)
        + " "
        + claim.state()
        + " "
        + claim.lane().name()
        + " "
        + claim.attempt()
        + " "
        + claim.number()
        + " "
        + claim.ends()
        + " "
        + new TreeMap<>(claim.children())
        + " "
        + claim.flags()
        + " "
        + claim.submission().map(it -> it.state() + " " + it.operation() + " " + it.estimate());
  }

  String plain(DeskStore.Cancelled cancelled, boolean stored) {
    return switch (cancelled) {
      case DeskStore.Cancelled.Unknown() -> "unknown";
      case DeskStore.Cancelled.Over() -> "over";
      case DeskStore.Cancelled.Cancelling(var job, var back, var running, var ended) ->
          number(job, stored)
              + " back "
              + back
              + " running "
              + running.stream().map(it -> number(it, stored)).toList()
              + " ended "
              + ended.stream().map(it -> number(it, stored)).toList();
    };
  }

  /// The number of a job in the order in which they came.
  private long number(JobId job, boolean stored) {
    if (!stored) {
      return job.value();
    }
    int known = ids.indexOf(job.value());
    return known < 0 ? -1 : known + 1L;
  }
}
