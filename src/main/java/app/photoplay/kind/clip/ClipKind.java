package app.photoplay.kind.clip;

import app.photoplay.budget.Quote;
import app.photoplay.job.Codec;
import app.photoplay.job.JobKind;
import app.photoplay.job.Progress;
import app.photoplay.job.Stage;
import app.photoplay.job.Turn;
import app.photoplay.kind.Misfits;
import app.photoplay.kind.ModelWork;
import app.photoplay.kind.RenderSteps;
import app.photoplay.kind.Route;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Render;
import app.photoplay.provider.Router;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes one shot: the model renders, then the files are kept.
public final class ClipKind implements JobKind<ClipRequest, ClipState> {
  private static final Codec<ClipRequest> REQUESTS = Codec.json(ClipRequest.class);
  private static final Codec<ClipState> STATES = Codec.json(ClipState.class);

  private final ModelWork<ShotNeed, VideoPrompt, Render> model;
  private final Misfits<ShotNeed> misfits;
  private final ArtifactStore files;
  private final RenderSteps renders;
  private final Function<String, List<String>> unseen;

  public ClipKind(Router<ShotNeed, VideoModel> models, Pictures pictures, ArtifactStore files) {
    this(models, pictures, files, _ -> List.of());
  }

  /// A kind.
  ///
  /// @param unseen the words of a prompt that nobody would show
  public ClipKind(
      Router<ShotNeed, VideoModel> models,
      Pictures pictures,
      ArtifactStore files,
      Function<String, List<String>> unseen) {
    this.unseen = unseen;
    this.model = new ModelWork<>(models);
    this.misfits = new Misfits<>(models);
    this.files = files;
    this.renders = new RenderSteps(pictures, files);
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
  public Plan<ClipState> plan(ClipRequest request) {
    Route route = model.route(request.need(), request.provider());
    return new Plan<>(
        new Quote(List.of(route.line("video"))),
        new ClipState.Ordered(route),
        model.why(request.need(), request.provider()));
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
  public List<Way<ClipRequest>> choices(ClipRequest request) {
    List<String> paid = model.paid(request.need(), request.provider());
    List<String> all = paid.isEmpty() && unable(request).isPresent() ? List.of(Router.LOCAL) : paid;
    return all.stream().map(who -> new Way<>(request.by(who), who)).toList();
  }

  @Override
  public Optional<Unable> unable(ClipRequest request) {
    return misfits.of(request.need(), request.provider(), near(request.need()));
  }

  /// A shorter one, another shape, another quality, one with a photo.
  private static List<Misfits.Near<ShotNeed>> near(ShotNeed need) {
    List<Misfits.Near<ShotNeed>> near = new ArrayList<>();
    for (int seconds = need.seconds() - 1; seconds >= ClipRequest.LEAST_SECONDS; seconds--) {
      near.add(near(need, Unable.Why.LENGTH, seconds, need.shape(), need.quality()));
    }
    for (Shape shape : Shape.values()) {
      near.add(near(need, Unable.Why.SHAPE, need.seconds(), shape, need.quality()));
    }
    for (Quality quality : Quality.values()) {
      near.add(near(need, Unable.Why.QUALITY, need.seconds(), need.shape(), quality));
    }
    near.add(near(need, Unable.Why.PHOTO, need.seconds(), need.shape(), need.quality()));
    return near;
  }

  private static Misfits.Near<ShotNeed> near(
      ShotNeed need, Unable.Why why, int seconds, Shape shape, Quality quality) {
    boolean photo = need.firstFrame() || why == Unable.Why.PHOTO;
    return new Misfits.Near<>(
        why,
        seconds,
        new ShotNeed(need.text(), photo, need.lastFrame(), seconds, shape, quality, need.camera()));
  }

  @Override
  public Stage stage(ClipState state) {
    return switch (state) {
      case ClipState.Ordered _ -> Stage.ORDERED;
      case ClipState.Filming _ -> Stage.FILMING;
    };
  }

  /// With a photo the words only say what happens to it.
  @Override
  public List<String> leftOut(ClipRequest request) {
    return request.first().isPresent() ? List.of() : unseen.apply(request.prompt());
  }

  @Override
  public Optional<ClipRequest> anotherTake(ClipRequest request, long take) {
    return Optional.of(request.taken(take));
  }

  @Override
  public boolean retaken(ClipRequest request) {
    return request.seed() != 0;
  }

  @Override
  public Progress<ClipState> advance(ClipRequest request, ClipState state, Turn turn)
      throws InterruptedException {
    return switch (state) {
      case ClipState.Ordered(var route) -> model.begin(route, order(request, 0));
      case ClipState.Filming(var making, int softened) ->
          model.step(making, order(request, softened), turn);
    };
  }

  @Override
  public Cancelling cancel(ClipRequest request, ClipState state, Turn turn)
      throws InterruptedException {
    return state instanceof ClipState.Filming(var making, _)
        ? model.cancel(making)
        : new Cancelling.RunsOut();
  }

  private ModelWork.Order<ShotNeed, VideoPrompt, Render, ClipState> order(
      ClipRequest wish, int softened) {
    ClipRequest request = wish.softened(softened);
    return new ModelWork.Order<>(
        request.need(),
        name() + " " + REQUESTS.encode(request.by("")),
        leases -> prompt(request, leases),
        making -> new ClipState.Filming(making, softened),
        ClipRequest.MOST_SECONDS,
        (render, cost) -> new Progress.Done<>(renders.keep(render), cost.apply(request.need())),
        () -> wish.softer(softened) ? Optional.of(order(wish, softened + 1)) : Optional.empty());
  }

  private Optional<VideoPrompt> prompt(ClipRequest request, Leases leases) throws IOException {
    Optional<Path> first = path(request.first(), leases);
    Optional<Path> last = path(request.last(), leases);
    if (first.isPresent() != request.first().isPresent()
        || last.isPresent() != request.last().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new VideoPrompt(
            request.prompt(),
            request.style(),
            request.motion(),
            first,
            last,
            request.seconds(),
            request.shape(),
            request.quality(),
            request.camera(),
            request.shot(),
            request.seed()));
  }

  private Optional<Path> path(Optional<String> content, Leases leases) throws IOException {
    return content.isPresent() ? leases.path(files, content.get()) : Optional.empty();
  }
}
