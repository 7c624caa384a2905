package app.photoplay.kind;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.PaidCall;
import app.photoplay.job.Progress;
import app.photoplay.job.Progress.Otherwise;
import app.photoplay.job.Turn;
import app.photoplay.provider.Candidate;
import app.photoplay.provider.Model;
import app.photoplay.provider.Result;
import app.photoplay.provider.Router;
import app.photoplay.provider.Work;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Has a piece of work done by whoever can: the steps that all kinds share which ask a model. Who
/// does not do it is followed by the next candidate, as long as nobody is dearer than was agreed
/// to. Thread-safe.
///
/// @param <N> what is needed
/// @param <P> the prompt
/// @param <T> the result
public final class ModelWork<N, P, T> {
  private static final Failure BROKEN = new Failure(Failure.Code.PROVIDER_BROKEN);

  /// Between two looks at work that should be there already.
  private static final Duration LATE = Duration.ofMinutes(10);

  private final Router<N, ? extends Model<N, P, T>> router;
  private final PastWork<N> past;

  public ModelWork(Router<N, ? extends Model<N, P, T>> router) {
    this.router = router;
    this.past = new PastWork<>(router);
  }

  /// One piece of work of one job.
  ///
  /// @param need by now; what it was when it was ordered may have been more
  /// @param input all that is given to a provider, as one text: what its rules forbid is found
  ///   again by a hash of it; empty when nothing of it is remembered
  /// @param prompt its prompt, empty when its files are gone
  /// @param state the kind's state while it is made
  /// @param limit the longest result in seconds, for sentences
  /// @param finish what follows when it is there
  /// @param softer what is asked for instead when everybody's rules forbid it: asked once, and only
  ///   as long as nobody charges for forbidding
  public record Order<N, P, T, S>(
      N need,
      String input,
      Prompt<P> prompt,
      Function<Making, S> state,
      int limit,
      Finish<N, T, S> finish,
      Supplier<Optional<Order<N, P, T, S>>> softer) {
    /// Work that is asked for in one way only.
    public Order(
        N need,
        String input,
        Prompt<P> prompt,
        Function<Making, S> state,
        int limit,
        Finish<N, T, S> finish) {
      this(need, input, prompt, state, limit, finish, Optional::empty);
    }

    /// The same, with no other way to ask for it.
    Order<N, P, T, S> rigid() {
      return new Order<>(need, input, prompt, state, limit, finish);
    }
  }

  /// Makes the prompt out of what is stored.
  @FunctionalInterface
  public interface Prompt<P> {
    /// The prompt.
    ///
    /// @param leases hold its files while it is used
    Optional<P> make(Leases leases) throws IOException;
  }

  /// What follows when the result is there.
  @FunctionalInterface
  public interface Finish<N, T, S> {
    /// What follows.
    ///
    /// @param cost what so much costs with who made it, at most what was agreed to
    Progress<S> of(T result, Function<N, Money> cost) throws IOException;
  }

  /// Who may do it, the preferred first, at a price that the first one sets.
  ///
  /// @throws IllegalStateException when nobody can
  public Route route(N need) {
    return route(need, "");
  }

  /// The same with a provider that is asked first.
  ///
  /// @param wish empty for none
  public Route route(N need, String wish) {
    return Route.of(router.candidates(need, wish), () -> router.why(need, wish));
  }

  /// Who is asked and why, see [Router#why].
  public String why(N need, String wish) {
    return router.why(need, wish);
  }

  /// The providers that could make it, when the first of them would be paid; else nobody has to be
  /// asked.
  public List<String> paid(N need, String wish) {
    List<Candidate> candidates = router.candidates(need, wish);
    return candidates.isEmpty() || !router.paid(candidates.getFirst())
        ? List.of()
        : candidates.stream().map(Candidate::provider).distinct().toList();
  }

  /// Begins.
  public <S> Progress<S> begin(Route route, Order<N, P, T, S> order) {
    return enter(route.chosen() ? route : route(order.need()), order);
  }

