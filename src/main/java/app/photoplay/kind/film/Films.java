package app.photoplay.kind.film;

import app.photoplay.budget.Quote;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.command.Command;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.kind.IncomingPhotos;
import app.photoplay.kind.RenderSteps;
import app.photoplay.kind.cast.CastPhotos;
import app.photoplay.kind.cast.CastStore;
import app.photoplay.kind.image.ImageKind;
import app.photoplay.kind.speech.SpeechKind;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.kind.storyboard.StoryboardKind;
import app.photoplay.kind.talk.Preflight;
import app.photoplay.media.Quality;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.stitch.Normaliser;
import app.photoplay.media.stitch.Stitcher;
import app.photoplay.provider.Router;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Everything about films, put together: the kinds of job, what people are shown of them before
/// there is a video, and the commands. Thread-safe.
public final class Films {
  private final Models models;
  private final FilmPlans plans;
  private final ArtifactStore files;

  /// Who makes the pieces that are no video of a photo.
  public record Models(
      Router<StoryboardPrompt, TextModel> writers,
      Router<ImagePrompt, ImageModel> painters,
      Router<ShotNeed, VideoModel> cameras,
      SpeechModel voices) {}

  /// What films are cut with.
  ///
  /// @param wording for what stands in pictures
  public record Bench(
      Normaliser normaliser,
      Stitcher stitcher,
      Lettering lettering,
      RenderSteps renders,
      Wording wording) {}

  public Films(Models models, ArtifactStore files) {
    this.models = models;
    this.plans = new FilmPlans(models.cameras(), files);
    this.files = files;
  }

  /// The kinds of films and of the pieces that only films have.
  ///
  /// @param others that make the other pieces: speech, shots, talking photos
  /// @param maxSeconds the longest speech
  public List<JobKind<?, ?>> kinds(Collection<JobKind<?, ?>> others, Bench bench, int maxSeconds) {
    return kinds(others, new FilmCutter(bench, files), maxSeconds);
  }

  List<JobKind<?, ?>> kinds(Collection<JobKind<?, ?>> others, Cutter cutter, int maxSeconds) {
    List<JobKind<?, ?>> made = new ArrayList<>();
    made.add(new StoryboardKind(models.writers(), files));
    made.add(new ImageKind(models.painters(), files));
    List<JobKind<?, ?>> all = new ArrayList<>(others);
    all.addAll(made);
    FilmPrice.Pieces pieces = pieces(new Kinds(all), maxSeconds);
    Keyframes frames = new Keyframes(models.painters());
    made.add(new PreviewKind(pieces, frames, plans));
    made.add(new FilmKind(pieces, frames, plans, cutter));
    return made;
  }

  private FilmPrice.Pieces pieces(Kinds kinds, int maxSeconds) {
    return new FilmPrice.Pieces() {
      @Override
      public Quote offer(JobRequest piece) {
        return kinds.get(piece.kind()).offer(piece).quote();
      }

      @Override
      public long mostMillis(SpeechRequest speech) {
        return SpeechKind.mostMillis(speech, models.voices(), maxSeconds);
      }
    };
  }

  /// How a finished preview is shown; empty for all other jobs, and when its files are no longer
  /// stored.
  public Optional<OutboundMessage> shown(
      JobReport job, Kinds kinds, ButtonSigner buttons, Wording wording, String language) {
    return new FilmCards(plans, kinds, buttons, wording).made(job, language);
  }

  /// The commands about films.
  ///
  /// @param preflight looks at photos that come along
  public List<Command> commands(
      Kinds kinds,
      JobReader jobs,
      CastStore cast,
      Preflight preflight,
      Quality quality,
      Lettering lettering,
      ButtonSigner buttons,
      Wording wording) {
    FilmCards cards = new FilmCards(plans, kinds, buttons, wording);
    return List.of(
        new FilmCommand(
            kinds,
            new FilmCast(
                cast, new CastPhotos(files, preflight), new IncomingPhotos(files), models.voices()),
            quality,
            models.voices(),
            lettering,
            wording),
        new ReviewCommand(jobs, cards, wording));
  }
}
