package app.photoplay.database.provider;

import static app.photoplay.database.generated.Tables.PROVIDER_WORK;
import static app.photoplay.database.generated.Tables.REFUSAL;

import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.sql.Ids;
import app.photoplay.provider.health.Drift;
import app.photoplay.provider.health.Experience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What came of work with paid providers, in the database.
public final class SqlExperience implements Experience {
  /// How long a provider is not asked again for what its rules forbade, and work is remembered.
  public static final Duration KEPT = Duration.ofDays(30);

  private static final Logger log = LoggerFactory.getLogger(SqlExperience.class);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration BETWEEN_WARNINGS = Duration.ofDays(1);

  /// So much work is looked at, and so little is too little.
  private static final int LATEST = 2000;

  private static final int LATEST_OF_EACH = 20;
  private static final int LEAST_OF_EACH = 3;

  private final Database database;
  private final Ids ids;
  private final InstantSource time;
  private final Map<String, Instant> warned = new HashMap<>(); // guarded by this
  private volatile Usual usual = new Usual(Instant.MIN, Map.of());

  public SqlExperience(Database database, Ids ids, InstantSource time) {
    this.database = database;
    this.ids = ids;
    this.time = time;
  }

  /// How long work takes, as it was known at some time.
  private record Usual(Instant at, Map<List<String>, Duration> times) {}

  @Override
  public boolean forbidden(String input) {
    long now = time.millis();
    return database.read(
        sql -> sql.fetchExists(REFUSAL, REFUSAL.INPUT.eq(input), REFUSAL.UNTIL_MS.gt(now)));
  }

  @Override
  public void forbid(String input) {
    long until = time.instant().plus(KEPT).toEpochMilli();
    database.write(sql ->
        sql.insertInto(REFUSAL)
            .set(REFUSAL.INPUT, input)
            .set(REFUSAL.UNTIL_MS, until)
            .onConflict(REFUSAL.INPUT)
            .doUpdate()
            .set(REFUSAL.UNTIL_MS, until)
            .execute());
  }

  @Override
  public void finished(Finished work) {
    Drift.of(work).ifPresent(this::warn);
    long now = time.millis();
    Long took = work.since().map(it -> Math.max(0, now - it.toEpochMilli())).orElse(null);
    database.write(sql ->
        sql.insertInto(PROVIDER_WORK)
            .set(PROVIDER_WORK.ID, ids.next())
            .set(PROVIDER_WORK.AT_MS, now)
            .set(PROVIDER_WORK.PROVIDER, work.provider())
            .set(PROVIDER_WORK.ACCOUNT, work.account())
            .set(PROVIDER_WORK.MODEL, work.model())
            .set(PROVIDER_WORK.MILLIS, took)
            .set(PROVIDER_WORK.ESTIMATE, work.estimate().microUsd())
            .set(PROVIDER_WORK.CHARGED, work.charged().map(Money::microUsd).orElse(null))
            .execute());
  }

  /// Once a day for each model.
  private synchronized void warn(Drift drift) {
    Instant now = time.instant();
    Instant last = warned.getOrDefault(drift.model(), Instant.MIN);
    if (last.equals(Instant.MIN) || !now.isBefore(last.plus(BETWEEN_WARNINGS))) {
      warned.put(drift.model(), now);
      log.warn("a price is out of date: {}", drift.sentence());
    }
  }

  @Override
  public Optional<Duration> usual(String provider, String account, String model) {
    Instant now = time.instant();
    Usual known = usual;
    if (now.isBefore(known.at()) || now.isAfter(known.at().plus(FRESH))) {
      known = new Usual(now, database.read(sql -> times(sql, now)));
      usual = known;
    }
    return Optional.ofNullable(known.times().get(List.of(provider, account, model)));
  }

  private static Map<List<String>, Duration> times(DSLContext sql, Instant now) {
    Map<List<String>, List<Long>> latest = new HashMap<>();
    sql.select(
            PROVIDER_WORK.PROVIDER,
            PROVIDER_WORK.ACCOUNT,
            PROVIDER_WORK.MODEL,
            PROVIDER_WORK.MILLIS)
        .from(PROVIDER_WORK)
        .where(
            PROVIDER_WORK.MILLIS.isNotNull(),
            PROVIDER_WORK.AT_MS.gt(now.minus(KEPT).toEpochMilli()))
        .orderBy(PROVIDER_WORK.ID.desc())
        .limit(LATEST)
        .forEach(row -> {
          List<Long> times =
              latest.computeIfAbsent(
                  List.of(row.value1(), row.value2(), row.value3()), _ -> new ArrayList<>());
          if (times.size() < LATEST_OF_EACH) {
            times.add(row.value4());
          }
        });
    Map<List<String>, Duration> medians = new HashMap<>();
    latest.forEach((model, times) -> {
      if (times.size() >= LEAST_OF_EACH) {
        long median = times.stream().sorted().toList().get(times.size() / 2);
        medians.put(model, Duration.ofMillis(median));
      }
    });
    return Map.copyOf(medians);
  }

  /// Forgets what is long past.
  public void tidy() {
    Instant now = time.instant();
    database.write(sql ->
        sql.deleteFrom(REFUSAL).where(REFUSAL.UNTIL_MS.le(now.toEpochMilli())).execute()
            + sql.deleteFrom(PROVIDER_WORK)
                .where(PROVIDER_WORK.AT_MS.le(now.minus(KEPT).toEpochMilli()))
                .execute());
  }
}
