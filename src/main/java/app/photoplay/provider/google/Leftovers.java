package app.photoplay.provider.google;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What lies at Google after it was fetched, and is removed a little later: whoever dies before the
/// result is stored here fetches it again. What is not removed when the program ends, Google
/// removes by itself in its own time. Thread-safe.
final class Leftovers implements AutoCloseable {
  static final Duration KEPT = Duration.ofMinutes(10);

  private static final Duration LONGEST_END = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

  private final InstantSource time;
  private final Map<String, Leftover> all = new LinkedHashMap<>();

  Leftovers(InstantSource time) {
    this.time = time;
  }

  private record Leftover(Instant due, Removal removal) {}

  @FunctionalInterface
  interface Removal {
    void go() throws IOException;
  }

  /// Has something removed.
  ///
  /// @param name its own, so that it is removed once
  synchronized void add(String name, Removal removal) {
    all.putIfAbsent(name, new Leftover(time.instant().plus(KEPT), removal));
  }

  /// Removes what is due.
  void sweep() {
    remove(time.instant());
  }

  private void remove(Instant until) {
    for (Removal removal : taken(until)) {
      try {
        removal.go();
      } catch (IOException e) {
        // not with its words: they may repeat the key
        log.atInfo()
            .addKeyValue("fault", e.getClass().getSimpleName())
            .log("something at Google could not be removed");
      }
    }
  }

  private synchronized List<Removal> taken(Instant until) {
    List<Removal> taken = new ArrayList<>();
    all.values()
        .removeIf(it -> {
          boolean due = !it.due().isAfter(until);
          if (due) {
            taken.add(it.removal());
          }
          return due;
        });
    return taken;
  }

  /// Removes all, as far as that goes quickly.
  @Override
  public void close() {
    Thread last = Thread.startVirtualThread(() -> remove(Instant.MAX));
    try {
      last.join(LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    last.interrupt();
  }
}
