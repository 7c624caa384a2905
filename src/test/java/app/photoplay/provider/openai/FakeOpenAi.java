package app.photoplay.provider.openai;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Traffic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// OpenRouter as it is documented, and OpenAI as far as the two agree: fields that are missing or
/// unknown are refused, and values out of a set.
public final class FakeOpenAi extends FakeApi {
  static final String HOME = "/api/v1";
  static final String JOB = "gen-vid-1768-abc";
  static final String BOARD = "{\"title\":\"A fox\",\"scenes\":[]}";

  private static final Map<String, List<Set<String>>> FIELDS =
      Map.of(
          "/chat/completions",
          List.of(
              Set.of("model", "messages"),
              Set.of(
                  "response_format",
                  "max_completion_tokens",
                  "max_tokens",
                  "provider",
                  "reasoning",
                  "reasoning_effort")),
          "/audio/speech",
          List.of(Set.of("model", "input", "voice"), Set.of("response_format", "speed")),
          "/videos",
          List.of(
              Set.of("model", "prompt"),
              Set.of(
                  "duration",
                  "resolution",
                  "aspect_ratio",
                  "generate_audio",
                  "seed",
                  "frame_images",
                  "callback_url")));

  private final String key;
  private final byte[] media;

  /// @param media the sound or the video that it makes
  public FakeOpenAi(String key, byte[] media) {
    this.key = key;
    this.media = media;
  }

  /// Many order at once, from now on.
  public Traffic crowded(long seed) {
    return crowd(
        new Traffic(
            seed,
            JOB,
            Optional.of(
                new Traffic.Words(
                    job("in_progress", ""),
                    Step.STATUS,
                    job("failed", ",\"error\":\"Upstream error\"")))));
  }

  @Override
  protected Step step(String method, String path) {
    if (method.equals("POST")) {
      return Step.ORDER;
    }
    if (path.startsWith("/signed/") || path.contains("/content")) {
      return Step.MEDIA;
    }
    return path.startsWith(HOME + "/videos/gen-") ? Step.STATUS : Step.OTHER;
  }

  @Override
  protected Answer usual(Call call) {
    boolean signed = call.path().startsWith("/signed/");
    if (signed != call.header("authorization").isEmpty()) {
      return signed ? Answer.empty(400) : error(401, "No auth credentials found");
    }
    if (!signed && !call.header("authorization").equals("Bearer " + key)) {
      return error(401, "User not found.");
    }
    return switch (call.step()) {
      case ORDER -> order(call);
      case STATUS -> call.path().endsWith(JOB) ? completed("") : error(404, "Job not found");
      case MEDIA -> Answer.bytes("video/mp4", media);
      default -> error(404, "Not found");
    };
  }

  private Answer order(Call call) {
    String path = call.path().substring(HOME.length());
    List<Set<String>> fields = FIELDS.get(path);
    if (fields == null) {
      return error(404, "Not found");
    }
    JsonNode body = call.json();
    Set<String> given = new HashSet<>();
    body.fieldNames().forEachRemaining(given::add);
    for (String needed : fields.getFirst()) {
      if (!given.remove(needed)) {
        return error(400, "missing " + needed);
      }
    }
    given.removeAll(fields.getLast());
    if (!given.isEmpty()) {
      return error(400, "Unrecognized key(s): " + given);
    }
    return switch (path) {
      case "/chat/completions" -> chat(BOARD, "");
      case "/audio/speech" -> Answer.bytes("audio/mpeg", media);
      default -> film(body);
    };
  }

  private static Answer film(JsonNode body) {
    boolean made =
        Set.of(4, 6, 8, 5, 10).contains(body.path("duration").asInt())
            && Set.of("480p", "720p", "1080p").contains(body.path("resolution").asText("720p"))
            && Set.of("16:9", "9:16", "1:1").contains(body.path("aspect_ratio").asText());
    for (JsonNode frame : body.path("frame_images")) {
      made &=
          frame.path("type").asText().equals("image_url")
              && frame.path("image_url").path("url").asText().startsWith("data:image/jpeg;base64,")
              && Set.of("first_frame", "last_frame").contains(frame.path("frame_type").asText());
    }
    return made ? pending("") : error(400, "Invalid option");
  }

  /// @param more further fields
  static Answer chat(String content, String more) {
    return Answer.json(
        200,
        """
        {"id":"gen-1","object":"chat.completion","created":1768000000,"model":"m",
        "choices":[{"index":0,"finish_reason":"stop","native_finish_reason":"stop",
        "message":{"role":"assistant","content":%s,"refusal":null,"reasoning":null}}],
        "usage":{"prompt_tokens":1000,"completion_tokens":700,"total_tokens":1700,
        "cost":0.0123456,"is_byok":false}%s}
        """
            .formatted(quoted(content), more));
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }

  static Answer pending(String more) {
    return Answer.json(
        202,
        """
        {"id":"%s","polling_url":"/api/v1/videos/%s","status":"pending"%s}
        """
            .formatted(JOB, JOB, more));
  }

  static Answer completed(String more) {
    return job(
        "completed",
        """
        ,"generation_id":"gen-9","unsigned_urls":["%s/api/v1/videos/%s/content?index=0"],
        "usage":{"cost":0.72,"is_byok":false}%s
        """
            .formatted(Answer.HERE, JOB, more));
  }

  static Answer job(String status, String more) {
    return Answer.json(
        200,
        """
        {"id":"%s","polling_url":"/api/v1/videos/%s","status":"%s"%s}
        """
            .formatted(JOB, JOB, status, more));
  }

  static Answer error(int code, String message) {
    return error(code, message, "");
  }

  /// @param more of the error's fields
  static Answer error(int code, String message, String more) {
    return Answer.json(
        code, "{\"error\":{\"code\":%d,\"message\":\"%s\"%s}}".formatted(code, message, more));
  }
}
