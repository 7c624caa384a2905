package app.photoplay.chaos;

import app.photoplay.budget.Caps;
import app.photoplay.budget.Ledger;
import app.photoplay.budget.Money;
import app.photoplay.budget.PriceBook;
import app.photoplay.database.Audit;
import app.photoplay.database.Database;
import app.photoplay.database.Ids;
import app.photoplay.database.Instance;
import app.photoplay.database.SqlAccounts;
import app.photoplay.database.SqlDeliveryStore;
import app.photoplay.database.SqlDeskStore;
import app.photoplay.database.SqlDoubts;
import app.photoplay.database.SqlJobReader;
import app.photoplay.database.SqlJobStore;
import app.photoplay.database.SqlLedger;
import app.photoplay.database.SqlReuseStore;
import app.photoplay.database.Usurper;
import app.photoplay.delivery.Courier;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.JobEngine;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.LaneRules;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.Doubts;
import app.photoplay.intake.JobDesk;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReader;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall.Grade;
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
/// idle                  everything has ended
/// ```
public final class Worker {
  /// The longest a question to the provider takes.
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration BETWEEN_POLLS = Duration.ofMillis(50);
  private static final int PLENTY = 1_000_000;

  private final WorkerSettings settings;
  private final PrintStream out;
  private final InstantSource time;
  private final Database database;
  private final Instance instance;
  private final JobStore store;
  private final JobReader jobs;
  private final Doubts doubts;
  private final JobEngine engine;
  private final Courier courier;
  private final Customers customers;
  private final HttpPaidProvider provider;

  private Worker(WorkerSettings settings, String password, PrintStream out, InstantSource time) {
    this.settings = settings;
    this.out = out;
    this.time = time;
    this.database = Database.open(settings.place(password));
    this.instance = database.instance();
    Ids ids = new Ids(time, instance::number);
    URI server = URI.create(settings.provider());
    this.provider = new HttpPaidProvider(server, PATIENCE);
    Kinds kinds = new Kinds(List.of(new PaidKind(provider, PATIENCE, BETWEEN_POLLS)));
    ArtifactStore files = new LocalArtifactStore(Path.of(settings.data()).resolve("files"));
    ReuseCache reuse =
        new ReuseCache(new SqlReuseStore(database), files, Duration.ofDays(1), 10, time);
    this.jobs = new SqlJobReader(database);
    this.doubts = new SqlDoubts(database, Plan.CAPS, ids);
    PriceBook prices = new PriceBook(Map.of());
    this.store = broken(new SqlJobStore(database, Plan.CAPS, ids, reuse));
    this.engine =
        new JobEngine(
            store,
            kinds,
            prices,
            EngineSettings.of(lanes(), Set.of()),
            instance,
            time,
            this::changed);
    HttpChat chat = new HttpChat(server, PATIENCE);
    this.courier =
        new Courier(
            new SqlDeliveryStore(database),
            jobs,
            files,
            Map.of(chat.name(), chat),
            engine::fraction,
            new Wording("en"),
            () -> instance.holdsFor(Duration.ZERO),
            time);
    JobDesk desk =
        new JobDesk(
            desk(ids),
            kinds,
            prices,
            reuse,
            new JobDesk.Limits(PLENTY, PLENTY),
            time,
            _ -> false,
            job -> {
              engine.wake();
              courier.follow(job);
              instance.nudge();
            },
            cancelling -> {
              engine.interrupt(cancelling.running());
              cancelling.ended().forEach(this::changed);
              cancelling.running().forEach(instance::changed);
            });
    this.customers =
        new Customers(
            new Plan(settings.seed(), settings.folder()),
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
      WorkerSettings settings, String password, PrintStream out, InstantSource time)
      throws InterruptedException {
    new Worker(settings, password, out, time).run();
  }

  private void run() throws InterruptedException {
    List<String> left =
        settings.server().isEmpty()
            ? new Audit(database).intents(Grade.BLIND, Optional.empty())
            : List.of();
    instance.start(new Others());
    engine.start();
    courier.start();
    out.println("ready " + instance.owner() + " " + String.join(" ", left));
    if (!settings.drain()) {
      customers.order(settings.from());
    }
    while (true) {
      decide();
      if (settings.drain() && jobs.open() == 0 && courier.open() == 0) {
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
    for (Doubts.Doubt doubt : doubts.open()) {
      if (doubt.since().plus(PATIENCE.multipliedBy(2)).isBefore(time.instant())) {
        Optional<String> operation = provider.staff(doubt.key());
        Doubts.Decision decision =
            operation.isPresent()
                ? new Doubts.Decision.There(operation.get())
                : new Doubts.Decision.Absent();
        if (doubts.settle(doubt.key(), decision, time.instant()) == Doubts.Settled.DONE) {
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

  private JobStore broken(JobStore store) {
    return switch (settings.broken()) {
      case NO_INTENT_LOG -> new ForgetfulStore(store, time.millis());
      case NO_FENCE -> new UnfencedStore(store, new Usurper(database));
      case NOTHING, CHECK_THEN_DEBIT -> store;
    };
  }

  private DeskStore desk(Ids ids) {
    if (settings.broken() != Break.CHECK_THEN_DEBIT) {
      return new SqlDeskStore(database, Plan.CAPS, ids);
    }
    Money endless = Plan.CAPS.operator();
    Ledger ledger = new SqlLedger(database, Plan.CAPS, ids);
    return new CarelessDesk(
        new SqlDeskStore(database, new Caps(endless, endless, endless, Plan.CAPS.zone()), ids),
        ledger);
  }

  private static List<LaneRules> lanes() {
    List<LaneRules> lanes = new ArrayList<>();
    lanes.add(LaneRules.local(Lane.LIGHT, 50));
    for (Grade grade : Grade.values()) {
      lanes.add(new LaneRules(PaidKind.lane(grade), 24, 24, true, Optional.empty()));
    }
    return lanes;
  }

  /// What the other workers on the database do.
  private final class Others implements Instance.Listener {
    @Override
    public void orphans() {
      store.takeOver(time.instant());
      engine.restored();
      look();
    }

    @Override
    public void look() {
      engine.look();
      courier.look();
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
