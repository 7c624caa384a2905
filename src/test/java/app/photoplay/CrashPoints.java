package app.photoplay;

import app.photoplay.assembly.PortDecorator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One life of the bot: names the points before and after everything it does to the disk and to the
/// world, and can end it at one of them.
///
/// From that point on the bot can do nothing any more: whatever thread comes to a port, [Halted] is
/// thrown there, which nothing in the program catches. A point is `before DeskStore.place#1`: the
/// first call of that method since [#arm()].
final class CrashPoints implements PortDecorator {

  /// The bot does not live any more.
  static final class Halted extends Error {
    private static final long serialVersionUID = 1;

    Halted() {
      super("halted", null, false, false);
    }
  }

  /// What changes nothing outside memory but who works on it: a crash there is a crash after
  /// whatever was before.
  private static final Set<String> HARMLESS =
      Set.of(
          "JobStore.nextDue",
          "JobStore.cancelled",
          "JobStore.takeOver",
          "AnswerStore.open",
          "AnswerStore.take",
          "DeliveryStore.take",
          "DeliveryStore.open",
          "DeliveryStore.due",
          "DeliveryStore.find",
          "DeliveryStore.platformFile",
          "DeliveryStore.waits",
          "Drafts.find",
          "Drafts.latest",
          "DeskStore.taken",
          "InboxStore.take",
          "ArtifactStore.exists",
          "ArtifactStore.open",
          "ArtifactStore.scratch",
          "SpeechModel.provider",
          "SpeechModel.voices",
          "SpeechModel.check",
          "TalkingModel.provider",
          "ChatPlatform.name",
          "ChatPlatform.limits",
          "ChatPlatform.waiting",
          "ChatPlatform.trouble",
          "ChatPlatform.exclusive",
          "ChatPlatform.typedCommands",
          "ChatPlatform.look",
          "ChatPlatform.quotable",
          "ChatPlatform.stop",
          "ChatPlatform.close");

  /// Asked again and again, mostly for nothing: only what it finds makes a point.
  private static final String CLAIM = "JobStore.claim";

  /// What the operating system does with the sockets of a dead process.
  private static final Set<String> AFTER_DEATH = Set.of("ChatPlatform.stop", "ChatPlatform.close");

  private final PortDecorator inner;
  private final Runnable progress;
  private final CompletableFuture<String> halted = new CompletableFuture<>();

  // guarded by this
  private Optional<String> end;
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> reached = new ArrayList<>();
  private boolean armed;
  private boolean dead;
  private int busy;

  /// A life.
  ///
  /// @param inner put around the ports before this
  /// @param end the point at which it ends, if it does
  /// @param progress told after every call
  CrashPoints(PortDecorator inner, Optional<String> end, Runnable progress) {
    this.inner = inner;
    this.end = end;
    this.progress = progress;
  }

  /// Counts points from now on.
  synchronized void arm() {
    armed = true;
  }

  /// Counts points from now on, and ends at this one.
  synchronized void endAt(String point) {
    end = Optional.of(point);
    armed = true;
  }

  /// Ends now, whatever is going on.
  synchronized void halt() {
    dead = true;
    halted.complete("outside");
  }

  /// All points so far, in order.
  synchronized List<String> reached() {
    return List.copyOf(reached);
  }

  /// Ends with the point at which this life ended.
  CompletableFuture<String> halted() {
    return halted;
  }

  synchronized boolean dead() {
    return dead;
  }

  /// Whether no call is under way.
  synchronized boolean idle() {
    return busy == 0;
  }

  @Override
  public <T> T port(Class<T> type, T real) {
    T below = inner.port(type, real);
    if (!type.isInterface()) {
      return below; // no port, but what the engine is made of
    }
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> call(type.getSimpleName(), below, method, arguments)));
  }

  private @Nullable Object call(
      String port, Object real, Method method, Object @Nullable [] arguments) throws Throwable {
    String name = port + "." + method.getName();
    if (method.getDeclaringClass() == Object.class || (dead() && AFTER_DEATH.contains(name))) {
      return invoke(real, method, arguments);
    }
    boolean counted = !HARMLESS.contains(name);
    begin(counted && !name.equals(CLAIM) ? "before " + name : "");
    try {
      Object result = invoke(real, method, arguments);
      boolean nothing = result instanceof Collection<?> found && found.isEmpty();
      reach(counted && !nothing ? "after " + name : "");
      return result;
    } catch (Exception e) {
      // Whatever went wrong in a call that was under way: the dead do not hear of it.
      reach("");
      throw e;
    } finally {
      end();
    }
  }

  private synchronized void begin(String point) {
    reach(point);
    busy++;
  }

  private void end() {
    synchronized (this) {
      busy--;
    }
    progress.run();
  }

  private synchronized void reach(String point) {
    if (dead) {
      throw new Halted();
    }
    if (!armed || point.isEmpty()) {
      return;
    }
    String numbered = point + "#" + counts.merge(point, 1, Integer::sum);
    reached.add(numbered);
    if (end.isPresent() && end.get().equals(numbered)) {
      dead = true;
      halted.complete(numbered);
      throw new Halted();
    }
  }

  private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
