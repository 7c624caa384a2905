package app.photoplay.kind.speech;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.StoredFile;
import app.photoplay.job.Turn;
import app.photoplay.kind.ModelWork;
import app.photoplay.kind.ProviderFailures;
import app.photoplay.kind.Route;
import app.photoplay.provider.Router;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.Voices;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Speaks words, or makes a person's recording ready to be spoken by a photo.
public final class SpeechKind implements JobKind<SpeechRequest, SpeechState> {
  private static final Codec<SpeechRequest> REQUESTS = Codec.json(SpeechRequest.class);
  private static final Codec<SpeechState> STATES = Codec.json(SpeechState.class);

  private final Voices voices;
  private final ModelWork<SpeechNeed, SpeechInput, GeneratedSpeech> model;
  private final ArtifactStore files;
  private final int maxSeconds;

  /// A kind.
  ///
  /// @param voices for the length that words will have
  /// @param maxSeconds the longest speech
  public SpeechKind(
      Voices voices, Router<SpeechNeed, SpeechModel> models, ArtifactStore files, int maxSeconds) {
    this.voices = voices;
    this.model = new ModelWork<>(models);
    this.files = files;
    this.maxSeconds = maxSeconds;
  }

  @Override
  public String name() {
    return SpeechRequest.KIND;
  }

  @Override
  public Class<SpeechRequest> requestType() {
    return SpeechRequest.class;
  }

  @Override
  public Codec<SpeechRequest> requests() {
    return REQUESTS;
  }

  @Override
  public Codec<SpeechState> states() {
    return STATES;
  }

  @Override
  public Plan<SpeechState> plan(SpeechRequest request) {
    Route route = model.route(need(request));
    return new Plan<>(new Quote(List.of(route.line("speech"))), new SpeechState.Ordered(route));
  }

  private SpeechNeed need(SpeechRequest request) {
    return need(request, mostMillis(request, voices, maxSeconds));
  }

  private static SpeechNeed need(SpeechRequest request, long millis) {
    return request.recording() == null
        ? new SpeechNeed(request.voice(), millis, Math.max(1, request.words().length()))
        : new SpeechNeed("", millis, 0);
  }

  /// The length that a price is held for: that of the recording, or what the words may take. When
  /// nobody can tell it is the longest, never nothing; what it really was is charged.
  ///
  /// @param maxSeconds the longest speech
  public static long mostMillis(SpeechRequest request, Voices model, int maxSeconds) {
    Recording recording = request.recording();
    long known = recording == null ? estimate(request, model) : recording.millis();
    long most = maxSeconds * 1000L;
    return known <= 0 ? most : Math.min(known, most);
  }

  /// Milliseconds, 0 when the model cannot tell.
  private static long estimate(SpeechRequest request, Voices model) {
    return switch (model.check(prompt(request))) {
      case SpeechCheck.Speakable speakable when speakable.seconds() > 0 ->
          speakable.atMost().toMillis();
      case SpeechCheck.Speakable _,
          SpeechCheck.TooLong _,
          SpeechCheck.NoWords _,
          SpeechCheck.NoSuchVoice _,
          SpeechCheck.Unspeakable _ ->
          0;
    };
  }

  private static SpeechPrompt prompt(SpeechRequest request) {
    return new SpeechPrompt(request.words(), request.voice(), request.manner());
  }

  @Override
  public Stage stage(SpeechState state) {
    return switch (state) {
      case SpeechState.Ordered _ -> Stage.ORDERED;
      case SpeechState.Speaking _ -> Stage.SPEAKING;
    };
  }

  @Override
  public Progress<SpeechState> advance(SpeechRequest request, SpeechState state, Turn turn)
      throws InterruptedException {
    return switch (state) {
      case SpeechState.Ordered(var route) -> model.begin(route, order(request));
      case SpeechState.Speaking(var making) -> model.step(making, order(request), turn);
    };
  }

  @Override
  public Cancelling cancel(SpeechRequest request, SpeechState state, Turn turn)
      throws InterruptedException {
    return state instanceof SpeechState.Speaking(var making)
        ? model.cancel(making)
        : new Cancelling.RunsOut();
  }

  private ModelWork.Order<SpeechNeed, SpeechInput, GeneratedSpeech, SpeechState> order(
      SpeechRequest request) {
    return new ModelWork.Order<>(
        need(request),
        name() + " " + REQUESTS.encode(request),
        leases -> input(request, leases),
        SpeechState.Speaking::new,
        maxSeconds,
        (spoken, cost) -> keep(request, spoken, cost));
  }

  private Optional<SpeechInput> input(SpeechRequest request, Leases leases) throws IOException {
    Recording recording = request.recording();
    return recording == null
        ? Optional.of(prompt(request))
        : leases.path(files, recording.content()).map(SpeechInput.Recorded::new);
  }

  private Progress<SpeechState> keep(
      SpeechRequest request, GeneratedSpeech spoken, Function<SpeechNeed, Money> cost)
      throws IOException {
    long millis = spoken.duration().toMillis();
    if (millis > maxSeconds * 1000L) {
      return new Progress.Failed<>(ProviderFailures.failure(Failure.Code.TOO_LONG, maxSeconds));
    }
    StoredFile sound = files.put(spoken.sound());
    StoredFile timings = files.put(spoken.timings());
    return new Progress.Done<>(
        List.of(
            new Artifact(
                Artifact.SPEECH, sound.content(), "audio/wav", sound.bytes(), 0, 0, millis),
            new Artifact(
                Artifact.TIMINGS, timings.content(), "application/json", timings.bytes(), 0, 0, 0)),
        cost.apply(need(request, millis)));
  }
}
