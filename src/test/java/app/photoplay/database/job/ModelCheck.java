package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.engine.Claim;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.JobStore.Room;
import app.photoplay.engine.LaneRules;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Transition;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobKind;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.job.Priority;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseCache;
import app.photoplay.testkit.MemoryDesk;
import app.photoplay.testkit.MemoryDisk;
import app.photoplay.testkit.MemoryJob;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

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
          new Room(LaneRules.local(Lane.LATE, 4), 4),
          new Room(new LaneRules(CPU, 2, 1, false, Optional.empty()), 2),
          new Room(new LaneRules(PAID, 3, 2, true, Optional.of(new LaneRules.Rate(0.5, 2))), 3));

  private final Random random;
  private final SettableTime time = SettableTime.noon();
  private final Database database;
  private final MemoryDisk disk = new MemoryDisk(CAPS);
  private final JobStore memory = disk.store();
  private final MemoryDesk people = disk.desk();
  private final SqlJobStore jobs;
  private final SqlDeskStore desk;
  private final SqlUnresolvedSubmissions doubts;
  private final List<AccountId> accounts = new ArrayList<>();

  /// Claims that may be committed, and some that are long outdated: of the database, of the model.
  private final List<Twin> claims = new ArrayList<>();

  private final RandomTransitions made;
  private ModelView view = new ModelView(List.of());
  private int orders;

  ModelCheck(Database database, Path folder, long seed) {
    this.database = database;
    this.random = new Random(seed);
    this.made = new RandomTransitions(random, time, LANES, PAID);
    Ids ids = new Ids(time);
    ReuseCache reuse =
        new ReuseCache(
            new SqlReuseStore(database),
            new LocalArtifactStore(folder.resolve("files"), InstantSource.system()),
            Duration.ofDays(1),
            10,
            time);
    jobs = new SqlJobStore(database, CAPS, ids, reuse);
    desk = new SqlDeskStore(database, CAPS, ids);
    doubts = new SqlUnresolvedSubmissions(database, CAPS, ids);
    SqlAccounts known = new SqlAccounts(database, ids);
    for (int i = 0; i < 4; i++) {
      accounts.add(known.of(new Person("telegram", Integer.toString(i), "en", ""), time.instant()));
    }
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      String what = step();
      view = refresh();
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
    if (dice < 91) {
      return recover();
    }
    if (dice < 92) {
      return alone();
    }
    if (dice < 94) {
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
            new JobKind.Plan<>(new Quote(List.of(new Quote.Line("all", made.price()))), ""),
            Optional.empty(),
            List.of(),
            new OrderTrigger(new MessageRef(in, Integer.toString(message)), "", "", "en"),
            Optional.empty(),
            Priority.values()[random.nextInt(3)],
            6,
            14);
    DeskStore.Placed stored = desk.place(order, time.instant());
    DeskStore.Placed modelled = people.place(order, time.instant());
    view = refresh();
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
    Transition plain = made.transition();
    Optional<Twin.Open> open = claim.open();
    Transition stored = plain;
    Transition modelled = plain;
    if (open.isPresent() && !claim.accepted()) {
      Transition.Fate fate = made.fate();
      Transition then = made.after(fate);
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
            "provider",
            PaidCall.Idempotency.NONE,
            made.price(),
            "hash",
            time.instant().plusSeconds(8));
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
    UnresolvedSubmissions.Settled stored;
    UnresolvedSubmissions.Settled modelled;
    if (random.nextBoolean()) {
      AccountId account = accounts.get(random.nextInt(accounts.size()));
      stored = doubts.again(account, code(number), time.instant());
      modelled = people.again(account, job.code, time.instant());
    } else {
      UnresolvedSubmissions.Decision decision =
          switch (random.nextInt(3)) {
            case 0 -> new UnresolvedSubmissions.Decision.Absent();
            case 1 -> new UnresolvedSubmissions.Decision.Lost();
            // now and then one that belongs to another
            default -> new UnresolvedSubmissions.Decision.There(made.operation());
          };
      List<UnresolvedSubmissions.Doubt> open = doubts.open();
      int which = random.nextInt(open.size() + 1) - 1;
      String key = which < 0 ? "photoplay-7" : open.get(which).key();
      String twin = which < 0 ? "photoplay-7000" : twin(key);
      AccountId operator = accounts.getFirst();
      stored = doubts.settle(operator, key, decision, time.instant());
      modelled = people.settle(operator, twin, decision, time.instant());
    }
    assertThat(stored).isEqualTo(modelled);
    return "decide " + number + ": " + modelled;
  }

  /// The model's key of the submission that the database knows by this one.
  private String twin(String key) {
    long job =
        database.read(sql ->
            sql.selectFrom(SUBMISSION)
                .where(SUBMISSION.ID.eq(Submission.id(key).orElseThrow()))
                .fetchSingle()
                .getJob());
    return Submission.key(disk.jobs().get(view.ids().indexOf(job)).paper.orElseThrow().id);
  }

  private String recover() {
    if (random.nextBoolean()) {
      jobs.recover(time.instant());
      memory.recover(time.instant());
      return "restart";
    }
    Set<Claim.Ticket> stored = new HashSet<>();
    Set<Claim.Ticket> modelled = new HashSet<>();
    for (Twin claim : claims) {
      if (random.nextBoolean()) {
        stored.add(new Claim.Ticket(claim.stored().job(), claim.stored().number()));
        modelled.add(new Claim.Ticket(claim.modelled().job(), claim.modelled().number()));
      }
    }
    int freed = memory.reconcile(modelled::contains, time.instant()).size();
    assertThat(jobs.reconcile(stored::contains, time.instant())).hasSize(freed);
    return "reconcile";
  }

  /// Runs a claimed step with nothing beside it.
  private String alone() {
    if (claims.isEmpty()) {
      return "nothing to run alone";
    }
    Twin claim = claims.get(random.nextInt(claims.size()));
    boolean held = memory.alone(claim.modelled());
    assertThat(jobs.alone(claim.stored())).isEqualTo(held);
    return "alone";
  }

  private ModelView refresh() {
    return new ModelView(
        database.read(sql -> sql.select(JOB.ID).from(JOB).orderBy(JOB.ID).fetch(JOB.ID)));
  }

  private JobCode code(int number) {
    return new JobCode(
        database.read(sql ->
            sql.selectFrom(JOB).where(JOB.ID.eq(view.ids().get(number))).fetchSingle().getCode()));
  }

  private static int byJob(Claim a, Claim b) {
    return Long.compare(a.job().value(), b.job().value());
  }
}
