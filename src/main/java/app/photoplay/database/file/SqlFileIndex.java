package app.photoplay.database.file;

import static app.photoplay.database.generated.Tables.ANSWER;
import static app.photoplay.database.generated.Tables.ARTIFACT;
import static app.photoplay.database.generated.Tables.CAST_MEMBER;
import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.DRAFT;
import static app.photoplay.database.generated.Tables.INBOUND_EVENT;
import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.JOB_EVENT;
import static app.photoplay.database.generated.Tables.PLATFORM_FILE;
import static app.photoplay.database.generated.Tables.REUSE;
import static app.photoplay.database.sql.Numbers.literal;

import app.photoplay.database.Database;
import app.photoplay.database.sql.Ids;
import app.photoplay.delivery.Delivery;
import app.photoplay.job.JobReport.Status;
import app.photoplay.storage.sweep.FileIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/// What the database knows of the kept files.
public final class SqlFileIndex implements FileIndex {

  /// How long ids of handled updates are remembered: platforms repeat updates for a day.
  private static final Duration REMEMBERED = Duration.ofDays(7);

  /// How long an order's events are kept, from the order on.
  private static final Duration WATCHED = Duration.ofDays(90);

  private final Database database;

  public SqlFileIndex(Database database) {
    this.database = database;
  }

  @Override
  public Set<String> needed() {
    return database.read(sql -> {
      Set<String> needed = new HashSet<>();
      // Two queries: together they would look at every job that ever was.
      note(
          needed,
          jobs(
              sql,
              JOB.ROOT.in(
                  DSL.select(JOB.ROOT).from(JOB).where(JOB.STATUS.lt(literal(Status.MADE))))));
      note(
          needed,
          jobs(
              sql,
              JOB.ID.in(
                  DSL.select(DELIVERY.JOB)
                      .from(DELIVERY)
                      .where(DELIVERY.STATE.lt(literal(Delivery.State.DONE))))));
      note(needed, sql.select(DRAFT.PAYLOAD).from(DRAFT));
      note(
          needed,
          sql.select(INBOUND_EVENT.PAYLOAD)
              .from(INBOUND_EVENT)
              .where(INBOUND_EVENT.HANDLED_MS.isNull()));
      note(needed, sql.select(ANSWER.MESSAGE).from(ANSWER));
      note(
          needed,
          sql.select(CAST_MEMBER.PHOTO).from(CAST_MEMBER).where(CAST_MEMBER.PHOTO.isNotNull()));
      return needed;
    });
  }

  private static ResultQuery<?> jobs(DSLContext sql, Condition which) {
    return sql.select(JOB.REQUEST, JOB.STATE, JOB.RESULT).from(JOB).where(which);
  }

  private static void note(Set<String> names, ResultQuery<?> texts) {
    try (Stream<? extends Record> rows = texts.stream()) {
      rows.forEach(row -> {
        for (int i = 0; i < row.size(); i++) {
          Object text = row.get(i);
          if (text != null) {
            names.addAll(FileNames.in(text.toString()));
          }
        }
      });
    }
  }

  @Override
  public Map<String, Instant> used(Collection<String> names) {
    return database.read(sql -> lastUse(sql, ARTIFACT.CONTENT.in(names), names.size()));
  }

  @Override
  public Map<String, Instant> rows(String after, Instant before) {
    return database.read(sql ->
        lastUse(
            sql, ARTIFACT.CONTENT.gt(after).and(ARTIFACT.USED_MS.lt(before.toEpochMilli())), STEP));
  }

  private static Map<String, Instant> lastUse(DSLContext sql, Condition which, int most) {
    return sql.select(ARTIFACT.CONTENT, ARTIFACT.USED_MS)
        .from(ARTIFACT)
        .where(which)
        .orderBy(ARTIFACT.CONTENT)
        .limit(most)
        .fetchMap(ARTIFACT.CONTENT, row -> Instant.ofEpochMilli(row.value2()));
  }

  /// What is served again from files that are gone need not be looked for: it is offered only while
  /// all its files are there, and has a time of its own.
  @Override
  public Set<String> forget(Map<String, Instant> lastUse) {
    return database.write(sql -> {
      List<? extends Query> each =
          lastUse.entrySet().stream()
              .map(one ->
                  sql.deleteFrom(ARTIFACT)
                      .where(
                          ARTIFACT.CONTENT.eq(one.getKey()),
                          ARTIFACT.USED_MS.le(one.getValue().toEpochMilli())))
              .toList();
      sql.batch(each).execute();
      Set<String> gone = new HashSet<>(lastUse.keySet());
      gone.removeAll(lastUse(sql, ARTIFACT.CONTENT.in(lastUse.keySet()), lastUse.size()).keySet());
      sql.deleteFrom(PLATFORM_FILE).where(PLATFORM_FILE.CONTENT.in(gone)).execute();
      return gone;
    });
  }

  /// Forgets, in small steps, drafts that are no longer offered, ids of updates that no platform
  /// repeats any more, results that are not served again, and what happened to jobs long ago.
  ///
  /// @param reuse how long results are served again
  public void tidy(Instant now, Duration reuse) {
    long repeated = now.minus(REMEMBERED).toEpochMilli();
    delete(DRAFT, DRAFT.ENDS_MS, repeated);
    delete(INBOUND_EVENT, INBOUND_EVENT.HANDLED_MS, repeated);
    delete(REUSE, REUSE.CREATED_MS, now.minus(reuse).toEpochMilli());
    delete(JOB_EVENT, JOB_EVENT.JOB, Ids.first(now.minus(WATCHED)));
  }

  private <R extends Record> void delete(Table<R> table, Field<Long> since, long before) {
    List<TableField<R, ?>> key =
        java.util.Objects.requireNonNull(table.getPrimaryKey()).getFields();
    Result<Record> some;
    do {
      some =
          database.read(
              sql -> sql.select(key).from(table).where(since.lt(before)).limit(STEP).fetch());
      Result<Record> old = some;
      if (!old.isEmpty() && !Thread.currentThread().isInterrupted()) {
        database.write(sql -> sql.deleteFrom(table).where(DSL.row(key).in(old)).execute());
      }
    } while (some.size() == STEP && !Thread.currentThread().isInterrupted());
  }
}
