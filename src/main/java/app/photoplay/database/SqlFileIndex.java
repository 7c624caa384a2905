package app.photoplay.database;

import static app.photoplay.database.Jobs.number;
import static app.photoplay.database.generated.Tables.ARTIFACT;
import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.DRAFT;
import static app.photoplay.database.generated.Tables.INBOUND_EVENT;
import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.REUSE;

import app.photoplay.delivery.Parcel;
import app.photoplay.job.JobReport.Status;
import app.photoplay.storage.FileIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/// What the database knows of the kept files.
public final class SqlFileIndex implements FileIndex {
  private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");

  /// How long ids of handled updates are remembered: platforms repeat updates for a day.
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Database database;

  public SqlFileIndex(Database database) {
    this.database = database;
  }

  @Override
  public List<String> outlived(Instant before, long most) {
    return database.read(sql -> {
      Set<String> needed = needed(sql);
      List<String> outlived = new ArrayList<>();
      long bytes = 0;
      for (var row : sql.selectFrom(ARTIFACT).orderBy(ARTIFACT.USED_MS.desc()).fetch()) {
        bytes += row.getBytes();
        boolean old = row.getUsedMs() < before.toEpochMilli();
        if ((old || bytes > most) && !needed.contains(row.getContent())) {
          outlived.add(row.getContent());
        }
      }
      return outlived;
    });
  }

  @Override
  public void forget(List<String> contents) {
    database.write(sql -> {
      for (String content : contents) {
        sql.deleteFrom(ARTIFACT).where(ARTIFACT.CONTENT.eq(content)).execute();
        sql.deleteFrom(REUSE).where(REUSE.ARTIFACTS.contains(content)).execute();
      }
      return contents.size();
    });
  }

  @Override
  public Set<String> known() {
    return database.read(
        sql -> sql.select(ARTIFACT.CONTENT).from(ARTIFACT).fetchSet(ARTIFACT.CONTENT));
  }

  /// Forgets drafts that are no longer offered and ids of updates that no platform repeats any
  /// more.
  public void tidy(Instant now) {
    database.write(sql ->
        sql.deleteFrom(DRAFT)
                .where(DRAFT.CREATED_MS.lt(now.minus(REMEMBERED).toEpochMilli()))
                .execute()
            + sql.deleteFrom(INBOUND_EVENT)
                .where(INBOUND_EVENT.HANDLED_MS.lt(now.minus(REMEMBERED).toEpochMilli()))
                .execute());
  }

  /// Contents named by unfinished jobs, their families, and deliveries that are still open.
  private static Set<String> needed(DSLContext sql) {
    Set<String> needed = new HashSet<>();
    sql.select(JOB.REQUEST, JOB.STATE, JOB.RESULT)
        .from(JOB)
        .where(
            JOB.ROOT.in(sql.select(JOB.ROOT).from(JOB).where(JOB.STATUS.lt(number(Status.MADE)))))
        .or(
            JOB.ID.in(
                sql.select(DELIVERY.JOB)
                    .from(DELIVERY)
                    .where(DELIVERY.STATE.lt(number(Parcel.State.DONE)))))
        .forEach(row ->
            CONTENT
                .matcher(row.value1() + " " + row.value2() + " " + row.value3())
                .results()
                .forEach(found -> needed.add(found.group())));
    return needed;
  }
}
