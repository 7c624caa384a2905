package app.photoplay.provider.minimax;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.PaidCall;
import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.RemoteModel;
import app.photoplay.provider.remote.video.CardShots;
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
import java.util.Optional;
import java.util.function.Supplier;

/// Shots with their own sound by the models of the second API. Their camera is told in words.
record H3Model(MiniMaxVideos videos)
    implements RemoteModel<ShotNeed, VideoPrompt, Render>, VideoModel {
  @Override
  public ModelCard card() {
    return videos.card();
  }

  @Override
  public Remote remote() {
    return videos.account().remote();
  }

  @Override
  public Optional<Money> price(ShotNeed need, PriceBook prices) {
    return new CardShots(card()).price(need, prices);
  }

  @Override
  public Result<Uploads> upload(VideoPrompt prompt) throws InterruptedException {
    return videos.checked(prompt);
  }

  @Override
  public PaidCall order(VideoPrompt prompt, Uploads uploads, Money estimate) {
    return videos.order("/v2/video_generation", body(prompt), "", estimate);
  }

  private ObjectNode body(VideoPrompt prompt) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", card().id());
    ArrayNode content = body.putArray("content");
    content
        .addObject()
        .put("type", "text")
        .put("text", ShotWords.of(prompt, card().longestPrompt()));
    prompt.firstFrame().ifPresent(it -> frame(content, it, prompt.shape(), "first_frame"));
    prompt.lastFrame().ifPresent(it -> frame(content, it, prompt.shape(), "last_frame"));
    body.put("resolution", card().more("resolution").orElse("768P"));
    body.put("duration", new CardShots(card()).seconds(prompt));
    body.put("ratio", prompt.firstFrame().isPresent() ? "adaptive" : ratio(prompt.shape()));
    return body;
  }

  private void frame(ArrayNode content, Path photo, Shape shape, String role) {
    ObjectNode frame = content.addObject().put("type", "image_url");
    frame.putObject("image_url").put("url", videos.image(photo, shape));
    frame.put("role", role);
  }

  private static String ratio(Shape shape) {
    return switch (shape) {
      case PHOTO, WIDE -> "16:9";
      case TALL -> "9:16";
      case SQUARE -> "1:1";
      case PORTRAIT -> "3:4";
    };
  }

  @Override
  public Result<Render> poll(String operation, Supplier<Optional<VideoPrompt>> prompt)
      throws InterruptedException {
    return videos.poll(operation, prompt, this::address);
  }

  private Optional<String> address(String id) throws IOException {
    JsonNode task = videos.account().work("/v2/query/video_generation/", id).path("task");
    return switch (task.path("status").asText("")) {
      case "succeeded" -> {
        String address = MiniMaxVideos.first(task, "/content/url", "/content/0/url");
        if (address.isEmpty()) {
          throw new Fault.Output("a task that succeeded without a file").thrown();
        }
        yield Optional.of(address);
      }
      case "failed", "cancelled" -> {
        String said =
            MiniMaxVideos.first(task, "/error/message", "/error_message", "/error", "/status");
        throw MiniMaxFaults.failed(said).thrown();
      }
      default -> Optional.empty();
    };
  }
}
