package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.JOB_EVENT;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.Money;
import app.photoplay.database.generated.tables.records.JobEventRecord;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.Numbers;
import app.photoplay.database.sql.PlainStatement;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Stage;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobEvent.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Makes events of the changes to job rows, and rows of events.
final class JobEventRows {
  private static final PlainStatement INSERT =
      new PlainStatement(
          "insert into %s (%s) values (%s)"
              .formatted(
                  JOB_EVENT.getName(),
                  JOB_EVENT.fieldStream().map(Field::getName).collect(Collectors.joining(", ")),
                  JOB_EVENT.fieldStream().map(_ -> "?").collect(Collectors.joining(", "))));

  private JobEventRows() {}

  /// What a row that has been changed and not yet written says has happened. Notes in it when that
  /// was.
  static JobEvent of(JobRecord job, Actor actor, Action action, Money money, Instant now) {
    Optional<Status> before =
        Optional.ofNullable(job.original(JOB.STATUS)).map(JobEventRows::status);
    long millis = now.toEpochMilli();
    long last = since(job);
    long begun = before.equals(Optional.of(Status.RUNNING)) ? job.getClaimedMs() : millis;
    job.setMovedMs(millis);
    return new JobEvent(
        new JobId(job.getId()),
        job.getKind(),
        Instant.ofEpochMilli(millis),
        actor,
        action,
        before,
        status(job.getStatus()),
        Stage.of(job.getStage()),
        new Lane(Optional.ofNullable(job.original(JOB.LANE)).orElse(job.getLane())),
        job.getAttempt(),
        between(last, millis),
        between(Math.max(last, begun), millis),
        money,
        Optional.empty(),
        Optional.empty());
  }

  /// When the last event of a job was.
  private static long since(JobRecord job) {
    @Nullable Long moved = job.getMovedMs();
    return moved == null || moved == 0 ? job.getCreatedMs() : moved;
  }

  /// A clock that was set back makes no time negative.
  private static Duration between(long from, long to) {
    return Duration.ofMillis(Math.max(0, to - from));
  }

  private static Status status(short number) {
    return Status.values()[number];
  }

  /// Writes them together.
  static void insert(DSLContext sql, Ids ids, List<JobEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    INSERT.forEach(sql, events.stream().map(event -> row(event, ids.next())).toList());
  }

  /// In the order of the table's columns.
  private static @Nullable Object[] row(JobEvent event, long id) {
    return new @Nullable Object[] {
      event.job().value(),
      id,
      event.at().toEpochMilli(),
      event.actor().stored(),
      number(event.action()),
      event.before().map(Numbers::number).orElse(null),
      number(event.after()),
      event.stage().stored(),
      event.lane().name(),
      event.attempt(),
      event.elapsed().toMillis(),
      event.worked().toMillis(),
      event.money().microUsd(),
      event.request().orElse(null),
      event.operation().orElse(null),
      event.note().orElse(null)
    };
  }

  static JobEvent event(String kind, JobEventRecord row) {
    return new JobEvent(
        new JobId(row.getJob()),
        kind,
        Instant.ofEpochMilli(row.getAtMs()),
        Actor.of(row.getActor()),
        Action.values()[row.getAction()],
        Optional.ofNullable(row.getStatusBefore()).map(JobEventRows::status),
        status(row.getStatus()),
        Stage.of(row.getStage()),
        new Lane(row.getLane()),
        row.getAttempt(),
        Duration.ofMillis(row.getElapsedMs()),
        Duration.ofMillis(row.getWorkedMs()),
        Money.ofMicroUsd(row.getMicroUsd()),
        Optional.ofNullable(row.getRequest()),
        Optional.ofNullable(row.getOperation()),
        Optional.ofNullable(row.getNote()));
  }
}
