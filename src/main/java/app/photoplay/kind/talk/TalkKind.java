package app.photoplay.kind.talk;

import app.photoplay.budget.Quote;
import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind;
import app.photoplay.job.Outcome;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.Turn;
import app.photoplay.kind.Misfits;
import app.photoplay.kind.ModelWork;
import app.photoplay.kind.ProviderFailures;
import app.photoplay.kind.RenderSteps;
import app.photoplay.kind.Route;
import app.photoplay.kind.speech.CaptionFiles;
import app.photoplay.kind.speech.SpeechKind;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Render;
import app.photoplay.provider.Router;
import app.photoplay.provider.speech.Voices;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.TalkNeed;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.talk.TalkingModel;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a photo speak: its speech is a job of its own, then the model renders, then the files are
/// kept.
public final class TalkKind implements JobKind<TalkRequest, TalkState> {
  private static final Codec<TalkRequest> REQUESTS = Codec.json(TalkRequest.class);
  private static final Codec<TalkState> STATES = Codec.json(TalkState.class);
  private static final String SPEECH = "speech";

  private final Voices voices;
  private final SpeechKind speeches;
  private final ModelWork<TalkNeed, TalkPrompt, Render> model;
  private final Misfits<TalkNeed> misfits;
  private final RenderSteps renders;
  private final ArtifactStore files;
  private final CaptionFiles captions;
  private final int maxSeconds;

  /// A kind.
  ///
  /// @param voices for the length that words will have
  /// @param speeches the kind of the speech that it forks
  /// @param maxSeconds the longest video
  public TalkKind(
      Voices voices,
      SpeechKind speeches,
      Router<TalkNeed, TalkingModel> models,
      Pictures pictures,
      ArtifactStore files,
      int maxSeconds) {
    this.voices = voices;
    this.speeches = speeches;
    this.model = new ModelWork<>(models);
    this.misfits = new Misfits<>(models);
    this.renders = new RenderSteps(pictures, files);
    this.files = files;
    this.captions = new CaptionFiles(files);
    this.maxSeconds = maxSeconds;
  }

  @Override
  public String name() {
    return TalkRequest.KIND;
  }

  @Override
  public Class<TalkRequest> requestType() {
    return TalkRequest.class;
  }

  @Override
  public Codec<TalkRequest> requests() {
    return REQUESTS;
  }

  @Override
  public Codec<TalkState> states() {
    return STATES;
  }

  @Override
  public Plan<TalkState> plan(TalkRequest request) {
    SpeechRequest speech = request.speech();
    Route route = model.route(need(request), request.provider());
    List<Quote.Line> lines = new ArrayList<>(speeches.plan(speech).quote().lines());
    lines.add(route.line("video"));
    return new Plan<>(
        new Quote(lines),
        new TalkState.Ordered(route),
        model.why(need(request), request.provider()));
  }

  @Override
  public List<TalkRequest> cheaper(TalkRequest request) {
    List<TalkRequest> cheaper = new ArrayList<>();
    for (int i = request.quality().ordinal() - 1; i >= 0; i--) {
      cheaper.add(request.with(Quality.values()[i]));
    }
    return cheaper;
  }

  @Override
  public List<Way<TalkRequest>> choices(TalkRequest request) {
    List<String> paid = model.paid(need(request), request.provider());
    List<String> all = paid.isEmpty() && unable(request).isPresent() ? List.of(Router.LOCAL) : paid;
    return all.stream().map(who -> new Way<>(request.by(who), who)).toList();
  }

  @Override
  public Optional<Unable> unable(TalkRequest request) {
    TalkNeed need = need(request);
    List<Misfits.Near<TalkNeed>> near = new ArrayList<>();
    for (int seconds = (int) ((need.millis() - 1) / 1000); seconds > 0; seconds--) {
      near.add(near(need, Unable.Why.LENGTH, seconds * 1000L, need.shape(), need.quality()));
    }
    for (Shape shape : Shape.values()) {
      near.add(near(need, Unable.Why.SHAPE, need.millis(), shape, need.quality()));
    }
    for (Quality quality : Quality.values()) {
      near.add(near(need, Unable.Why.QUALITY, need.millis(), need.shape(), quality));
    }
    return misfits.of(need, request.provider(), near);
  }

  private static Misfits.Near<TalkNeed> near(
      TalkNeed need, Unable.Why why, long millis, Shape shape, Quality quality) {
    return new Misfits.Near<>(
        why, (int) (millis / 1000), new TalkNeed(need.motion(), shape, quality, millis));
  }

