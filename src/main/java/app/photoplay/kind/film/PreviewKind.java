package app.photoplay.kind.film;

import app.photoplay.budget.Money;
import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.StoredFile;
import app.photoplay.job.Turn;
import app.photoplay.kind.ProviderFailures;
import app.photoplay.kind.talk.TalkRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Size;
import app.photoplay.media.caption.ContactSheet;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes what a film's gates show. The pieces are the very jobs that the film will ask for, which
/// finds them made.
final class PreviewKind implements JobKind<PreviewRequest, PreviewState> {
  private static final Codec<PreviewRequest> REQUESTS = Codec.json(PreviewRequest.class);
  private static final Codec<PreviewState> STATES = Codec.json(PreviewState.class);

  private static final Size WIDE = new Size(16, 9);
  private static final int LONGEST_TILE = 640;
  private static final double JPEG_QUALITY = 0.88;

  /// What a picture of the sheet weighs.
  private static final long DRAWING_MILLIS = 100;

  private final FilmPrice.Pieces pieces;
  private final Keyframes frames;
  private final FilmPlans plans;
  private final Pictures pictures;
  private final Lettering lettering;
  private final ArtifactStore files;

  PreviewKind(
      FilmPrice.Pieces pieces,
      Keyframes frames,
      FilmPlans plans,
      Pictures pictures,
      Lettering lettering,
      ArtifactStore files) {
    this.pieces = pieces;
    this.frames = frames;
    this.plans = plans;
    this.pictures = pictures;
    this.lettering = lettering;
    this.files = files;
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
    FilmRequest film = request.film();
    return new Plan<>(
        FilmPrice.ofPreview(film, request.painted(), plans.storyboard(film), pieces),
        new PreviewState.Ordered());
  }

  @Override
  public Plan<PreviewState> plan(PreviewRequest request, MadeBefore before) {
    FilmRequest film = request.film();
    return film.board() == null
        ? plan(request)
        : new Plan<>(
            new Remains(plans, frames, pieces).pictures(film, film.board(), before),
            new PreviewState.Ordered());
  }

  @Override
  public Stage stage(PreviewState state) {
    return switch (state) {
      case PreviewState.Ordered _ -> Stage.ORDERED;
      case PreviewState.Planning _ -> Stage.PLANNING;
      case PreviewState.Painting _, PreviewState.Drawing _ -> Stage.PAINTING;
    };
  }

  @Override
  public Progress<PreviewState> advance(PreviewRequest request, PreviewState state, Turn turn) {
    FilmRequest film = request.film();
    return switch (state) {
      case PreviewState.Ordered() when film.board() == null ->
          new Progress.Fork<>(
              new PreviewState.Planning(), Map.of(FilmPlans.CHILD, plans.storyboard(film)));
      case PreviewState.Ordered() -> paint(film, null, 0, Map.of());
      case PreviewState.Planning() -> planned(request, turn);
      case PreviewState.Painting(var board, int painted) ->
          paint(film, board, painted, turn.children());
      case PreviewState.Drawing(var board) -> draw(scenes(film, board), turn);
    };
  }

  private Progress<PreviewState> planned(PreviewRequest request, Turn turn) {
    return switch (turn.children().get(FilmPlans.CHILD)) {
      case Outcome.Made(var made) when !request.painted() -> new Progress.Done<>(made, Money.ZERO);
      case Outcome.Failed(var failure) -> new Progress.Failed<>(failure);
      case Outcome.Cancelled() -> new Progress.Failed<>(FilmPlans.GAVE_UP);
      case Outcome.Made _ ->
          switch (plans.read(turn)) {
            case FilmPlans.Written.Good(var board) -> paint(request.film(), board, 0, Map.of());
            case FilmPlans.Written.Missing(var failure) -> new Progress.Failed<>(failure);
            case FilmPlans.Written.Unreadable(var cause, var failure) ->
                ProviderFailures.again(cause, turn.attempt(), new Progress.Failed<>(failure));
          };
      case null -> new Progress.Failed<>(FilmPlans.GAVE_UP);
    };
  }

  private Progress<PreviewState> paint(
      FilmRequest film, @Nullable Storyboard board, int painted, Map<String, Outcome> made) {
    Scenes scenes = scenes(film, board);
    return frames
        .next(scenes, painted, made)
        .<Progress<PreviewState>>map(more ->
            new Progress.Fork<>(new PreviewState.Painting(board, more.painted()), more.children()))
        .orElseGet(() ->
            new Progress.Queue<>(
                new PreviewState.Drawing(board), Lane.CPU, DRAWING_MILLIS * scenes.count()));
  }

  private Progress<PreviewState> draw(Scenes scenes, Turn turn) {
    Map<String, Outcome> made = turn.children();
    if (IntStream.range(0, scenes.count()).allMatch(i -> seen(scenes, i, made).isEmpty())) {
      return new Progress.Failed<>(
          made.get(Scenes.frame(0)) instanceof Outcome.Failed(var failure)
              ? failure
              : FilmPlans.GAVE_UP);
    }
    try {
      List<Artifact> kept = new ArrayList<>();
      if (made.get(FilmPlans.CHILD) instanceof Outcome.Made(var board)) {
        kept.addAll(board);
      }
      kept.add(sheet(scenes, made));
      for (int i = 0; i < scenes.count(); i++) {
        String role = Scenes.frame(i);
        Scenes.artifact(made, role, Artifact.PICTURE).map(it -> it.as(role)).ifPresent(kept::add);
      }
      return new Progress.Done<>(kept, Money.ZERO);
    } catch (IOException | UncheckedIOException e) {
      return ProviderFailures.again(
          e, turn.attempt(), new Progress.Failed<>(new Failure(Failure.Code.PROVIDER_BROKEN)));
    }
  }

  /// The picture that a scene begins with, or the face that is seen in it.
  private static Optional<String> seen(Scenes scenes, int scene, Map<String, Outcome> made) {
    return scenes.talk(scene).map(TalkRequest::photo).or(() -> scenes.frame(scene, made));
  }

  /// Those that cannot be read leave a gap, which is numbered all the same.
  private Artifact sheet(Scenes scenes, Map<String, Outcome> made) throws IOException {
    List<Optional<Picture>> seen = new ArrayList<>();
    Size tile = scenes.film().shape().canvas(WIDE, Quality.ECONOMY);
    try (Leases leases = new Leases()) {
      for (int i = 0; i < scenes.count(); i++) {
        Optional<String> content = seen(scenes, i, made);
        Optional<Path> file =
            content.isPresent() ? leases.path(files, content.get()) : Optional.empty();
        seen.add(file.flatMap(this::read).map(it -> it.within(LONGEST_TILE)));
      }
    }
    Picture sheet = ContactSheet.of(seen, tile, lettering);
    Path file = files.scratch(".jpg");
    Pictures.writeJpeg(sheet, file, JPEG_QUALITY);
    StoredFile kept = files.put(file);
    return new Artifact(
        Artifact.PICTURE,
        kept.content(),
        "image/jpeg",
        kept.bytes(),
        sheet.width(),
        sheet.height(),
        0);
  }

  private Optional<Picture> read(Path file) {
    return pictures.read(file) instanceof PictureAnswer.Decoded(var picture)
        ? Optional.of(picture)
        : Optional.empty();
  }

  private Scenes scenes(FilmRequest film, @Nullable Storyboard written) {
    Storyboard board = written == null ? film.board() : written;
    return plans.scenes(film, Objects.requireNonNull(board));
  }
}
