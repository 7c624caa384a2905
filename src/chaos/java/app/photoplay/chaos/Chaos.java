package app.photoplay.chaos;

import app.photoplay.database.Database;
import app.photoplay.database.job.Audit;
import app.photoplay.database.postgres.CutSession;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.job.JobId;
import app.photoplay.job.PaidCall.Idempotency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Kills workers at random moments, lets them finish, and counts.
public final class Chaos {
  /// A machine may be so slow that the time is over before anything was ordered.
  private static final int FEWEST = 3;

  private static final Duration LONGEST_FINISH = Duration.ofMinutes(5);

  /// Several times as long as the engine takes to see that it runs nothing of what it owns.
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(90);

  /// Longer than an instance's right to its jobs lasts when it is not heard of.
  private static final Duration FREEZE = Duration.ofSeconds(16);

  private static final Duration LOOK = Duration.ofMillis(5);
  private static final int MOST_TRIES = 50;

  private final ChaosSettings settings;
  private final AtomicInteger begun = new AtomicInteger();
  private final long end;

  private Chaos(ChaosSettings settings) {
    this.settings = settings;
    this.end = System.nanoTime() + settings.lasting().toNanos();
  }

  /// Runs to the end, which takes as long as the settings say and a little more.
  ///
  /// @throws IllegalStateException when a worker does not start at all
  /// @throws IllegalArgumentException when the server's database is not empty
  public static Tally run(ChaosSettings settings) throws InterruptedException {
    return new Chaos(settings).run();
  }

  private Tally run() throws InterruptedException {
    AtomicReference<String> address = new AtomicReference<>("");
    Life provider =
        Life.start(
            settings.command(),
            List.of(ChaosMain.PROVIDER, settings.work().toString(), Long.toString(settings.seed())),
            Map.of(),
            settings.work().resolve("provider.log"),
            line -> address.set(line.replaceFirst("ready ", "")));
    List<Victim> victims = new ArrayList<>();
    try {
      if (!provider.awaitReady(Duration.ofMinutes(1))) {
        throw new IllegalStateException(
            "the provider did not start; its log is in " + settings.work());
      }
      for (int i = 0; i < settings.workers(); i++) {
        victims.add(new Victim(settings, address.get(), i));
      }
      if (settings.storeFaults()) {
        return faulty(victims);
      }
      return settings.server().isPresent() ? together(victims) : sideBySide(victims);
    } finally {
      provider.kill();
      for (Victim victim : victims) {
        victim.end();
      }
    }
  }

  /// Each on a database of its own.
  private Tally sideBySide(List<Victim> victims) throws InterruptedException {
    boolean finished = true;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> ends = new ArrayList<>();
      for (Victim victim : victims) {
        ends.add(
            threads.submit(() -> {
              while (another()) {
                victim.begin(false);
                victim.live();
                victim.die();
              }
              victim.begin(true);
              return victim.finish(LONGEST_FINISH);
            }));
      }
      for (Future<Boolean> each : ends) {
        finished &= each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
    }
    return Tally.sum(tallies(victims), finished);
  }

  /// Nobody is killed: each must find back to its work in the same life.
  private Tally faulty(List<Victim> victims) throws InterruptedException {
    for (Victim victim : victims) {
      victim.begin(false);
    }
    Thread.sleep(settings.lasting());
    victims.forEach(Victim::drain);
    boolean finished = true;
    for (Victim victim : victims) {
      finished &= victim.finish(LONGEST_RECOVERY);
    }
    return Tally.sum(tallies(victims), finished);
  }

  private List<Tally> tallies(List<Victim> victims) {
    if (settings.server().isPresent()) {
      try (Database database = Databases.open(settings.server().get())) {
        return List.of(Tally.of(victims, database, settings.work()));
      }
    }
    List<Tally> tallies = new ArrayList<>();
    for (Victim victim : victims) {
      try (Database database = Databases.open(victim.data())) {
        tallies.add(Tally.of(List.of(victim), database, settings.work()));
      }
    }
    return tallies;
  }

  /// All on one server; one at a time is killed or frozen while the others work.
  private Tally together(List<Victim> victims) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(settings.seed());
    try (Database database = Databases.open(settings.server().orElseThrow())) {
      Audit audit = new Audit(database);
      if (!audit.ordered().isEmpty()) {
        throw new IllegalArgumentException("chaos needs an empty database of its own");
      }
      for (Victim victim : victims) {
        victim.begin(false);
      }
      for (int i = 0; i < settings.freezes(); i++) {
        Victim victim = victims.get(random.nextInt(victims.size()));
        victim.live();
        victim.freeze();
        Thread.sleep(FREEZE);
        victim.thaw();
        victim.frozen();
      }
      for (int i = 0; i < settings.cuts(); i++) {
        Victim victim = victims.get(random.nextInt(victims.size()));
        victim.live();
        cut(victim, audit, database);
      }
      while (another()) {
        Victim victim = victims.get(random.nextInt(victims.size()));
        victim.live();
        kill(victim, audit);
        victim.begin(false);
      }
      for (Victim victim : victims) {
        kill(victim, audit);
        victim.begin(true);
      }
      boolean finished = true;
      for (Victim victim : victims) {
        finished &= victim.finish(LONGEST_FINISH);
      }
      return Tally.sum(List.of(Tally.of(victims, database, settings.work())), finished);
    }
  }

  /// Stops a worker and cuts its line, so that the others take over; it goes on when one of them
  /// has handed work to a provider that it was preparing itself.
  private static void cut(Victim victim, Audit audit, Database database)
      throws InterruptedException {
    String owner = victim.owner();
    Set<JobId> prepared = Set.of();
    for (int tries = 0; tries < MOST_TRIES && prepared.size() < 2; tries++) {
      victim.thaw();
      await(() -> preparing(audit, owner).size() > 1);
      victim.freeze();
      prepared = preparing(audit, owner);
    }
    Set<JobId> theirs = prepared;
    try {
      CutSession.of(database, owner);
      await(() -> audit.over(theirs));
    } finally {
      victim.thaw();
      victim.frozen();
    }
    await(() -> !victim.owner().equals(owner));
    victim.live();
  }

  /// Waits for it, but not for ever: it may have come and gone.
  private static void await(BooleanSupplier wanted) throws InterruptedException {
    long end = System.nanoTime() + FREEZE.toNanos();
    while (System.nanoTime() - end < 0 && !wanted.getAsBoolean()) {
      Thread.sleep(LOOK);
    }
  }

  private static Set<JobId> preparing(Audit audit, String owner) {
    return audit.running().entrySet().stream()
        .filter(it -> it.getValue().equals(new Audit.Run(owner, "")))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static void kill(Victim victim, Audit audit) throws InterruptedException {
    victim.die();
    victim.left(audit.intents(Idempotency.NONE, Optional.of(victim.owner())));
  }

  private boolean another() {
    int before = begun.getAndIncrement();
    return settings
        .kills()
        .map(most -> before < most)
        .orElseGet(() -> before < FEWEST || System.nanoTime() - end < 0);
  }
}