  private TalkNeed need(TalkRequest request) {
    return request.need(SpeechKind.mostMillis(request.speech(), voices, maxSeconds));
  }

  @Override
  public Stage stage(TalkState state) {
    return switch (state) {
      case TalkState.Ordered _ -> Stage.ORDERED;
      case TalkState.Speaking _ -> Stage.SPEAKING;
      case TalkState.Rendering _ -> Stage.RENDERING;
    };
  }

  @Override
  public Changes changes() {
    return Changes.MANNER;
  }

  /// A photo that is only zoomed into moves always alike.
  @Override
  public Optional<TalkRequest> anotherTake(TalkRequest request, long take) {
    return request.motion() == Motion.ZOOM ? Optional.empty() : Optional.of(request.taken(take));
  }

  @Override
  public boolean retaken(TalkRequest request) {
    return request.take() != 0;
  }

  @Override
  public Progress<TalkState> advance(TalkRequest request, TalkState state, Turn turn)
      throws InterruptedException {
    return switch (state) {
      case TalkState.Ordered(var route) ->
          new Progress.Fork<>(new TalkState.Speaking(route), Map.of(SPEECH, request.speech()));
      case TalkState.Speaking(var route) ->
          switch (turn.children().get(SPEECH)) {
            case Outcome.Made(var spoken) -> spoken(request, route, spoken, turn);
            case Outcome.Failed(var failure) -> new Progress.Failed<>(failure);
            case Outcome.Cancelled() -> gaveUp();
            case null -> gaveUp();
          };
      case TalkState.Rendering(var making, var millis) ->
          turn.children().get(SPEECH) instanceof Outcome.Made(var spoken)
              ? model.step(making, order(request, spoken, millis), turn)
              : gaveUp();
    };
  }

  @Override
  public Cancelling cancel(TalkRequest request, TalkState state, Turn turn)
      throws InterruptedException {
    return state instanceof TalkState.Rendering(var making, _)
        ? model.cancel(making)
        : new Cancelling.RunsOut();
  }

  private Progress<TalkState> spoken(
      TalkRequest request, Route route, List<Artifact> spoken, Turn turn) {
    Artifact sound = Artifact.get(spoken, Artifact.SPEECH);
    try (Leases leases = new Leases()) {
      Optional<Path> timings = path(spoken, Artifact.TIMINGS, leases);
      if (timings.isEmpty()) {
        return new Progress.Failed<>(new Failure(Failure.Code.FILE_GONE));
      }
      return captions.possible(request.captions(), timings.get())
          ? model.begin(route, order(request, spoken, sound.millis()))
          : new Progress.Failed<>(new Failure(Failure.Code.NO_WORD_TIMES));
    } catch (IOException e) {
      Failure gone = new Failure(Failure.Code.FILE_GONE);
      return ProviderFailures.again(e, turn.attempt(), new Progress.Failed<>(gone));
    }
  }

  private Optional<Path> path(List<Artifact> made, String role, Leases leases) throws IOException {
    return leases.path(files, Artifact.get(made, role).content());
  }

  private ModelWork.Order<TalkNeed, TalkPrompt, Render, TalkState> order(
      TalkRequest request, List<Artifact> spoken, long millis) {
    TalkNeed need = request.need(millis);
    return new ModelWork.Order<>(
        need,
        name() + " " + REQUESTS.encode(request.by("")),
        leases -> prompt(request, spoken, leases),
        making -> new TalkState.Rendering(making, millis),
        maxSeconds,
        (render, cost) -> new Progress.Done<>(kept(request, render, spoken), cost.apply(need)));
  }

  private Optional<TalkPrompt> prompt(TalkRequest request, List<Artifact> spoken, Leases leases)
      throws IOException {
    Optional<Path> photo = leases.path(files, request.photo());
    Optional<Path> speech = path(spoken, Artifact.SPEECH, leases);
    Optional<Path> timings = path(spoken, Artifact.TIMINGS, leases);
    return photo.isEmpty() || speech.isEmpty() || timings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TalkPrompt(
                photo.get(),
                speech.get(),
                timings.get(),
                request.shape(),
                request.quality(),
                request.motion(),
                request.style(),
                request.captions(),
                request.label(),
                request.take()));
  }

  private List<Artifact> kept(TalkRequest request, Render render, List<Artifact> spoken)
      throws IOException {
    List<Artifact> made = new ArrayList<>(renders.keep(render));
    captions.write(request.captions(), spoken).ifPresent(made::add);
    return made;
  }

  private static Progress<TalkState> gaveUp() {
    return new Progress.Failed<>(new Failure(Failure.Code.GAVE_UP));
  }
}
