package app.photoplay.bench;

import app.photoplay.budget.Quote;
import app.photoplay.job.Codec;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Progress;
import app.photoplay.job.Turn;
import java.util.List;
import java.util.function.BiFunction;

/// A kind of job for measuring the engine alone: its whole behaviour is one function.
///
/// @param step what a step leads to, given the request's number and the state's
public record Work(BiFunction<Integer, Integer, Progress<Work.At>> step)
    implements JobKind<Work.Wish, Work.At> {
  public static final String NAME = "work";
  private static final Codec<Wish> REQUESTS = Codec.json(Wish.class);
  private static final Codec<At> STATES = Codec.json(At.class);

  /// A wish.
  public record Wish(int number) implements JobRequest {
    @Override
    public String kind() {
      return NAME;
    }
  }

  /// A state.
  public record At(int number) {}

  public static String request(int number) {
    return REQUESTS.encode(new Wish(number));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Codec<Wish> requests() {
    return REQUESTS;
  }

  @Override
  public Codec<At> states() {
    return STATES;
  }

  @Override
  public Class<Wish> requestType() {
    return Wish.class;
  }

  @Override
  public Plan<At> plan(Wish request) {
    return new Plan<>(new Quote(List.of()), new At(0));
  }

  @Override
  public Progress<At> advance(Wish request, At state, Turn turn) {
    return step.apply(request.number(), state.number());
  }
}
