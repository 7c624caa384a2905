package app.photoplay.provider.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// How all accounts at all providers work, in memory: who fails is left alone for a while, then
/// tried again by a single call. Thread-safe.
public final class Health {
  private static final int ERRORS_IN_A_ROW = 3;
  private static final Duration AWAY = Duration.ofMinutes(10);
  private static final int WINDOW = 10;
  private static final int LEAST_CALLS = 5;
  private static final Duration OPEN = Duration.ofSeconds(60);

  private final InstantSource time;
  private final ConcurrentHashMap<String, Gauge> gauges = new ConcurrentHashMap<>();

  public Health(InstantSource time) {
    this.time = time;
  }

  /// The account's, made at its first use.
  public Gauge of(String provider, String account, int simultaneous) {
    return gauges.computeIfAbsent(
        provider + "/" + account, _ -> new Gauge(provider, account, simultaneous));
  }

  /// The account's, if it was ever used.
  public Optional<Gauge> find(String provider, String account) {
    return Optional.ofNullable(gauges.get(provider + "/" + account));
  }

  /// All, by provider and account.
  public List<Gauge> all() {
    return gauges.values().stream()
        .sorted(Comparator.comparing(Gauge::provider).thenComparing(Gauge::account))
        .toList();
  }

  /// Why an account is left alone.
  ///
  /// @param reason short and without secrets, for the operator
  /// @param until when it is tried again
  public record Closed(String reason, Instant until) {}

  /// One account's.
  public final class Gauge {
    private final String provider;
    private final String account;
    private final int simultaneous;
    private final CircuitBreaker breaker;
    private int inARow;
    private int inFlight;
    private Optional<Closed> closed = Optional.empty();
    private String last = "";

    private Gauge(String provider, String account, int simultaneous) {
      this.provider = provider;
      this.account = account;
      this.simultaneous = simultaneous;
      this.breaker =
          CircuitBreaker.of(
              provider + "/" + account,
              CircuitBreakerConfig.custom()
                  .slidingWindowType(SlidingWindowType.COUNT_BASED)
                  .slidingWindowSize(WINDOW)
                  .minimumNumberOfCalls(LEAST_CALLS)
                  .permittedNumberOfCallsInHalfOpenState(1)
                  .waitDurationInOpenState(OPEN)
                  .maxWaitDurationInHalfOpenState(OPEN)
                  .clock(time.withZone(ZoneOffset.UTC))
                  .currentTimestampFunction(_ -> time.millis(), TimeUnit.MILLISECONDS)
                  .build());
    }

    public String provider() {
      return provider;
    }

    public String account() {
      return account;
    }

    /// How many orders of it are being sent right now.
    public synchronized int inFlight() {
      return inFlight;
    }

    public int simultaneous() {
      return simultaneous;
    }

    /// The kind of the latest fault, empty when there was none.
    public synchronized String lastFault() {
      return last;
    }

    /// Empty while it may be used.
    public synchronized Optional<Closed> closed() {
      closed = closed.filter(it -> it.until().isAfter(time.instant()));
      if (closed.isPresent()) {
        return closed;
      }
      return switch (breaker.getState()) {
        case OPEN, FORCED_OPEN ->
            breaker.tryAcquirePermission()
                ? released()
                : Optional.of(new Closed("fails too often", time.instant().plus(OPEN)));
        default -> Optional.empty();
      };
    }

    private Optional<Closed> released() {
      breaker.releasePermission();
      return Optional.empty();
    }

    public synchronized void begin() {
      inFlight++;
    }

    public synchronized void end() {
      inFlight--;
    }

    public synchronized void worked() {
      inARow = 0;
      breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /// Notes a fault.
    ///
    /// @param kind one word
    /// @param own whether the account is to blame
    /// @param detail short and without secrets
    public synchronized void failed(String kind, boolean own, String detail) {
      last = kind;
      if (!own) {
        return;
      }
      breaker.onError(0, TimeUnit.MILLISECONDS, new IOException(kind));
      inARow++;
      boolean atOnce = kind.equals("Key") || kind.equals("Credit");
      if (atOnce || inARow >= ERRORS_IN_A_ROW) {
        inARow = 0;
        closed = Optional.of(new Closed(kind + ": " + detail, time.instant().plus(AWAY)));
      }
    }
  }
}
