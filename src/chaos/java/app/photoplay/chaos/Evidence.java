package app.photoplay.chaos;

import app.photoplay.job.PaidCall.Idempotency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What provider and chat have written down about the orders of some workers' plans.
final class Evidence {
  /// What a message is when it tells how an order ended.
  private static final Set<String> ENDS = Set.of("RESULT", "FAILURE", "REFUSAL");

  private final Map<Integer, Integer> taken = new HashMap<>();
  private final Map<Integer, Idempotency> grades = new HashMap<>();
  private final Map<String, Integer> orders = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Set<String> edited = new HashSet<>();

  Evidence(Path folder, Set<Integer> plans) {
    for (String line : lines(folder.resolve("paid.log"))) {
      String[] words = line.split(" ", -1);
      int order = Integer.parseInt(words[0]);
      if (plans.contains(order / ChaosPlan.PER_FOLDER)) {
        taken.merge(order, 1, Integer::sum);
        grades.put(order, Idempotency.valueOf(words[1]));
      }
    }
    for (String line : lines(folder.resolve("chat.log"))) {
      String[] words = line.split(" ", -1);
      if (words.length == 3 && plans.contains(Integer.parseInt(words[2]) / ChaosPlan.PER_FOLDER)) {
        orders.put(words[0], Integer.valueOf(words[2]));
      }
      if (orders.containsKey(words[0]) && kinds.put(words[0], words[1]) != null) {
        edited.add(words[0]);
      }
    }
  }

  /// How many orders the provider has taken.
  int paid() {
    return taken.size();
  }

  /// Whether it has taken this one.
  boolean taken(int order) {
    return taken.containsKey(order);
  }

  /// How many orders it has taken more than once.
  Map<Idempotency, Integer> paidTwice() {
    Map<Idempotency, Integer> twice = new EnumMap<>(Idempotency.class);
    taken.forEach((order, times) -> {
      if (times > 1) {
        twice.merge(grades.getOrDefault(order, Idempotency.NONE), 1, Integer::sum);
      }
    });
    return twice;
  }

  /// How many messages tell how an order ended, by order.
  Map<Integer, Integer> ends() {
    Map<Integer, Integer> ends = new HashMap<>();
    kinds.forEach((message, kind) -> {
      if (ENDS.contains(kind)) {
        ends.merge(orders.getOrDefault(message, -1), 1, Integer::sum);
      }
    });
    return ends;
  }

  /// How many messages still show the progress of what has ended and were never touched again:
  /// their sender did not learn that they were shown.
  long orphans() {
    return left().filter(message -> !edited.contains(message)).count();
  }

  /// How many messages still show the progress of what has ended although their sender knew them.
  long forgotten() {
    return left().filter(edited::contains).count();
  }

  private Stream<String> left() {
    return kinds.entrySet().stream()
        .filter(it -> !ENDS.contains(it.getValue()))
        .map(Map.Entry::getKey);
  }

  private static List<String> lines(Path log) {
    try {
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
