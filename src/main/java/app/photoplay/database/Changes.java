package app.photoplay.database;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.JOB;

import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.delivery.Parcel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;

/// What steps change, gathered so that a transaction writes it in few statements, however many
/// steps it is about.
final class Changes {
  private final List<JobRecord> jobs = new ArrayList<>();
  private final List<Long> shown = new ArrayList<>();

  /// This row's changed fields.
  void job(JobRecord row) {
    jobs.add(row);
  }

  /// Whoever watches this job is due to hear of its end.
  void show(long job) {
    shown.add(job);
  }

  void write(DSLContext sql) {
    if (!shown.isEmpty()) {
      sql.update(DELIVERY)
          .set(DELIVERY.STATE, Jobs.number(Parcel.State.DUE))
          .where(DELIVERY.JOB.in(shown), DELIVERY.STATE.eq(Jobs.number(Parcel.State.WATCHING)))
          .execute();
    }
    // One statement for all rows of which the same fields have changed: other fields may have been
    // written past these records.
    Map<List<Field<?>>, List<JobRecord>> alike = new LinkedHashMap<>();
    for (JobRecord job : jobs) {
      alike.computeIfAbsent(changed(job), _ -> new ArrayList<>()).add(job);
    }
    alike.forEach((fields, rows) -> update(sql, fields, rows));
  }

  private static List<Field<?>> changed(JobRecord job) {
    return JOB.fieldStream().<Field<?>>map(field -> field).filter(job::modified).toList();
  }

  private static void update(DSLContext sql, List<Field<?>> fields, List<JobRecord> rows) {
    if (fields.isEmpty()) {
      return;
    }
    JobRecord first = rows.getFirst();
    Map<Field<?>, Object> values = new LinkedHashMap<>();
    fields.forEach(field -> values.put(field, first.get(field)));
    sql.batch(sql.update(JOB).set(values).where(JOB.ID.eq(first.getId())))
        .bind(rows.stream().map(row -> bound(fields, row)).toArray(Object[][]::new))
        .execute();
  }

  private static Object[] bound(List<Field<?>> fields, JobRecord row) {
    return Stream.concat(fields.stream().map(row::get), Stream.of(row.getId())).toArray();
  }
}
