package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.LEDGER;
import static app.photoplay.database.generated.Tables.SPENDING;
import static app.photoplay.database.generated.Tables.SUBMISSION;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.database.Database;
import app.photoplay.database.sql.Locking;
import app.photoplay.delivery.Delivery;
import app.photoplay.engine.Submission;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.PaidCall;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Looks at the tables for what must never be there, whatever was going on. Writes nothing.
public final class Audit {
  private final Database database;

  public Audit(Database database) {
    this.database = database;
  }

  /// Everything at one moment; jobs that go on are no fault by themselves.
  public Findings findings() {
    return database.read(sql ->
        new Findings(
            sql.fetchCount(JOB, JOB.STATUS.lt(number(Status.MADE))),
            sql.fetchCount(JOB, JOB.STATUS.eq(number(Status.RUNNING)).and(JOB.OWNER.isNull())),
            sql.fetchCount(JOB, over().and(JOB.OWNER.isNotNull().or(JOB.SLOT.ne((short) 0)))),
            sql.fetchCount(JOB, over().and(JOB.HELD.ne(0L))),
            openSubmissionsOfEnded(sql),
            drift(sql),
            unbalanced(sql),
            sql.fetchCount(DELIVERY, DELIVERY.STATE.lt(number(Delivery.State.DONE))),
            sql.fetchCount(DELIVERY, DELIVERY.STATE.eq(number(Delivery.State.UNSURE))),
            integrity(sql)));
  }

  /// The jobs that people ordered.
  public List<Ordered> ordered() {
    return database.read(sql ->
        sql.selectFrom(JOB)
            .where(JOB.PARENT.isNull())
            .orderBy(JOB.ID)
            .fetch(row ->
                new Ordered(
                    row.getRequest(),
                    Status.values()[row.getStatus()],
                    Optional.ofNullable(row.getFailure()).orElse(""))));
  }

  /// What was spent or set aside by scope and day: `person 17`, `group telegram 5`, `all`.
  public Map<String, Long> spending() {
    return database.read(sql -> {
      Map<String, Long> spending = new HashMap<>();
      sql.selectFrom(SPENDING)
          .forEach(row -> spending.put(row.getScope() + " on " + row.getDay(), row.getMicroUsd()));
      return spending;
    });
  }

  /// The keys of submissions of that idempotency of which no one has learned yet what became.
  ///
  /// @param owner of their jobs; empty = whoever
  public List<String> intents(PaidCall.Idempotency idempotency, Optional<String> owner) {
    return database.read(sql ->
        sql.select(SUBMISSION.ID)
            .from(SUBMISSION)
            .join(JOB)
            .on(JOB.ID.eq(SUBMISSION.JOB))
            .where(
                SUBMISSION.GRADE.eq((short) idempotency.ordinal()),
                SUBMISSION.STATE.eq(number(Submission.State.INTENT)),
                SUBMISSION.OPERATION.isNull(),
                owner.map(JOB.OWNER::eq).orElse(DSL.noCondition()))
            .fetch(row -> Submission.key(row.value1())));
  }

  /// What runs at the moment, by job.
  public Map<JobId, Run> running() {
    return database.read(sql ->
        sql.selectFrom(JOB)
            .where(JOB.OWNER.isNotNull())
            .fetchMap(
                row -> new JobId(row.getId()), row -> new Run(row.getOwner(), row.getStage())));
  }

  /// Whether all these jobs have ended.
  public boolean over(Collection<JobId> jobs) {
    List<Long> ids = jobs.stream().map(JobId::value).toList();
    return database.read(sql -> sql.fetchCount(JOB, JOB.ID.in(ids).and(over()))) == ids.size();
  }

  private static Condition over() {
    return JOB.STATUS.ge(number(Status.MADE));
  }

  private static int openSubmissionsOfEnded(DSLContext sql) {
    return sql.fetchCount(
        sql.select(SUBMISSION.ID)
            .from(SUBMISSION)
            .join(JOB)
            .on(JOB.ID.eq(SUBMISSION.JOB))
            .where(over(), SUBMISSION.STATE.lt(number(Submission.State.ENDED))));
  }

  /// By how much the sums of a day differ from the ledger's lines, all differences added up.
  private static long drift(DSLContext sql) {
    Map<String, Long> lines = new HashMap<>();
    add(sql, lines, LEDGER.ACCOUNT, account -> "person " + account, LEDGER.DAY);
    add(sql, lines, LEDGER.PARTY, party -> "group " + party, LEDGER.OPERATOR_DAY);
    add(sql, lines, LEDGER.OPERATOR_DAY, _ -> "all", LEDGER.OPERATOR_DAY);
    sql.selectFrom(SPENDING)
        .forEach(row ->
            lines.merge(row.getScope() + "\n" + row.getDay(), -row.getMicroUsd(), Long::sum));
    return lines.values().stream().mapToLong(Math::abs).sum();
  }

  private static <T> void add(
      DSLContext sql,
      Map<String, Long> lines,
      Field<T> whose,
      Function<T, String> scope,
      Field<String> day) {
    Field<Long> sum = DSL.sum(LEDGER.MICRO_USD).cast(Long.class);
    sql.select(whose, day, sum)
        .from(LEDGER)
        .where(whose.isNotNull())
        .groupBy(whose, day)
        .forEach(row ->
            lines.merge(scope.apply(row.value1()) + "\n" + row.value2(), row.value3(), Long::sum));
  }

  /// Ended jobs that were priced and whose lines are not a hold, its release and a charge of what
  /// the job has cost.
  private static int unbalanced(DSLContext sql) {
    Field<Long> kept =
        DSL.sum(DSL.when(LEDGER.KIND.lt((short) 2), LEDGER.MICRO_USD).otherwise(0L))
            .cast(Long.class);
    Field<Long> charged =
        DSL.sum(DSL.when(LEDGER.KIND.eq((short) 2), LEDGER.MICRO_USD).otherwise(0L))
            .cast(Long.class);
    return sql.fetchCount(
        sql.select(JOB.ID)
            .from(JOB)
            .join(LEDGER)
            .on(LEDGER.JOB.eq(JOB.ID))
            .where(over(), JOB.REFUNDED_MS.isNull())
            .groupBy(JOB.ID, JOB.COST)
            .having(DSL.count().ne(3).or(kept.ne(0L)).or(charged.ne(JOB.COST))));
  }

  private static String integrity(DSLContext sql) {
    return Locking.available(sql) ? "ok" : String.valueOf(sql.fetchValue("PRAGMA integrity_check"));
  }

  /// What was found.
  ///
  /// @param open jobs that have not ended
  /// @param ownerless running jobs that nobody runs
  /// @param lingering ended jobs that still have an owner or a place in a lane
  /// @param holding ended jobs for which money is still set aside
  /// @param paying submissions of ended jobs that are still open
  /// @param drift micro-dollars between the sums of the days and the ledger
  /// @param unbalanced ended jobs whose ledger lines do not add up to their cost
  /// @param undelivered deliveries that are not over
  /// @param unsure deliveries that may have been shown
  /// @param integrity what SQLite says of its file: `ok` when all is well
  public record Findings(
      int open,
      int ownerless,
      int lingering,
      int holding,
      int paying,
      long drift,
      int unbalanced,
      int undelivered,
      int unsure,
      String integrity) {}

  /// One ordered job.
  ///
  /// @param failure as it is stored; empty when it did not fail
  public record Ordered(String request, Status status, String failure) {}

  /// A job that runs.
  ///
  /// @param stage as the kind named it; empty at its start
  public record Run(String owner, String stage) {}
}
