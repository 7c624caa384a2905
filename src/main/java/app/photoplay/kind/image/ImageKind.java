package app.photoplay.kind.image;

import app.photoplay.budget.Quote;
import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.JobKind;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.StoredFile;
import app.photoplay.job.Turn;
import app.photoplay.kind.ModelWork;
import app.photoplay.kind.Route;
import app.photoplay.provider.Router;
import app.photoplay.provider.image.GeneratedImage;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Paints one picture.
public final class ImageKind implements JobKind<ImageRequest, ImageState> {
  private static final Codec<ImageRequest> REQUESTS = Codec.json(ImageRequest.class);
  private static final Codec<ImageState> STATES = Codec.json(ImageState.class);

  /// A picture is cheap, and all that follows waits for it.
  private static final Patience PATIENCE =
      new Patience(7, Duration.ofSeconds(2), Duration.ofMinutes(2));

  private final ModelWork<ImagePrompt, ImagePrompt, GeneratedImage> model;
  private final ArtifactStore files;

  public ImageKind(Router<ImagePrompt, ImageModel> models, ArtifactStore files) {
    this.model = new ModelWork<>(models);
    this.files = files;
  }

  @Override
  public String name() {
    return ImageRequest.KIND;
  }

  @Override
  public Class<ImageRequest> requestType() {
    return ImageRequest.class;
  }

  @Override
  public Codec<ImageRequest> requests() {
    return REQUESTS;
  }

  @Override
  public Codec<ImageState> states() {
    return STATES;
  }

  @Override
  public Plan<ImageState> plan(ImageRequest request) {
    Route route = model.route(request.need(), request.provider());
    return new Plan<>(
        new Quote(List.of(route.line(ImageRequest.KIND))), new ImageState.Ordered(route));
  }

  @Override
  public Patience patience() {
    return PATIENCE;
  }

  @Override
  public Stage stage(ImageState state) {
    return switch (state) {
      case ImageState.Ordered _ -> Stage.ORDERED;
      case ImageState.Painting _ -> Stage.PAINTING;
    };
  }

  @Override
  public Progress<ImageState> advance(ImageRequest request, ImageState state, Turn turn)
      throws InterruptedException {
    return switch (state) {
      case ImageState.Ordered(var route) -> model.begin(route, order(request, 0));
      case ImageState.Painting(var making, int softened) ->
          model.step(making, order(request, softened), turn);
    };
  }

  @Override
  public Cancelling cancel(ImageRequest request, ImageState state, Turn turn)
      throws InterruptedException {
    return state instanceof ImageState.Painting(var making, _)
        ? model.cancel(making)
        : new Cancelling.RunsOut();
  }

  private ModelWork.Order<ImagePrompt, ImagePrompt, GeneratedImage, ImageState> order(
      ImageRequest wish, int softened) {
    ImageRequest request = wish.softened(softened);
    ImagePrompt need = request.need();
    return new ModelWork.Order<>(
        need,
        name() + " " + REQUESTS.encode(request),
        leases -> prompt(request, leases),
        making -> new ImageState.Painting(making, softened),
        0,
        (image, cost) -> new Progress.Done<>(List.of(kept(image)), cost.apply(need)),
        () -> softened == 0 ? Optional.of(order(wish, 1)) : Optional.empty());
  }

  private Optional<ImagePrompt> prompt(ImageRequest request, Leases leases) throws IOException {
    List<Path> references = new ArrayList<>();
    for (String content : request.references()) {
      Optional<Path> reference = leases.path(files, content);
      if (reference.isEmpty()) {
        return Optional.empty();
      }
      references.add(reference.get());
    }
    return Optional.of(request.prompt(references));
  }

  private Artifact kept(GeneratedImage image) throws IOException {
    StoredFile kept = files.put(image.picture());
    return new Artifact(
        Artifact.PICTURE,
        kept.content(),
        "image/jpeg",
        kept.bytes(),
        image.size().width(),
        image.size().height(),
        0);
  }
}
