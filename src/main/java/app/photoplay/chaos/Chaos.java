package app.photoplay.chaos;

import app.photoplay.database.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Kills workers at random moments, lets them finish, and counts.
public final class Chaos {
  private static final Duration LONGEST_FINISH = Duration.ofMinutes(5);

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
  public static Tally run(ChaosSettings settings) throws InterruptedException {
    return new Chaos(settings).run();
  }

  private Tally run() throws InterruptedException {
    AtomicReference<String> address = new AtomicReference<>("");
    Life provider =
        Life.start(
            settings.command(),
            List.of("chaos-provider", settings.work().toString(), Long.toString(settings.seed())),
            settings.work().resolve("provider.log"),
            line -> address.set(line.replaceFirst("ready ", "")));
    try {
      if (!provider.awaitReady(Duration.ofMinutes(1))) {
        throw new IllegalStateException(
            "the provider did not start, see its log in " + settings.work());
      }
      List<Victim> victims = new ArrayList<>();
      for (int i = 0; i < settings.workers(); i++) {
        victims.add(new Victim(settings, address.get(), folder(i).toString(), i));
      }
      boolean finished = sideBySide(victims);
      List<Tally> tallies = new ArrayList<>();
      for (int i = 0; i < victims.size(); i++) {
        try (Database database = Database.open(folder(i))) {
          tallies.add(Tally.of(victims.get(i), database, new Evidence(settings.work(), i)));
        }
      }
      return Tally.sum(tallies, finished);
    } finally {
      provider.kill();
    }
  }

  private Path folder(int number) {
    return settings.work().resolve("data-" + number);
  }

  private boolean sideBySide(List<Victim> victims) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> ends = new ArrayList<>();
      for (Victim victim : victims) {
        ends.add(
            threads.submit(() -> {
              while (another()) {
                victim.liveAndDie();
              }
              return victim.finish(LONGEST_FINISH);
            }));
      }
      boolean all = true;
      for (Future<Boolean> finished : ends) {
        all &= finished.get();
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
    }
  }

  private boolean another() {
    Optional<Integer> most = settings.kills();
    return most.isPresent() ? begun.getAndIncrement() < most.get() : System.nanoTime() - end < 0;
  }
}
