package app.photoplay.database;

import static app.photoplay.database.generated.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.chat.Conversation;
import app.photoplay.chat.MessageRef;
import app.photoplay.chat.Person;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.JobStore.Room;
import app.photoplay.engine.LaneRules;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.Doubts;
import app.photoplay.intake.Occasion;
import app.photoplay.job.Failure;
import app.photoplay.job.JobCode;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.PaidCall;
import app.photoplay.job.Priority;
import app.photoplay.storage.Fingerprint;
import app.photoplay.storage.ReuseCache;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.MemoryDesk;
import app.photoplay.testkit.MemoryDisk;
import app.photoplay.testkit.MemoryJob;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Gives the same random commands to the stores in a database and to the reference in memory, and
/// compares what they answer and how everything stands after each.
final class ModelCheck {
  private static final Caps CAPS =
      new Caps(new Money(1_500_000), new Money(2_000_000), new Money(3_000_000), ZoneId.of("UTC"));
  private static final Lane CPU = new Lane("cpu");
  private static final Lane PAID = new Lane("paid");
  private static final List<Lane> LANES = List.of(Lane.LIGHT, CPU, PAID);
  private static final List<Room> ROOMS =
      List.of(
          new Room(LaneRules.local(Lane.LIGHT, 4), 4),
          new Room(new LaneRules(CPU, 2, 1, false, Optional.empty()), 2),
          new Room(new LaneRules(PAID, 3, 2, true, Optional.of(new LaneRules.Rate(0.5, 2))), 3));
  private static final long[] PRICES = {0, 10_000, 300_000, 900_000};

  private final Random random;
  private final SettableTime time = SettableTime.noon();
  private final Database database;
  private final MemoryDisk disk = new MemoryDisk(CAPS);
  private final JobStore memory = disk.store();
  private final MemoryDesk people = disk.desk();
  private final SqlJobStore jobs;
  private final SqlDeskStore desk;
  private final SqlDoubts doubts;
  private final List<AccountId> accounts = new ArrayList<>();

  /// Claims that may be committed, and some that are long outdated: of the database, of the model.
  private final List<Twin> claims = new ArrayList<>();

  private ModelView view = new ModelView(List.of());
  private int orders;

