package app.photoplay.chaos;

import app.photoplay.database.LostConnection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A database that now and then commits what it was given and does not say so, or does not take it,
/// as when a connection breaks; the program lives on. Thread-safe.
final class StoreFaults {
  /// Of 100 transactions, so many lose their acknowledgement.
  private static final int LOST = 6;

  /// Of 100 transactions, so many are not taken.
  private static final int NOT_TAKEN = 2;

  /// A program that cannot take up what it left does not start.
  private static final Set<String> SPARED = Set.of("recover");

  private final SplittableRandom random;
  private final AtomicInteger lost = new AtomicInteger();
  private volatile boolean over;

  StoreFaults(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// A store that is not to be relied on.
  <T> T around(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> call(store, method, arguments)));
  }

  /// From now on all goes well.
  void end() {
    over = true;
  }

  /// How many acknowledgements were lost.
  int lost() {
    return lost.get();
  }

  private @Nullable Object call(Object store, Method method, Object @Nullable [] arguments)
      throws Throwable {
    int luck = over || SPARED.contains(method.getName()) ? 100 : luck();
    if (luck < NOT_TAKEN) {
      throw LostConnection.during(method.getName(), false);
    }
    try {
      Object answer = method.invoke(store, arguments);
      if (luck < NOT_TAKEN + LOST) {
        lost.incrementAndGet();
        throw LostConnection.during(method.getName(), true);
      }
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private synchronized int luck() {
    return random.nextInt(100);
  }
}
