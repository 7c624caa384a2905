package app.photoplay.kind.film;

import app.photoplay.job.Artifact;
import app.photoplay.job.Failure;
import app.photoplay.job.Outcome;
import app.photoplay.job.Turn;
import app.photoplay.kind.storyboard.StoryboardRequest;
import app.photoplay.provider.Router;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a film asks of a storyboard, and the storyboards that came of it.
final class FilmPlans {
  static final Failure GAVE_UP = new Failure(Failure.Code.GAVE_UP);

  /// The name of the child that writes it.
  static final String CHILD = "storyboard";

  private static final int LONGEST_SHOT = 20;
  private static final int SHORTEST_SHOT = 2;

  private final Router<ShotNeed, VideoModel> cameras;
  private final ArtifactStore files;

  FilmPlans(Router<ShotNeed, VideoModel> cameras, ArtifactStore files) {
    this.cameras = cameras;
    this.files = files;
  }

  /// What came of writing one.
  sealed interface Written {
    record Good(Storyboard board) implements Written {}

    record Missing(Failure failure) implements Written {}

    /// It could not be read just now.
    ///
    /// @param failure when it never can
    record Unreadable(Throwable cause, Failure failure) implements Written {}
  }

  StoryboardRequest storyboard(FilmRequest film) {
    return new StoryboardRequest(
        film.idea(),
        film.seconds(),
        film.language(),
        film.scenes(),
        film.style(),
        film.cast().stream().map(CastMember::role).toList(),
        shots(film),
        film.version(),
        film.provider());
  }

  Scenes scenes(FilmRequest film, Storyboard board) {
    List<Integer> shots = shots(film);
    return new Scenes(film, board, shots, shots.stream().anyMatch(it -> films(film, true, it)));
  }

  /// The lengths in seconds that somebody can film, from a picture.
  List<Integer> shots(FilmRequest film) {
    return IntStream.rangeClosed(SHORTEST_SHOT, LONGEST_SHOT)
        .filter(seconds -> films(film, false, seconds))
        .boxed()
        .toList();
  }

  private boolean films(FilmRequest film, boolean ending, int seconds) {
    ShotNeed need =
        new ShotNeed(
            film.idea(),
            true,
            ending,
            seconds,
            film.shape(),
            film.quality(),
            CameraMove.STATIC_SHOT);
    return !cameras.candidates(need, film.provider()).isEmpty();
  }

  /// What the child wrote.
  Written read(Turn turn) {
    return switch (turn.children().get(CHILD)) {
      case Outcome.Made(var made) -> {
        Failure gone = new Failure(Failure.Code.FILE_GONE);
        try {
          yield read(made).<Written>map(Written.Good::new).orElse(new Written.Missing(gone));
        } catch (IOException e) {
          yield new Written.Unreadable(e, gone);
        }
      }
      case Outcome.Failed(var failure) -> new Written.Missing(failure);
      case Outcome.Cancelled() -> new Written.Missing(GAVE_UP);
      case null -> new Written.Missing(GAVE_UP);
    };
  }

  /// The storyboard among what a job made; empty when it is no longer stored.
  public Optional<Storyboard> read(Collection<Artifact> made) throws IOException {
    try (Leases leases = new Leases()) {
      Optional<Artifact> board = Artifact.find(made, Artifact.STORYBOARD);
      Optional<Path> file =
          board.isPresent() ? leases.path(files, board.get().content()) : Optional.empty();
      return file.isPresent()
          ? Optional.of(StoryboardReader.stored(Files.readString(file.get())))
          : Optional.empty();
    }
  }
}
