package app.photoplay.kind.film;

import app.photoplay.budget.Quote;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.command.Command;
import app.photoplay.command.builtin.Receipts;
import app.photoplay.command.draft.DraftDesk;
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
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.stitch.Normaliser;
import app.photoplay.media.stitch.Stitcher;
import app.photoplay.provider.Router;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.speech.Voices;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseCache;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// Everything about films, put together: the kinds of job, what people are shown of them before
/// there is a video, and the commands. Thread-safe.
public final class Films {
  private final Models models;
  private final FilmPlans plans;
  private final ArtifactStore files;
  private final int maxSeconds;

  /// Who makes the pieces that are no video of a photo.
  public record Models(
      Router<StoryboardPrompt, TextModel> writers,
      Router<ImagePrompt, ImageModel> painters,
      Router<ShotNeed, VideoModel> cameras,
      Voices voices) {}

  /// What films are cut with.
  ///
  /// @param wording for what stands in pictures
  public record Bench(
      Normaliser normaliser,
      Stitcher stitcher,
      Lettering lettering,
      Pictures pictures,
      RenderSteps renders,
      Wording wording) {}

  /// Films.
  ///
  /// @param maxSeconds the longest speech
  public Films(Models models, ArtifactStore files, int maxSeconds) {
    this.models = models;
    this.maxSeconds = maxSeconds;
    this.plans = new FilmPlans(models.cameras(), files);
    this.files = files;
  }

  /// The kinds of films and of the pieces that only films have.
  ///
  /// @param others that make the other pieces: speech, shots, talking photos
  public List<JobKind<?, ?>> kinds(Collection<JobKind<?, ?>> others, Bench bench) {
    return kinds(others, new FilmCutter(bench, files), bench.pictures(), bench.lettering());
  }

  List<JobKind<?, ?>> kinds(
      Collection<JobKind<?, ?>> others, Cutter cutter, Pictures pictures, Lettering lettering) {
    List<JobKind<?, ?>> made = new ArrayList<>();
    made.add(new StoryboardKind(models.writers(), files));
    made.add(new ImageKind(models.painters(), files));
    List<JobKind<?, ?>> all = new ArrayList<>(others);
    all.addAll(made);
    FilmPrice.Pieces pieces = pieces(new Kinds(all));
    Keyframes frames = new Keyframes(models.painters());
    made.add(new PreviewKind(pieces, frames, plans, pictures, lettering, files));
    made.add(new FilmKind(pieces, frames, plans, cutter));
    return made;
  }

  private FilmPrice.Pieces pieces(Kinds kinds) {
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

  /// What cards and commands need beside the models.
  ///
  /// @param reuse knows what was made before
  public record Desk(Kinds kinds, ReuseCache reuse, ButtonSigner buttons, Wording wording) {}

  /// How finished previews are shown: nothing for all other jobs, and for those whose files are no
  /// longer stored.
  public BiFunction<JobReport, String, Optional<OutboundMessage>> shown(Desk desk) {
    return cards(desk)::made;
  }

  private FilmCards cards(Desk desk) {
    return new FilmCards(plans, stored(desk), files, desk.buttons(), desk.wording());
  }

  private StoredPieces stored(Desk desk) {
    Kinds kinds = desk.kinds();
    return new StoredPieces(
        new Remains(plans, new Keyframes(models.painters()), pieces(kinds)),
        account ->
            piece ->
                desk.reuse()
                    .find(
                        Fingerprint.of(
                            account, piece.kind(), kinds.get(piece.kind()).encode(piece))));
  }

  /// What commands about films need beside that.
  ///
  /// @param preflight looks at photos of the cast
  /// @param pictures reads people's own pictures
  /// @param processor a few platform threads: decoding keeps a core busy for a moment
  public record Studio(
      JobReader jobs,
      Receipts receipts,
      DraftDesk waiting,
      CastStore cast,
      Preflight preflight,
      Quality quality,
      Lettering lettering,
      Pictures pictures,
      Executor processor,
      InstantSource time) {}

  /// The commands about films.
  ///
  /// @param plain has a message that is no command be about a film where it is, and else given to
  ///   another command
  public record Commands(List<Command> all, UnaryOperator<Command> plain) {
    public Commands {
      all = List.copyOf(all);
    }
  }

  /// The commands about films.
  public Commands commands(Desk desk, Studio studio) {
    Wording wording = desk.wording();
    FilmCards shown = cards(desk);
    FilmDrafts drafts = new FilmDrafts(studio.waiting().drafts(), studio.time());
    BoardCards boards =
        new BoardCards(
            stored(desk), models.voices(), desk.buttons(), studio.waiting().notices(), wording);
    List<Command> commands = new ArrayList<>();
    commands.add(
        new FilmCommand(
            desk.kinds(),
            new FilmCast(
                studio.cast(),
                new CastPhotos(files, studio.preflight()),
                new IncomingPhotos(files),
                models.voices()),
            studio.quality(),
            models.voices(),
            studio.lettering(),
            wording));
    SceneCommand scene =
        new SceneCommand(
            plans,
            drafts,
            boards,
            models.voices(),
            files,
            studio.pictures(),
            studio.processor(),
            wording);
    commands.add(scene);
    commands.add(
        new FilesCommand(
            studio.jobs(),
            shown,
            new FilmFiles(stored(desk), files, wording),
            studio.receipts(),
            files,
            wording));
    commands.add(new ReviewCommand(plans, drafts, studio.jobs(), shown, boards, wording));
    commands.addAll(
        new BoardCommands(
                plans, drafts, studio.jobs(), shown, boards, studio.waiting().notices(), wording)
            .all());
    return new Commands(commands, otherwise -> new SceneReplies(scene, drafts, otherwise));
  }
}
