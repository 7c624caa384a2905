package app.photoplay.provider.runway;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.ShotWords;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Shots by one of the models behind `image_to_video` and `text_to_video`. What a body may hold
/// differs by model, and a field too many is an error, so the card says it.
final class RunwayVideoModel implements VideoModel, Work.Paid<VideoPrompt, Render> {
  private static final int LONGEST_SIDE = 2048;
  private static final int SHORTEST_SIDE = 300;
  private static final int MOST_BYTES = 3_500_000;
  private static final long SEEDS = 0xFFFFFFFFL;

  private final ModelCard card;
  private final RunwayAccount account;
  private final Workshop workshop;
  private final RunwayTask tasks;

  RunwayVideoModel(ModelCard card, RunwayAccount account, Workshop workshop, RunwayTask tasks) {
    this.card = card;
    this.account = account;
    this.workshop = workshop;
    this.tasks = tasks;
  }

  @Override
  public String provider() {
    return card.provider();
  }

  @Override
  public String name() {
    return card.name();
  }

  @Override
  public String account() {
    return account.account().name();
  }

  @Override
  public Lane lane() {
    return card.lane(account());
  }

  @Override
  public int simultaneous() {
    return Math.min(card.simultaneous(), account.account().simultaneous());
  }

  @Override
  public Work<VideoPrompt, Render> work() {
    return this;
  }

  @Override
  public Optional<Money> price(ShotNeed need, PriceBook prices) {
    // letters count as UTF-16 units there, as they do here
    boolean fits =
        card.qualities().contains(need.quality())
            && card.makes(need.shape())
            && card.can(need.firstFrame() ? Ability.FIRST_FRAME : Ability.WORDS)
            && (!need.lastFrame() || card.can(Ability.LAST_FRAME))
            && (need.firstFrame() || !need.text().isBlank())
            && need.text().length() <= card.longestPrompt();
    OptionalInt seconds = card.lengths().holding(need.millis());
    return fits && seconds.isPresent()
        ? Optional.of(card.cost(prices, Quantity.millis(seconds.getAsInt() * 1000L)))
        : Optional.empty();
  }

  @Override
  public Result<Uploads> upload(VideoPrompt prompt) throws InterruptedException {
    return account
        .remote()
        .result(() -> {
          Optional<Size> size = Optional.empty();
          if (prompt.firstFrame().isPresent()) {
            size = Optional.of(workshop.stills().size(prompt.firstFrame().get()));
          }
          Map<String, String> names = new HashMap<>();
          Ratios.of(card)
              .nearest(prompt.shape(), size)
              .ifPresent(ratio -> names.put("ratio", ratio));
          if (prompt.firstFrame().isPresent()) {
            names.put("first", uploaded(prompt.firstFrame().get(), prompt.shape()));
          }
          if (prompt.lastFrame().isPresent()) {
            names.put("last", uploaded(prompt.lastFrame().get(), prompt.shape()));
          }
          return new Result.Ready<>(new Uploads(names));
        });
  }

  private String uploaded(Path photo, Shape shape) throws IOException {
    byte[] jpeg = workshop.stills().jpeg(photo, shape, LONGEST_SIDE, SHORTEST_SIDE, MOST_BYTES);
    return account.upload("photo.jpg", "image/jpeg", jpeg);
  }

  @Override
  public PaidCall order(VideoPrompt prompt, Uploads uploads, Money estimate) {
    boolean words = !uploads.names().containsKey("first");
    String path = words ? "/v1/text_to_video" : "/v1/image_to_video";
    return tasks.order(path, body(prompt, uploads.names()), estimate, Map.of());
  }

  private ObjectNode body(VideoPrompt prompt, Map<String, String> names) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", card.id());
    if (names.containsKey("first")) {
      ArrayNode frames = body.putArray("promptImage");
      frame(frames, names, "first");
      frame(frames, names, "last");
    }
    body.put("promptText", ShotWords.of(prompt, card.longestPrompt()));
    long millis = Math.round(prompt.seconds() * 1000);
    body.put("duration", card.lengths().holding(millis).orElse(card.lengths().longest()));
    Optional.ofNullable(names.get("ratio")).ifPresent(it -> body.put("ratio", it));
    card.more("resolution").ifPresent(it -> body.put("resolution", it));
    card.more("audio").ifPresent(it -> body.put("audio", it.equals("true")));
    if (card.can(Ability.SEED)) {
      body.put("seed", prompt.seed() & SEEDS);
    }
    return body;
  }

  private static void frame(ArrayNode frames, Map<String, String> names, String position) {
    if (names.containsKey(position)) {
      frames.addObject().put("uri", names.get(position)).put("position", position);
    }
  }

  @Override
  public Result<Render> poll(String operation, Supplier<Optional<VideoPrompt>> prompt)
      throws InterruptedException {
    return tasks.poll(
        Operation.parse(operation),
        prompt,
        ".mp4",
        (file, ordered) -> workshop.conformer().conform(file, Wanted.of(ordered)));
  }

  @Override
  public Cancelling cancel(String operation) throws InterruptedException {
    return tasks.cancel(Operation.parse(operation));
  }
}
