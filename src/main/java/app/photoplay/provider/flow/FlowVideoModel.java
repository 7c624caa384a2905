package app.photoplay.provider.flow;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.budget.price.Unit;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.flow.Stream.End;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.PollPlan;
import app.photoplay.provider.remote.Remote;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Films through the gateway.
record FlowVideoModel(ModelCard card, Gateway gateway, Workshop workshop, Fetcher fetcher)
    implements VideoModel, Work.Paid<VideoPrompt, Render> {
  /// Until the first sign of work.
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /// How long a question waits for an answer that is just about to end.
  private static final long PATIENCE_SECONDS = 2;

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofSeconds(15);
  private static final int LONGEST_SIDE = 2048;
  private static final int SHORTEST_SIDE = 512;
  private static final int MOST_BYTES = 3_500_000;
  private static final long MOST_VIDEO_BYTES = 500_000_000;

  @Override
  public String provider() {
    return Flow.NAME;
  }

  @Override
  public String name() {
    return card.name();
  }

  @Override
  public String account() {
    return gateway.remote().account().name();
  }

  @Override
  public Lane lane() {
    return card.lane(account());
  }

  @Override
  public int simultaneous() {
    return Math.min(card.simultaneous(), gateway.remote().account().simultaneous());
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
  public Work<VideoPrompt, Render> work() {
    return this;
  }

  @Override
  public PaidCall order(VideoPrompt prompt, Uploads uploads, Money estimate) {
    return gateway.remote().call(estimate, LONGEST, prepared(prompt, estimate));
  }

  /// The pictures are read now; what cannot be ordered is refused without a request.
  private Remote.Order prepared(VideoPrompt prompt, Money estimate) {
    try {
      JsonNode body = body(prompt);
      return _ -> {
        String stream = gateway.order(body, card.deadline());
        Map<String, String> more = Map.of("estimate", String.valueOf(estimate.microUsd()));
        return new Operation(stream, gateway.remote().now().toEpochMilli(), more).toString();
      };
    } catch (Fault.Thrown e) {
      return _ -> {
        throw e;
      };
    } catch (IOException e) {
      return _ -> {
        throw new Remote.NotSent(e);
      };
    }
  }

  private ObjectNode body(VideoPrompt prompt) throws IOException {
    int seconds =
        card.lengths()
            .holding(Math.round(prompt.seconds() * 1000))
            .orElseThrow(() -> new Fault.Input("a shot of " + prompt.seconds() + " s").thrown());
    Shape shape = shape(prompt);
    int pictures = prompt.lastFrame().isPresent() ? 2 : prompt.firstFrame().isPresent() ? 1 : 0;
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("model", new Ids(card).of(pictures, shape, seconds))
            .put("stream", true);
    ObjectNode message = body.putArray("messages").addObject().put("role", "user");
    ArrayNode content = message.putArray("content");
    content.addObject().put("type", "text").put("text", ShotWords.of(prompt, card.longestPrompt()));
    if (prompt.firstFrame().isPresent()) {
      picture(content, prompt.firstFrame().get(), shape);
    }
    if (prompt.lastFrame().isPresent()) {
      picture(content, prompt.lastFrame().get(), shape);
    }
    return body;
  }

  private void picture(ArrayNode content, Path photo, Shape shape) throws IOException {
    byte[] jpeg = workshop.stills().jpeg(photo, shape, LONGEST_SIDE, SHORTEST_SIDE, MOST_BYTES);
    content
        .addObject()
        .put("type", "image_url")
        .putObject("image_url")
        .put("url", Stills.dataUri(jpeg));
  }

  private Shape shape(VideoPrompt prompt) throws IOException {
    if (prompt.shape() != Shape.PHOTO) {
      return prompt.shape();
    }
    if (prompt.firstFrame().isEmpty()) {
      return Shape.WIDE;
    }
    Size size = workshop.stills().size(prompt.firstFrame().get());
    return size.width() < size.height() ? Shape.TALL : Shape.WIDE;
  }

  @Override
  public Result<Render> poll(String operation, Supplier<Optional<VideoPrompt>> prompt)
      throws InterruptedException {
    return gateway
        .remote()
        .result(() -> {
          Operation work = Operation.parse(operation);
          Optional<Stream> stream = gateway.streams().find(work.id());
          Optional<End> end = stream.isEmpty() ? Optional.empty() : end(stream.get());
          if (end.isEmpty()) {
            PollPlan plan = new PollPlan(SOON, SELDOM, card.deadline());
            return stream.isEmpty()
                ? plan.running(work, gateway.remote().now())
                : plan.running(work, gateway.remote().now(), stream.get().fraction());
          }
          return switch (end.get()) {
            case End.Made(String address) -> fetched(address, prompt);
            case End.Failed(Fault.Busy fault) -> throw new Fault.Broken(fault.detail()).thrown();
            case End.Failed(Fault fault) -> throw fault.thrown();
            case End.Lost(String why) -> throw new Fault.Broken(why, estimate(work)).thrown();
          };
        });
  }

  private static Optional<End> end(Stream stream) throws InterruptedException {
    try {
      return Optional.of(stream.end().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What work costs whose answer broke off: the gateway does not hear of that, and goes on.
  private static Money estimate(Operation work) {
    return Money.ofMicroUsd(Long.parseLong(work.more().getOrDefault("estimate", "0")));
  }

  private Result<Render> fetched(String address, Supplier<Optional<VideoPrompt>> prompt)
      throws IOException, InterruptedException {
    Optional<VideoPrompt> ordered = prompt.get();
    if (ordered.isEmpty()) {
      return new Result.Refused<>(Failure.Code.FILE_GONE);
    }
    Path file = workshop.file(".mp4");
    fetcher.fetch(address, Map.of(), file, Fetcher.Media.VIDEO, MOST_VIDEO_BYTES);
    return new Result.Ready<>(workshop.conformer().conform(file, Wanted.of(ordered.get())));
  }
}
