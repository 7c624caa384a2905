package app.photoplay.kind.speech;

import app.photoplay.budget.PriceBook;
import app.photoplay.budget.Quote;
import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.JobKind;
import app.photoplay.job.Lane;
import app.photoplay.job.Progress;
import app.photoplay.job.StoredFile;
import app.photoplay.job.Turn;
import app.photoplay.kind.Reasons;
import app.photoplay.provider.Answer;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.SpeechCheck;
import app.photoplay.provider.SpeechModel;
import app.photoplay.provider.SpeechPrompt;
import app.photoplay.provider.Spoken;
import app.photoplay.storage.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Speaks words.
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
    long millis =
        model.check(new SpeechPrompt(request.words(), request.voice()))
                instanceof SpeechCheck.Speakable speakable
            ? speakable.atMost().toMillis()
            : 0;
    return new Quote(
        List.of(new Quote.Line("speech", prices.price(model.provider(), "speech", millis))));
  }

  @Override
  public SpeechState start(SpeechRequest request) {
    return new SpeechState.Ordered();
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
    Answer<Spoken> answer;
    try {
      answer =
          model.speak(
              new SpeechPrompt(request.words(), request.voice()),
              new RequestKey("speech-" + turn.job().value()));
    } catch (UncheckedIOException e) {
      return Reasons.again(e, turn.attempt());
    }
    return switch (answer) {
      case Answer.Ok<Spoken>(var spoken) -> keep(spoken, turn);
      case Answer.Busy<Spoken>(var pause) -> new Progress.Wait<>(new SpeechState.Speaking(), pause);
      case Answer.Refused<Spoken>(var reason, _) ->
          new Progress.Failed<>(Reasons.failure(reason, maxSeconds));
      case Answer.Broken<Spoken>(var cause, _) -> Reasons.again(cause, turn.attempt());
    };
  }

  private Progress<SpeechState> keep(Spoken spoken, Turn turn) {
    long millis = spoken.duration().toMillis();
    if (millis > maxSeconds * 1000L) {
      return new Progress.Failed<>(Reasons.failure(Answer.Reason.TOO_LONG, maxSeconds));
    }
    try {
      StoredFile sound = files.keep(spoken.sound());
      StoredFile timings = files.keep(spoken.timings());
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
      return Reasons.again(e, turn.attempt());
    }
  }
}
