package app.photoplay.kind.storyboard;

import app.photoplay.budget.Money;
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
import app.photoplay.kind.Making;
import app.photoplay.kind.ModelWork;
import app.photoplay.kind.Route;
import app.photoplay.provider.Router;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.StoryboardPrompt.Correction;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.text.StoryboardReader.Reading;
import app.photoplay.provider.text.TextModel;
import app.photoplay.storage.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Plans a film. An answer that is no storyboard goes back to the model with what is wrong with it,
/// a few times.
public final class StoryboardKind implements JobKind<StoryboardRequest, StoryboardState> {
  /// Answers in all; each may cost.
  private static final int MOST_TRIES = 5;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int MOST_SECONDS = 120;
  private static final Codec<StoryboardRequest> REQUESTS = Codec.json(StoryboardRequest.class);
  private static final Codec<StoryboardState> STATES = Codec.json(StoryboardState.class);

  private final ModelWork<StoryboardPrompt, StoryboardPrompt, String> model;
  private final ArtifactStore files;

  public StoryboardKind(Router<StoryboardPrompt, TextModel> models, ArtifactStore files) {
    this.model = new ModelWork<>(models);
    this.files = files;
  }

  @Override
  public String name() {
    return StoryboardRequest.KIND;
  }

  @Override
  public Class<StoryboardRequest> requestType() {
    return StoryboardRequest.class;
  }

  @Override
  public Codec<StoryboardRequest> requests() {
    return REQUESTS;
  }

  @Override
  public Codec<StoryboardState> states() {
    return STATES;
  }

  @Override
  public Plan<StoryboardState> plan(StoryboardRequest request) {
    Route route = model.route(request.prompt(Optional.empty()), request.provider());
    Quote.Line once = route.line(StoryboardRequest.KIND);
    Money most = Money.ofMicroUsd(Math.multiplyExact(MOST_TRIES, once.price().microUsd()));
    return new Plan<>(
        new Quote(List.of(new Quote.Line(once.what(), most))), new StoryboardState.Ordered(route));
  }

  @Override
  public Stage stage(StoryboardState state) {
    return switch (state) {
      case StoryboardState.Ordered _ -> Stage.ORDERED;
      case StoryboardState.Writing _, StoryboardState.Correcting _ -> Stage.PLANNING;
    };
  }

  @Override
  public Progress<StoryboardState> advance(
      StoryboardRequest request, StoryboardState state, Turn turn) throws InterruptedException {
    return switch (state) {
      case StoryboardState.Ordered(var route) -> model.begin(route, first(request, route));
      case StoryboardState.Writing(var making, int tries, var correction) ->
          model.step(
              making, order(request, making.route(), tries, Optional.ofNullable(correction)), turn);
      case StoryboardState.Correcting(var route, int tries, var correction, boolean rested) ->
          rested
              ? model.begin(route, order(request, route, tries, Optional.of(correction)))
              : new Progress.Wait<>(
                  new StoryboardState.Correcting(route, tries, correction, true),
                  FIRST_PAUSE.multipliedBy(1L << (tries - 1)));
    };
  }

  @Override
  public Cancelling cancel(StoryboardRequest request, StoryboardState state, Turn turn)
      throws InterruptedException {
    return state instanceof StoryboardState.Writing(Making making, _, _)
        ? model.cancel(making)
        : new Cancelling.RunsOut();
  }

  private ModelWork.Order<StoryboardPrompt, StoryboardPrompt, String, StoryboardState> first(
      StoryboardRequest request, Route route) {
    return order(request, route, 0, Optional.empty());
  }

  private ModelWork.Order<StoryboardPrompt, StoryboardPrompt, String, StoryboardState> order(
      StoryboardRequest request, Route route, int tries, Optional<Correction> correction) {
    StoryboardPrompt prompt = request.prompt(correction);
    return new ModelWork.Order<>(
        prompt,
        name() + " " + REQUESTS.encode(request) + correction,
        _ -> Optional.of(prompt),
        making -> new StoryboardState.Writing(making, tries, correction.orElse(null)),
        MOST_SECONDS,
        (answer, cost) ->
            switch (StoryboardReader.read(answer, prompt)) {
              case Reading.Good(var board) ->
                  new Progress.Done<>(List.of(kept(board)), cost.apply(prompt));
              case Reading.Faulty(var faults) ->
                  new Progress.Abandon<>(
                      cost.apply(prompt), faulty(route, tries + 1, new Correction(answer, faults)));
            });
  }

  private static Progress.Otherwise<StoryboardState> faulty(
      Route route, int tries, Correction correction) {
    return tries < MOST_TRIES
        ? new Progress.Queue<>(
            new StoryboardState.Correcting(route, tries, correction, false), Lane.LIGHT)
        : new Progress.Failed<>(new Failure(Failure.Code.NO_STORYBOARD));
  }

  private Artifact kept(Storyboard board) throws IOException {
    Path file = files.scratch(".json");
    Files.writeString(file, StoryboardReader.write(board));
    StoredFile kept = files.put(file);
    return new Artifact(
        Artifact.STORYBOARD,
        kept.content(),
        "application/json",
        kept.bytes(),
        0,
        0,
        board.seconds() * 1000L);
  }
}
