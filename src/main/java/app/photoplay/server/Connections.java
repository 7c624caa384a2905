package app.photoplay.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/// All connections, and what each is at. Ends those that take longer than the [Limits]: the head of
/// a request or the pause between two, a body, a piece of an answer. When there are too many, the
/// network with the most of them loses the one that has waited longest, so that there is always
/// room for somebody else, and for the next request of the same machine.
///
/// A live connection (WebSocket) counts but is left alone: whoever opened it watches over it.
/// Thread-safe.
final class Connections extends AbstractLifeCycle implements Connection.Listener {
  private final Limits limits;
  private final Map<EndPoint, Held> held = new LinkedHashMap<>();
  private final Map<String, Integer> perNetwork = new HashMap<>();
  private @Nullable Thread watch;

  /// One connection.
  private static final class Held {
    final EndPoint endPoint;
    final String network;
    long since = System.nanoTime();
    boolean used;
    @Nullable Exchange exchange;

    Held(EndPoint endPoint) {
      this.endPoint = endPoint;
      this.network = network(endPoint.getRemoteSocketAddress());
    }

    /// Whether it is between two requests or has not said all of one's head.
    boolean waits() {
      return exchange == null && endPoint.getConnection() instanceof ConnectionMetaData;
    }

    boolean reads() {
      Exchange current = exchange;
      return current != null && current.reading();
    }

    boolean overdue(Limits limits, long now) {
      Exchange current = exchange;
      if (current != null) {
        return current.stuck(limits, now);
      }
      return waits() && now - since > (used ? limits.idle() : limits.head()).toNanos();
    }
  }

  Connections(Limits limits) {
    this.limits = limits;
  }

  static String network(SocketAddress address) {
    return address instanceof InetSocketAddress internet && internet.getAddress() != null
        ? Network.of(internet.getAddress())
        : address.toString();
  }

  @Override
  protected void doStart() {
    watch = Thread.ofVirtual().name("web-watch").start(this::watch);
  }

  @Override
  protected void doStop() {
    Thread started = watch;
    if (started != null) {
      started.interrupt();
    }
  }

  @Override
  public void onOpened(Connection connection) {
    EndPoint endPoint = connection.getEndPoint();
    EndPoint victim = null;
    synchronized (this) {
      if (held.containsKey(endPoint)) {
        return; // another protocol on the same connection
      }
      if (held.size() >= limits.connections()) {
        victim = leastNeeded().map(it -> it.endPoint).orElse(endPoint);
        forget(victim);
      }
      if (!endPoint.equals(victim)) {
        Held added = new Held(endPoint);
        held.put(endPoint, added);
        perNetwork.merge(added.network, 1, Integer::sum);
      }
    }
    if (victim != null) {
      victim.close();
    }
  }

  @Override
  public synchronized void onClosed(Connection connection) {
    if (!connection.getEndPoint().isOpen()) {
      forget(connection.getEndPoint());
    }
  }

  /// Notes that a connection has begun to work on a request.
  void begin(EndPoint endPoint, Exchange exchange) {
    Optional<Exchange> oldest = Optional.empty();
    synchronized (this) {
      Held connection = held.get(endPoint);
      if (connection == null) {
        return; // it has just been cut off
      }
      connection.exchange = exchange;
      if (exchange.fromStranger()) {
        List<Exchange> strangers =
            strangers(exchange.network).sorted(Comparator.comparingLong(Exchange::begun)).toList();
        if (strangers.size() > limits.strangers()) {
          oldest = Optional.of(strangers.getFirst());
        }
      }
    }
    oldest.ifPresent(Exchange::cutOff);
  }

  /// Notes that the answer has been given.
  synchronized void end(EndPoint endPoint) {
    Held connection = held.get(endPoint);
    if (connection != null) {
      connection.exchange = null;
      connection.used = true;
      connection.since = System.nanoTime();
    }
  }

  synchronized int open() {
    return held.size();
  }

  private Stream<Exchange> strangers(String network) {
    return held.values().stream()
        .<Exchange>mapMulti((connection, each) -> {
          Exchange exchange = connection.exchange;
          if (exchange != null && exchange.network.equals(network) && exchange.fromStranger()) {
            each.accept(exchange);
          }
        });
  }

  /// Of the network with the most connections the one that has waited longest; if none waits, the
  /// one whose body has been on its way longest.
  private Optional<Held> leastNeeded() {
    String busiest =
        perNetwork.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    List<Held> there = held.values().stream().filter(it -> it.network.equals(busiest)).toList();
    Comparator<Held> oldest = Comparator.comparingLong(it -> it.since);
    return there.stream()
        .filter(Held::waits)
        .min(oldest)
        .or(() -> there.stream().filter(Held::reads).min(oldest));
  }

  private void forget(EndPoint endPoint) {
    Held gone = held.remove(endPoint);
    if (gone != null) {
      perNetwork.computeIfPresent(gone.network, (_, count) -> count > 1 ? count - 1 : null);
    }
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(limits.check());
        check();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() {
    List<EndPoint> overdue = new ArrayList<>();
    List<Exchange> slow = new ArrayList<>();
    long now = System.nanoTime();
    synchronized (this) {
      for (Held connection : List.copyOf(held.values())) {
        Exchange exchange = connection.exchange;
        if (!connection.endPoint.isOpen()) {
          forget(connection.endPoint);
        } else if (connection.overdue(limits, now)) {
          overdue.add(connection.endPoint);
        } else if (exchange != null && exchange.tooSlow(limits, now)) {
          slow.add(exchange);
        }
      }
    }
    overdue.forEach(EndPoint::close);
    slow.forEach(Exchange::cutOff);
  }
}
