package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.sql.Numbers.literal;
import static app.photoplay.database.sql.Numbers.number;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.generated.tables.records.JobRecord;
import app.photoplay.database.sql.Json;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.Part;
import app.photoplay.job.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Jobs as their owners see them.
public final class SqlJobReader implements JobReader {
  /// So many of the latest orders tell how long one takes, and fewer than so many nothing.
  private static final int HISTORY = 20;

  private static final int LEAST_HISTORY = 3;

  private final Database database;

  public SqlJobReader(Database database) {
    this.database = database;
  }

  @Override
  public Optional<JobReport> find(JobId job) {
    return one(JOB.ID.eq(job.value()));
  }

  @Override
  public Optional<JobReport> find(AccountId account, JobCode code) {
    return one(
        JOB.CODE.eq(code.value()).and(JOB.ACCOUNT.eq(account.value())).and(JOB.PARENT.isNull()));
  }

  @Override
  public List<JobReport> latest(AccountId account, int count) {
    return database.read(sql ->
        sql.selectFrom(JOB)
            .where(JOB.ACCOUNT.eq(account.value()), JOB.PARENT.isNull())
            .orderBy(JOB.ID.desc())
            .limit(count)
            .fetch(job -> report(sql, job)));
  }

  @Override
  public List<Part> parts(JobId job) {
    return database.read(sql ->
        sql.select(JOB.CHILD_NAME, JOB.STATUS)
            .from(JOB)
            .where(JOB.PARENT.eq(job.value()))
            .fetch(row -> new Part(row.value1(), Status.values()[row.value2()])));
  }

  @Override
  public int open() {
    return database.read(
        sql -> sql.fetchCount(JOB, JOB.STATUS.lt(literal(Status.MADE)).and(JOB.PARENT.isNull())));
  }

  /// Where one ends soon after another it was waiting for that one, so that only the time between
  /// the two counts.
  @Override
  public Optional<Pace> pace() {
    List<Record2<Long, Long>> made =
        database.read(sql ->
            sql.select(JOB.CREATED_MS, JOB.ENDED_MS)
                .from(JOB)
                .where(
                    JOB.PARENT.isNull(),
                    JOB.STATUS.eq(number(Status.MADE)),
                    JOB.FROM_CACHE.eq((short) 0))
                .orderBy(JOB.ID.desc())
                .limit(HISTORY)
                .fetch());
    if (made.size() < LEAST_HISTORY) {
      return Optional.empty();
    }
    List<Record2<Long, Long>> ends =
        made.stream().sorted(Comparator.comparing(Record2::value2)).toList();
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      long before = i == 0 ? 0 : ends.get(i - 1).value2();
      took.add(ends.get(i).value2() - Math.max(before, ends.get(i).value1()));
    }
    took.sort(Comparator.naturalOrder());
    return Optional.of(
        new Pace(
            Duration.ofMillis(took.get(took.size() / 4)),
            Duration.ofMillis(took.get(took.size() * 3 / 4))));
  }

  @Override
  public Optional<JobId> active(JobId root) {
    return database.read(sql ->
        sql.select(JOB.ID)
            .from(JOB)
            .where(
                JOB.ROOT.eq(root.value()),
                JOB.STATUS
                    .in(number(Status.READY), number(Status.RUNNING))
                    .or(
                        JOB.STATUS
                            .eq(number(Status.WAITING))
                            .and(JOB.PAYING.eq(Submissions.UNKNOWN))))
            // A question to the person comes before whatever else goes on.
            .orderBy(JOB.STATUS.desc(), JOB.ID.desc())
            .limit(1)
            .fetchOptional(JOB.ID)
            .map(JobId::new));
  }

  private Optional<JobReport> one(Condition condition) {
    return database.read(
        sql -> sql.selectFrom(JOB).where(condition).fetchOptional().map(job -> report(sql, job)));
  }

  private static JobReport report(DSLContext sql, JobRecord job) {
    Long ended = job.getEndedMs();
    return new JobReport(
        new JobId(job.getId()),
        new JobCode(job.getCode()),
        new AccountId(job.getAccount()),
        job.getKind(),
        job.getRequest(),
        Status.values()[job.getStatus()],
        Stage.of(job.getStage()),
        ahead(sql, job),
        outcome(job),
        Money.ofMicroUsd(job.getHeld()),
        Money.ofMicroUsd(job.getCost()),
        job.getStatus() == number(Status.WAITING) && job.getPaying() == Submissions.UNKNOWN,
        job.getRefundedMs() != null,
        job.getFromCache() != 0,
        Instant.ofEpochMilli(job.getCreatedMs()),
        Optional.ofNullable(ended).map(Instant::ofEpochMilli));
  }

  /// Orders, not steps: the speech and the picture of one are one place, so that who waits for the
  /// voice waits behind those whose pictures are still to be made, too.
  private static int ahead(DSLContext sql, JobRecord job) {
    boolean ready = job.getStatus() == number(Status.READY);
    boolean voice = job.getLane().equals(Lane.VOICE.name());
    if (!ready && !(voice && job.getStatus() == number(Status.RUNNING))) {
      return 0;
    }
    var before =
        DSL.row(JOB.PRIORITY, JOB.FAIR_TAG, JOB.ID)
            .lt(job.getPriority(), job.getFairTag(), job.getId());
    Condition lane = JOB.LANE.eq(job.getLane());
    Condition running = JOB.STATUS.eq(literal(Status.RUNNING));
    Condition first =
        ready
            ? lane.and(
                running.or(DSL.and(JOB.STATUS.eq(literal(Status.READY)), Jobs.IN_LINE, before)))
            : DSL.falseCondition();
    Condition pictures =
        voice
            ? DSL.and(
                JOB.LANE.eq(Lane.CPU.name()),
                JOB.STATUS.in(number(Status.READY), number(Status.RUNNING)),
                JOB.ROOT.lt(job.getRoot()))
            : DSL.falseCondition();
    return sql.select(DSL.countDistinct(JOB.ROOT))
        .from(JOB)
        .where(first.or(pictures), JOB.ROOT.ne(job.getRoot()))
        .fetchSingle()
        .value1();
  }

  static Optional<Outcome> outcome(JobRecord job) {
    @Nullable String failure = job.getFailure();
    return switch (Status.values()[job.getStatus()]) {
      case READY, RUNNING, WAITING -> Optional.empty();
      case MADE -> Optional.of(new Outcome.Made(Json.artifacts(job.getResult())));
      case FAILED -> Optional.of(new Outcome.Failed(Json.failure(String.valueOf(failure))));
      case CANCELLED -> Optional.of(new Outcome.Cancelled());
    };
  }
}
