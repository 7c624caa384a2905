package app.photoplay.bench;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.Instance;
import app.photoplay.database.PostgresSettings;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.job.JobRows;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.JobEngine;
import app.photoplay.engine.LaneRules;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.job.Codec;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.Priority;
import app.photoplay.job.Progress;
import app.photoplay.job.Turn;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjIntConsumer;

/// Photoplay's own engine over its own database.
final class OwnJobs implements DurableJobs.Runner {
  private static final InstantSource TIME = InstantSource.system();
  private static final int ACCOUNTS = 200;

  private final Database database;
  private final JobEngine engine;
  private final List<AccountId> accounts = new ArrayList<>();
  private final JobRows rows;
  private final DeskStore desk;
  private final ObjIntConsumer<OwnJobs> accepting;
  private final AtomicInteger ended = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();

  private OwnJobs(Database opened, Path folder, ObjIntConsumer<OwnJobs> accepting) {
    this.accepting = accepting;
    this.database = opened;
    database.instance().start(new Nobody());
    Ids ids = new Ids(TIME, database.instance()::number);
    Caps caps =
        new Caps(
            new Money(2_000_000), new Money(10_000_000), new Money(50_000_000), ZoneId.of("UTC"));
    SqlAccounts people = new SqlAccounts(database, ids);
    for (int i = 0; i < ACCOUNTS; i++) {
      Person person = new Person("telegram", Integer.toString(i), "en", "");
      accounts.add(people.of(person, TIME.instant()));
    }
    this.rows = new JobRows(database, caps, ids);
    this.desk = new SqlDeskStore(database, caps, ids);
    ReuseCache reuse =
        new ReuseCache(
            new SqlReuseStore(database),
            new LocalArtifactStore(folder.resolve("files"), InstantSource.system()),
            Duration.ofDays(30),
            1000,
            TIME);
    this.engine =
        new JobEngine(
            new SqlJobStore(database, caps, ids, reuse),
            new Kinds(List.of(new NothingKind())),
            EngineSettings.of(List.of(LaneRules.local(Lane.LIGHT, 64)), Set.of()),
            database.instance(),
            TIME,
            _ -> ended());
    engine.start();
  }

  /// One row a job: written when accepted, changed when claimed, changed at the end.
  static OwnJobs rowsOnly(Path folder) {
    return new OwnJobs(Databases.open(folder), folder, OwnJobs::acceptRow);
  }

  /// As people's orders: refused when repeated, joined when the same is being made, checked against
  /// the caps, and a second row for the delivery, which the end makes due.
  static OwnJobs throughTheDesk(Path folder) {
    return new OwnJobs(Databases.open(folder), folder, OwnJobs::place);
  }

  /// The first on PostgreSQL.
  static OwnJobs rowsOnly(PostgresSettings server, Path folder) {
    return new OwnJobs(Databases.open(server), folder, OwnJobs::acceptRow);
  }

  /// The second on PostgreSQL.
  static OwnJobs throughTheDesk(PostgresSettings server, Path folder) {
    return new OwnJobs(Databases.open(server), folder, OwnJobs::place);
  }

  @Override
  public void accept(int number) {
    accepting.accept(this, number);
    engine.wake();
  }

  private void acceptRow(int number) {
    rows.accept(account(number), NothingKind.NAME, request(number), TIME.instant());
  }

  private void place(int number) {
    AccountId account = account(number);
    String request = request(number);
    Conversation chat = new Conversation("telegram", Long.toString(account.value()), "", false);
    OrderTrigger occasion =
        new OrderTrigger(new MessageRef(chat, Integer.toString(number)), "", "", "en");
    DeskStore.Placed placed =
        desk.place(
            new DeskStore.NewJob(
                account,
                NothingKind.NAME,
                request,
                Fingerprint.of(account, NothingKind.NAME, request),
                new JobKind.Plan<>(new Quote(List.of()), ""),
                Optional.empty(),
                List.of(),
                occasion,
                Optional.empty(),
                Priority.NORMAL,
                Integer.MAX_VALUE,
                1_000_000),
            TIME.instant());
    if (!(placed instanceof DeskStore.Placed.Accepted)) {
      throw new IllegalStateException("not accepted: " + placed);
    }
  }

  private AccountId account(int number) {
    return accounts.get(number % ACCOUNTS);
  }

  private static String request(int number) {
    return NothingKind.REQUESTS.encode(new NothingRequest(number));
  }

  private void ended() {
    ended.incrementAndGet();
    lock.lock();
    try {
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void awaitEnded(int count) throws InterruptedException {
    lock.lock();
    try {
      while (ended.get() < count) {
        more.await();
      }
    } finally {
      lock.unlock();
    }
    if (rows.made() != count) {
      throw new IllegalStateException(rows.made() + " of " + count + " jobs have ended");
    }
  }

  @Override
  public void close() {
    try {
      engine.stop(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }

  /// Does not care for others: there are none.
  private static final class Nobody implements Instance.Listener {
    @Override
    public void orphans() {}

    @Override
    public void refresh() {}

    @Override
    public void changed(JobId job) {}

    @Override
    public void replaced() {}
  }

  private record NothingRequest(int number) implements JobRequest {
    @Override
    public String kind() {
      return NothingKind.NAME;
    }
  }

  private record Begun() {}

  private static final class NothingKind implements JobKind<NothingRequest, Begun> {
    private static final String NAME = "nothing";
    private static final Codec<NothingRequest> REQUESTS = Codec.json(NothingRequest.class);
    private static final Codec<Begun> STATES = Codec.json(Begun.class);

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Codec<NothingRequest> requests() {
      return REQUESTS;
    }

    @Override
    public Codec<Begun> states() {
      return STATES;
    }

    @Override
    public Class<NothingRequest> requestType() {
      return NothingRequest.class;
    }

    @Override
    public Plan<Begun> plan(NothingRequest request) {
      return new Plan<>(new Quote(List.of()), new Begun());
    }

    @Override
    public Progress<Begun> advance(NothingRequest request, Begun state, Turn turn) {
      return new Progress.Done<>(List.of(), Money.ZERO);
    }
  }
}
