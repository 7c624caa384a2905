package app.photoplay.chaos;

import app.photoplay.assembly.EngineModule;
import app.photoplay.assembly.Foundation;
import app.photoplay.assembly.PortDecorator;
import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Ledger;
import app.photoplay.budget.Money;
import app.photoplay.database.Database;
import app.photoplay.database.Instance;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.account.SqlLedger;
import app.photoplay.database.chat.SqlDeliveryStore;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.job.Audit;
import app.photoplay.database.job.FenceBreaker;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.job.SqlJobReader;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.job.SqlSubmittedWork;
import app.photoplay.database.job.SqlUnresolvedSubmissions;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.delivery.DeliveryStore;
import app.photoplay.delivery.ResultCards;
import app.photoplay.delivery.fit.Fitting;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.LaneRules;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.JobDesk;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobReader;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.ReuseCache;
import app.photoplay.wording.Wording;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The bot's engine, desk and courier on their real stores, without platforms and renderers: what
/// [Chaos] kills. Says on standard output, line by line, what is certain:
///
/// ```
/// ready OWNER KEY...    it works, under that name; these blind submissions of a former life were
///                       found without an outcome
/// accepted NUMBER       an order is on disk
/// answered KEY unclear  a blind submission has come to an outcome, see [OutspokenProvider]
/// settled KEY there     a submission in doubt was decided, as the provider's staff said
/// renamed OWNER         the others gave it up for dead; it is a new one now
/// lost NUMBER           so many acknowledgements of the database were lost
/// idle                  everything has ended
/// ```
public final class Worker {
  /// The longest a question to the provider takes.
  static final Duration TIMEOUT = Duration.ofSeconds(1);

  private static final Duration BETWEEN_POLLS = Duration.ofMillis(50);
  private static final AccountId OPERATOR = new AccountId(0);
  private static final int PLENTY = 1_000_000;

  private final WorkerSettings settings;
  private final Leash leash;
  private final StoreFaults faults;
  private final PrintStream out;
  private final InstantSource time;
  private final Database database;
  private final Instance instance;
  private final JobReader jobs;
  private final UnresolvedSubmissions doubts;
  private final EngineModule engine;
  private final Customers customers;
  private final HttpPaidProvider provider;

  private Worker(
      WorkerSettings settings, String password, Leash leash, PrintStream out, InstantSource time) {
    this.settings = settings;
    this.leash = leash;
    this.faults = new StoreFaults(settings.seed() + settings.folder());
    this.out = out;
    this.time = time;
    this.database = Databases.open(settings.place(password));
    this.instance = database.instance();
    URI server = URI.create(settings.provider());
    this.provider = new HttpPaidProvider(server, TIMEOUT);
    Foundation foundation =
        Foundation.of(
            database,
            new LocalArtifactStore(
                Path.of(settings.data()).resolve("files"), InstantSource.system()),
            new Wording("en"),
            time,
            PortDecorator.NOTHING);
    Ids ids = foundation.ids();
    ReuseCache reuse =
        new ReuseCache(
            new SqlReuseStore(database), foundation.files(), Duration.ofDays(1), 10, time);
    this.jobs = new SqlJobReader(database);
    SqlUnresolvedSubmissions unresolved =
        new SqlUnresolvedSubmissions(database, ChaosPlan.CAPS, ids);
    this.doubts = unresolved;
    HttpChat chat = new HttpChat(server, TIMEOUT);
    this.engine =
        new EngineModule(
            foundation,
            new EngineModule.Stores(
                faulty(
                    JobStore.class, broken(new SqlJobStore(database, ChaosPlan.CAPS, ids, reuse))),
                jobs,
                faulty(DeskStore.class, desk(ids)),
                faulty(DeliveryStore.class, new SqlDeliveryStore(database, ids)),
                new SqlSubmittedWork(database, unresolved)),
            new EngineModule.Work(
                new Kinds(
                    List.of(
                        new PaidKind(
                            new OutspokenProvider(provider, out), TIMEOUT, BETWEEN_POLLS))),
                EngineSettings.of(lanes(), Set.of()),
                new JobDesk.Limits(PLENTY, PLENTY),
                false,
                ResultCards.NONE),
            reuse,
            Fitting.NONE,
            Map.of(chat.name(), chat));
    this.customers =
        new Customers(
            new ChaosPlan(settings.seed(), settings.folder()),
            engine.desk(),
            new SqlAccounts(database, ids),
            jobs,
            out,
            time);
  }

