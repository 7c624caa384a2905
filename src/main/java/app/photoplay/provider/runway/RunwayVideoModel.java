package app.photoplay.provider.runway;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.PaidCall;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.remote.video.CardShots;
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
import java.util.function.Supplier;

/// Shots by one of the models behind `image_to_video` and `text_to_video`. What a body may hold
/// differs by model, and a field too many is an error, so the card says it.
record RunwayVideoModel(ModelCard card, RunwayTask tasks)
    implements RunwayModel<ShotNeed, VideoPrompt, Render>, VideoModel {
  private static final int LONGEST_SIDE = 2048;
  private static final int SHORTEST_SIDE = 300;
  private static final int MOST_BYTES = 3_500_000;
  private static final long SEEDS = 0xFFFFFFFFL;

  @Override
  public Optional<Money> price(ShotNeed need, PriceBook prices) {
    return new CardShots(card).price(need, prices);
  }

  @Override
  public Result<Uploads> upload(VideoPrompt prompt) throws InterruptedException {
    return remote().result(() -> new Result.Ready<>(new Uploads(brought(prompt))));
  }

  private Map<String, String> brought(VideoPrompt prompt) throws IOException {
    Optional<Path> first = prompt.firstFrame();
    Optional<Size> size =
        first.isPresent() ? Optional.of(tasks.stills().size(first.get())) : Optional.empty();
    Map<String, String> names = new HashMap<>();
    Ratios.of(card).nearest(prompt.shape(), size).ifPresent(ratio -> names.put("ratio", ratio));
    if (first.isPresent()) {
      names.put("first", uploaded(first.get(), prompt.shape()));
    }
    if (prompt.lastFrame().isPresent()) {
      names.put("last", uploaded(prompt.lastFrame().get(), prompt.shape()));
    }
    return names;
  }

  private String uploaded(Path photo, Shape shape) throws IOException {
    byte[] jpeg = tasks.stills().jpeg(photo, shape, LONGEST_SIDE, SHORTEST_SIDE, MOST_BYTES);
    return tasks.account().upload("photo.jpg", "image/jpeg", jpeg);
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
    body.put("duration", new CardShots(card).seconds(prompt));
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
    return tasks.video(Operation.parse(operation), prompt, Wanted::of);
  }
}