  ModelCheck(Database database, Path folder, long seed) {
    this.database = database;
    this.random = new Random(seed);
    Ids made = new Ids(time);
    ReuseCache reuse =
        new ReuseCache(
            new SqlReuseStore(database),
            new LocalArtifactStore(folder.resolve("files")),
            Duration.ofDays(1),
            10,
            time);
    jobs = new SqlJobStore(database, CAPS, made, reuse);
    desk = new SqlDeskStore(database, CAPS, made);
    doubts = new SqlDoubts(database, CAPS, made);
    SqlAccounts known = new SqlAccounts(database, made);
    for (int i = 0; i < 4; i++) {
      accounts.add(known.of(new Person("telegram", Integer.toString(i), "en", ""), time.instant()));
    }
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      String what = step();
      view = look();
      assertThat(ModelView.stored(database))
          .as("after step %d: %s", i, what)
          .isEqualTo(ModelView.modelled(disk));
      assertThat(jobs.nextDue(time.instant()))
          .as("next due after step %d: %s", i, what)
          .isEqualTo(memory.nextDue(time.instant()));
    }
  }

  private String step() {
    int dice = random.nextInt(100);
    if (dice < 22) {
      return place();
    }
    if (dice < 42) {
      return claim();
    }
    if (dice < 76) {
      return work();
    }
    if (dice < 82) {
      return cancel();
    }
    if (dice < 88) {
      return decide();
    }
    if (dice < 90) {
      return recover();
    }
    if (dice < 92) {
      int stored = jobs.promote(time.instant().minusSeconds(20), time.instant());
      assertThat(stored).isEqualTo(memory.promote(time.instant().minusSeconds(20), time.instant()));
      return "promote";
    }
    time.advance(Duration.ofMillis(random.nextInt(9000)));
    return "time passes";
  }

  private String place() {
    AccountId account = accounts.get(random.nextInt(accounts.size()));
    // mostly new messages, now and then one that came before
    int message = random.nextInt(6) == 0 ? random.nextInt(orders + 1) : ++orders;
    boolean group = random.nextInt(4) == 0;
    String chat = group ? "party" : Long.toString(account.value());
    Conversation in = new Conversation("telegram", chat, "", group);
    String request = "{\"wish\":" + random.nextInt(40) + "}";
    DeskStore.NewJob order =
        new DeskStore.NewJob(
            account,
            "wish",
            request,
            Fingerprint.of(account, "wish", request),
            new Quote(List.of(new Quote.Line("all", price()))),
            Optional.empty(),
            List.of(),
            new Occasion(new MessageRef(in, Integer.toString(message)), "", "", "en"),
            Optional.empty(),
            Priority.values()[random.nextInt(3)],
            6,
            14);
    DeskStore.Placed stored = desk.place(order, time.instant());
    DeskStore.Placed modelled = people.place(order, time.instant());
    view = look();
    assertThat(view.plain(stored, true)).isEqualTo(view.plain(modelled, false));
    return "place " + view.plain(modelled, false);
  }

  private String claim() {
    List<Claim> stored =
        jobs.claim(ROOMS, time.instant()).stream().sorted(ModelCheck::byJob).toList();
    List<Claim> modelled =
        memory.claim(ROOMS, time.instant()).stream().sorted(ModelCheck::byJob).toList();
    assertThat(stored.stream().map(it -> view.plain(it, true)).toList())
        .isEqualTo(modelled.stream().map(it -> view.plain(it, false)).toList());
    for (int i = 0; i < stored.size(); i++) {
      claims.add(new Twin(stored.get(i), modelled.get(i)));
    }
    return "claim " + modelled.size();
  }

  /// Pays or commits with a claim, outdated ones included.
  private String work() {
    if (claims.isEmpty()) {
      return "nothing to work on";
    }
    Twin claim = claims.get(random.nextInt(claims.size()));
    boolean hands = claim.stored().lane().equals(PAID) && !claim.accepted();
    if (hands && random.nextBoolean()) {
      return intend(claim);
    }
    Transition plain = transition();
    Optional<Twin.Open> open = claim.open();
    Transition stored = plain;
    Transition modelled = plain;
    if (open.isPresent() && !claim.accepted()) {
      Transition.Fate fate = fate();
      Transition then = after(fate);
      stored = new Transition.Submitted(open.get().stored(), fate, then);
      modelled = new Transition.Submitted(open.get().modelled(), fate, then);
    }
    JobStore.Commit expected = memory.commit(claim.modelled(), modelled, time.instant());
    assertThat(jobs.commit(claim.stored(), stored, time.instant())).isEqualTo(expected);
    if (random.nextInt(5) > 0) {
      claims.remove(claim);
    }
    return "commit " + modelled + " of " + view.plain(claim.modelled(), false) + ": " + expected;
  }

  private String intend(Twin claim) {
    Submission.Draft draft =
        new Submission.Draft(
            "provider", PaidCall.Grade.BLIND, price(), "hash", time.instant().plusSeconds(8));
    JobStore.Intended stored = jobs.intend(claim.stored(), draft, time.instant());
    JobStore.Intended modelled = memory.intend(claim.modelled(), draft, time.instant());
    assertThat(stored.getClass()).isEqualTo(modelled.getClass());
    if (stored instanceof JobStore.Intended.Written(var s)
        && modelled instanceof JobStore.Intended.Written(var m)) {
      claims.remove(claim);
      claims.add(claim.with(s, m));
    }
    return "intend " + modelled;
  }

  private Transition transition() {
    return switch (random.nextInt(9)) {
      case 0 -> new Transition.Onward(state(), "stage");
      case 1, 2, 3 ->
          new Transition.Ready(
              state(),
              "stage",
              LANES.get(random.nextInt(LANES.size())),
              1 + random.nextInt(3000),
              time.instant().plusMillis(random.nextInt(3) * 1500L));
      case 4 -> new Transition.Repeat(time.instant().plusSeconds(1), random.nextBoolean());
      case 5 -> new Transition.Pause(time.instant().plusSeconds(3));
      case 6 -> fork();
      case 7 ->
          random.nextInt(3) == 0
              ? new Transition.Refund(state(), "late", time.instant().plusSeconds(2))
              : new Transition.End(new Outcome.Made(List.of()), price());
      default ->
          random.nextBoolean()
              ? new Transition.End(new Outcome.Made(List.of()), price())
              : new Transition.End(
                  new Outcome.Failed(new Failure(Failure.Code.PROVIDER_BROKEN)), Money.ZERO);
    };
  }

  private Transition fork() {
    List<Transition.Fork.Child> children = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      children.add(
          new Transition.Fork.Child("child" + i, "wish", "{\"child\":" + orders++ + "}", price()));
    }
    return new Transition.Fork(state(), "stage", children);
  }

  private Transition.Fate fate() {
    return switch (random.nextInt(6)) {
      case 0 -> new Transition.Fate.NotTaken();
      case 1 -> new Transition.Fate.Refused(new Money(5_000));
      case 2 -> new Transition.Fate.Unknown();
      default -> new Transition.Fate.Accepted("operation-" + orders++);
    };
  }

  private Transition after(Transition.Fate fate) {
    return switch (fate) {
      case Transition.Fate.Accepted _ ->
          random.nextBoolean()
              ? new Transition.Onward(state(), "working")
              : new Transition.Ready(state(), "working", PAID, 1, time.instant().plusSeconds(1));
      case Transition.Fate.NotTaken _ -> new Transition.Pause(time.instant().plusSeconds(2));
      case Transition.Fate.Refused(var charged) ->
          new Transition.End(new Outcome.Failed(new Failure(Failure.Code.POLICY)), charged);
      case Transition.Fate.Unknown _ -> new Transition.Ask();
    };
  }

  private String cancel() {
    if (view.ids().isEmpty()) {
      return "nothing to cancel";
    }
    int number = random.nextInt(view.ids().size());
    MemoryJob job = disk.jobs().get(number);
    DeskStore.Cancelled stored =
        desk.cancel(new AccountId(job.account), code(number), time.instant());
    DeskStore.Cancelled modelled =
        people.cancel(new AccountId(job.account), job.code, time.instant());
    assertThat(view.plain(stored, true)).isEqualTo(view.plain(modelled, false));
    return "cancel " + view.plain(modelled, false);
  }

  private String decide() {
    assertThat(doubts.open()).hasSameSizeAs(people.open());
    if (view.ids().isEmpty()) {
      return "nothing to decide";
    }
    int number = random.nextInt(view.ids().size());
    MemoryJob job = disk.jobs().get(number);
    boolean stored;
    boolean modelled;
    if (random.nextBoolean()) {
      AccountId account = accounts.get(random.nextInt(accounts.size()));
      stored = doubts.again(account, code(number), time.instant());
      modelled = people.again(account, job.code, time.instant());
    } else {
      Doubts.Decision decision =
          switch (random.nextInt(3)) {
            case 0 -> new Doubts.Decision.Absent();
            case 1 -> new Doubts.Decision.Lost();
            default -> new Doubts.Decision.There("found-" + orders++);
          };
      stored = doubts.settle(code(number), decision, time.instant());
      modelled = people.settle(job.code, decision, time.instant());
    }
    assertThat(stored).isEqualTo(modelled);
    return "decide " + number + ": " + modelled;
  }

  private String recover() {
    jobs.recover(time.instant());
    memory.recover(time.instant());
    return "restart";
  }

  private ModelView look() {
    return new ModelView(
        database.read(sql -> sql.select(JOB.ID).from(JOB).orderBy(JOB.ID).fetch(JOB.ID)));
  }

  private JobCode code(int number) {
    return new JobCode(
        database.read(sql ->
            sql.selectFrom(JOB).where(JOB.ID.eq(view.ids().get(number))).fetchSingle().getCode()));
  }

  private String state() {
    return "{\"n\":" + random.nextInt(1000) + "}";
  }

  private Money price() {
    return Money.ofMicroUsd(PRICES[random.nextInt(PRICES.length)]);
  }

  private static int byJob(Claim a, Claim b) {
    return Long.compare(a.job().value(), b.job().value());
  }
}