  /// Works until it is killed, or until nothing is left to do.
  ///
  /// @param password of the server
  public static void run(
      WorkerSettings settings, String password, Leash leash, PrintStream out, InstantSource time)
      throws InterruptedException {
    new Worker(settings, password, leash, out, time).run();
  }

  private void run() throws InterruptedException {
    List<String> left =
        settings.server().isEmpty()
            ? new Audit(database).intents(Idempotency.NONE, Optional.empty())
            : List.of();
    engine.start(() -> {}, () -> out.println("renamed " + instance.owner()));
    out.println("ready " + instance.owner() + " " + String.join(" ", left));
    if (!settings.drain()) {
      customers.order(settings.from());
    }
    boolean draining = settings.drain();
    while (true) {
      decide();
      if (leash.draining() && !draining) {
        draining = true;
        customers.leave();
        faults.end();
        out.println("lost " + faults.lost());
      }
      if (draining && jobs.open() == 0 && engine.courier().open() == 0) {
        break;
      }
      Thread.sleep(100);
    }
    engine.stop(Duration.ofSeconds(1));
    engine.courier().stop(Duration.ofSeconds(1));
    database.close();
    out.println("idle");
  }

  /// Decides about submissions in doubt as the operator would: once nothing can be on its way any
  /// more, by what the provider says it has.
  private void decide() throws InterruptedException {
    for (UnresolvedSubmissions.Doubt doubt : doubts.open()) {
      if (doubt.since().plus(TIMEOUT.multipliedBy(2)).isBefore(time.instant())) {
        Optional<String> operation = provider.staff(doubt.key());
        UnresolvedSubmissions.Decision decision =
            operation.isPresent()
                ? new UnresolvedSubmissions.Decision.There(operation.get())
                : new UnresolvedSubmissions.Decision.Absent();
        if (doubts.settle(OPERATOR, doubt.key(), decision, time.instant())
            == UnresolvedSubmissions.Settled.DONE) {
          out.println("settled " + doubt.key() + (operation.isPresent() ? " there" : " absent"));
          engine.decided();
        }
      }
    }
  }

  private <T> T faulty(Class<T> port, T store) {
    return settings.faults() ? faults.around(port, store) : store;
  }

  private JobStore broken(JobStore store) {
    return switch (settings.broken()) {
      case NO_INTENT_LOG -> new ForgetfulStore(store, time.millis());
      case NO_FENCE -> new UnfencedStore(store, new FenceBreaker(database));
      case NOTHING, CHECK_THEN_DEBIT -> store;
    };
  }

  private DeskStore desk(Ids ids) {
    if (settings.broken() != Break.CHECK_THEN_DEBIT) {
      return new SqlDeskStore(database, ChaosPlan.CAPS, ids);
    }
    Money endless = ChaosPlan.CAPS.operator();
    Ledger ledger = new SqlLedger(database, ChaosPlan.CAPS, ids);
    return new CarelessDesk(
        new SqlDeskStore(database, new Caps(endless, endless, endless, ChaosPlan.CAPS.zone()), ids),
        ledger);
  }

  private static List<LaneRules> lanes() {
    List<LaneRules> lanes = new ArrayList<>();
    lanes.add(LaneRules.local(Lane.LIGHT, 50));
    for (Idempotency idempotency : Idempotency.values()) {
      lanes.add(new LaneRules(PaidKind.lane(idempotency), 24, 24, true, Optional.empty()));
    }
    return lanes;
  }
}
