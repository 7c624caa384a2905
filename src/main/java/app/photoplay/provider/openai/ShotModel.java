package app.photoplay.provider.openai;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.budget.price.Unit;
import app.photoplay.job.Failure;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.PollPlan;
import app.photoplay.provider.remote.file.Stills;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.ShotWords;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Films through OpenRouter: an order is taken at once, asked for, and fetched.
final class ShotModel extends OpenAiModel<ShotNeed, VideoPrompt, Render> implements VideoModel {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration SELDOM = Duration.ofSeconds(30);
  private static final int LONGEST_SIDE = 2048;
  private static final int SHORTEST_SIDE = 512;
  private static final int MOST_BYTES = 3_500_000;
  private static final long MOST_VIDEO_BYTES = 500_000_000;

  /// How much of a photo's longer side may be cut away for a shape that the model makes.
  private static final double MOST_CUT = 1.4;

  private final Fetcher fetcher;

  ShotModel(OpenAiAccount account, ModelCard card, Workshop workshop, Fetcher fetcher) {
    super(account, card, workshop);
    this.fetcher = fetcher;
  }

  @Override
  public boolean understands(String words) {
    return card.can(Ability.WORDS);
  }

  @Override
  public Optional<Money> price(ShotNeed need, PriceBook prices) {
    boolean makes =
        card.can(need.firstFrame() ? Ability.FIRST_FRAME : Ability.WORDS)
            && (!need.lastFrame() || card.can(Ability.LAST_FRAME))
            && card.qualities().contains(need.quality())
            && card.makes(need.shape());
    OptionalInt seconds = card.lengths().holding(need.millis());
    if (!makes || seconds.isEmpty()) {
      return Optional.empty();
    }
    Quantity made =
        card.price().per() == Unit.CALL
            ? Quantity.calls(1)
            : Quantity.millis(seconds.getAsInt() * 1000L);
    return Optional.of(card.cost(prices, made));
  }

  @Override
  Duration longest() {
    return LONGEST;
  }

  @Override
  ObjectNode body(VideoPrompt prompt) throws IOException {
    Shape shape = shape(prompt);
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("model", card.id())
            .put("prompt", ShotWords.of(prompt, card.longestPrompt()))
            .put("duration", seconds(prompt));
    card.more("resolution").ifPresent(it -> body.put("resolution", it));
    if (shape != Shape.PHOTO) {
      body.put("aspect_ratio", shape.label());
    }
    body.put("generate_audio", card.can(Ability.SOUND));
    if (card.can(Ability.SEED)) {
      body.put("seed", prompt.seed() & Integer.MAX_VALUE);
    }
    if (prompt.firstFrame().isPresent()) {
      ArrayNode frames = body.putArray("frame_images");
      frame(frames, prompt.firstFrame().get(), shape, "first_frame");
      if (prompt.lastFrame().isPresent()) {
        frame(frames, prompt.lastFrame().get(), shape, "last_frame");
      }
    }
    return body;
  }

  private void frame(ArrayNode frames, Path photo, Shape shape, String which) throws IOException {
    byte[] jpeg = workshop.stills().jpeg(photo, shape, LONGEST_SIDE, SHORTEST_SIDE, MOST_BYTES);
    ObjectNode frame = frames.addObject().put("type", "image_url");
    frame.putObject("image_url").put("url", Stills.dataUri(jpeg));
    frame.put("frame_type", which);
  }

  private int seconds(VideoPrompt prompt) throws Fault.Thrown {
    return card.lengths()
        .holding(Math.round(prompt.seconds() * 1000))
        .orElseThrow(() -> new Fault.Input("a shot of " + prompt.seconds() + " s").thrown());
  }

  /// The shape that is asked for: of those that the model makes the one most like the photo, where
  /// the film is to follow that.
  private Shape shape(VideoPrompt prompt) throws IOException {
    if (prompt.shape() != Shape.PHOTO) {
      return prompt.shape();
    }
    if (card.shapes().isEmpty() || prompt.firstFrame().isEmpty()) {
      return card.makes(Shape.WIDE) ? Shape.WIDE : Shape.PHOTO;
    }
    Size size = workshop.stills().size(prompt.firstFrame().get());
    Shape nearest =
        card.shapes().stream()
            .min(Comparator.comparingDouble(it -> distance(it, size)))
            .orElse(Shape.WIDE);
    if (distance(nearest, size) > Math.log(MOST_CUT)) {
      throw new Fault.Input("no shape that is like a photo of " + size).thrown();
    }
    return nearest;
  }

  private static double distance(Shape shape, Size photo) {
    Size canvas = shape.canvas(photo, Quality.STANDARD);
    return Math.abs(
        Math.log((double) canvas.width() / canvas.height())
            - Math.log((double) photo.width() / photo.height()));
  }

  @Override
  String sent(JsonNode body, String key) throws IOException {
    ObjectNode named = body.deepCopy();
    workshop.callbacks().address(provider(), key).ifPresent(it -> named.put("callback_url", it));
    JsonNode job = account.order("/videos", named, LONGEST).object();
    Optional<Fault> fault = OpenAiFaults.inside(job, Money.ZERO);
    if (fault.isPresent()) {
      throw fault.get().thrown();
    }
    String id = job.path("id").asText();
    if (!id.matches("[A-Za-z0-9._~-]{1,200}")) {
      throw new IOException("an answer without the work's name");
    }
    return taken(id, Map.of());
  }

  @Override
  public Result<Render> poll(String operation, Supplier<Optional<VideoPrompt>> prompt)
      throws InterruptedException {
    return account
        .remote()
        .result(() -> {
          Operation work = Operation.parse(operation);
          JsonNode job = account.get("/videos/" + work.id());
          Money cost = new Usage(job).cost().orElse(Money.ZERO);
          return switch (job.path("status").asText()) {
            case "completed" -> fetched(work, job, prompt);
            case "failed", "cancelled" ->
                throw OpenAiFaults.failed(job.path("error"), cost).thrown();
            case "expired" -> throw new Fault.Gone("expired").thrown();
            default ->
                new PollPlan(SOON, SELDOM, card.deadline()).running(work, account.remote().now());
          };
        });
  }

  private Result<Render> fetched(
      Operation work, JsonNode job, Supplier<Optional<VideoPrompt>> prompt)
      throws IOException, InterruptedException {
    Optional<VideoPrompt> ordered = prompt.get();
    if (ordered.isEmpty()) {
      return new Result.Refused<>(Failure.Code.FILE_GONE);
    }
    Path file = workshop.file(".mp4");
    String signed = job.path("urls").path(0).asText();
    if (signed.startsWith("http")) {
      fetch(signed, Map.of(), file);
    } else {
      String content = account.address("/videos/" + work.id() + "/content?index=0");
      fetch(content, account.key(), file);
    }
    Render render = workshop.conformer().conform(file, Wanted.of(ordered.get()));
    return new Usage(job)
        .cost()
        .<Result<Render>>map(it -> new Result.Charged<>(render, it))
        .orElseGet(() -> new Result.Ready<>(render));
  }

  private void fetch(String address, Map<String, String> headers, Path file) throws IOException {
    fetcher.fetch(address, headers, file, Fetcher.Media.VIDEO, MOST_VIDEO_BYTES);
  }
}
