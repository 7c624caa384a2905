package app.photoplay.chaos;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.job.Codec;
import app.photoplay.job.JobKind;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A kind of job that does nothing but hand paid work to a provider and wait for it: the least that
/// an adapter for a real one needs.
public final class PaidKind implements JobKind<PaidRequest, PaidState> {
  private static final Codec<PaidRequest> REQUESTS = Codec.json(PaidRequest.class);
  private static final Codec<PaidState> STATES = Codec.json(PaidState.class);

  private final PaidProvider provider;
  private final Duration timeout;
  private final Duration between;
  private final int looks;

  /// A kind that waits for its work for ever.
  public PaidKind(PaidProvider provider, Duration timeout, Duration between) {
    this(provider, timeout, between, Integer.MAX_VALUE);
  }

  /// A kind over one provider.
  ///
  /// @param timeout the longest that handing over takes
  /// @param between two looks at the work
  /// @param looks after so many the person gets the money back
  public PaidKind(PaidProvider provider, Duration timeout, Duration between, int looks) {
    this.provider = provider;
    this.timeout = timeout;
    this.between = between;
    this.looks = looks;
  }

  /// The lane of one kind of provider: each [Idempotency] stands for a provider of its own.
  public static Lane lane(PaidCall.Idempotency idempotency) {
    return new Lane(name(idempotency));
  }

  private static String name(PaidCall.Idempotency idempotency) {
    return switch (idempotency) {
      case KEY -> "keyed";
      case LOOKUP -> "findable";
      case NONE -> "blind";
    };
  }

  @Override
  public String name() {
    return PaidRequest.KIND;
  }

  @Override
  public Codec<PaidRequest> requests() {
    return REQUESTS;
  }

  @Override
  public Codec<PaidState> states() {
    return STATES;
  }

  @Override
  public Class<PaidRequest> requestType() {
    return PaidRequest.class;
  }

  @Override
  public Plan<PaidState> plan(PaidRequest request) {
    return new Plan<>(
        new Quote(List.of(new Quote.Line("work", price(request)))), new PaidState.Ordered());
  }

  @Override
  public Stage stage(PaidState state) {
    return switch (state) {
      case PaidState.Ordered(), PaidState.Sending() -> Stage.ORDERED;
      case PaidState.Working _ -> Stage.WORKING;
    };
  }

  @Override
  public Progress<PaidState> advance(PaidRequest request, PaidState state, Turn turn)
      throws InterruptedException {
    return switch (state) {
      case PaidState.Ordered() -> {
        provider.prepare(request);
        yield new Progress.Queue<>(new PaidState.Sending(), lane(request.idempotency()));
      }
      case PaidState.Sending() ->
          new Progress.Submit<>(
              new Call(request), operation -> new PaidState.Working(operation, 0));
      case PaidState.Working(var operation, var looked) -> {
        if (provider.done(operation)) {
          yield new Progress.Done<>(List.of(), price(request));
        }
        if (looks == Integer.MAX_VALUE || turn.refunded()) {
          yield new Progress.Wait<>(state, between);
        }
        PaidState again = new PaidState.Working(operation, looked + 1);
        yield looked + 1 < looks
            ? new Progress.Wait<>(again, between)
            : new Progress.Refund<>(again, between);
      }
    };
  }

  @Override
  public Cancelling cancel(PaidRequest request, PaidState state, Turn turn)
      throws InterruptedException {
    return state instanceof PaidState.Working(var operation, _) && provider.cancel(operation)
        ? new Cancelling.Stopped(Money.ZERO)
        : new Cancelling.RunsOut();
  }

  private static Money price(PaidRequest request) {
    return Money.ofMicroUsd(request.microUsd());
  }

  private final class Call implements PaidCall {
    private final PaidRequest request;

    private Call(PaidRequest request) {
      this.request = request;
    }

    @Override
    public String provider() {
      return PaidKind.name(request.idempotency());
    }

    @Override
    public Idempotency idempotency() {
      return request.idempotency();
    }

    @Override
    public Money estimate() {
      return price(request);
    }

    @Override
    public Duration timeout() {
      return timeout;
    }

    @Override
    public Duration visibilityDelay() {
      return Duration.ofMillis(100);
    }

    @Override
    public Sent send(String key) throws InterruptedException {
      return provider.submit(key, request);
    }

    @Override
    public Found find(String key, Instant since) throws InterruptedException {
      return provider.find(key);
    }
  }
}
