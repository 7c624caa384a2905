package app.photoplay.chaos;

import app.photoplay.job.PaidCall.Idempotency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// The paid work that the scripted provider has taken. Each piece is a line of `paid.log` before
/// anybody is told of it: order, idempotency, key, operation. Thread-safe.
final class Works {
  /// How long after it was taken a piece of work may be missing from look-ups, at most; less than
  /// the lag that [PaidKind] allows.
  private static final int HIDDEN_MILLIS = 80;

  private static final int LONGEST_MILLIS = 600;

  private final Path log;
  private final SplittableRandom random;
  private final Map<String, Work> byKey = new HashMap<>();
  private final Map<String, Work> byOperation = new HashMap<>();
  private final Set<String> stopped = new HashSet<>();

  Works(Path folder, long seed) {
    this.log = folder.resolve("paid.log");
    this.random = new SplittableRandom(seed);
  }

  /// Takes work; a keyed provider takes one key once.
  ///
  /// @return its name for it
  synchronized String take(String key, Idempotency idempotency, String order) {
    Work known = byKey.get(key);
    if (known != null && idempotency == Idempotency.KEY) {
      return known.operation();
    }
    long now = System.nanoTime();
    Work work =
        new Work(
            "op-" + (byOperation.size() + 1),
            now + millis(random.nextInt(HIDDEN_MILLIS)),
            now + millis(20 + random.nextInt(LONGEST_MILLIS)));
    append(log, String.join(" ", order, idempotency.name(), key, work.operation()));
    byKey.put(key, work);
    byOperation.put(work.operation(), work);
    return work.operation();
  }

  /// What a customer finds under a key, who may be a little early.
  synchronized Optional<String> visible(String key) {
    return Optional.ofNullable(byKey.get(key))
        .filter(it -> System.nanoTime() - it.shown() >= 0)
        .map(Work::operation);
  }

  /// What is known under a key, as the provider's own staff sees it.
  synchronized Optional<String> known(String key) {
    return Optional.ofNullable(byKey.get(key)).map(Work::operation);
  }

  synchronized boolean exists(String operation) {
    return byOperation.containsKey(operation);
  }

  synchronized boolean done(String operation) {
    Work work = byOperation.get(operation);
    return work != null && System.nanoTime() - work.done() >= 0;
  }

  /// Half of what is not done can be stopped.
  synchronized boolean stop(String operation) {
    return stopped.contains(operation)
        || (!done(operation) && random.nextBoolean() && stopped.add(operation));
  }

  private static long millis(int count) {
    return count * 1_000_000L;
  }

  /// Writes a line and returns when it is in the file.
  static void append(Path log, String line) {
    try {
      Files.write(
          log,
          List.of(line),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One piece of work.
  ///
  /// @param shown when look-ups find it, by the nano clock
  /// @param done when it is finished, by the nano clock
  private record Work(String operation, long shown, long done) {}
}
