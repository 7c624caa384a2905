package app.photoplay.chaos.server;

import app.photoplay.chaos.Tally;
import app.photoplay.database.Database;
import app.photoplay.database.job.Audit;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.job.Failure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Counts what came of a run of [ServerChaos]: what people see, and what is on disk.
final class Findings {
  private static final Duration SLOW = Duration.ofSeconds(1);

  private final ServerSettings settings;
  private final List<Wish> chatters;
  private final List<Wish> visitors;

  Findings(ServerSettings settings, List<Wish> chatters, List<Wish> visitors) {
    this.settings = settings;
    this.chatters = chatters;
    this.visitors = visitors;
  }

  /// Everything; the server has ended.
  ///
  /// @param idle MB of memory in use before, and `last` at the end
  /// @param stopped whether the last stop ended well
  Tally tally(Troubles troubles, long idle, long last, boolean stopped) {
    Map<String, Long> facts = new LinkedHashMap<>();
    for (Trouble trouble : Trouble.values()) {
      facts.put("trouble: " + trouble.label(), (long) troubles.count(trouble));
    }
    for (Wish.Kind kind : Wish.Kind.values()) {
      facts.put(
          "asked on Telegram: " + kind.name().toLowerCase(Locale.ROOT),
          chatters.stream().filter(it -> it.kind() == kind).count());
    }
    facts.put("asked on the web", visitors.stream().filter(Wish::taken).count());
    facts.put("turned away on the web", visitors.stream().filter(it -> !it.taken()).count());
    facts.put("videos shown", all().mapToLong(Wish::videos).sum());
    facts.put("answered in words more than once", count(it -> words(it) && it.answers() > 1));
    facts.put("memory at first, MB", idle);
    facts.put("memory at last, MB", last);
    facts.put("slowest /healthz amid slow bodies, ms", troubles.slowestHealth().toMillis());

    Map<String, Long> wrong = new LinkedHashMap<>();
    wrong.put("people without an answer", count(it -> words(it) && !it.over()));
    wrong.put("lost: orders without an end", count(it -> !words(it) && !it.answered()));
    wrong.put("delivered twice", count(it -> it.videos() > 1));
    wrong.put(
        "told that it failed",
        count(it -> it.kind() == Wish.Kind.VIDEO && it.answered() && it.videos() == 0));
    wrong.put("runs without a video", all().mapToInt(Wish::videos).sum() > 0 ? 0L : 1L);
    wrong.put(Tally.SLOW_HEALTH, troubles.slowestHealth().compareTo(SLOW) > 0 ? 1L : 0L);
    wrong.put("stops that did not end well", troubles.badStops() + (stopped ? 0L : 1L));
    wrong.put("ended by itself", (long) troubles.deaths());
    try (Database database = Databases.open(ServerProcess.data(settings.work()))) {
      Audit audit = new Audit(database);
      wrong.put("jobs that have not ended", (long) audit.findings().open());
      wrong.put(
          "jobs given up",
          audit.ordered().stream()
              .filter(it -> it.failure().contains(Failure.Code.GAVE_UP.name()))
              .count());
      wrong.putAll(Tally.faults(audit.findings()));
    }
    return new Tally(facts, wrong);
  }

  private Stream<Wish> all() {
    return Stream.concat(chatters.stream(), visitors.stream().filter(Wish::taken));
  }

  private long count(Predicate<Wish> wanted) {
    return all().filter(wanted).count();
  }

  private static boolean words(Wish wish) {
    return wish.kind() == Wish.Kind.WORDS || wish.kind() == Wish.Kind.REFUSAL;
  }
}
