package app.photoplay.provider.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Step;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Both of Google's APIs, where access is had, and Cloud Storage. It takes the fields that are
/// documented and refuses others in Google's words.
final class GoogleFake extends FakeApi {
  static final String TOKEN = "token-of-the-service-account";
  static final String BUCKET = "shots";
  static final String VEO =
      "projects/proj/locations/us-central1/publishers/google/models/veo-3.1-fast-generate-001"
          + "/operations/11111111-2222";

  /// What a body of `generateContent` may hold, by path.
  private static final Set<String> CONTENT =
      Set.of(
          "contents[].role",
          "contents[].parts[].text",
          "contents[].parts[].inlineData.data",
          "contents[].parts[].inlineData.mimeType",
          "systemInstruction.role",
          "systemInstruction.parts[].text",
          "generationConfig.maxOutputTokens",
          "generationConfig.responseMimeType",
          "generationConfig.responseJsonSchema",
          "generationConfig.thinkingConfig.thinkingLevel",
          "generationConfig.responseModalities[]",
          "generationConfig.imageConfig.aspectRatio",
          "generationConfig.imageConfig.imageSize",
          "generationConfig.speechConfig.voiceConfig.prebuiltVoiceConfig.voiceName");

  private static final Set<String> VIDEO =
      Set.of(
          "instances[].prompt",
          "instances[].image.bytesBase64Encoded",
          "instances[].image.mimeType",
          "instances[].lastFrame.bytesBase64Encoded",
          "instances[].lastFrame.mimeType",
          "parameters.sampleCount",
          "parameters.storageUri",
          "parameters.durationSeconds",
          "parameters.seed",
          "parameters.aspectRatio",
          "parameters.resolution",
          "parameters.personGeneration",
          "parameters.negativePrompt",
          "parameters.generateAudio",
          "parameters.resizeMode");

  private static final Set<String> INTERACTION =
      Set.of(
          "background",
          "store",
          "model",
          "generation_config.video_config.task",
          "input[].type",
          "input[].data",
          "input[].mime_type",
          "input[].text",
          "response_format.type",
          "response_format.delivery",
          "response_format.duration",
          "response_format.resolution",
          "response_format.aspect_ratio");

  private final String key;
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private volatile Answer answer = Answer.json(200, "{}");
  private volatile String status = "{\"name\":\"" + VEO + "\"}";
  private volatile String interaction = "{\"id\":\"v1_abc\",\"status\":\"in_progress\"}";
  private volatile String state = "ACTIVE";
  private volatile byte[] file = new byte[0];
  private volatile boolean models = true;

  GoogleFake(String key) {
    this.key = key;
  }

  /// What `generateContent` answers.
  void answers(String json) {
    answer = Answer.json(200, json);
  }

  /// What is said of an operation of Veo.
  void status(String json) {
    status = json;
  }

  /// What is said of an interaction.
  void interaction(String json) {
    interaction = json;
  }

  /// What is said of a file.
  void state(String word) {
    state = word;
  }

  /// What lies at the address of a file.
  void file(byte[] bytes) {
    file = bytes;
  }

  /// Whether any model is there.
  void models(boolean there) {
    models = there;
  }

  /// The bucket.
  Map<String, byte[]> objects() {
    return objects;
  }

