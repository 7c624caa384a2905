package app.photoplay.provider.remote;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Entry;
import app.photoplay.budget.Ledger;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.account.SqlLedger;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.job.SqlJobReader;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.job.SqlUnresolvedSubmissions;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sqlite.NewDatabase;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.HaltingStore;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.LaneRules;
import app.photoplay.engine.Lease;
import app.photoplay.engine.SteppedEngine;
import app.photoplay.intake.JobDesk;
import app.photoplay.intake.Order;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.intake.Placement;
import app.photoplay.intake.UnresolvedSubmissions.Decision;
import app.photoplay.intake.UnresolvedSubmissions.Doubt;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.provider.Work;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.ReuseCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ends the program before and after everything that work of a real adapter does to the disk and to
/// its provider, starts it again on the same database, and looks at what was paid and charged.
///
/// @param maker of the adapter and its fake, anew for each order
/// @param asked whether the provider can be asked for work by its name; else its result comes with
///   the answer to the order alone
/// @param found whether the provider finds work by our reference, so that no person is asked
record EndingProgram<P, T>(Maker<P, T> maker, boolean asked, boolean found) {
  private static final AccountId STAFF = new AccountId(0);

  /// As many points as there are lucks, and one, so that no two meet the same ones.
  private static final int FEW = 5;

  private static final Money MUCH = new Money(100_000_000_000L);
  private static final Caps CAPS = new Caps(MUCH, MUCH, MUCH, ZoneId.of("UTC"));

  interface Maker<P, T> {
    Bench<P, T> bench(Path home) throws Exception;
  }

  /// Something that happens to the first try to order.
  enum Luck {
    GOOD,
    /// Too many requests.
    BUSY,
    /// It is taken, but the answer gets lost.
    ANSWER_LOST,
    /// The question gets lost.
    QUESTION_LOST
  }

  /// Ends at every few points, under each luck at others.
  void everywhere(Path home, Luck luck) throws Exception {
    List<String> points = live(home.resolve(luck + "-whole"), luck, -1);
    assertThat(points).hasSizeGreaterThan(10);
    for (int end = luck.ordinal(); end < points.size(); end += FEW) {
      live(home.resolve(luck + "-" + end), luck, end);
    }
  }

  /// One order of one person on a disk of its own.
  private List<String> live(Path home, Luck luck, int end) throws Exception {
    Files.createDirectories(home);
    try (Bench<P, T> bench = maker.bench(home);
        Database database = NewDatabase.in(home.resolve("data"))) {
      switch (luck) {
        case GOOD -> {}
        case BUSY -> bench.api().next(Step.ORDER, Answer.busy(7));
        case ANSWER_LOST -> bench.api().next(Step.ORDER, new Answer.Lost());
        case QUESTION_LOST -> bench.api().next(Step.ORDER, new Answer.Cut());
      }
      World world = new World(bench, database, home);
      HaltingStore halting = new HaltingStore(end);
      JobId job = world.order();
      try {
        world.start(halting.around(world.store), new Halting<>(bench.work(), halting));
        world.play(job);
      } catch (Error e) {
        if (!halting.ended()) {
          throw e;
        }
        world.start(world.store, bench.anew().get());
        world.play(job);
      }
      // where the program ends with an order on its way, and where an answer or question gets lost
      int doubts =
          (end < 0 ? 0 : 1) + (luck == Luck.ANSWER_LOST || luck == Luck.QUESTION_LOST ? 1 : 0);
      int questions = found ? 0 : doubts;
      String where = end < 0 ? "nowhere" : halting.reached().get(end);
      assertThat(world.complaints(job, questions))
          .as("%s, ended %s, the %d.", luck, where, end)
          .isEmpty();
      return halting.reached();
    }
  }

  /// What outlives the program: a disk, a provider, and a person who looks there when nobody else
  /// knows what became of an order.
  private final class World {
    final JobStore store;
    private final Bench<P, T> bench;
    private final Database database;
    private final Ids ids;
    private final SqlUnresolvedSubmissions doubts;
    private final Ledger ledger;
    private final ReuseCache reuse;
    private final SqlJobReader reader;
    private final AccountId account;
    private SteppedEngine engine;
    private int questions;
    private boolean lost;

