package app.photoplay.kind.film;

import app.photoplay.budget.Money;
import app.photoplay.job.Codec;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.Turn;
import app.photoplay.kind.ProviderFailures;
import app.photoplay.media.Quality;
import app.photoplay.media.tool.ToolFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes a film as a tree of jobs: its storyboard, a picture and a voice for each scene, and then
/// its shots are children of their own, each with its own retries, price and reuse. Nothing but the
/// cutting is done here.
final class FilmKind implements JobKind<FilmRequest, FilmState> {
  private static final Codec<FilmRequest> REQUESTS = Codec.json(FilmRequest.class);
  private static final Codec<FilmState> STATES = Codec.json(FilmState.class);

  private final FilmPrice.Pieces pieces;
  private final Keyframes frames;
  private final FilmPlans plans;
  private final Cutter cutter;

  FilmKind(FilmPrice.Pieces pieces, Keyframes frames, FilmPlans plans, Cutter cutter) {
    this.pieces = pieces;
    this.frames = frames;
    this.plans = plans;
    this.cutter = cutter;
  }

  @Override
  public String name() {
    return FilmRequest.KIND;
  }

  @Override
  public Class<FilmRequest> requestType() {
    return FilmRequest.class;
  }

  @Override
  public Codec<FilmRequest> requests() {
    return REQUESTS;
  }

  @Override
  public Codec<FilmState> states() {
    return STATES;
  }

  @Override
  public Plan<FilmState> plan(FilmRequest request) {
    return new Plan<>(
        FilmPrice.of(request, plans.storyboard(request), pieces), new FilmState.Ordered());
  }

  @Override
  public Plan<FilmState> plan(FilmRequest request, MadeBefore before) {
    return request.board() == null
        ? plan(request)
        : new Plan<>(
            new Remains(plans, frames, pieces).of(request, request.board(), before).quote(),
            new FilmState.Ordered());
  }

  @Override
  public List<FilmRequest> cheaper(FilmRequest request) {
    List<FilmRequest> cheaper = new ArrayList<>();
    for (int i = request.quality().ordinal() - 1; i >= 0; i--) {
      cheaper.add(request.with(Quality.values()[i]));
    }
    return cheaper;
  }

  @Override
  public Changes changes() {
    return Changes.SCENES;
  }

  @Override
  public Stage stage(FilmState state) {
    return switch (state) {
      case FilmState.Ordered _ -> Stage.ORDERED;
      case FilmState.Planning _ -> Stage.PLANNING;
      case FilmState.Painting _ -> Stage.PAINTING;
      case FilmState.Filming _ -> Stage.SHOOTING;
      case FilmState.Cutting _ -> Stage.CUTTING;
    };
  }

  @Override
  public Progress<FilmState> advance(FilmRequest request, FilmState state, Turn turn)
      throws InterruptedException {
    return switch (state) {
      case FilmState.Ordered() ->
          request.board() == null
              ? new Progress.Fork<>(
                  new FilmState.Planning(), Map.of(FilmPlans.CHILD, plans.storyboard(request)))
              : paint(plans.scenes(request, request.board()), 0, Map.of());
      case FilmState.Planning() -> planned(request, turn);
      case FilmState.Painting(var board, int painted) ->
          paint(plans.scenes(request, board), painted, turn.children());
      case FilmState.Filming(var board) ->
          new Progress.Queue<>(new FilmState.Cutting(board), Lane.CPU, board.seconds() * 1000L);
      case FilmState.Cutting(var board) -> cut(plans.scenes(request, board), turn);
    };
  }

  private Progress<FilmState> planned(FilmRequest request, Turn turn) {
    return switch (plans.read(turn)) {
      case FilmPlans.Written.Good(var board) -> paint(plans.scenes(request, board), 0, Map.of());
      case FilmPlans.Written.Missing(var failure) -> new Progress.Failed<>(failure);
      case FilmPlans.Written.Unreadable(var cause, var failure) ->
          ProviderFailures.again(cause, turn.attempt(), new Progress.Failed<>(failure));
    };
  }

  /// Orders the pictures, and with the first of them all voices.
  private Progress<FilmState> paint(Scenes scenes, int painted, Map<String, Outcome> made) {
    return frames
        .next(scenes, painted, made)
        .<Progress<FilmState>>map(more -> {
          Map<String, JobRequest> children = new LinkedHashMap<>(more.children());
          if (painted == 0) {
            children.putAll(scenes.voices());
          }
          return new Progress.Fork<>(
              new FilmState.Painting(scenes.board(), more.painted()), children);
        })
        .orElseGet(() -> shoot(scenes, made));
  }

  /// Films every scene that has all it needs. What is without its words is no scene: a still says
  /// so there, rather than a silence that nobody explains.
  private Progress<FilmState> shoot(Scenes scenes, Map<String, Outcome> made) {
    Map<String, JobRequest> shots = new LinkedHashMap<>();
    for (int i = 0; i < scenes.count(); i++) {
      int number = i;
      if (scenes.speech(i).isEmpty() || made.get(Scenes.voice(i)) instanceof Outcome.Made) {
        scenes.shot(i, made).ifPresent(shot -> shots.put(Scenes.shot(number), shot));
      }
    }
    return shots.isEmpty()
        ? nothing(made)
        : new Progress.Fork<>(new FilmState.Filming(scenes.board()), shots);
  }

  /// The end when there is not a single scene.
  private static Progress<FilmState> nothing(Map<String, Outcome> made) {
    Failure first =
        made.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(piece ->
                piece.getValue() instanceof Outcome.Failed(var failure)
                    ? Stream.of(failure)
                    : Stream.empty())
            .findFirst()
            .orElse(new Failure(Failure.Code.PROVIDER_BROKEN));
    return new Progress.Failed<>(first);
  }

  private Progress<FilmState> cut(Scenes scenes, Turn turn) throws InterruptedException {
    Map<String, Outcome> made = turn.children();
    if (IntStream.range(0, scenes.count())
        .noneMatch(i -> made.get(Scenes.shot(i)) instanceof Outcome.Made)) {
      return nothing(made);
    }
    try {
      return cutter
          .cut(scenes, made, turn::report)
          .<Progress<FilmState>>map(film -> new Progress.Done<>(film, Money.ZERO))
          .orElseGet(() -> failed(Failure.Code.FILE_GONE));
    } catch (IOException | UncheckedIOException | ToolFailed e) {
      return ProviderFailures.again(
          e, turn.attempt(), new Progress.Failed<>(new Failure(Failure.Code.PROVIDER_BROKEN)));
    }
  }

  private static Progress<FilmState> failed(Failure.Code code) {
    return new Progress.Failed<>(new Failure(code));
  }
}