  /// An error as Google says it.
  static Answer error(int code, String status, String message) {
    return Answer.json(
        code,
        "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"}}"
            .formatted(code, message, status));
  }

  /// Words as a model's answer.
  static String words(String text) {
    return """
    {"candidates":[{"content":{"parts":[{"text":%s}],"role":"model"},"finishReason":"STOP",\
    "index":0}],"usageMetadata":{"promptTokenCount":1000,"candidatesTokenCount":500,\
    "totalTokenCount":1700,"thoughtsTokenCount":200},"modelVersion":"m","responseId":"abc"}\
    """
        .formatted(new ObjectMapper().valueToTree(text));
  }

  /// A picture or sound as a model's answer, after a draft and a remark.
  static String media(String type, byte[] draft, byte[] last) {
    return """
    {"candidates":[{"content":{"role":"model","parts":[\
    {"inlineData":{"mimeType":"%s","data":"%s"},"thought":true},{"text":"Here"},\
    {"inlineData":{"mimeType":"%s","data":"%s"},"thoughtSignature":"c2ln"}]},\
    "finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":265,\
    "candidatesTokenCount":1290,"totalTokenCount":1555}}\
    """
        .formatted(type, base64(draft), type, base64(last));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  protected Step step(String method, String path) {
    boolean order =
        path.endsWith(":generateContent")
            || path.endsWith(":predictLongRunning")
            || method.equals("POST") && path.endsWith("/interactions");
    if (order) {
      return Step.ORDER;
    }
    if (path.endsWith(":fetchPredictOperation")
        || method.equals("GET") && path.contains("/interactions/")) {
      return Step.STATUS;
    }
    if (path.contains(":download") || path.startsWith("/download/storage/")) {
      return Step.MEDIA;
    }
    return path.contains("/files/") ? Step.RESULT : Step.OTHER;
  }

  @Override
  protected Answer usual(Call call) {
    String path = call.path();
    if (path.equals("/token")) {
      return Answer.json(
          200,
          "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3599}");
    }
    boolean known =
        path.startsWith("/v1beta/")
            ? call.header("x-goog-api-key").equals(key)
            : call.header("authorization").equals("Bearer " + TOKEN);
    if (!known) {
      return error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
    }
    if (path.contains("/storage/v1/")) {
      return stored(call);
    }
    return path.contains("/publishers/google/models/") ? vertex(call) : gemini(call);
  }

  private Answer gemini(Call call) {
    String path = call.path();
    if (path.startsWith("/v1beta/models/")) {
      return model(call);
    }
    if (call.step() == Step.ORDER) {
      return strange(call.json(), INTERACTION)
          .orElseGet(() -> Answer.json(200, "{\"id\":\"v1_abc\",\"status\":\"in_progress\"}"));
    }
    return switch (call.step()) {
      case STATUS -> Answer.json(200, interaction);
      case MEDIA -> Answer.bytes("video/mp4", file);
      case RESULT -> Answer.json(200, "{\"name\":\"files/abc\",\"state\":\"" + state + "\"}");
      default -> Answer.json(200, "{}");
    };
  }

  private Answer vertex(Call call) {
    if (!call.path().startsWith("/v1beta1/projects/proj/locations/")) {
      return model(call);
    }
    return switch (call.path().replaceFirst(".*:", "")) {
      case "predictLongRunning" ->
          strange(call.json(), VIDEO)
              .orElseGet(() -> Answer.json(200, "{\"name\":\"" + VEO + "\"}"));
      case "fetchPredictOperation" ->
          call.json().path("operationName").asText().equals(VEO)
              ? Answer.json(200, status)
              : error(404, "NOT_FOUND", "Operation not found");
      default -> model(call);
    };
  }

  private Answer model(Call call) {
    if (call.path().endsWith(":generateContent")) {
      return strange(call.json(), CONTENT).orElse(answer);
    }
    return models
        ? Answer.json(200, "{\"name\":\"models/x\"}")
        : error(404, "NOT_FOUND", "models/x is not found for API version v1beta");
  }

  /// Cloud Storage, as far as results need it.
  private Answer stored(Call call) {
    String path = call.path();
    if (path.startsWith("/download/")) {
      return Answer.bytes("video/mp4", objects.getOrDefault(object(path), new byte[0]));
    }
    if (call.method().equals("DELETE")) {
      objects.remove(object(path));
      return Answer.empty(204);
    }
    if (path.contains("/o?")) {
      String items = String.join(",", objects.keySet().stream().map(this::described).toList());
      return Answer.json(200, "{\"items\":[" + items + "]}");
    }
    return objects.containsKey(object(path))
        ? Answer.json(200, described(object(path)))
        : error(404, "notFound", "No such object");
  }

  private static String object(String path) {
    return path.replaceFirst(".*/o/", "").replaceFirst("\\?.*", "").replace("%2F", "/");
  }

  private String described(String name) {
    return "{\"bucket\":\"%s\",\"name\":\"%s\",\"generation\":\"1\",\"size\":\"%d\"}"
        .formatted(BUCKET, name, objects.getOrDefault(name, new byte[0]).length);
  }

  /// What Google says to fields that it does not know.
  private static Optional<Answer> strange(JsonNode body, Set<String> known) {
    Set<String> paths = new TreeSet<>();
    collect(body, "", known, paths);
    paths.removeAll(known);
    return paths.stream()
        .findFirst()
        .map(it -> error(400, "INVALID_ARGUMENT", "Unknown name '" + it + "': Cannot find field."));
  }

  private static void collect(JsonNode node, String at, Set<String> known, Set<String> paths) {
    if (known.contains(at) || node.isValueNode()) {
      paths.add(at);
    } else if (node.isArray()) {
      node.forEach(it -> collect(it, at + "[]", known, paths));
    } else {
      node.properties()
          .forEach(it ->
              collect(
                  it.getValue(),
                  at.isEmpty() ? it.getKey() : at + "." + it.getKey(),
                  known,
                  paths));
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
