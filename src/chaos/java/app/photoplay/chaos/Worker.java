package app.photoplay.chaos;

import app.photoplay.budget.Caps;
import app.photoplay.budget.Ledger;
import app.photoplay.budget.Money;
import app.photoplay.budget.PriceBook;
import app.photoplay.database.Audit;
import app.photoplay.database.Database;
import app.photoplay.database.FenceBreaker;
import app.photoplay.database.Ids;
import app.photoplay.database.Instance;
import app.photoplay.database.SqlAccounts;
import app.photoplay.database.SqlDeliveryStore;
import app.photoplay.database.SqlDeskStore;
import app.photoplay.database.SqlJobReader;
import app.photoplay.database.SqlJobStore;
import app.photoplay.database.SqlLedger;
import app.photoplay.database.SqlReuseStore;
import app.photoplay.database.SqlUnresolvedSubmissions;
import app.photoplay.delivery.Courier;
import app.photoplay.delivery.DeliveryStore;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.JobEngine;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.LaneRules;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.JobDesk;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReader;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.ReuseCache;
import app.photoplay.storage.local.LocalArtifactStore;
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
/// settled KEY there     a submission in doubt was decided, as the provider's staff said
/// renamed OWNER         the others gave it up for dead; it is a new one now
/// lost NUMBER           so many acknowledgements of the database were lost
/// idle                  everything has ended
/// ```
public final class Worker {
  /// The longest a question to the provider takes.
  static final Duration TIMEOUT = Duration.ofSeconds(1);

  private static final Duration BETWEEN_POLLS = Duration.ofMillis(50);
  private static final int PLENTY = 1_000_000;

  private final WorkerSettings settings;
  private final Leash leash;
  private final StoreFaults faults;
  private final PrintStream out;
  private final InstantSource time;
  private final Database database;
  private final Instance instance;
  private final JobStore store;
  private final JobReader jobs;
  private final UnresolvedSubmissions doubts;
  private final JobEngine engine;
  private final Courier courier;
  private final Customers customers;
  private final HttpPaidProvider provider;

  private Worker(
      WorkerSettings settings, String password, Leash leash, PrintStream out, InstantSource time) {
    this.settings = settings;
    this.leash = leash;
    this.faults = new StoreFaults(settings.seed() + settings.folder());
    this.out = out;
    this.time = time;
    this.database = Database.open(settings.place(password));
    this.instance = database.instance();
    Ids ids = new Ids(time, instance::number);
    URI server = URI.create(settings.provider());
    this.provider = new HttpPaidProvider(server, TIMEOUT);
    Kinds kinds = new Kinds(List.of(new PaidKind(provider, TIMEOUT, BETWEEN_POLLS)));
    ArtifactStore files =
        new LocalArtifactStore(Path.of(settings.data()).resolve("files"), InstantSource.system());
    ReuseCache reuse =
        new ReuseCache(new SqlReuseStore(database), files, Duration.ofDays(1), 10, time);
    this.jobs = new SqlJobReader(database);
    this.doubts = new SqlUnresolvedSubmissions(database, ChaosPlan.CAPS, ids);
    PriceBook prices = new PriceBook(Map.of());
    this.store =
        faulty(JobStore.class, broken(new SqlJobStore(database, ChaosPlan.CAPS, ids, reuse)));
    this.engine =
        new JobEngine(
            store,
            kinds,
            prices,
            EngineSettings.of(lanes(), Set.of()),
            instance,
            time,
            this::changed);
    HttpChat chat = new HttpChat(server, TIMEOUT);
    this.courier =
        new Courier(
            faulty(DeliveryStore.class, new SqlDeliveryStore(database)),
            jobs,
            kinds,
            files,
            Map.of(chat.name(), chat),
            engine::fraction,
            new Wording("en"),
            () -> instance.holdsFor(Duration.ZERO),
            time);
    JobDesk desk =
        new JobDesk(
            faulty(DeskStore.class, desk(ids)),
            kinds,
            prices,
            reuse,
            new JobDesk.Limits(PLENTY, PLENTY),
            time,
            _ -> false,
            job -> {
              engine.wake();
              courier.follow(job);
              instance.notifyOthers();
            },
            cancelling -> {
              engine.interrupt(cancelling.running());
              cancelling.ended().forEach(this::changed);
              cancelling.running().forEach(instance::changed);
            });
    this.customers =
        new Customers(
            new ChaosPlan(settings.seed(), settings.folder()),
            desk,
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
    instance.start(new Others());
    engine.start();
    courier.start();
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
      if (draining && jobs.open() == 0 && courier.open() == 0) {
        break;
      }
      Thread.sleep(100);
    }
    engine.stop(Duration.ofSeconds(1));
    courier.stop(Duration.ofSeconds(1));
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
        if (doubts.settle(doubt.key(), decision, time.instant())
            == UnresolvedSubmissions.Settled.DONE) {
          out.println("settled " + doubt.key() + (operation.isPresent() ? " there" : " absent"));
          engine.wake();
        }
      }
    }
  }

  private void changed(JobId job) {
    courier.changed(job);
    instance.changed(job);
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

  /// What the other workers on the database do.
  private final class Others implements Instance.Listener {
    @Override
    public void orphans() {
      store.takeOver(time.instant());
      engine.restored();
      refresh();
    }

    @Override
    public void refresh() {
      engine.refresh();
      courier.refresh();
    }

    @Override
    public void changed(JobId job) {
      courier.changed(job);
    }

    @Override
    public void replaced() {
      out.println("renamed " + instance.owner());
      engine.abandon();
    }
  }
}
