package app.photoplay.kind.clip;

import app.photoplay.budget.Money;
import app.photoplay.budget.PriceBook;
import app.photoplay.budget.Quote;
import app.photoplay.job.Codec;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind;
import app.photoplay.job.Lane;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.Turn;
import app.photoplay.kind.ProviderFailures;
import app.photoplay.kind.RenderSteps;
import app.photoplay.media.Quality;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Answer;
import app.photoplay.provider.Operation;
import app.photoplay.provider.RequestKey;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes one shot: the model renders, then the files are kept.
public final class ClipKind implements JobKind<ClipRequest, ClipState> {
  private static final Codec<ClipRequest> REQUESTS = Codec.json(ClipRequest.class);
  private static final Codec<ClipState> STATES = Codec.json(ClipState.class);

  private final VideoModel model;
  private final ArtifactStore files;
  private final RenderSteps renders;
  private final PriceBook prices;

  public ClipKind(VideoModel model, Pictures pictures, ArtifactStore files, PriceBook prices) {
    this.model = model;
    this.files = files;
    this.renders = new RenderSteps(pictures, files);
    this.prices = prices;
  }

  @Override
  public String name() {
    return ClipRequest.KIND;
  }

  @Override
  public Class<ClipRequest> requestType() {
    return ClipRequest.class;
  }

  @Override
  public Codec<ClipRequest> requests() {
    return REQUESTS;
  }

  @Override
  public Codec<ClipState> states() {
    return STATES;
  }

  @Override
  public Quote quote(ClipRequest request, PriceBook prices) {
    return new Quote(List.of(new Quote.Line("video", price(request, prices))));
  }

  @Override
  public List<ClipRequest> cheaper(ClipRequest request) {
    List<ClipRequest> cheaper = new ArrayList<>();
    for (int i = request.quality().ordinal() - 1; i >= 0; i--) {
      cheaper.add(request.with(Quality.values()[i]));
    }
    return cheaper;
  }

  @Override
  public ClipState start(ClipRequest request) {
    return new ClipState.Ordered();
  }

  @Override
  public Stage stage(ClipState state) {
    return switch (state) {
      case ClipState.Ordered() -> Stage.ORDERED;
      case ClipState.Filming _ -> Stage.FILMING;
    };
  }

  @Override
  public Progress<ClipState> advance(ClipRequest request, ClipState state, Turn turn)
      throws InterruptedException {
    return switch (state) {
      case ClipState.Ordered() -> submit(request, state, turn);
      case ClipState.Filming(var operation) ->
          RenderSteps.step(
              () -> model.poll(operation, turn::report),
              state,
              ClipRequest.MOST_SECONDS,
              turn,
              render -> new Progress.Done<>(renders.keep(render), price(request, prices)));
    };
  }

  private Progress<ClipState> submit(ClipRequest request, ClipState state, Turn turn) {
    try (Leases leases = new Leases()) {
      return submit(request, state, turn, leases);
    } catch (IOException e) {
      return ProviderFailures.again(e, turn.attempt());
    }
  }

  private Progress<ClipState> submit(ClipRequest request, ClipState state, Turn turn, Leases leases)
      throws IOException {
    Optional<Path> first = path(request.first(), leases);
    Optional<Path> last = path(request.last(), leases);
    if (first.isPresent() != request.first().isPresent()
        || last.isPresent() != request.last().isPresent()) {
      return new Progress.Failed<>(new Failure(Failure.Code.FILE_GONE));
    }
    VideoPrompt prompt =
        new VideoPrompt(
            request.prompt(),
            first,
            last,
            request.seconds(),
            request.shape(),
            request.quality(),
            request.camera(),
            request.shot(),
            0);
    return switch (model.submit(prompt, new RequestKey("clip-" + turn.job().value()))) {
      case Answer.Ok<Operation>(var operation) ->
          new Progress.Queue<>(new ClipState.Filming(operation), Lane.CPU);
      case Answer.Busy<Operation>(var pause) -> new Progress.Wait<>(state, pause);
      case Answer.Refused<Operation>(var reason, _) ->
          new Progress.Failed<>(ProviderFailures.failure(reason, ClipRequest.MOST_SECONDS));
      case Answer.Broken<Operation>(var cause, _) -> ProviderFailures.again(cause, turn.attempt());
    };
  }

  private Optional<Path> path(Optional<String> content, Leases leases) throws IOException {
    return content.isPresent() ? leases.path(files, content.get()) : Optional.empty();
  }

  private Money price(ClipRequest request, PriceBook book) {
    return book.price(
        model.provider(), "clip-" + request.quality().label(), request.seconds() * 1000L);
  }
}
