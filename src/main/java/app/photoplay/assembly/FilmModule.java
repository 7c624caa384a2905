package app.photoplay.assembly;

import app.photoplay.budget.Quote;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.command.Command;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.kind.RenderSteps;
import app.photoplay.kind.film.FilmCards;
import app.photoplay.kind.film.FilmCommand;
import app.photoplay.kind.film.FilmCutter;
import app.photoplay.kind.film.FilmKind;
import app.photoplay.kind.film.FilmPlans;
import app.photoplay.kind.film.Keyframes;
import app.photoplay.kind.film.PreviewKind;
import app.photoplay.kind.film.ReviewCommand;
import app.photoplay.kind.image.ImageKind;
import app.photoplay.kind.speech.SpeechKind;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.kind.storyboard.StoryboardKind;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.stitch.Normaliser;
import app.photoplay.media.stitch.Stitcher;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Router;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Wording;
import java.util.List;

/// Films: their kinds, what people are shown of them, and the commands about them.
final class FilmModule {
  private final Settings settings;
  private final Adapters adapters;
  private final ArtifactStore files;
  private final FilmPlans plans;

  FilmModule(Settings settings, Adapters adapters, ArtifactStore files) {
    this.settings = settings;
    this.adapters = adapters;
    this.files = files;
    this.plans = new FilmPlans(new Router<>(adapters.cameras(), settings.prices()), files);
  }

  /// Adds films to the kinds that make their pieces.
  void addTo(List<JobKind<?, ?>> kinds, Ffmpeg ffmpeg) {
    Keyframes frames = new Keyframes(new Router<>(adapters.painters(), settings.prices()));
    kinds.add(new StoryboardKind(new Router<>(adapters.writers(), settings.prices()), files));
    kinds.add(new ImageKind(new Router<>(adapters.painters(), settings.prices()), files));
    FilmKind.Pieces pieces = pieces(new Kinds(kinds));
    kinds.add(new PreviewKind(pieces, frames, plans));
    kinds.add(new FilmKind(pieces, frames, plans, cutter(ffmpeg)));
  }

  private FilmKind.Pieces pieces(Kinds kinds) {
    return new FilmKind.Pieces() {
      @Override
      public Quote offer(JobRequest piece) {
        return kinds.get(piece.kind()).offer(piece).quote();
      }

      @Override
      public long mostMillis(SpeechRequest speech) {
        return SpeechKind.mostMillis(speech, adapters.voices(), settings.talk().maxSeconds());
      }
    };
  }

  private FilmCutter cutter(Ffmpeg ffmpeg) {
    return new FilmCutter(
        new Normaliser(ffmpeg, settings.renderer().threads()),
        new Stitcher(ffmpeg, StorageLayout.scratch(settings)),
        new Lettering(settings.data().resolve("cache")),
        new RenderSteps(adapters.pictures(), files),
        files);
  }

  FilmCards cards(Kinds kinds, ButtonSigner buttons, Wording wording) {
    return new FilmCards(plans, kinds, buttons, wording);
  }

  List<Command> commands(JobReader jobs, FilmCards cards, Lettering lettering, Wording wording) {
    return List.of(
        new FilmCommand(
            settings.renderer().defaultQuality(), adapters.voices(), lettering, wording),
        new ReviewCommand(jobs, cards, wording));
  }
}
