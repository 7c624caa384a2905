package app.photoplay.kind.film;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.job.Artifact;
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
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.kind.storyboard.StoryboardRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.provider.Router;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes a film as a tree of jobs: its storyboard, a picture and a voice for each scene, and then
/// its shots are children of their own, each with its own retries, price and reuse. Nothing but the
/// cutting is done here.
public final class FilmKind implements JobKind<FilmRequest, FilmState> {
  private static final String STORYBOARD = "storyboard";
  private static final int LONGEST_SHOT = 20;
  private static final int SHORTEST_SHOT = 2;
  private static final Codec<FilmRequest> REQUESTS = Codec.json(FilmRequest.class);
  private static final Codec<FilmState> STATES = Codec.json(FilmState.class);

  private final Pieces pieces;
  private final Router<ImagePrompt, ImageModel> painters;
  private final Router<ShotNeed, VideoModel> cameras;
  private final FilmCutter cutter;
  private final ArtifactStore files;

  /// What is known about children before they are ordered.
  public interface Pieces {
    /// What is offered for one.
    Quote offer(JobRequest piece);

    /// The longest that words may take.
    long mostMillis(SpeechRequest speech);
  }

  public FilmKind(
      Pieces pieces,
      Router<ImagePrompt, ImageModel> painters,
      Router<ShotNeed, VideoModel> cameras,
      FilmCutter cutter,
      ArtifactStore files) {
    this.pieces = pieces;
    this.painters = painters;
    this.cameras = cameras;
    this.cutter = cutter;
    this.files = files;
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
    return new Plan<>(FilmPrice.of(request, storyboard(request), pieces), new FilmState.Ordered());
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
                  new FilmState.Planning(), Map.of(STORYBOARD, storyboard(request)))
              : paint(scenes(request, request.board()), 0, Map.of());
      case FilmState.Planning() -> planned(request, turn);
      case FilmState.Painting(var board, int painted) ->
          paint(scenes(request, board), painted, turn.children());
      case FilmState.Filming(var board) ->
          new Progress.Queue<>(
              new FilmState.Cutting(board),
              Lane.CPU,
              scenes(request, board).board().seconds() * 1000L);
      case FilmState.Cutting(var board) -> cut(scenes(request, board), turn);
    };
  }

  StoryboardRequest storyboard(FilmRequest request) {
    return new StoryboardRequest(
        request.idea(),
        request.seconds(),
        request.language(),
        request.scenes(),
        request.style(),
        request.cast().stream().map(CastMember::role).toList(),
        shots(request),
        request.version());
  }

  private Scenes scenes(FilmRequest request, Storyboard board) {
    return new Scenes(request, board, shots(request));
  }

  /// The lengths in seconds that somebody can film, from a picture.
  private List<Integer> shots(FilmRequest request) {
    return IntStream.rangeClosed(SHORTEST_SHOT, LONGEST_SHOT)
        .filter(seconds ->
            !cameras
                .candidates(
                    new ShotNeed(
                        request.idea(),
                        true,
                        false,
                        seconds,
                        request.shape(),
                        request.quality(),
                        CameraMove.STATIC_SHOT))
                .isEmpty())
        .boxed()
        .toList();
  }

  private Progress<FilmState> planned(FilmRequest request, Turn turn) {
    return switch (turn.children().get(STORYBOARD)) {
      case Outcome.Made(var made) -> {
        try (Leases leases = new Leases()) {
          Optional<Path> file =
              leases.path(files, Artifact.get(made, Artifact.STORYBOARD).content());
          yield file.isEmpty()
              ? failed(Failure.Code.FILE_GONE)
              : paint(
                  scenes(request, StoryboardReader.stored(Files.readString(file.get()))),
                  0,
                  Map.of());
        } catch (IOException e) {
          yield ProviderFailures.again(
              e, turn.attempt(), new Progress.Failed<>(new Failure(Failure.Code.FILE_GONE)));
        }
      }
      case Outcome.Failed(var failure) -> new Progress.Failed<>(failure);
      case Outcome.Cancelled() -> failed(Failure.Code.GAVE_UP);
      case null -> failed(Failure.Code.GAVE_UP);
    };
  }

  /// Orders pictures and voices: all at once, or, where a painter makes each picture resemble the
  /// one before it, one picture after the other.
  private Progress<FilmState> paint(Scenes scenes, int painted, Map<String, Outcome> made) {
    List<Integer> all = scenes.painted();
    if (painted == all.size()) {
      return shoot(scenes, made);
    }
    int end = chained(scenes, all) ? painted + 1 : all.size();
    Map<String, JobRequest> children = new LinkedHashMap<>();
    if (painted == 0) {
      children.putAll(scenes.voices());
    }
    for (int i = painted; i < end; i++) {
      List<String> before = new ArrayList<>();
      if (end == painted + 1 && i > 0) {
        Scenes.content(made, Scenes.frame(all.get(i - 1)), Artifact.PICTURE).ifPresent(before::add);
      }
      children.put(Scenes.frame(all.get(i)), scenes.picture(all.get(i), before));
    }
    return new Progress.Fork<>(new FilmState.Painting(scenes.board(), end), children);
  }

  private boolean chained(Scenes scenes, List<Integer> painted) {
    return painted.size() > 1
        && painters.candidates(scenes.picture(painted.getFirst(), List.of()).need()).stream()
            .findFirst()
            .flatMap(painters::model)
            .filter(ImageModel::looksAtReferences)
            .isPresent();
  }

  private Progress<FilmState> shoot(Scenes scenes, Map<String, Outcome> made) {
    for (int i = 0; i < scenes.count(); i++) {
      if (made.get(Scenes.voice(i)) instanceof Outcome.Failed(var failure)) {
        return new Progress.Failed<>(failure);
      }
    }
    Map<String, JobRequest> shots = new LinkedHashMap<>();
    for (int i = 0; i < scenes.count(); i++) {
      int number = i;
      scenes.shot(i, made).ifPresent(shot -> shots.put(Scenes.shot(number), shot));
    }
    return shots.isEmpty()
        ? failed(Failure.Code.PROVIDER_BROKEN)
        : new Progress.Fork<>(new FilmState.Filming(scenes.board()), shots);
  }

  private Progress<FilmState> cut(Scenes scenes, Turn turn) throws InterruptedException {
    Map<String, Outcome> made = turn.children();
    if (IntStream.range(0, scenes.count())
        .noneMatch(i -> made.get(Scenes.shot(i)) instanceof Outcome.Made)) {
      return failed(Failure.Code.PROVIDER_BROKEN);
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
