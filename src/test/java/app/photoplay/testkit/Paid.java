package app.photoplay.testkit;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Ledger;
import app.photoplay.budget.Money;
import app.photoplay.chaos.PaidKind;
import app.photoplay.chaos.PaidProvider;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.account.SqlLedger;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.job.OpenSubmissions;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.job.SqlJobReader;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.job.SqlSubmittedWork;
import app.photoplay.database.job.SqlUnresolvedSubmissions;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sqlite.NewDatabase;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.HaltingStore;
import app.photoplay.engine.JobEngine;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.LaneRules;
import app.photoplay.engine.Lease;
import app.photoplay.engine.SteppedEngine;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.Priority;
import app.photoplay.job.event.JobEvent;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseCache;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Paid jobs on a real database, ordered and stepped by hand: one life of the program. Open another
/// on the same folder, after [#close()] or without a stop in between, to see what a restart does.
public final class Paid implements AutoCloseable {
  public static final Money PRICE = new Money(100_000);
  public static final AccountId OPERATOR = new AccountId(0);

  public final SettableTime time;
  public final UnresolvedSubmissions doubts;
  public final SqlSubmittedWork submitted;
  public final Ledger ledger;

  /// What the stores' listener was told.
  public final List<JobEvent> heard = new CopyOnWriteArrayList<>();

  public final SqlJobStore store;
  private final Database database;
  private final ScriptedProvider provider;
  private final Caps caps;
  private final Ids ids;
  private final DeskStore desk;
  private final SqlJobReader reader;
  private final List<LaneRules> lanes;
  private Lease lease = Lease.ENDLESS;
  private SteppedEngine engine;
  private int looks = Integer.MAX_VALUE;
  private @Nullable HaltingStore halting;
  private final AtomicInteger orders = new AtomicInteger();

  /// How many unfinished jobs all together may have.
  public int queue = 1000;

  public Paid(Path folder, ScriptedProvider provider, SettableTime time, LaneRules... lanes) {
    this(NewDatabase.in(folder), folder, provider, time, lanes);
  }

  /// Over an open database.
  public Paid(
      Database database,
      Path folder,
      ScriptedProvider provider,
      SettableTime time,
      LaneRules... lanes) {
    this.database = database;
    this.provider = provider;
    this.time = time;
    this.lanes = List.of(lanes);
    this.caps =
        new Caps(
            new Money(2_000_000), new Money(3_000_000), new Money(5_000_000), ZoneId.of("UTC"));
    this.ids = new Ids(time);
    this.desk = new SqlDeskStore(database, caps, ids, heard::addAll);
    SqlUnresolvedSubmissions unresolved =
        new SqlUnresolvedSubmissions(database, caps, ids, heard::addAll);
    this.doubts = unresolved;
    this.submitted = new SqlSubmittedWork(database, unresolved);
    this.ledger = new SqlLedger(database, caps, ids);
    this.reader = new SqlJobReader(database);
    ReuseCache reuse =
        new ReuseCache(
            new SqlReuseStore(database),
            new LocalArtifactStore(folder.resolve("files"), InstantSource.system()),
            Duration.ofDays(30),
            100,
            time);
    this.store = new SqlJobStore(database, caps, ids, reuse, heard::addAll);
    this.engine = engine();
  }

  /// Rules of a provider's lane that has room for all.
  public static LaneRules roomy(Idempotency idempotency) {
    return new LaneRules(PaidKind.lane(idempotency), 100, 100, true, Optional.empty());
  }

  /// Room for whatever waits or takes a moment.
  public static JobStore.Room light() {
    return new JobStore.Room(LaneRules.local(Lane.LIGHT, 50), 50);
  }

  private List<LaneRules> allLanes() {
    List<LaneRules> all = new ArrayList<>(List.of(LaneRules.local(Lane.LIGHT, 50)));
    all.addAll(lanes);
    if (lanes.isEmpty()) {
      for (Idempotency idempotency : Idempotency.values()) {
        all.add(roomy(idempotency));
      }
    }
    return all;
  }

  /// Another life of the program, which knows these kinds as well.
  public SteppedEngine engine(JobKind<?, ?>... kinds) {
    List<JobKind<?, ?>> all = new ArrayList<>(List.of(kinds));
    all.add(kind());
    return new SteppedEngine(
            store, new Kinds(all), EngineSettings.of(allLanes(), Set.of()), lease, time)
        .start();
  }

  /// Another life of the program, on a store that does something of its own, with these kinds.
  public SteppedEngine engine(JobStore seen, JobKind<?, ?>... kinds) {
    return new SteppedEngine(
            seen, new Kinds(List.of(kinds)), EngineSettings.of(allLanes(), Set.of()), lease, time)
        .start();
  }

  /// Another life of the program with a provider of its own.
  public SteppedEngine engine(PaidProvider seen) {
    PaidKind kind = new PaidKind(seen, Duration.ofSeconds(8), Duration.ofSeconds(15), looks);
    return new SteppedEngine(
            store, new Kinds(List.of(kind)), EngineSettings.of(allLanes(), Set.of()), lease, time)
        .start();
  }

  /// Another life of the program, on a store that does something of its own.
  public SteppedEngine engine(JobStore seen) {
    return new SteppedEngine(
        seen, new Kinds(List.of(kind())), EngineSettings.of(allLanes(), Set.of()), lease, time);
  }

  private SteppedEngine engine() {
    HaltingStore life = halting;
    JobStore seen = life == null ? store : life.around(store);
    PaidKind kind =
        life == null
            ? kind()
            : new PaidKind(
                life.around(provider), Duration.ofSeconds(8), Duration.ofSeconds(15), looks);
    return new SteppedEngine(
            seen, new Kinds(List.of(kind)), EngineSettings.of(allLanes(), Set.of()), lease, time)
        .start();
  }

