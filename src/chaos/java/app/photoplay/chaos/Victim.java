package app.photoplay.chaos;

import app.photoplay.database.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A worker on one database, life after life, and what it has said in all of them.
final class Victim {
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final ChaosSettings settings;
  private final String provider;
  private final Path data;
  private final int folder;
  private final Path errors;
  private final SplittableRandom random;
  private final Set<Integer> accepted = ConcurrentHashMap.newKeySet();
  private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
  private final Set<String> settled = ConcurrentHashMap.newKeySet();
  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private final Set<String> left = ConcurrentHashMap.newKeySet();
  private final AtomicInteger mostLeft = new AtomicInteger();
  private volatile String owner = "";
  private @Nullable Life life;
  private int kills;
  private int freezes;
  private volatile int lost;

  Victim(ChaosSettings settings, String provider, int folder) {
    this.settings = settings;
    this.provider = provider;
    this.data = settings.work().resolve("data-" + folder);
    this.folder = folder;
    this.errors = settings.work().resolve("worker-" + folder + ".log");
    this.random = new SplittableRandom(settings.seed() + folder);
  }

  /// Starts a life.
  ///
  /// @param drain whether to order nothing and to end when there is nothing left to do
  void begin(boolean drain) throws InterruptedException {
    WorkerSettings worker =
        new WorkerSettings(
            data.toString(),
            settings.server().map(PostgresSettings::url).orElse(""),
            settings.server().map(PostgresSettings::user).orElse(""),
            provider,
            settings.seed(),
            folder,
            from(),
            drain,
            settings.storeFaults(),
            settings.broken());
    life =
        Life.start(
            settings.command(),
            List.of(ChaosMain.WORKER, WorkerSettings.CODEC.encode(worker)),
            Map.of(
                "DATABASE_PASSWORD", settings.server().map(PostgresSettings::password).orElse("")),
            errors,
            this::hear);
    if (!life().awaitReady(LONGEST_START)) {
      life().kill();
      throw new IllegalStateException("a worker did not start; " + errors + " says why");
    }
  }

  /// Lets it live for a moment: mostly amid orders, sometimes while it takes up what its former
  /// life left; until people have come to their caps when it is these that shall not hold.
  void live() throws InterruptedException {
    int enough = accepted.size() + refused.size() + 4 * ChaosPlan.OF_A_PERSON;
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (settings.broken() == Break.CHECK_THEN_DEBIT
        && accepted.size() + refused.size() < enough
        && System.nanoTime() - end < 0) {
      Thread.sleep(20);
    }
    if (random.nextInt(4) > 0) {
      life().awaitWork(LONGEST_START);
    }
    Thread.sleep(50 + random.nextInt(1450));
  }

  void die() throws InterruptedException {
    life().kill();
    kills++;
  }

  void freeze() throws InterruptedException {
    life().freeze();
  }

  void thaw() throws InterruptedException {
    life().thaw();
  }

  /// Counts one that was long enough for others to take over.
  void frozen() {
    freezes++;
  }

  /// Lets it begin nothing new, in the same life.
  void drain() {
    life().say(Leash.DRAIN);
  }

  /// Lets it finish everything.
  ///
  /// @return whether it did
  boolean finish(Duration longest) throws InterruptedException {
    return life().awaitEnd(longest);
  }

  /// Ends what may still go on.
  void end() throws InterruptedException {
    if (life != null) {
      life.kill();
    }
  }

  private Life life() {
    if (life == null) {
      throw new IllegalStateException("it has not begun to live");
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
    return numbers.stream().mapToInt(it -> it % ChaosPlan.PER_FOLDER).max().orElse(0);
  }

  /// Takes in a line that the worker said.
  void hear(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "accepted" -> accepted.add(Integer.valueOf(words[1]));
      case "refused" -> refused.add(Integer.valueOf(words[1]));
      case OutspokenProvider.ANSWERED -> answered.put(words[1], words[2]);
      case "settled" -> settled.add(words[1] + " " + words[2]);
      case "lost" -> lost = Integer.parseInt(words[1]);
      case "renamed" -> owner = words[1];
      case "ready" -> {
        owner = words[1];
        left(Arrays.asList(words).subList(2, words.length));
      }
      default -> {}
    }
  }

  /// Notes the blind submissions that its last death left without an outcome in the database. Of
  /// those whose answer had come before, it took away no more than the moment to write that down:
  /// they are not among those that were under way, of which the engine allows only so many.
  void left(Collection<String> keys) {
    Set<String> found = new HashSet<>(keys);
    found.remove("");
    found.removeAll(left);
    left.addAll(found);
    found.removeAll(answered.keySet());
    mostLeft.accumulateAndGet(found.size(), Math::max);
  }

  /// Under which name it works.
  String owner() {
    return owner;
  }

  int folder() {
    return folder;
  }

  Path data() {
    return data;
  }

  int freezes() {
    return freezes;
  }

  /// How often it was told that what it wanted to write is not its own any more.
  long refusedCommits() {
    try (Stream<String> lines = Files.lines(errors)) {
      return lines.filter(it -> it.contains("another owner has this job now")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many acknowledgements its database has lost.
  int lost() {
    return lost;
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

  /// How many submissions of a blind provider were left without an outcome by a kill although the
  /// worker had got one.
  ///
  /// @param outcome which, as [OutspokenProvider] calls it
  long leftAnswered(String outcome) {
    return left.stream().filter(key -> outcome.equals(answered.get(key))).count();
  }

  /// The most submissions of a blind provider that were under way at one kill and left without an
  /// outcome.
  int mostLeft() {
    return mostLeft.get();
  }
}
