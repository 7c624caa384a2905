package app.photoplay.provider.remote;

import app.photoplay.budget.Money;
import app.photoplay.job.PaidCall;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.provider.Result;
import app.photoplay.provider.health.Health;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One of the operator's accounts at a provider, as adapters use it: every request goes through
/// here, so that whatever goes wrong ends as a [Fault], and the account's health is known.
/// Thread-safe.
public final class Remote {
  private static final Logger log = LoggerFactory.getLogger(Remote.class);
  private static final int LONGEST_DETAIL = 300;

  private final Account account;
  private final Health.Gauge health;
  private final InstantSource time;

  public Remote(Account account, Health health, InstantSource time) {
    this.account = account;
    this.health = health.of(account.provider(), account.name(), account.simultaneous());
    this.time = time;
  }

  public Account account() {
    return account;
  }

  /// What is known of how it works.
  public Health.Gauge health() {
    return health;
  }

  public Instant now() {
    return time.instant();
  }

  /// What an adapter does with its own library or over HTTP.
  @FunctionalInterface
  public interface Attempt<T> {
    /// Does it.
    ///
    /// @throws Fault.Thrown when the provider says what is wrong
    /// @throws NotSent when the request did not go out
    /// @throws IOException when it is not known what became of it
    T go() throws IOException, InterruptedException;
  }

  /// A request that never went out: the connection was refused, the name is unknown.
  public static final class NotSent extends IOException {
    public NotSent(IOException cause) {
      super("not sent: " + cause.getMessage(), cause);
    }
  }

  /// The request that orders work, sent once.
  @FunctionalInterface
  public interface Order {
    /// Sends it.
    ///
    /// @param key see [PaidCall#send]
    /// @return what the provider calls the work, see [Operation]
    /// @throws IOException as an [Attempt] does
    String send(String key) throws IOException, InterruptedException;
  }

  /// Looks among all work that the provider has for what was ordered under a key.
  @FunctionalInterface
  public interface Search {
    /// Looks, within the time that the order itself has.
    ///
    /// @param since see [PaidCall#find]
    /// @return what the provider calls the work; empty when it certainly never had it
    /// @throws IOException when it cannot be told
    Optional<String> find(String key, Instant since) throws IOException, InterruptedException;
  }

  /// A call for the engine of a provider that honours no key and cannot be asked by one.
  ///
  /// @param timeout after which the order ends by itself
  public PaidCall call(Money estimate, Duration timeout, Order order) {
    return new Call(estimate, timeout, this, order);
  }

  /// The same of a provider that lists its work with the reference that it was ordered under.
  ///
  /// @param delay after which an order stands in the list
  public PaidCall call(
      Money estimate, Duration timeout, Order order, Duration delay, Search search) {
    return new FoundCall(estimate, timeout, this, order, delay, search);
  }

  private record Call(Money estimate, Duration timeout, Remote remote, Order order)
      implements PaidCall {
    @Override
    public String provider() {
      return remote.account.provider();
    }

    @Override
    public Idempotency idempotency() {
      return Idempotency.NONE;
    }

    @Override
    public Sent send(String key) throws InterruptedException {
      return remote.sent(() -> order.send(key));
    }
  }

  private record FoundCall(
      Money estimate,
      Duration timeout,
      Remote remote,
      Order order,
      Duration visibilityDelay,
      Search search)
      implements PaidCall {
    @Override
    public String provider() {
      return remote.account.provider();
    }

    @Override
    public Idempotency idempotency() {
      return Idempotency.LOOKUP;
    }

    @Override
    public Sent send(String key) throws InterruptedException {
      return remote.sent(() -> order.send(key));
    }

    @Override
    public Found find(String key, Instant since) throws InterruptedException {
      return switch (remote.result(() -> new Result.Ready<>(search.find(key, since)))) {
        case Result.Ready(var found) ->
            found.<Found>map(Found.There::new).orElseGet(Found.Absent::new);
        case Result.Broken(var cause) -> new Found.Unclear(cause);
        case Result<Optional<String>> other -> new Found.Unclear(new IOException("" + other));
      };
    }
  }

  /// The same for adapters with a call of their own.
  public Sent sent(Attempt<String> order) throws InterruptedException {
    health.begin();
    try {
      String operation = order.go();
      health.worked();
      return new Sent.Accepted(operation);
    } catch (Fault.Thrown e) {
      // who orders asks for no result: it is the model that is not there
      return noted(
              e.fault() instanceof Fault.Gone(var detail) ? new Fault.NoModel(detail) : e.fault())
          .sent();
    } catch (NotSent e) {
      interrupted();
      return noted(new Fault.Passing(said(e))).sent();
    } catch (IOException e) {
      interrupted();
      return noted(new Fault.Unclear(said(e))).sent();
    } finally {
      health.end();
    }
  }

  /// A question that costs nothing.
  public <T> Result<T> result(Attempt<Result<T>> question) throws InterruptedException {
    try {
      Result<T> result = question.go();
      health.answered();
      return result;
    } catch (Fault.Thrown e) {
      return noted(e.fault(), health::notAnswered).result();
    } catch (ToolFailed e) {
      interrupted();
      return new Result.Broken<>(e); // our own disk or tools
    } catch (IOException e) {
      interrupted();
      Fault fault = noted(new Fault.Passing(said(e)), health::notAnswered);
      return account.masked(String.valueOf(e)).equals(String.valueOf(e))
          ? new Result.Broken<>(e)
          : fault.result();
    }
  }

  private Fault noted(Fault told) {
    return noted(told, health::failed);
  }

  /// What is seen of the account, by a question that costs nothing.
  ///
  /// @param name of the provider, for people
  public Provider.Look look(String name, Attempt<Provider.Look> question)
      throws InterruptedException {
    Result<Provider.Look> seen = result(() -> new Result.Ready<>(question.go()));
    return switch (seen) {
      case Result.Ready(var look) -> look;
      case Result.Refused<Provider.Look> _ ->
          new Provider.Look(account.name(), false, name + " refuses this key.");
      case Result.Charged<Provider.Look> _,
          Result.Running<Provider.Look> _,
          Result.Busy<Provider.Look> _,
          Result.Broken<Provider.Look> _ ->
          new Provider.Look(account.name(), false, name + " cannot be asked right now.");
    };
  }

  private interface Noting {
    void note(String kind, boolean own, String detail);
  }

  private Fault noted(Fault told, Noting health) {
    Fault fault = told.saying(shown(told.detail()));
    health.note(fault.getClass().getSimpleName(), fault.own(), fault.detail());
    log.atInfo()
        .addKeyValue("provider", account.provider())
        .addKeyValue("account", account.name())
        .addKeyValue("fault", fault.getClass().getSimpleName())
        .addKeyValue("detail", fault.detail())
        .log("a provider said no");
    return fault;
  }

  private String shown(String detail) {
    String masked = account.masked(detail).replaceAll("\\p{Cntrl}", " ");
    return masked.length() > LONGEST_DETAIL ? masked.substring(0, LONGEST_DETAIL) : masked;
  }

  private static String said(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static void interrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
