package app.photoplay.chat.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// All open live connections, by visitor. May be used from any thread.
final class LiveConnections {
  static final int PER_VISITOR = 10;
  static final int ALTOGETHER = 1000;

  private final Map<String, Set<LiveConnection>> byVisitor = new HashMap<>();

  /// The counters of changes at the last look.
  private final Map<String, Long> known = new ConcurrentHashMap<>();

  private int open;
  private boolean closed;

  /// Lets a connection in; false when there are too many. When all places are taken, the network
  /// with the most of them gives one to a network that has fewer.
  synchronized boolean join(String visitor, LiveConnection connection) {
    Set<LiveConnection> own = byVisitor.getOrDefault(visitor, Set.of());
    if (closed
        || own.size() >= PER_VISITOR
        || (open >= ALTOGETHER && !makeRoom(connection.network()))) {
      return false;
    }
    if (byVisitor.computeIfAbsent(visitor, _ -> new HashSet<>()).add(connection)) {
      open++;
    }
    return true;
  }

  private boolean makeRoom(String network) {
    Map<String, List<LiveConnection>> byNetwork =
        byVisitor.values().stream()
            .flatMap(Collection::stream)
            .collect(Collectors.groupingBy(LiveConnection::network));
    List<LiveConnection> most =
        byNetwork.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    if (most.size() <= byNetwork.getOrDefault(network, List.of()).size() + 1) {
      return false;
    }
    LiveConnection leaves = most.getFirst();
    leave(leaves.visitor(), leaves);
    leaves.close();
    return true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized void leave(String visitor, LiveConnection connection) {
    Set<LiveConnection> own = byVisitor.get(visitor);
    if (own != null && own.remove(connection)) {
      open--;
      if (own.isEmpty()) {
        byVisitor.remove(visitor);
      }
    }
  }

  /// Tells that the visitor's messages have changed.
  void changed(String visitor) {
    of(visitor).forEach(LiveConnection::wake);
  }

  /// Wakes the connections of visitors whose messages somebody else has changed.
  void refresh(WebStore store) {
    Set<String> visitors;
    synchronized (this) {
      visitors = Set.copyOf(byVisitor.keySet());
      known.keySet().retainAll(visitors);
    }
    if (!visitors.isEmpty()) {
      store
          .lastChanges(visitors)
          .forEach((visitor, change) -> {
            if (!change.equals(known.put(visitor, change))) {
              changed(visitor);
            }
          });
    }
  }

  /// Says something that is not kept.
  void notice(String visitor, ObjectNode event) {
    of(visitor).forEach(connection -> connection.tell(event.toString()));
  }

  void close() {
    List<LiveConnection> all;
    synchronized (this) {
      closed = true;
      all = byVisitor.values().stream().flatMap(Collection::stream).toList();
    }
    all.forEach(LiveConnection::close);
  }

  private synchronized List<LiveConnection> of(String visitor) {
    return new ArrayList<>(byVisitor.getOrDefault(visitor, Set.of()));
  }
}