    World(Bench<P, T> bench, Database database, Path home) throws InterruptedException {
      this.bench = bench;
      this.database = database;
      this.ids = new Ids(bench.time());
      this.doubts = new SqlUnresolvedSubmissions(database, CAPS, ids);
      this.ledger = new SqlLedger(database, CAPS, ids);
      this.reader = new SqlJobReader(database);
      this.reuse =
          new ReuseCache(
              new SqlReuseStore(database),
              new LocalArtifactStore(home.resolve("results"), bench.time()),
              Duration.ofDays(30),
              100,
              bench.time());
      this.store = new SqlJobStore(database, CAPS, ids, reuse);
      this.account =
          new SqlAccounts(database, ids)
              .of(new Person("telegram", "7", "en", ""), bench.time().instant());
      this.engine = engine(store, bench.work());
    }

    private SteppedEngine engine(JobStore seen, Work.Paid<P, T> work) {
      List<LaneRules> lanes =
          List.of(
              LaneRules.local(Lane.LIGHT, 64),
              new LaneRules(PieceKind.LANE, 1, 1, true, Optional.empty()));
      return new SteppedEngine(
          seen, kinds(work), EngineSettings.of(lanes, Set.of()), Lease.ENDLESS, bench.time());
    }

    private Kinds kinds(Work.Paid<P, T> work) {
      return new Kinds(List.of(new PieceKind<>(work, bench.prompt())));
    }

    JobId order() {
      JobDesk desk =
          new JobDesk(
              new SqlDeskStore(database, CAPS, ids),
              kinds(bench.work()),
              reuse,
              new JobDesk.Limits(10, 10),
              bench.time(),
              _ -> false,
              _ -> {},
              _ -> {});
      MessageRef wish = new MessageRef(new Conversation("telegram", "7", "", false), "1");
      OrderTrigger trigger = new OrderTrigger(wish, "", "", "en");
      Order order =
          new Order(account, new PieceKind.Piece(1), List.of(), trigger, false, Optional.empty());
      return switch (desk.submit(order)) {
        case Placement.Accepted(var job, _) -> job;
        case Placement other -> throw new AssertionError("not taken but " + other);
      };
    }

    /// Begins a life of the program.
    void start(JobStore seen, Work.Paid<P, T> work) {
      engine = engine(seen, work).start();
    }

    void play(JobId job) throws InterruptedException {
      engine.runDue();
      for (int i = 0; i < 200 && !report(job).status().over(); i++) {
        bench.time().advance(Duration.ofSeconds(5));
        engine.runDue();
        for (Doubt doubt : doubts.open()) {
          questions++;
          Decision decision = decision();
          lost |= decision instanceof Decision.Lost;
          doubts.settle(STAFF, doubt.key(), decision, bench.time().instant());
        }
      }
    }

    private Decision decision() {
      List<String> names = bench.api().taken();
      if (names.isEmpty()) {
        return new Decision.Absent();
      }
      return asked ? new Decision.There(names.getLast()) : new Decision.Lost();
    }

    private JobReport report(JobId job) {
      return reader.find(job).orElseThrow();
    }

    List<String> complaints(JobId job, int most) {
      List<String> complaints = new ArrayList<>();
      JobReport report = report(job);
      if (report.status() != (lost ? Status.FAILED : Status.MADE)) {
        complaints.add("it is " + report.status() + " " + report.outcome());
      }
      if (bench.api().taken().size() != 1) {
        complaints.add("paid for " + bench.api().taken());
      }
      if (questions > most) {
        complaints.add("asked a person " + questions + " times");
      }
      Money spent = ledger.allowance(account, Optional.empty(), bench.time().instant()).spent();
      if (!spent.equals(report.cost()) || report.cost().isZero() != lost) {
        complaints.add("charged " + spent + " for what cost " + report.cost());
      }
      List<Entry.Kind> lines = ledger.entries(job.value()).stream().map(Entry::kind).toList();
      if (!lines.equals(List.of(Entry.Kind.HOLD, Entry.Kind.RELEASE, Entry.Kind.CHARGE))) {
        complaints.add("lines in the ledger: " + lines);
      }
      int shown = database.read(sql -> sql.fetchCount(DELIVERY, DELIVERY.JOB.eq(job.value())));
      if (shown != 1) {
        complaints.add("shown " + shown + " times");
      }
      bench.api().surprises().forEach(it -> complaints.add("surprised: " + it));
      return complaints;
    }
  }
}
