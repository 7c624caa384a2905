package app.photoplay.operator.hook;

import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.remote.hook.Hook;
import app.photoplay.server.WebServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/hooks/PROVIDER/ORDER/SECRET`: providers say here that something has become of work. Nothing
/// that they say of it is believed: it is a reason to ask at once how far the work is. But that
/// there is such work, under the order's key, settles what became of an order whose answer got
/// lost. Thread-safe.
public final class Hooks {
  private static final Logger log = LoggerFactory.getLogger(Hooks.class);
  private static final int LARGEST_BODY = 1 << 20;

  /// Of each provider; it says again what was too much, and is asked sooner or later anyway.
  private static final int MOST_IN_A_SECOND = 50;

  private final Map<String, Hook> hooks;
  private final Callbacks callbacks;
  private final Work work;
  private final InstantSource time;
  private final Map<String, Second> seconds = new HashMap<>();

  /// How many came within one second.
  private record Second(Instant since, int calls) {}

  /// Hears that something has become of work.
  @FunctionalInterface
  public interface Work {
    /// What there is to do is done before it returns.
    ///
    /// @param order the key that the work was ordered under
    /// @param id the provider's own name for it
    /// @return false while it is not known yet whether the order was answered: the provider is to
    ///   call again
    boolean called(String provider, String order, String id);
  }

  /// The addresses.
  ///
  /// @param hooks of the providers that call, by name
  public Hooks(Map<String, Hook> hooks, Callbacks callbacks, Work work, InstantSource time) {
    this.hooks = Map.copyOf(hooks);
    this.callbacks = callbacks;
    this.work = work;
    this.time = time;
  }

  public void routes(RoutesConfig routes) {
    routes.post(Callbacks.PATH + "{provider}/{order}/{secret}", this::called);
  }

  private void called(Context context) throws IOException {
    String provider = context.pathParam("provider");
    String order = context.pathParam("order");
    Optional<Hook> hook =
        Optional.ofNullable(hooks.get(provider))
            .filter(_ -> callbacks.knows(provider, order, context.pathParam("secret")));
    if (hook.isEmpty()) {
      context.status(404);
    } else if (!room(provider)) {
      context.status(429).header("Retry-After", "1");
    } else {
      WebServer.known(context);
      byte[] body = context.bodyInputStream().readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        context.status(413);
      } else {
        read(context, provider, order, hook.get(), body);
      }
    }
  }

  private void read(Context context, String provider, String order, Hook hook, byte[] body) {
    try {
      switch (hook.read(name -> header(context, name), body)) {
        case Hook.Call.Work(var id) -> {
          if (work.called(provider, order, id)) {
            context.status(204);
          } else {
            context.status(503).header("Retry-After", "30");
          }
        }
        case Hook.Call.Proof(var answer) -> context.contentType("application/json").result(answer);
        case Hook.Call.Forged() -> {
          log.atWarn().addKeyValue("provider", provider).log("a call has no good signature");
          context.status(403);
        }
        case Hook.Call.Nothing() -> context.status(204);
      }
    } catch (IOException e) {
      log.atWarn()
          .addKeyValue("provider", provider)
          .setCause(e)
          .log("it cannot be told who has called");
      context.status(503).header("Retry-After", "30");
    }
  }

  private static String header(Context context, String name) {
    return Optional.ofNullable(context.header(name)).orElse("");
  }

  private synchronized boolean room(String provider) {
    Instant now = time.instant();
    Second last = seconds.getOrDefault(provider, new Second(now, 0));
    boolean same = !now.isBefore(last.since()) && now.isBefore(last.since().plusSeconds(1));
    Second current = same ? new Second(last.since(), last.calls() + 1) : new Second(now, 1);
    seconds.put(provider, current);
    return current.calls() <= MOST_IN_A_SECOND;
  }
}
