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
  private static final Duration TRIAL = Duration.ofSeconds(10);

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
    private int ordersInARow;
    private int questionsInARow;
    private int inFlight;
    private Instant opened = Instant.MIN;
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

    /// Empty while it may be used. After a breakdown it may be used by one order at first.
    public synchronized Optional<Closed> closed() {
      Instant now = time.instant();
      closed = closed.filter(it -> it.until().isAfter(now));
      if (closed.isPresent()) {
        return closed;
      }
      return switch (breaker.getState()) {
        case OPEN, FORCED_OPEN ->
            breaker.tryAcquirePermission()
                ? released()
                : Optional.of(new Closed("fails too often", opened.plus(OPEN)));
        case HALF_OPEN ->
            inFlight == 0
                ? Optional.empty()
                : Optional.of(new Closed("is being tried again", now.plus(TRIAL)));
        default -> Optional.empty();
      };
    }

    private Optional<Closed> released() {
      breaker.releasePermission();
      return Optional.empty();
    }

    /// An order is being sent.
    public synchronized void begin() {
      inFlight++;
    }

    /// It is sent, whatever came of it.
    public synchronized void end() {
      inFlight--;
    }

    /// An order was taken.
    public synchronized void worked() {
      ordersInARow = 0;
      breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /// A question was answered. That says nothing of orders: a provider that takes none may still
    /// answer for those it has.
    public synchronized void answered() {
      questionsInARow = 0;
    }

    /// Notes a fault of an order.
    ///
    /// @param kind one word
    /// @param own whether the account is to blame
    /// @param detail short and without secrets
    public synchronized void failed(String kind, boolean own, String detail) {
      last = kind;
      if (own) {
        breaker.onError(0, TimeUnit.MILLISECONDS, new IOException(kind));
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
          opened = time.instant();
        }
        ordersInARow = left(kind, detail, ordersInARow + 1) ? 0 : ordersInARow + 1;
      }
    }

    /// Notes a fault of a question, see [#failed].
    public synchronized void notAnswered(String kind, boolean own, String detail) {
      last = kind;
      if (own) {
        questionsInARow = left(kind, detail, questionsInARow + 1) ? 0 : questionsInARow + 1;
      }
    }

    private boolean left(String kind, String detail, int inARow) {
      boolean atOnce = kind.equals("Key") || kind.equals("Credit");
      boolean leave = atOnce || inARow >= ERRORS_IN_A_ROW;
      if (leave) {
        closed = Optional.of(new Closed(kind + ": " + detail, time.instant().plus(AWAY)));
      }
      return leave;
    }
  }
}