  /// The real engine on these jobs, with its threads; not started yet.
  public JobEngine threaded(PaidProvider watched, Consumer<JobId> changed) {
    return threaded(store, watched, Duration.ofSeconds(5), changed);
  }

  /// The same on a store that does something of its own.
  ///
  /// @param often how often disk and memory are compared, and the longest pause between two tries
  public JobEngine threaded(
      JobStore seen, PaidProvider watched, Duration often, Consumer<JobId> changed) {
    PaidKind kind = new PaidKind(watched, Duration.ofSeconds(8), Duration.ofSeconds(15), looks);
    EngineSettings usual = EngineSettings.of(allLanes(), Set.of());
    return new JobEngine(
        seen,
        new Kinds(List.of(kind)),
        new EngineSettings(
            usual.lanes(),
            usual.heavy(),
            usual.attempts(),
            often,
            usual.aging(),
            often,
            usual.sending(),
            usual.sendingBlind()),
        Lease.ENDLESS,
        time,
        changed);
  }

  /// The program ends without a word and is started again: what it knew in memory is gone, what it
  /// was running is taken up. The step that goes on now is cut off if this is called within it.
  public void restart() {
    engine = engine();
  }

  public void lease(Lease changed) {
    lease = changed;
    restart();
  }

  public AccountId person(int number) {
    return new SqlAccounts(database, ids)
        .of(new Person("telegram", Integer.toString(number), "en", ""), time.instant());
  }

  /// Orders for a person, in a group when it is named.
  public DeskStore.Placed order(int person, Idempotency idempotency, Money price, String group) {
    return order(person, idempotency, price, group, Priority.NORMAL);
  }

  public DeskStore.Placed order(
      int person, Idempotency idempotency, Money price, String group, Priority priority) {
    return place(desk, person, idempotency, price, group, priority);
  }

  /// As somebody would who has checked the caps before.
  public DeskStore.Placed withoutCaps(int person, Idempotency idempotency, Money price) {
    Money much = new Money(Long.MAX_VALUE / 2);
    DeskStore careless =
        new SqlDeskStore(database, new Caps(much, much, much, ZoneId.of("UTC")), ids);
    return place(careless, person, idempotency, price, "", Priority.NORMAL);
  }

  private DeskStore.Placed place(
      DeskStore at,
      int person,
      Idempotency idempotency,
      Money price,
      String group,
      Priority priority) {
    PaidRequest wish = new PaidRequest(orders.get() + 1, idempotency, price.microUsd());
    return place(at, person, kind(), wish, group, priority);
  }

  /// Orders work of another kind, which must be taken.
  public JobId accepted(int person, JobKind<?, ?> kind, JobRequest wish) {
    if (place(desk, person, kind, wish, "", Priority.NORMAL)
        instanceof DeskStore.Placed.Accepted(var job)) {
      return job;
    }
    throw new AssertionError("not accepted");
  }

  private DeskStore.Placed place(
      DeskStore at,
      int person,
      JobKind<?, ?> kind,
      JobRequest wish,
      String group,
      Priority priority) {
    int order = orders.incrementAndGet();
    AccountId account = person(person);
    String request = kind.encode(wish);
    boolean in = !group.isEmpty();
    Conversation chat = new Conversation("telegram", in ? group : Integer.toString(person), "", in);
    return at.place(
        new DeskStore.NewJob(
            account,
            kind.name(),
            request,
            Fingerprint.of(account, kind.name(), request),
            kind.offer(wish),
            Optional.empty(),
            List.of(),
            new OrderTrigger(new MessageRef(chat, Integer.toString(order)), "", "", "en"),
            Optional.empty(),
            priority,
            1000,
            queue),
        time.instant());
  }

  public PaidKind kind() {
    return new PaidKind(provider, Duration.ofSeconds(8), Duration.ofSeconds(15), looks);
  }

  /// Gives the money back for what takes longer than that.
  public void lateAfter(Duration longest) {
    looks = (int) (longest.toSeconds() / 15);
    restart();
  }

  /// From now on the program may end at a point; a restart forgets that.
  public void halting(HaltingStore life) {
    halting = life;
    engine = engine();
    halting = null;
  }

  /// What the provider knows a job's open submission by.
  public String key(JobId job) {
    return OpenSubmissions.key(database, job);
  }

  /// An order at the usual price that must be taken.
  public JobId accepted(int person, Idempotency idempotency) {
    DeskStore.Placed placed = order(person, idempotency, PRICE, "");
    if (placed instanceof DeskStore.Placed.Accepted(var job)) {
      return job;
    }
    throw new AssertionError("not accepted but " + placed);
  }

  public DeskStore.Cancelled cancel(int person, JobId job) {
    return desk.cancel(person(person), code(job), time.instant());
  }

  public JobReport report(JobId job) {
    return reader.find(job).orElseThrow();
  }

  public JobCode code(JobId job) {
    return report(job).code();
  }

  public int runDue() throws InterruptedException {
    return engine.runDue();
  }

  /// Lets time pass in steps of a second.
  public void pass(Duration time) throws InterruptedException {
    for (long second = 0; second < time.toSeconds(); second++) {
      this.time.advance(Duration.ofSeconds(1));
      runDue();
    }
  }

  /// What a person has spent or set aside today.
  public Money spent(int person) {
    return ledger.allowance(person(person), Optional.empty(), time.instant()).spent();
  }

  @Override
  public void close() {
    database.close();
  }
}
