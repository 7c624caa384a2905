package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;

import app.photoplay.bench.Folders;
import app.photoplay.bench.Row;
import app.photoplay.bench.Samples;
import app.photoplay.bench.Work;
import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.account.LedgerRules;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.engine.Claim;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.JobEngine;
import app.photoplay.engine.JobStore.Room;
import app.photoplay.engine.LaneRules;
import app.photoplay.engine.Lease;
import app.photoplay.engine.Transition;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.Progress;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseCache;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The engine on SQLite under what a busy bot asks of it: an order while it is idle, much that
/// waits, much that is polled.
final class EngineLoad {
  private static final InstantSource TIME = InstantSource.system();
  private static final Lane LANE = new Lane("provider");

  private final Database database;
  private final SqlJobStore store;
  private final Jobs jobs;
  private final SqlAccounts people;

  private EngineLoad(Path folder) {
    Ids ids = new Ids(TIME);
    Money much = new Money(1L << 50);
    Caps caps = new Caps(much, much, much, ZoneId.of("UTC"));
    database = Databases.open(folder);
    jobs = new Jobs(ids, new LedgerRules(caps, ids));
    people = new SqlAccounts(database, ids);
    ReuseCache reuse =
        new ReuseCache(
            new SqlReuseStore(database),
            new LocalArtifactStore(folder.resolve("files"), InstantSource.system()),
            Duration.ofDays(1),
            1000,
            TIME);
    store = new SqlJobStore(database, caps, ids, reuse);
  }

  static void main() throws Exception {
    idle();
    waiting();
    polled();
  }

  private AccountId person(int number) {
    return people.of(new Person("bench", Integer.toString(number), "en", ""), TIME.instant());
  }

  private void order(AccountId account, int number) {
    String request = Work.request(number);
    Fingerprint fingerprint = Fingerprint.of(account, Work.NAME, request);
    var _ =
        database.write(sql ->
            jobs.create(sql, account.value(), Work.NAME, request, fingerprint, TIME.instant())
                .insert());
  }

  private JobEngine engine(Work work, LaneRules... lanes) {
    return new JobEngine(
        store,
        new Kinds(List.of(work)),
        EngineSettings.of(List.of(lanes), Set.of()),
        Lease.ENDLESS,
        TIME,
        _ -> {});
  }

  /// From the call that accepts an order, which returns when it is on disk, to the first step.
  private static void idle() throws Exception {
    Path folder = Folders.fresh("idle");
    EngineLoad load = new EngineLoad(folder);
    BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
    Work work =
        new Work((_, _) -> {
          begun.add(System.nanoTime());
          return new Progress.Done<>(List.of(), Money.ZERO);
        });
    JobEngine engine = load.engine(work, LaneRules.local(Lane.LIGHT, 64));
    engine.start();
    AccountId account = load.person(1);
    Samples samples = new Samples();
    for (int i = 0; i < 700; i++) {
      load.order(account, i);
      long accepted = System.nanoTime();
      engine.wake();
      double waited = (begun.take() - accepted) / 1e6;
      if (i >= 200) {
        samples.add(Math.max(0, waited));
      }
      Thread.sleep(5);
    }
    engine.stop(Duration.ofSeconds(5));
    load.database.close();
    Folders.delete(folder);
    Row.of(
            "order on disk -> first step, idle, embedded",
            "p50 <= 3 ms, p99 <= 20 ms",
            samples.milliseconds(),
            samples.percentile(0.5) <= 3 && samples.percentile(0.99) <= 20)
        .print();
  }

