package app.photoplay.operator;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/readyz`: the program can take and finish work; else 503. That it runs at all is told by the
/// server itself, at `/healthz`.
///
/// Anybody may ask, so the check is made once a second at most, however many do, and what is wrong
/// is told to programs on this machine alone; others are referred to the log.
public final class Health {
  private static final Logger log = LoggerFactory.getLogger(Health.class);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration LONGEST_CHECK = Duration.ofSeconds(3);
  private static final Report NO_ANSWER = Report.trouble("The check itself does not end.");
  private static final Report FAILED = Report.trouble("The check itself failed. See the log.");
  private static final List<String> PRIVATE = List.of("See the log of the program.");

  private final Supplier<Report> look;
  private final InstantSource time;
  private Check last;
  private List<String> told = List.of();

  /// How the program is, in plain sentences without secrets.
  ///
  /// @param troubles what stops work right now
  /// @param notes what the operator should know though all works
  public record Report(List<String> troubles, List<String> notes) {
    static final Report WELL = trouble();

    public Report {
      troubles = List.copyOf(troubles);
      notes = List.copyOf(notes);
    }

    static Report trouble(String... troubles) {
      return new Report(List.of(troubles), List.of());
    }
  }

  /// @param found completed when the check has ended
  private record Check(Instant at, CompletableFuture<Report> found) {}

  /// The readiness page.
  ///
  /// @param look how the program is right now; may block, and is asked by one thread at a time
  public Health(Supplier<Report> look, InstantSource time) {
    this.look = look;
    this.time = time;
    this.last = new Check(Instant.MIN, CompletableFuture.completedFuture(Report.WELL));
  }

  public void routes(RoutesConfig routes) {
    routes.get("/readyz", this::ready);
    routes.head("/readyz", this::ready);
  }

  private void ready(Context context) throws InterruptedException {
    Report found = found();
    boolean here = fromThisMachine(context);
    context
        .status(found.troubles().isEmpty() ? 200 : 503)
        .json(
            Map.of(
                "status",
                found.troubles().isEmpty() ? "ready" : "not ready",
                "troubles",
                found.troubles().isEmpty() || here ? found.troubles() : PRIVATE,
                "notes",
                here ? found.notes() : List.of()));
  }

  /// How the program was within the last second.
  Report found() throws InterruptedException {
    try {
      return fresh().get(LONGEST_CHECK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException hangs) {
      return NO_ANSWER;
    } catch (ExecutionException failed) {
      return FAILED;
    }
  }

  /// The check that is going on or is not older than a second, or a new one.
  private synchronized CompletableFuture<Report> fresh() {
    Instant now = time.instant();
    boolean old = now.isBefore(last.at()) || !now.isBefore(last.at().plus(FRESH));
    if (old && last.found().isDone()) {
      CompletableFuture<Report> found = new CompletableFuture<>();
      last = new Check(now, found);
      Thread.ofVirtual().name("readiness").start(() -> check(found));
    }
    return last.found();
  }

  private void check(CompletableFuture<Report> found) {
    try {
      Report now = look.get();
      tell(now.troubles());
      found.complete(now);
    } catch (RuntimeException failed) {
      log.atError().setCause(failed).log("the check for readiness failed");
      found.completeExceptionally(failed);
    }
  }

  private synchronized void tell(List<String> now) {
    if (!now.equals(told)) {
      told = now;
      if (now.isEmpty()) {
        log.info("ready again");
      } else {
        log.warn("not ready: {}", String.join(" ", now));
      }
    }
  }

  /// Whether no network lies between: a proxy on this machine says that it forwards.
  private static boolean fromThisMachine(Context context) {
    boolean forwarded =
        Stream.of("X-Forwarded-For", "Forwarded", "Via").anyMatch(it -> context.header(it) != null);
    String address = context.ip().replaceAll("[\\[\\]]", "");
    return !forwarded && InetAddress.ofLiteral(address).isLoopbackAddress();
  }
}
