package app.photoplay.provider.fal;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Traffic;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// fal's queue and its storage, as they are documented.
public final class FakeFal extends FakeApi {
  static final String REQUEST = "764cabcf-b745-4b3e-ae38-1200304cf45b";
  private static final String HOME = "/requests/" + REQUEST;

  /// Each model's fields, those it must have first.
  private static final Map<String, List<Set<String>>> MODELS = new HashMap<>();

  static {
    model(
        "fal-ai/kling-video/ai-avatar/v2/standard",
        Set.of("image_url", "audio_url"),
        Set.of("prompt"));
    model("veed/fabric-1.0", Set.of("image_url", "audio_url", "resolution"), Set.of());
    model(
        "fal-ai/minimax/hailuo-02/standard/image-to-video",
        Set.of("image_url", "prompt"),
        Set.of("end_image_url", "duration", "resolution", "prompt_optimizer"));
    model(
        "fal-ai/veo3.1/fast/image-to-video",
        Set.of("image_url", "prompt"),
        Set.of("aspect_ratio", "duration", "resolution", "generate_audio", "seed"));
    model(
        "fal-ai/minimax/speech-2.8-turbo",
        Set.of("prompt"),
        Set.of("voice_setting", "output_format"));
    model("fal-ai/elevenlabs/tts/turbo-v2.5", Set.of("text"), Set.of("voice", "speed"));
  }

  private final String key;
  private final String output;
  private final byte[] media;
  private volatile String keys = "{}";

  /// @param output what the model makes: `video` or `audio`
  public FakeFal(String key, String output, byte[] media) {
    this.key = key;
    this.output = output;
    this.media = media;
  }

  /// What lies at `/.well-known/jwks.json` from now on.
  void publishes(String jwks) {
    keys = jwks;
  }

  private static void model(String id, Set<String> needed, Set<String> others) {
    MODELS.put(id, List.of(needed, others));
  }

  /// Many order at once, from now on.
  public Traffic crowded(long seed) {
    return crowd(
        new Traffic(
            seed,
            REQUEST,
            Optional.of(
                new Traffic.Words(
                    Answer.json(202, "{\"status\":\"IN_PROGRESS\"}"),
                    Step.RESULT,
                    error(500, "downstream_service_error", "broke")))));
  }

  @Override
  protected Step step(String method, String path) {
    if (path.startsWith("/storage/upload/initiate?storage_type=fal-cdn-v3")) {
      return Step.UPLOAD;
    }
    if (path.startsWith("/media/")) {
      return Step.MEDIA;
    }
    if (method.equals("GET") && path.contains("/requests/")) {
      return path.endsWith("/status") ? Step.STATUS : Step.RESULT;
    }
    return method.equals("POST") ? Step.ORDER : Step.OTHER;
  }

  @Override
  protected Answer usual(Call call) {
    if (call.step() == Step.MEDIA) {
      return Answer.bytes("application/octet-stream", media);
    }
    if (call.path().equals("/.well-known/jwks.json")) {
      return Answer.json(200, keys);
    }
    if (call.path().startsWith("/drop/")) {
      return Answer.empty(call.header("authorization").isEmpty() ? 200 : 400);
    }
    if (!call.header("authorization").equals("Key " + key)) {
      return Answer.json(
          401, "{\"detail\":\"Cannot access application. Authentication is required.\"}");
    }
    return switch (call.step()) {
      case UPLOAD -> ticket(call);
      case ORDER -> order(call);
      case STATUS ->
          known(
              call,
              "{\"status\":\"COMPLETED\",\"request_id\":\""
                  + REQUEST
                  + "\",\"metrics\":{\"inference_time\":3.7}}");
      case RESULT -> known(call, result());
      default ->
          call.path().endsWith("/cancel")
              ? Answer.json(202, "{\"status\":\"CANCELLATION_REQUESTED\"}")
              : Answer.empty(404);
    };
  }

  String result() {
    return "{\""
        + output
        + "\":{\"url\":\""
        + Answer.HERE
        + "/media/out\",\"content_type\":\"x/y\","
        + "\"file_name\":\"out\",\"file_size\":"
        + media.length
        + "},\"duration_ms\":1000}";
  }

  private static Answer known(Call call, String answer) {
    return call.path().contains(HOME) && call.path().matches("/[^/]+/[^/]+/requests/.*")
        ? Answer.json(200, answer)
        : Answer.json(404, "{\"detail\":\"Request not found\"}");
  }

  private static Answer ticket(Call call) {
    JsonNode body = call.json();
    return body.hasNonNull("content_type") && body.hasNonNull("file_name")
        ? Answer.json(
            200,
            "{\"upload_url\":\""
                + Answer.HERE
                + "/drop/"
                + body.path("file_name").asText()
                + "\",\"file_url\":\"https://v3.fal.media/files/b/"
                + body.path("file_name").asText()
                + "\"}")
        : missing("file_name");
  }

  private Answer order(Call call) {
    String id = call.path().substring(1).replaceFirst("\\?.*", "");
    List<Set<String>> fields = MODELS.get(id);
    if (fields == null) {
      return Answer.json(404, "{\"detail\":\"Application not found\"}");
    }
    Set<String> given = new HashSet<>();
    call.json().fieldNames().forEachRemaining(given::add);
    for (String needed : fields.getFirst()) {
      if (!given.remove(needed)) {
        return missing(needed);
      }
    }
    given.removeAll(fields.getLast());
    return given.isEmpty() ? taken(id, "") : error(422, "value_error", "unexpected " + given);
  }

  /// @param more further fields
  static Answer taken(String id, String more) {
    String[] parts = id.split("/", -1);
    String home = Answer.HERE + "/" + parts[0] + "/" + parts[1] + HOME;
    return Answer.json(
        200,
        "{\"status\":\"IN_QUEUE\",\"request_id\":\""
            + REQUEST
            + "\",\"response_url\":\""
            + home
            + "\",\"status_url\":\""
            + home
            + "/status\",\"cancel_url\":\""
            + home
            + "/cancel\",\"logs\":null,\"metrics\":{},\"queue_position\":0"
            + more
            + "}");
  }

  private static Answer missing(String field) {
    return error(422, "missing", "Field required: " + field);
  }

  static Answer error(int status, String type, String message) {
    return Answer.json(
        status,
        Map.of("X-Fal-Request-Id", REQUEST),
        "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\""
            + message
            + "\",\"type\":\""
            + type
            + "\",\"url\":\"https://docs.fal.ai/errors\",\"input\":null}]}");
  }
}
