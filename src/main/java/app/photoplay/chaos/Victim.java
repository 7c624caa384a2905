package app.photoplay.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A worker on one database, life after life, and what it has said in all of them.
final class Victim {
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final ChaosSettings settings;
  private final String provider;
  private final String database;
  private final int folder;
  private final Path errors;
  private final SplittableRandom random;
  private final Set<Integer> accepted = ConcurrentHashMap.newKeySet();
  private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
  private final Set<String> settled = ConcurrentHashMap.newKeySet();
  private final Set<String> left = ConcurrentHashMap.newKeySet();
  private final AtomicInteger mostLeft = new AtomicInteger();
  private int kills;

  Victim(ChaosSettings settings, String provider, String database, int folder) {
    this.settings = settings;
    this.provider = provider;
    this.database = database;
    this.folder = folder;
    this.errors = settings.work().resolve("worker-" + folder + ".log");
    this.random = new SplittableRandom(settings.seed() + folder);
  }

  /// Lets it live for a moment, then kills it: mostly amid orders, sometimes while it takes up what
  /// its former life left.
  void liveAndDie() throws InterruptedException {
    Life life = begin(false);
    if (random.nextInt(4) > 0) {
      life.awaitWork(LONGEST_START);
    }
    Thread.sleep(50 + random.nextInt(1450));
    life.kill();
    kills++;
  }

  /// Lets it finish everything.
  ///
  /// @return whether it did
  boolean finish(Duration longest) throws InterruptedException {
    return begin(true).awaitEnd(longest);
  }

  private Life begin(boolean drain) throws InterruptedException {
    WorkerSettings worker =
        new WorkerSettings(
            database, provider, settings.seed(), folder, from(), drain, settings.broken());
    Life life =
        Life.start(
            settings.command(),
            List.of("chaos-worker", WorkerSettings.CODEC.encode(worker)),
            errors,
            this::hear);
    if (!life.awaitReady(LONGEST_START)) {
      life.kill();
      throw new IllegalStateException("a worker did not start; " + errors + " says why");
    }
    return life;
  }

  /// A few wishes before the last that was answered: those that were on their way, and some that
  /// were placed before.
  private int from() {
    int last = Math.max(last(accepted), last(refused));
    return Math.max(0, last - 6);
  }

  private static int last(Set<Integer> numbers) {
    return numbers.stream().mapToInt(it -> it % Plan.PER_FOLDER).max().orElse(0);
  }

  private void hear(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "accepted" -> accepted.add(Integer.valueOf(words[1]));
      case "refused" -> refused.add(Integer.valueOf(words[1]));
      case "settled" -> settled.add(words[1] + " " + words[2]);
      case "ready" -> {
        Set<String> found = new HashSet<>(Arrays.asList(words).subList(1, words.length));
        found.remove("");
        found.removeAll(left);
        left.addAll(found);
        mostLeft.accumulateAndGet(found.size(), Math::max);
      }
      default -> {}
    }
  }

  int kills() {
    return kills;
  }

  Set<Integer> accepted() {
    return Set.copyOf(accepted);
  }

  Set<Integer> refused() {
    return Set.copyOf(refused);
  }

  /// The submissions in doubt that were decided, each with what was found.
  Set<String> settled() {
    return Set.copyOf(settled);
  }

  /// The most submissions of a blind provider that one kill left without an outcome.
  int mostLeft() {
    return mostLeft.get();
  }
}