  /// 100,000 jobs of 101 people wait; one of them has ordered 90 % of them.
  private static void waiting() throws Exception {
    Path folder = Folders.fresh("waiting");
    EngineLoad load = new EngineLoad(folder);
    List<AccountId> accounts = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      accounts.add(load.person(i));
    }
    for (int batch = 0; batch < 100; batch++) {
      int from = batch * 1000;
      load.database.write(sql -> {
        for (int i = from; i < from + 1000; i++) {
          AccountId account = i % 10 == 0 ? accounts.get(1 + i / 10 % 100) : accounts.getFirst();
          String request = Work.request(i);
          Fingerprint fingerprint = Fingerprint.of(account, Work.NAME, request);
          var row =
              load.jobs.create(
                  sql, account.value(), Work.NAME, request, fingerprint, TIME.instant());
          Lanes.enqueue(sql, row, LANE, 1000, TIME.instant());
          row.insert();
        }
        return from;
      });
    }
    Room room = new Room(new LaneRules(LANE, 8, 8, true, Optional.empty()), 8);
    Samples claims = new Samples();
    int starts = 0;
    int hog = 0;
    Set<Long> owned = load.owned(accounts.getFirst());
    while (starts < 4000) {
      long begin = System.nanoTime();
      List<Claim> claimed = load.store.claim(List.of(room), TIME.instant());
      claims.add((System.nanoTime() - begin) / 1e6);
      for (Claim claim : claimed) {
        starts++;
        hog += owned.contains(claim.job().value()) ? 1 : 0;
        load.store.commit(
            claim, new Transition.End(new Outcome.Made(List.of()), Money.ZERO), TIME.instant());
      }
    }
    double shares = hog / (starts / 101.0);
    load.database.close();
    Folders.delete(folder);
    Row.of(
            "claim of 8 with 100,000 waiting",
            "<= 5 ms",
            claims.milliseconds(),
            claims.percentile(0.5) <= 5)
        .print();
    Row.of(
            "starts of the person who owns 90 %, in fair shares",
            "<= 2.0x",
            String.format(Locale.ROOT, "%.2fx (%d of %d starts)", shares, hog, starts),
            shares <= 2)
        .print();
  }

  private Set<Long> owned(AccountId account) {
    return database.read(sql ->
        sql.select(JOB.ID).from(JOB).where(JOB.ACCOUNT.eq(account.value())).fetchSet(JOB.ID));
  }

  /// 10,000 operations at a provider, each looked at every 15 s and unchanged.
  private static void polled() throws Exception {
    int count = 10_000;
    Duration between = Duration.ofSeconds(15);
    Path folder = Folders.fresh("polled");
    EngineLoad load = new EngineLoad(folder);
    Map<Integer, Long> due = new ConcurrentHashMap<>();
    List<Double> late = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch parked = new CountDownLatch(count);
    Work work =
        new Work((number, state) -> {
          if (state == 0) {
            return new Progress.Queue<>(new Work.At(1), LANE);
          }
          long now = System.nanoTime();
          Long before = due.put(number, now + between.toNanos());
          if (before == null) {
            parked.countDown();
          } else {
            late.add((now - before) / 1e6);
          }
          return new Progress.Wait<>(new Work.At(1), between);
        });
    AccountId account = load.person(1);
    for (int i = 0; i < count; i += 500) {
      int from = i;
      load.database.write(sql -> {
        for (int n = from; n < from + 500; n++) {
          String request = Work.request(n);
          load.jobs
              .create(
                  sql,
                  account.value(),
                  Work.NAME,
                  request,
                  Fingerprint.of(account, Work.NAME, request),
                  TIME.instant())
              .insert();
        }
        return from;
      });
    }
    long before = used();
    JobEngine engine =
        load.engine(
            work,
            LaneRules.local(Lane.LIGHT, 256),
            new LaneRules(LANE, count, count, true, Optional.empty()));
    engine.start();
    if (!parked.await(120, TimeUnit.SECONDS)) {
      throw new IllegalStateException(parked.getCount() + " are not polled yet");
    }
    Thread.sleep(20_000);
    long after = used();
    late.clear();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Path wal = folder.resolve("photoplay.db-wal");
    long written = wal.toFile().lastModified();
    long cpu = system.getProcessCpuTime();
    long begin = System.nanoTime();
    Thread.sleep(60_000);
    double core = (system.getProcessCpuTime() - cpu) / (double) (System.nanoTime() - begin);
    boolean untouched = wal.toFile().lastModified() == written;
    Samples lateness = new Samples();
    List.copyOf(late).forEach(lateness::add);
    engine.stop(Duration.ofSeconds(5));
    load.database.close();
    Folders.delete(folder);
    Row.of(
            "10,000 operations polled every 15 s: a core",
            "<= 10 %",
            String.format(Locale.ROOT, "%.1f %%", core * 100),
            core <= 0.10)
        .print();
    Row.of(
            "the same: the database's log while unchanged",
            "0 flushes",
            untouched ? "not touched in 60 s" : "written to",
            untouched)
        .print();
    double megabytes = (after - before) / 1048576.0;
    Row.of(
            "the same: more heap in use after collection",
            "<= 60 MB",
            String.format(Locale.ROOT, "%.0f MB", megabytes),
            megabytes <= 60)
        .print();
    Row.of(
            "the same: lateness",
            "p99 <= 250 ms",
            lateness.milliseconds(),
            lateness.percentile(0.99) <= 250)
        .print();
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
