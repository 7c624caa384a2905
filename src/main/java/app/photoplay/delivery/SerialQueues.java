package app.photoplay.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Queues whose items are handled one after another, while the queues go on side by side, each on a
/// virtual thread of its own as long as there is something in it. Thread-safe.
///
/// @param <K> tells the queues apart
/// @param <T> what is in them
public final class SerialQueues<K, T> {

  /// Deals with one item; what it throws ends its thread, and the queue goes on with the next item.
  @FunctionalInterface
  public interface Handler<T> {
    void handle(T item) throws InterruptedException;
  }

  private final String name;
  private final Handler<T> handler;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<K, Deque<T>> queues = new HashMap<>();
  private int handling;
  private int pausing;
  private boolean stopping;

  /// No queues yet.
  ///
  /// @param name of the threads
  public SerialQueues(String name, Handler<T> handler) {
    this.name = name;
    this.handler = handler;
  }

  /// Puts an item at the end of a queue.
  public void add(K key, T item) {
    lock.lock();
    try {
      Deque<T> queue = queues.get(key);
      if (queue != null) {
        queue.add(item);
        return;
      }
      queues.put(key, new ArrayDeque<>(List.of(item)));
      handling++;
    } finally {
      lock.unlock();
    }
    drain(key);
  }

  /// How many items are in all queues; those that are being handled do not count.
  public int size() {
    lock.lock();
    try {
      return queues.values().stream().mapToInt(Deque::size).sum();
    } finally {
      lock.unlock();
    }
  }

  /// Waits between two tries of a handler; its queue waits with it, the others do not.
  ///
  /// @return whether to try again; else everything ends
  public boolean pause(Duration pause) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      pausing++;
      changed.signalAll();
      long left = pause.toNanos();
      while (!stopping && left > 0) {
        left = changed.awaitNanos(left);
      }
      return !stopping;
    } finally {
      pausing--;
      lock.unlock();
    }
  }

  /// Begins nothing new, and leaves what pauses between two tries; waits so long for the handlers.
  /// They are not interrupted: half of what they do might be taken for its failure.
  public void stop(Duration grace) throws InterruptedException {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
      long left = grace.toNanos();
      while (handling > pausing && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether nothing new is begun.
  public boolean stopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  private void drain(K key) {
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          boolean whole = false;
          try {
            each(key);
            whole = true;
          } catch (InterruptedException e) {
            // the end of the program
          } finally {
            leave(key, whole);
          }
        });
  }

  private void each(K key) throws InterruptedException {
    for (T item = next(key); item != null; item = next(key)) {
      handler.handle(item);
    }
  }

  private @Nullable T next(K key) {
    lock.lock();
    try {
      Deque<T> queue = queues.get(key);
      T item = queue == null || stopping ? null : queue.poll();
      if (item == null) {
        queues.remove(key);
      }
      return item;
    } finally {
      lock.unlock();
    }
  }

  private void leave(K key, boolean whole) {
    lock.lock();
    try {
      handling--;
      changed.signalAll();
      if (whole || stopping) {
        return;
      }
      handling++;
    } finally {
      lock.unlock();
    }
    drain(key);
  }
}
