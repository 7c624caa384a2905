package app.photoplay.kind.film;

import app.photoplay.budget.Money;
import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.JobKind;
import app.photoplay.job.Outcome;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.Turn;
import app.photoplay.provider.text.Storyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes what a film's gates show. The pieces are the very jobs that the film will ask for, which
/// finds them made.
final class PreviewKind implements JobKind<PreviewRequest, PreviewState> {
  private static final Codec<PreviewRequest> REQUESTS = Codec.json(PreviewRequest.class);
  private static final Codec<PreviewState> STATES = Codec.json(PreviewState.class);

  private final FilmPrice.Pieces pieces;
  private final Keyframes frames;
  private final FilmPlans plans;

  PreviewKind(FilmPrice.Pieces pieces, Keyframes frames, FilmPlans plans) {
    this.pieces = pieces;
    this.frames = frames;
    this.plans = plans;
  }

  @Override
  public String name() {
    return PreviewRequest.KIND;
  }

  @Override
  public Class<PreviewRequest> requestType() {
    return PreviewRequest.class;
  }

  @Override
  public Codec<PreviewRequest> requests() {
    return REQUESTS;
  }

  @Override
  public Codec<PreviewState> states() {
    return STATES;
  }

  @Override
  public Plan<PreviewState> plan(PreviewRequest request) {
    return new Plan<>(
        FilmPrice.ofPreview(request.film(), plans.storyboard(request.film()), pieces),
        new PreviewState.Ordered());
  }

  @Override
  public Stage stage(PreviewState state) {
    return switch (state) {
      case PreviewState.Ordered _ -> Stage.ORDERED;
      case PreviewState.Planning _ -> Stage.PLANNING;
      case PreviewState.Painting _ -> Stage.PAINTING;
    };
  }

  @Override
  public Progress<PreviewState> advance(PreviewRequest request, PreviewState state, Turn turn) {
    FilmRequest film = request.film();
    Storyboard board = film.board();
    return switch (state) {
      case PreviewState.Ordered() when board == null ->
          new Progress.Fork<>(
              new PreviewState.Planning(), Map.of(FilmPlans.CHILD, plans.storyboard(film)));
      case PreviewState.Ordered() -> paint(film, 0, Map.of());
      case PreviewState.Planning() -> planned(turn.children().get(FilmPlans.CHILD));
      case PreviewState.Painting(int painted) -> paint(film, painted, turn.children());
    };
  }

  private static Progress<PreviewState> planned(@Nullable Outcome outcome) {
    return switch (outcome) {
      case Outcome.Made(var made) -> new Progress.Done<>(made, Money.ZERO);
      case Outcome.Failed(var failure) -> new Progress.Failed<>(failure);
      case Outcome.Cancelled() -> new Progress.Failed<>(FilmPlans.GAVE_UP);
      case null -> new Progress.Failed<>(FilmPlans.GAVE_UP);
    };
  }

  private Progress<PreviewState> paint(FilmRequest film, int painted, Map<String, Outcome> made) {
    Storyboard board = film.board();
    if (board == null) {
      return new Progress.Failed<>(FilmPlans.GAVE_UP);
    }
    Scenes scenes = plans.scenes(film, board);
    Optional<Keyframes.More> more = frames.next(scenes, painted, made);
    if (more.isPresent()) {
      return new Progress.Fork<>(
          new PreviewState.Painting(more.get().painted()), more.get().children());
    }
    List<Artifact> pictures = new ArrayList<>();
    for (int i = 0; i < scenes.count(); i++) {
      String role = Scenes.frame(i);
      Scenes.artifact(made, role, Artifact.PICTURE).map(it -> it.as(role)).ifPresent(pictures::add);
    }
    return new Progress.Done<>(pictures, Money.ZERO);
  }
}