  /// The next step.
  public <S> Progress<S> step(Making making, Order<N, P, T, S> order, Turn turn)
      throws InterruptedException {
    Route route = making.route();
    if (!route.chosen()) {
      return begin(route, order);
    }
    Optional<Work<P, T>> work = router.model(route.at()).map(Model::work);
    try {
      return switch (making) {
        case Making.Here _ when work.orElse(null) instanceof Work.Local<P, T> local ->
            here(local, making, order, turn);
        case Making.Uploading _ when work.orElse(null) instanceof Work.Paid<P, T> paid ->
            upload(paid, making, order, turn);
        case Making.Submitting submitting when work.orElse(null) instanceof Work.Paid<P, T> paid ->
            submit(paid, submitting, order);
        case Making.Working(_, var operation)
            when work.orElse(null) instanceof Work.Paid<P, T> paid ->
            result(poll(paid, operation, order), making, order, turn);
        // its settings were taken away
        case Making _ -> new Progress.Abandon<>(route.at().price(), instead(route, BROKEN, order));
      };
    } catch (IOException | UncheckedIOException e) {
      return again(e, making, order, turn);
    }
  }

  /// Stops what a provider is doing.
  public Cancelling cancel(Making making) throws InterruptedException {
    return making instanceof Making.Working(var route, var operation)
            && router.model(route.at()).map(Model::work).orElse(null)
                instanceof Work.Paid<P, T> paid
        ? paid.cancel(operation)
        : new Cancelling.RunsOut();
  }

  private <S> Otherwise<S> enter(Route route, Order<N, P, T, S> order) {
    Candidate candidate = route.at();
    return switch (router.model(candidate).map(Model::work).orElse(null)) {
      case Work.Local<P, T> _ -> queue(new Making.Here(route), order);
      case Work.Paid<P, T> _ -> queue(new Making.Uploading(route), order);
      case null -> instead(route, BROKEN, order);
    };
  }

  private static <N, P, T, S> Otherwise<S> queue(Making making, Order<N, P, T, S> order) {
    return new Progress.Queue<>(order.state().apply(making), making.route().at().lane());
  }

  private <S> Otherwise<S> instead(Route route, Failure failure, Order<N, P, T, S> order) {
    // what one provider's rules forbid is not carried from door to door
    Optional<Route> other =
        failure.code() == Failure.Code.POLICY ? Optional.empty() : route.after(failure);
    return other
        .map(next -> enter(next, order))
        .orElseGet(() -> softer(route, route.end(failure), order));
  }

  /// Asks in another way what everybody's rules forbid, of everybody anew.
  private <S> Otherwise<S> softer(Route route, Failure end, Order<N, P, T, S> order) {
    Optional<Order<N, P, T, S>> other =
        end.code() == Failure.Code.POLICY ? order.softer().get() : Optional.empty();
    return other
        .flatMap(softer ->
            route.anew(router.candidates(softer.need()), end).map(next -> enter(next, softer)))
        .orElseGet(() -> new Progress.Failed<>(end));
  }

  private <S> Progress<S> here(
      Work.Local<P, T> local, Making making, Order<N, P, T, S> order, Turn turn)
      throws InterruptedException, IOException {
    try (Leases leases = new Leases()) {
      Optional<P> prompt = order.prompt().make(leases);
      return prompt.isEmpty()
          ? gone()
          : result(local.make(prompt.get(), turn::report), making, order, turn);
    }
  }

  private <S> Progress<S> upload(
      Work.Paid<P, T> paid, Making making, Order<N, P, T, S> order, Turn turn)
      throws InterruptedException, IOException {
    Refusals refusals = past.refusals(making.route(), order.input());
    if (refusals.known()) {
      return instead(making.route(), new Failure(Failure.Code.POLICY), order);
    }
    Result<Work.Uploads> uploaded;
    try (Leases leases = new Leases()) {
      Optional<P> prompt = order.prompt().make(leases);
      if (prompt.isEmpty()) {
        return gone();
      }
      uploaded = paid.upload(prompt.get());
    }
    return switch (uploaded) {
      case Result.Ready(var uploads) ->
          new Progress.Next<>(order.state().apply(new Making.Submitting(making.route(), uploads)));
      case Result.Charged(var uploads, _) ->
          new Progress.Next<>(order.state().apply(new Making.Submitting(making.route(), uploads)));
      case Result.Running(_, var pause) -> new Progress.Wait<>(order.state().apply(making), pause);
      case Result.Busy(var pause) ->
          new Progress.Retry<>(
              new IOException("busy"), pause, instead(making.route(), BROKEN, order));
      case Result.Refused(var failure, _) -> {
        refusals.note(failure);
        yield instead(making.route(), told(failure, order), order);
      }
      case Result.Broken(var cause) -> again(cause, making, order, turn);
    };
  }

