package app.photoplay.provider.remote;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Codec;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Lane;
import app.photoplay.job.Progress;
import app.photoplay.job.Turn;
import app.photoplay.kind.Making;
import app.photoplay.kind.ModelWork;
import app.photoplay.kind.Route;
import app.photoplay.provider.Model;
import app.photoplay.provider.Router;
import app.photoplay.provider.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One piece of work of one model, with the steps that all kinds share.
final class PieceKind<P, T> implements JobKind<PieceKind.Piece, PieceKind.State> {
  static final Lane LANE = new Lane("model");

  private static final Codec<Piece> REQUESTS = Codec.json(Piece.class);
  private static final Codec<State> STATES = Codec.json(State.class);

  private final ModelWork<Piece, P, T> work;
  private final P prompt;

  PieceKind(Work.Paid<P, T> work, P prompt) {
    this.work =
        new ModelWork<>(
            new Router<Piece, Only<P, T>>(List.of(new Only<>(work)), new PriceBook(Map.of())));
    this.prompt = prompt;
  }

  record Piece(int number) implements JobRequest {
    @Override
    public String kind() {
      return "piece";
    }
  }

  sealed interface State {
    record Ordered(Route route) implements State {}

    record At(Making making) implements State {}
  }

  /// The only model there is.
  private record Only<P, T>(Work.Paid<P, T> paid) implements Model<Piece, P, T> {
    @Override
    public String provider() {
      return LANE.name();
    }

    @Override
    public Lane lane() {
      return LANE;
    }

    @Override
    public Optional<Money> price(Piece need, PriceBook prices) {
      return Optional.of(Trial.ESTIMATE);
    }

    @Override
    public Work<P, T> work() {
      return paid;
    }
  }

  @Override
  public String name() {
    return "piece";
  }

  @Override
  public Codec<Piece> requests() {
    return REQUESTS;
  }

  @Override
  public Codec<State> states() {
    return STATES;
  }

  @Override
  public Class<Piece> requestType() {
    return Piece.class;
  }

  @Override
  public Plan<State> plan(Piece request) {
    Route route = work.route(request);
    return new Plan<>(new Quote(List.of(route.line("piece"))), new State.Ordered(route));
  }

  @Override
  public Progress<State> advance(Piece request, State state, Turn turn)
      throws InterruptedException {
    ModelWork.Order<Piece, P, T, State> order =
        new ModelWork.Order<>(
            request,
            "",
            _ -> Optional.of(prompt),
            State.At::new,
            60,
            (_, cost) -> new Progress.Done<>(List.of(), cost.apply(request)));
    return switch (state) {
      case State.Ordered(var route) -> work.begin(route, order);
      case State.At(var making) -> work.step(making, order, turn);
    };
  }

  @Override
  public Cancelling cancel(Piece request, State state, Turn turn) throws InterruptedException {
    return state instanceof State.At(var making) ? work.cancel(making) : new Cancelling.RunsOut();
  }
}
