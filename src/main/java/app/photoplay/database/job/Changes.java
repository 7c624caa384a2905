package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.JOB;

import app.photoplay.database.generated.tables.records.DeliveryRecord;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.Locking;
import app.photoplay.database.sql.Numbers;
import app.photoplay.database.sql.PlainStatement;
import app.photoplay.delivery.Delivery;
import app.photoplay.job.event.JobEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/// What orders and steps change, gathered so that a transaction writes it in few statements,
/// however many of them it is about. Until it is written the transaction does not see it.
final class Changes {
  private final List<JobRecord> newJobs = new ArrayList<>();
  private final List<DeliveryRecord> newDeliveries = new ArrayList<>();
  private final List<JobRecord> jobs = new ArrayList<>();
  private final List<Long> shown = new ArrayList<>();
  private final List<JobEvent> events = new ArrayList<>();
  private final Ids ids;
  private int written;

  /// Changes.
  ///
  /// @param ids of the events' rows
  Changes(Ids ids) {
    this.ids = ids;
  }

  /// This row, which is new.
  void add(JobRecord row) {
    newJobs.add(row);
  }

  /// This row, which is new.
  void add(DeliveryRecord row) {
    newDeliveries.add(row);
  }

  /// This row's changed fields.
  void job(JobRecord row) {
    jobs.add(row);
  }

  /// Whoever watches this job is due to hear of its end.
  void show(long job) {
    shown.add(job);
  }

  /// This has happened to a job whose row has just been changed.
  void happened(JobEvent event) {
    events.add(event);
  }

  /// How much has happened so far.
  int count() {
    return events.size();
  }

  /// What has happened since [#count()] was that.
  List<JobEvent> since(int count) {
    return List.copyOf(events.subList(count, events.size()));
  }

  /// Writes what is not yet written.
  void write(DSLContext sql) {
    alike(newJobs).forEach(rows -> insert(sql, rows));
    alike(newDeliveries).forEach(rows -> insert(sql, rows));
    if (!shown.isEmpty()) {
      sql.update(DELIVERY)
          .set(DELIVERY.STATE, Numbers.number(Delivery.State.DUE))
          .where(
              Locking.among(sql, DELIVERY.JOB, shown),
              DELIVERY.STATE.eq(Numbers.number(Delivery.State.WATCHING)))
          .execute();
    }
    alike(jobs).forEach(rows -> update(sql, rows));
    JobEventRows.insert(sql, ids, events.subList(written, events.size()));
    written = events.size();
    List.of(newJobs, newDeliveries, jobs, shown).forEach(List::clear);
  }

  /// One statement for all rows of which the same fields have changed: other fields may have been
  /// written past these records.
  private static <R extends TableRecord<R>> Collection<List<R>> alike(List<R> rows) {
    Map<BitSet, List<R>> alike = new LinkedHashMap<>();
    for (R row : rows) {
      BitSet changed = new BitSet();
      for (int i = 0; i < row.size(); i++) {
        changed.set(i, row.modified(i));
      }
      alike.computeIfAbsent(changed, _ -> new ArrayList<>()).add(row);
    }
    return alike.values();
  }

  private static <R extends TableRecord<R>> void insert(DSLContext sql, List<R> rows) {
    R first = rows.getFirst();
    List<Field<?>> fields = changed(first);
    write(
        sql,
        sql.insertInto(first.getTable()).set(values(fields, first)),
        rows.stream().map(row -> fields.stream().<@Nullable Object>map(row::get)));
  }

  private static void update(DSLContext sql, List<JobRecord> rows) {
    JobRecord first = rows.getFirst();
    List<Field<?>> fields = changed(first);
    if (fields.isEmpty()) {
      return;
    }
    write(
        sql,
        sql.update(JOB).set(values(fields, first)).where(JOB.ID.eq(first.getId())),
        rows.stream()
            .map(row ->
                Stream.concat(
                    fields.stream().<@Nullable Object>map(row::get), Stream.of(row.getId()))));
  }

  private static List<Field<?>> changed(TableRecord<?> row) {
    return row.fieldStream().<Field<?>>map(field -> field).filter(row::modified).toList();
  }

  private static Map<Field<?>, Object> values(List<Field<?>> fields, TableRecord<?> row) {
    Map<Field<?>, Object> values = new LinkedHashMap<>();
    fields.forEach(field -> values.put(field, row.get(field)));
    return values;
  }

  private static void write(DSLContext sql, Query query, Stream<Stream<@Nullable Object>> bound) {
    new PlainStatement(sql.render(query))
        .forEach(sql, bound.<@Nullable Object[]>map(Stream::toArray).toList());
  }
}
