package app.photoplay.testkit;

import app.photoplay.chat.web.WebMessage;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.chat.web.WebStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The reference for every [WebStore], in memory.
public final class MemoryWebStore implements WebStore {
  private final Map<String, List<WebMessage>> byVisitor = new HashMap<>();
  private final Map<String, Long> changes = new HashMap<>();
  private final Map<Long, Map<String, Integer>> admitted = new HashMap<>();

  @Override
  public synchronized Admission admit(
      String visitor, String network, long day, WebSettings.Visitors most) {
    if (changes.containsKey(visitor)) {
      return Admission.WELCOME;
    }
    Map<String, Integer> today = admitted.computeIfAbsent(day, _ -> new HashMap<>());
    if (most.perDay() > 0 && today.getOrDefault("", 0) >= most.perDay()) {
      return Admission.TOO_MANY_TODAY;
    }
    if (most.perNetwork() > 0 && today.getOrDefault(network, 0) >= most.perNetwork()) {
      return Admission.TOO_MANY_THERE;
    }
    today.merge("", 1, Integer::sum);
    today.merge(network, 1, Integer::sum);
    changes.put(visitor, 0L);
    return Admission.WELCOME;
  }

  @Override
  public synchronized WebMessage add(
      String visitor, String id, boolean own, Instant time, String content) {
    return find(visitor, id)
        .orElseGet(() -> {
          List<WebMessage> all = of(visitor);
          long number = all.isEmpty() ? 1 : all.getLast().number() + 1;
          WebMessage added = new WebMessage(id, number, next(visitor), time, own, false, content);
          all.add(added);
          return added;
        });
  }

  @Override
  public synchronized Optional<WebMessage> replace(String visitor, String id, String content) {
    return alter(
        visitor,
        id,
        old ->
            old.content().equals(content)
                ? old
                : new WebMessage(
                    id, old.number(), next(visitor), old.time(), old.own(), old.seen(), content));
  }

  @Override
  public synchronized Optional<WebMessage> see(String visitor, String id) {
    return alter(
        visitor,
        id,
        old ->
            old.seen()
                ? old
                : new WebMessage(
                    id, old.number(), next(visitor), old.time(), old.own(), true, old.content()));
  }

  private Optional<WebMessage> alter(String visitor, String id, UnaryOperator<WebMessage> change) {
    Optional<WebMessage> altered = find(visitor, id).map(change);
    altered.ifPresent(
        message -> of(visitor).replaceAll(old -> old.id().equals(id) ? message : old));
    return altered;
  }

  @Override
  public synchronized Optional<WebMessage> find(String visitor, String id) {
    return of(visitor).stream().filter(message -> message.id().equals(id)).findFirst();
  }

  @Override
  public synchronized List<WebMessage> newest(String visitor, long before, int limit) {
    List<WebMessage> earlier =
        of(visitor).stream().filter(message -> message.number() < before).toList();
    return List.copyOf(earlier.subList(Math.max(0, earlier.size() - limit), earlier.size()));
  }

  @Override
  public synchronized List<WebMessage> changedAfter(String visitor, long change, int limit) {
    return of(visitor).stream()
        .filter(message -> message.change() > change)
        .sorted(Comparator.comparingLong(WebMessage::change))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Map<String, Long> lastChanges(Collection<String> visitors) {
    Map<String, Long> known = new HashMap<>(changes);
    known.keySet().retainAll(visitors);
    return known;
  }

  @Override
  public synchronized long lastChange(String visitor) {
    return changes.getOrDefault(visitor, 0L);
  }

  private long next(String visitor) {
    return changes.merge(visitor, 1L, Long::sum);
  }

  private List<WebMessage> of(String visitor) {
    return byVisitor.computeIfAbsent(visitor, _ -> new ArrayList<>());
  }
}
