package app.photoplay.provider.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Step;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// A gateway as it is documented: it refuses models that it does not have and too many or too few
/// pictures.
final class FakeFlow extends FakeApi {
  private static final Map<String, Integer> PICTURES =
      Map.of(
          "veo_3_1_t2v_lite_landscape_4s", 0,
          "veo_3_1_i2v_lite_landscape_4s", 1,
          "veo_3_1_i2v_lite_portrait_4s", 1,
          "veo_3_1_interpolation_lite_landscape_8s", 2);

  private final String key;
  private final byte[] media;

  FakeFlow(String key, byte[] media) {
    this.key = key;
    this.media = media;
  }

  @Override
  protected Step step(String method, String path) {
    if (path.startsWith("/tmp/")) {
      return Step.MEDIA;
    }
    return method.equals("POST") ? Step.ORDER : Step.OTHER;
  }

  @Override
  protected Answer usual(Call call) {
    if (call.step() == Step.MEDIA) {
      return call.header("authorization").isEmpty()
          ? Answer.bytes("video/mp4", media)
          : Answer.empty(400);
    }
    if (!call.header("authorization").equals("Bearer " + key)) {
      return detail(401, "Invalid API key");
    }
    if (call.step() == Step.OTHER) {
      return Answer.json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"omni\"}]}");
    }
    JsonNode body = call.json();
    int pictures = 0;
    for (JsonNode part : body.path("messages").path(0).path("content")) {
      pictures += part.path("type").asText().equals("image_url") ? 1 : 0;
    }
    Integer wanted = PICTURES.get(body.path("model").asText());
    boolean good = wanted != null && wanted == pictures && body.path("stream").asBoolean();
    return good ? made(address().toString()) : error(400, "Unsupported model or images");
  }

  static Answer made(String here) {
    return events(
        chunk("\"role\":\"assistant\",\"reasoning_content\":\"started\\n\""),
        chunk("\"reasoning_content\":\"progress: 30%\\n\""),
        video(here),
        "[DONE]");
  }

  static String video(String here) {
    return chunk(
            "\"content\":\"<video src='"
                + here
                + "/tmp/v.mp4' data-media-id='M1' controls style='max-width:100%'></video>\"")
        .replace("\"finish_reason\":null", "\"finish_reason\":\"stop\"");
  }

  static String chunk(String delta) {
    return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,"
        + "\"model\":\"flow2api\",\"choices\":[{\"index\":0,\"delta\":{"
        + delta
        + "},\"finish_reason\":null}]}";
  }

  /// What goes out as server-sent events.
  static Answer events(String... events) {
    StringBuilder text = new StringBuilder(": hello\n\n");
    for (String event : events) {
      text.append("data: ").append(event).append("\n\n");
    }
    return Answer.bytes("text/event-stream", text.toString().getBytes(UTF_8));
  }

  static String failure(int status, String message) {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"server_error\",\"code\":\"generation_failed\",\"status_code\":%d}}"
        .formatted(message, status);
  }

  static Answer error(int status, String message) {
    return Answer.json(status, failure(status, message));
  }

  static Answer detail(int status, String message) {
    return Answer.json(status, "{\"detail\":\"" + message + "\"}");
  }
}
