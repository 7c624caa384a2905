package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.chaos.PaidKind;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.Priority;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.testkit.FaultyStore;
import app.photoplay.testkit.MemoryDesk;
import app.photoplay.testkit.MemoryDisk;
import app.photoplay.testkit.MemoryJob;
import app.photoplay.testkit.SettableTime;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A whole life of the engine with a provider that loses questions and answers, programs that end
/// anywhere, a database whose answers get lost, people who repeat themselves and cancel, and clocks
/// that jump; all from one seed, in one thread, without waiting.
final class Simulation {
  private static final Caps CAPS =
      new Caps(new Money(1_000_000), new Money(1_000_000), new Money(2_000_000), ZoneId.of("UTC"));
  private static final Money PRICE = new Money(100_000);
  private static final int ORDERS = 6;
  private static final int ROUNDS = 24;
  private static final int LONGEST = 3000;

  private final Random random;
  private final SettableTime time = SettableTime.noon();
  private final MemoryDisk disk = new MemoryDisk(CAPS);
  private final MemoryDesk desk = disk.desk();
  private final UncertainProvider provider;
  private final FaultyStore line;
  private final CrashingStore store;
  private final PaidKind kind;
  private final List<LaneRules> lanes = new ArrayList<>();
  private SteppedEngine engine;
  private int crashes;

  /// A simulation.
  ///
  /// @param broken what is put around the store, to break the engine on purpose
  Simulation(long seed, UnaryOperator<JobStore> broken) {
    this.random = new Random(seed);
    this.provider = new UncertainProvider(random, time);
    this.line = new FaultyStore(broken.apply(disk.store()), random, 20);
    this.store = new CrashingStore(line, random);
    this.kind = new PaidKind(provider, Duration.ofSeconds(8), Duration.ofSeconds(5));
    lanes.add(LaneRules.local(Lane.LIGHT, 8));
    for (Idempotency idempotency : Idempotency.values()) {
      lanes.add(new LaneRules(PaidKind.lane(idempotency), 2, 1, true, Optional.empty()));
    }
    this.engine = engine();
  }

  private SteppedEngine engine() {
    return new SteppedEngine(
        store, new Kinds(List.of(kind)), EngineSettings.of(lanes, Set.of()), Lease.ENDLESS, time);
  }

  /// Lives and comes to an end.
  ///
  /// @return what was not as promised
  List<String> run() throws InterruptedException {
    provider.troubled = true;
    start();
    for (int round = 0; round < ROUNDS; round++) {
      live();
      people(round);
    }
    calm();
    return complaints();
  }

  int crashes() {
    return crashes;
  }

  /// What went wrong between the program and the disk.
  Map<String, Integer> faults() {
    return line.faults();
  }

  private void start() {
    store.armed = false;
    engine = engine().start();
    store.armed = true;
  }

  /// Does what is due; the program may end at any point and is started again.
  private void live() throws InterruptedException {
    try {
      engine.runDue();
    } catch (CrashingStore.Crash e) {
      crashes++;
      start();
    }
  }

  private void people(int round) {
    store.armed = false;
    if (round < ORDERS * 2) {
      // each order comes twice, the second time perhaps under another update id
      order(round / 2);
    }
    if (random.nextInt(5) == 0 && !disk.jobs().isEmpty()) {
      MemoryJob job = disk.jobs().get(random.nextInt(disk.jobs().size()));
      desk.cancel(new AccountId(job.account), job.code, time.instant());
    }
    if (random.nextInt(4) == 0) {
      decide();
    }
    time.advance(
        random.nextInt(12) == 0
            ? Duration.ofHours(random.nextBoolean() ? 1 : -1)
            : Duration.ofMillis(random.nextInt(6000)));
    store.armed = true;
  }

  private void order(int number) {
    AccountId account = new AccountId(number % 3);
    Idempotency idempotency = Idempotency.values()[number % Idempotency.values().length];
    String request = kind.encode(new PaidRequest(number, idempotency, PRICE.microUsd()));
    Conversation chat = new Conversation("telegram", Long.toString(account.value()), "", false);
    desk.place(
        new DeskStore.NewJob(
            account,
            PaidRequest.KIND,
            request,
            Fingerprint.of(account, PaidRequest.KIND, request),
            new JobKind.Plan<>(new Quote(List.of(new Quote.Line("work", PRICE))), ""),
            Optional.empty(),
            List.of(),
            new OrderTrigger(new MessageRef(chat, Integer.toString(number)), "", "", "en"),
            Optional.empty(),
            Priority.NORMAL,
            10,
            100),
        time.instant());
  }

  /// The operator looks up at the provider what is in doubt.
  private void decide() {
    for (UnresolvedSubmissions.Doubt doubt : desk.open()) {
      switch (provider.find(doubt.key())) {
        case Found.There(var operation) ->
            desk.settle(
                new AccountId(0),
                doubt.key(),
                new UnresolvedSubmissions.Decision.There(operation),
                time.instant());
        case Found.Absent() ->
            desk.settle(
                new AccountId(0),
                doubt.key(),
                new UnresolvedSubmissions.Decision.Absent(),
                time.instant());
        case Found.Unclear _ -> {}
      }
    }
  }

  /// No more trouble: everything must come to its end.
  private void calm() throws InterruptedException {
    provider.troubled = false;
    store.calm = true;
    line.calm(true);
    for (int i = 0; i < LONGEST && disk.jobs().stream().anyMatch(job -> !job.status.over()); i++) {
      time.advance(Duration.ofSeconds(i < 200 ? 1 : 60));
      engine.runDue();
      decide();
    }
  }

  private List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    Map<String, Long> spent = new HashMap<>();
    for (MemoryJob job : disk.jobs()) {
      if (!job.status.over()) {
        complaints.add("never ended: " + job.id + " " + job.status);
      }
      if (job.slot || job.held != 0) {
        complaints.add("keeps a place or a hold: " + job.id);
      }
      if (job.hold.isPresent() && !job.settled) {
        complaints.add("a hold outlives its job: " + job.id);
      }
      job.hold.ifPresent(
          hold -> hold.scopes().forEach(scope -> spent.merge(scope, job.charged, Long::sum)));
      long charge = job.status == Status.MADE ? PRICE.microUsd() : job.charged;
      if (job.charged != charge) {
        complaints.add("charged " + job.charged + " for " + job.id + " " + job.status);
      }
      int paid = job.papers.stream().mapToInt(paper -> provider.charged(key(paper))).sum();
      if (paid > 1) {
        complaints.add("paid " + paid + " times for " + job.id);
      }
    }
    spent.forEach((scope, sum) -> {
      if (!disk.spending().getOrDefault(scope, 0L).equals(sum)) {
        complaints.add("the ledger and its sums differ: " + scope);
      }
    });
    if (Collections.max(provider.all().values(), Integer::compare) > 1) {
      complaints.add("a key was paid twice: " + provider.all());
    }
    return complaints;
  }

  private static String key(MemoryJob.Paper paper) {
    return Submission.key(paper.id);
  }

  /// Fails with everything that was not as promised.
  void mustHold(long seed) throws InterruptedException {
    assertThat(run()).as("seed %d", seed).isEmpty();
  }
}
