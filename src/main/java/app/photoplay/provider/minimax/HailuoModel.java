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
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/// Silent shots by the Hailuo models of the first API. They follow their first picture's shape, and
/// are wide without one.
record HailuoModel(MiniMaxVideos videos)
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
    boolean wide = need.shape() == Shape.WIDE || need.shape() == Shape.PHOTO;
    return wide || need.firstFrame() ? new CardShots(card()).price(need, prices) : Optional.empty();
  }

  @Override
  public Result<Uploads> upload(VideoPrompt prompt) throws InterruptedException {
    return videos.checked(prompt);
  }

  @Override
  public PaidCall order(VideoPrompt prompt, Uploads uploads, Money estimate) {
    return videos.order("/v1/video_generation", body(prompt), "callback_url", estimate);
  }

  private ObjectNode body(VideoPrompt prompt) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", card().id());
    body.put("prompt", CameraCommands.in(prompt, card().longestPrompt()));
    // it would write the commands anew
    body.put("prompt_optimizer", false);
    prompt
        .firstFrame()
        .ifPresent(it -> body.put("first_frame_image", videos.image(it, prompt.shape())));
    prompt
        .lastFrame()
        .ifPresent(it -> body.put("last_frame_image", videos.image(it, prompt.shape())));
    body.put("duration", new CardShots(card()).seconds(prompt));
    body.put("resolution", card().more("resolution").orElse("768P"));
    return body;
  }

  @Override
  public Result<Render> poll(String operation, Supplier<Optional<VideoPrompt>> prompt)
      throws InterruptedException {
    return videos.poll(operation, prompt, this::address);
  }

  private Optional<String> address(String id) throws IOException {
    JsonNode task = videos.account().work("/v1/query/video_generation?task_id=", id);
    String status = task.path("status").asText("");
    if (status.startsWith("Fail")) {
      throw MiniMaxFaults.failed(task.path("error_message").asText("")).thrown();
    }
    if (!status.equals("Success")) {
      return Optional.empty();
    }
    String name = task.path("file_id").asText("");
    JsonNode file = videos.account().work("/v1/files/retrieve?file_id=", name);
    String address = file.path("file").path("download_url").asText("");
    if (address.isEmpty()) {
      throw new Fault.Output("a task that succeeded without a file").thrown();
    }
    return Optional.of(address);
  }
}
