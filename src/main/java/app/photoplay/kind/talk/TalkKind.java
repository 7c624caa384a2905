package app.photoplay.kind.talk;

import app.photoplay.budget.PriceBook;
import app.photoplay.budget.Quote;
import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.Turn;
import app.photoplay.kind.ProviderFailures;
import app.photoplay.kind.RenderSteps;
import app.photoplay.kind.speech.SpeechKind;
import app.photoplay.media.Quality;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Answer;
import app.photoplay.provider.Operation;
import app.photoplay.provider.Render;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.speech.SpeechModel;
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

  private final SpeechModel voices;
  private final TalkingModel model;
  private final RenderSteps renders;
  private final ArtifactStore files;
  private final PriceBook prices;
  private final CaptionFiles captions;
  private final int maxSeconds;

  /// A kind over one model.
  ///
  /// @param voices for the length that words will have
  /// @param maxSeconds the longest video
  public TalkKind(
      SpeechModel voices,
      TalkingModel model,
      Pictures pictures,
      ArtifactStore files,
      PriceBook prices,
      int maxSeconds) {
    this.voices = voices;
    this.model = model;
    this.renders = new RenderSteps(pictures, files);
    this.files = files;
    this.captions = new CaptionFiles(files);
    this.prices = prices;
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
  public Quote quote(TalkRequest request, PriceBook prices) {
    long millis = SpeechKind.mostMillis(request.speech(), voices, maxSeconds);
    return new Quote(
        List.of(
            new Quote.Line("speech", prices.price(voices.provider(), "speech", millis)),
            new Quote.Line("video", prices.price(model.provider(), item(request), millis))));
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
  public TalkState start(TalkRequest request) {
    return new TalkState.Ordered();
  }

  @Override
  public Stage stage(TalkState state) {
    return switch (state) {
      case TalkState.Ordered() -> Stage.ORDERED;
      case TalkState.Speaking() -> Stage.SPEAKING;
      case TalkState.Rendering _ -> Stage.RENDERING;
    };
  }

  @Override
  public boolean changeable() {
    return true;
  }

  @Override
  public Progress<TalkState> advance(TalkRequest request, TalkState state, Turn turn)
      throws InterruptedException {
    return switch (state) {
      case TalkState.Ordered() ->
          new Progress.Fork<>(new TalkState.Speaking(), Map.of(SPEECH, request.speech()));
      case TalkState.Speaking() -> {
        Outcome spoken = turn.children().get(SPEECH);
        yield switch (spoken) {
          case Outcome.Made(var artifacts) -> submit(request, artifacts, turn);
          case Outcome.Failed(var failure) -> new Progress.Failed<>(failure);
          case Outcome.Cancelled() -> gaveUp();
          case null -> gaveUp();
        };
      }
      case TalkState.Rendering rendering -> render(request, rendering, turn);
    };
  }

  private Progress<TalkState> submit(TalkRequest request, List<Artifact> spoken, Turn turn) {
    try (Leases leases = new Leases()) {
      return submit(request, spoken, turn, leases);
    } catch (IOException e) {
      return ProviderFailures.again(e, turn.attempt());
    }
  }

  private Progress<TalkState> submit(
      TalkRequest request, List<Artifact> spoken, Turn turn, Leases leases) throws IOException {
    Artifact sound = Artifact.get(spoken, Artifact.SPEECH);
    Optional<Path> photo = leases.path(files, request.photo());
    Optional<Path> speech = leases.path(files, sound.content());
    Optional<Path> timings = leases.path(files, Artifact.get(spoken, Artifact.TIMINGS).content());
    if (photo.isEmpty() || speech.isEmpty() || timings.isEmpty()) {
      return new Progress.Failed<>(new Failure(Failure.Code.FILE_GONE));
    }
    if (!captions.possible(request.captions(), timings.get())) {
      return new Progress.Failed<>(new Failure(Failure.Code.NO_WORD_TIMES));
    }
    TalkPrompt prompt =
        new TalkPrompt(
            photo.get(),
            speech.get(),
            timings.get(),
            request.shape(),
            request.quality(),
            request.motion(),
            request.style(),
            request.captions(),
            request.label());
    return switch (model.submit(prompt, new RequestKey("talk-" + turn.job().value()))) {
      case Answer.Ok<Operation>(var operation) ->
          new Progress.Queue<>(new TalkState.Rendering(operation, sound.millis()), Lane.CPU);
      case Answer.Busy<Operation>(var pause) ->
          new Progress.Wait<>(new TalkState.Speaking(), pause);
      case Answer.Refused<Operation>(var reason, _) ->
          new Progress.Failed<>(ProviderFailures.failure(reason, maxSeconds));
      case Answer.Broken<Operation>(var cause, _) -> ProviderFailures.again(cause, turn.attempt());
    };
  }

  private Progress<TalkState> render(TalkRequest request, TalkState.Rendering state, Turn turn)
      throws InterruptedException {
    return RenderSteps.step(
        () -> model.poll(state.operation(), turn::report),
        state,
        maxSeconds,
        turn,
        render ->
            new Progress.Done<>(
                kept(request, render, turn),
                prices.price(model.provider(), item(request), state.millis())));
  }

  private List<Artifact> kept(TalkRequest request, Render render, Turn turn) throws IOException {
    List<Artifact> made = new ArrayList<>(renders.keep(render));
    if (turn.children().get(SPEECH) instanceof Outcome.Made(var spoken)) {
      captions.write(request.captions(), spoken).ifPresent(made::add);
    }
    return made;
  }

  private static Progress<TalkState> gaveUp() {
    return new Progress.Failed<>(new Failure(Failure.Code.GAVE_UP));
  }

  private static String item(TalkRequest request) {
    return "talk-" + request.quality().label();
  }
}
