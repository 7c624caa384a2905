package app.photoplay.kind.speech;

import app.photoplay.budget.PriceBook;
import app.photoplay.budget.Quote;
import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind;
import app.photoplay.job.Lane;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.StoredFile;
import app.photoplay.job.Turn;
import app.photoplay.kind.ProviderFailures;
import app.photoplay.provider.Answer;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Speaks words, or makes a person's recording ready to be spoken by a photo.
public final class SpeechKind implements JobKind<SpeechRequest, SpeechState> {
  /// One text at a time: a voice is quicker than anything that waits for it.
  public static final Lane VOICE = new Lane("voice");

  private static final Codec<SpeechRequest> REQUESTS = Codec.json(SpeechRequest.class);
  private static final Codec<SpeechState> STATES = Codec.json(SpeechState.class);

  private final SpeechModel model;
  private final ArtifactStore files;
  private final PriceBook prices;
  private final int maxSeconds;

  /// A kind over one voice model.
  ///
  /// @param maxSeconds the longest speech
  public SpeechKind(SpeechModel model, ArtifactStore files, PriceBook prices, int maxSeconds) {
    this.model = model;
    this.files = files;
    this.prices = prices;
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
  public Quote quote(SpeechRequest request, PriceBook prices) {
    long millis = mostMillis(request, model, maxSeconds);
    return new Quote(
        List.of(new Quote.Line("speech", prices.price(model.provider(), "speech", millis))));
  }

  /// The length that a price is held for: that of the recording, or what the words may take. When
  /// nobody can tell it is the longest, never nothing; what it really was is charged.
  ///
  /// @param maxSeconds the longest speech
  public static long mostMillis(SpeechRequest request, SpeechModel model, int maxSeconds) {
    Recording recording = request.recording();
    long known = recording == null ? estimate(request, model) : recording.millis();
    long most = maxSeconds * 1000L;
    return known <= 0 ? most : Math.min(known, most);
  }

  /// Milliseconds, 0 when the model cannot tell.
  private static long estimate(SpeechRequest request, SpeechModel model) {
    return switch (model.check(prompt(request))) {
      case SpeechCheck.Speakable speakable when speakable.seconds() > 0 ->
          speakable.atMost().toMillis();
      case SpeechCheck.Speakable _, SpeechCheck.TooLong _, SpeechCheck.Unspeakable _ -> 0;
    };
  }

  private static SpeechPrompt prompt(SpeechRequest request) {
    return new SpeechPrompt(request.words(), request.voice(), request.manner());
  }

  @Override
  public SpeechState start(SpeechRequest request) {
    return new SpeechState.Ordered();
  }

  @Override
  public Stage stage(SpeechState state) {
    return switch (state) {
      case SpeechState.Ordered() -> Stage.ORDERED;
      case SpeechState.Speaking() -> Stage.SPEAKING;
    };
  }

  @Override
  public Progress<SpeechState> advance(SpeechRequest request, SpeechState state, Turn turn)
      throws InterruptedException {
    return switch (state) {
      case SpeechState.Ordered() -> new Progress.Queue<>(new SpeechState.Speaking(), VOICE);
      case SpeechState.Speaking() -> speak(request, turn);
    };
  }

  private Progress<SpeechState> speak(SpeechRequest request, Turn turn)
      throws InterruptedException {
    Answer<GeneratedSpeech> answer;
    try (Leases leases = new Leases()) {
      Recording recording = request.recording();
      if (recording == null) {
        answer = model.speak(prompt(request), new RequestKey("speech-" + turn.job().value()));
      } else {
        Optional<Path> file = leases.path(files, recording.content());
        if (file.isEmpty()) {
          return new Progress.Failed<>(new Failure(Failure.Code.FILE_GONE));
        }
        answer = model.clean(file.get());
      }
    } catch (IOException | UncheckedIOException e) {
      return ProviderFailures.again(e, turn.attempt());
    }
    return switch (answer) {
      case Answer.Ok<GeneratedSpeech>(var spoken) -> keep(spoken, turn);
      case Answer.Busy<GeneratedSpeech>(var pause) ->
          new Progress.Wait<>(new SpeechState.Speaking(), pause);
      case Answer.Refused<GeneratedSpeech>(var reason, _) ->
          new Progress.Failed<>(ProviderFailures.failure(reason, maxSeconds));
      case Answer.Broken<GeneratedSpeech>(var cause, _) ->
          ProviderFailures.again(cause, turn.attempt());
    };
  }

  private Progress<SpeechState> keep(GeneratedSpeech spoken, Turn turn) {
    long millis = spoken.duration().toMillis();
    if (millis > maxSeconds * 1000L) {
      return new Progress.Failed<>(ProviderFailures.failure(Answer.Reason.TOO_LONG, maxSeconds));
    }
    try {
      StoredFile sound = files.put(spoken.sound());
      StoredFile timings = files.put(spoken.timings());
      return new Progress.Done<>(
          List.of(
              new Artifact(
                  Artifact.SPEECH, sound.content(), "audio/wav", sound.bytes(), 0, 0, millis),
              new Artifact(
                  Artifact.TIMINGS,
                  timings.content(),
                  "application/json",
                  timings.bytes(),
                  0,
                  0,
                  0)),
          prices.price(model.provider(), "speech", millis));
    } catch (IOException e) {
      return ProviderFailures.again(e, turn.attempt());
    }
  }
}