  private static <N, P, T, S> Result<T> poll(
      Work.Paid<P, T> paid, String operation, Order<N, P, T, S> order) throws InterruptedException {
    try (Leases leases = new Leases()) {
      return paid.poll(
          operation,
          () -> {
            try {
              return order.prompt().make(leases);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  /// The call itself reads none of the files: they were uploaded.
  private <S> Progress<S> submit(
      Work.Paid<P, T> paid, Making.Submitting making, Order<N, P, T, S> order) throws IOException {
    Route route = making.route();
    PaidCall call;
    try (Leases leases = new Leases()) {
      Optional<P> prompt = order.prompt().make(leases);
      if (prompt.isEmpty()) {
        return gone();
      }
      call = paid.order(prompt.get(), making.uploads(), router.cost(route.at(), order.need()));
    }
    return new Progress.Submit<>(
        past.refusals(route, order.input()).noting(call),
        operation -> order.state().apply(new Making.Working(route, operation)),
        failure -> instead(route, told(failure, order), order));
  }

  private <S> Progress<S> result(
      Result<T> result, Making making, Order<N, P, T, S> order, Turn turn) throws IOException {
    Route route = making.route();
    return switch (result) {
      case Result.Ready(var value) -> {
        Progress<S> done = order.finish().of(value, need -> router.cost(route.at(), need));
        past.finished(making, order.need(), Optional.empty());
        yield done;
      }
      case Result.Charged(var value, var amount) -> {
        Progress<S> done = order.finish().of(value, _ -> route.atMost(amount));
        past.finished(making, order.need(), Optional.of(amount));
        yield done;
      }
      case Result.Running(_, var pause) -> new Progress.Wait<>(order.state().apply(making), pause);
      case Result.Busy(var pause) -> new Progress.Wait<>(order.state().apply(making), pause);
      case Result.Refused(var failure, var charged) -> {
        past.refusals(route, order.input()).note(failure);
        Otherwise<S> next =
            instead(route, told(failure, order), charged.isZero() ? order : order.rigid());
        yield failure.code() == Failure.Code.PROVIDER_LATE
            ? late(making, next, charged, order, turn)
            : new Progress.Abandon<>(charged, next);
      }
      case Result.Broken(var cause) -> again(cause, making, order, turn);
    };
  }

  private <S> Progress<S> again(
      Throwable cause, Making making, Order<N, P, T, S> order, Turn turn) {
    Otherwise<S> next = instead(making.route(), BROKEN, order);
    if (!(making instanceof Making.Working) || ProviderFailures.isForWantOfRoom(cause)) {
      return ProviderFailures.again(cause, turn.attempt(), next);
    }
    return turn.refunded()
        ? new Progress.Retry<>(cause, LATE, next)
        : ProviderFailures.again(cause, turn.attempt(), waited(making, next, order, turn));
  }

  /// What a provider has should be there by now, and may still come. While somebody else can make
  /// it that is not waited for. Else the person's money goes back; what still comes is free.
  private <S> Progress<S> late(
      Making making, Otherwise<S> next, Money charged, Order<N, P, T, S> order, Turn turn) {
    if (turn.refunded() && next instanceof Progress.Failed<S>) {
      return new Progress.Wait<>(order.state().apply(making), LATE);
    }
    Otherwise<S> waited = waited(making, next, order, turn);
    return waited.equals(next) ? new Progress.Abandon<>(charged, next) : waited;
  }

  /// In place of an end: a child's parent goes on without it.
  private static <N, P, T, S> Otherwise<S> waited(
      Making making, Otherwise<S> next, Order<N, P, T, S> order, Turn turn) {
    if (!(next instanceof Progress.Failed<S>(var failure)) || turn.refunded()) {
      return next;
    }
    S state = order.state().apply(making);
    return turn.child()
        ? new Progress.Detach<>(state, LATE, failure)
        : new Progress.Refund<>(state, LATE);
  }

  private static <S> Progress<S> gone() {
    return new Progress.Failed<>(new Failure(Failure.Code.FILE_GONE));
  }

  private static Failure told(Failure failure, Order<?, ?, ?, ?> order) {
    return ProviderFailures.failure(failure.code(), order.limit());
  }
}
