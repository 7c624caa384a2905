package app.photoplay.provider.runway;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Traffic;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.testkit.Multipart;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/// Runway's API, with its own refusals: keys, version, fields, files that nobody uploaded.
public final class FakeRunway extends FakeApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SMALLEST_FILE = 512;
  private static final List<String> OFFERED =
      List.of(
          "gen4.5",
          "gen4_turbo",
          "veo3.1",
          "veo3.1_fast",
          "gwm1_avatars",
          "eleven_multilingual_v2");

  private final String key;
  private final byte[] video;
  private final byte[] sound;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<String, ObjectNode> tasks = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> avatars = new ConcurrentSkipListMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Set<String> promised = new ConcurrentSkipListSet<>();
  private volatile double balance = 5000;
  private volatile String made = "READY";
  private volatile int pageSize = 50;
  private volatile boolean refusing;
  private volatile boolean renewing;

  /// @param video what every task makes
  /// @param sound what those make that speak
  public FakeRunway(String key, byte[] video, byte[] sound) {
    this.key = key;
    this.video = video;
    this.sound = sound;
  }

  /// Credits that are left.
  void balance(double credits) {
    balance = credits;
  }

  /// What becomes of new avatars: `PROCESSING`, `READY` or `FAILED`.
  void makesAvatars(String status) {
    made = status;
  }

  void pages(int size) {
    pageSize = size;
  }

  /// The next file does not arrive, and its ticket is spent.
  void refuseNextFile() {
    refusing = true;
  }

  /// Each question for a task gives its result another address.
  void renewAddresses() {
    renewing = true;
  }

  /// All avatars that are there, by their names.
  Map<String, ObjectNode> avatars() {
    return avatars;
  }

  /// A task as it stands; what is changed is answered.
  ObjectNode task(String id) {
    return Objects.requireNonNull(tasks.get(id));
  }

  /// The tasks that are there.
  Set<String> tasks() {
    return tasks.keySet();
  }

  /// A file that was uploaded.
  byte[] file(String uri) {
    return Objects.requireNonNull(files.get(uri));
  }

  /// Many order at once, from now on.
  public Traffic crowded(long seed) {
    return crowd(
        new Traffic(
            seed,
            "",
            Optional.of(
                new Traffic.Words(
                    RunwayTroubles.status(Trouble.RUNNING, key).orElseThrow(),
                    Step.STATUS,
                    RunwayTroubles.status(Trouble.FAILED, key).orElseThrow()))));
  }

  @Override
  protected Step step(String method, String path) {
    if (path.startsWith("/media/")) {
      return Step.MEDIA;
    }
    if (path.startsWith("/v1/tasks/")) {
      return method.equals("GET") ? Step.STATUS : Step.OTHER;
    }
    if (path.startsWith("/v1/organization") || method.equals("DELETE")) {
      return Step.OTHER;
    }
    boolean upload =
        path.startsWith("/v1/uploads")
            || path.startsWith("/v1/avatars")
            || path.startsWith("/bucket");
    return upload ? Step.UPLOAD : Step.ORDER;
  }

  @Override
  protected Answer usual(Call call) {
    if (call.path().startsWith("/media/")) {
      return media(call);
    }
    if (call.path().startsWith("/bucket/")) {
      return stored(call);
    }
    if (!call.header("authorization").equals("Bearer " + key)) {
      return error(401, "The API key is not valid: " + key);
    }
    if (!call.header("x-runway-version").equals("2024-11-06")) {
      return error(400, "The X-Runway-Version header is missing or no version");
    }
    String path = call.path().replaceFirst("\\?.*", "");
    return switch (call.method() + " " + path) {
      case "POST /v1/uploads" -> ticket(call.json());
      case "POST /v1/image_to_video" ->
          ordered(call.json(), rules().imageToVideo(call.json()), ".mp4");
      case "POST /v1/text_to_video" ->
          ordered(call.json(), rules().textToVideo(call.json()), ".mp4");
      case "POST /v1/text_to_speech" -> ordered(call.json(), rules().speech(call.json()), ".mp3");
      case "POST /v1/avatar_videos" ->
          ordered(call.json(), rules().avatarVideo(call.json(), ids()), ".mp4");
      case "POST /v1/avatars" -> avatar(call.json());
      case "GET /v1/avatars" -> list(call.path());
      case "GET /v1/organization" -> organization();
      default -> single(call.method(), path);
    };
  }

  private Answer media(Call call) {
    if (!call.header("authorization").isEmpty()) {
      return Answer.empty(400);
    }
    return call.path().contains(".mp3")
        ? Answer.bytes("audio/mpeg", sound)
        : Answer.bytes("video/mp4", video);
  }

  private RunwayRules rules() {
    return new RunwayRules(files.keySet());
  }

  private Set<String> ids() {
    return Set.copyOf(avatars.values().stream().map(it -> it.path("id").asText()).toList());
  }

  private Answer single(String method, String path) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    if (path.startsWith("/v1/avatars/") && method.equals("DELETE")) {
      return avatars.values().removeIf(it -> it.path("id").asText().equals(id))
          ? Answer.empty(204)
          : error(404, "No avatar with this id was found.");
    }
    ObjectNode task = path.startsWith("/v1/tasks/") ? tasks.get(id) : null;
    if (task == null) {
      return error(404, "No task with this id was found.");
    }
    if (method.equals("GET")) {
      if (renewing) {
        task.putArray("output").add(address() + "/media/" + numbers.incrementAndGet() + ".mp4");
      }
      return Answer.json(200, task.toString());
    }
    if (Set.of("SUCCEEDED", "FAILED", "CANCELLED").contains(task.path("status").asText())) {
      tasks.remove(id);
    } else {
      task.put("status", "CANCELLED").remove(List.of("progress", "estimatedCost"));
      task.putObject("cost").put("credits", 3);
    }
    return Answer.empty(204);
  }

  private Answer ordered(JsonNode body, List<String> issues, String ending) {
    if (!issues.isEmpty()) {
      return invalid(issues);
    }
    String id = "17f20503-6c24-4c16-946b-" + numbers.incrementAndGet();
    ObjectNode task = JSON.createObjectNode().put("id", id).put("status", "SUCCEEDED");
    task.put("createdAt", "2026-06-15T12:00:00.000Z");
    task.putArray("output").add(address() + "/media/" + id + ending + "?_jwt=one");
    task.putObject("cost").put("credits", 25);
    tasks.put(id, task);
    ObjectNode answer = JSON.createObjectNode().put("id", id);
    if (body.has("duration")) {
      answer.putObject("estimatedCost").put("credits", 5 * body.path("duration").asInt());
    }
    return Answer.json(200, answer.toString());
  }

  private Answer ticket(JsonNode body) {
    if (body.size() != 2 || !body.path("type").asText().equals("ephemeral")) {
      return invalid(List.of("type"));
    }
    String name = numbers.incrementAndGet() + "-" + body.path("filename").asText();
    promised.add(name);
    ObjectNode answer = JSON.createObjectNode();
    answer.put("uploadUrl", address() + "/bucket/");
    answer.putObject("fields").put("key", name).put("policy", "eyJhbGciOi");
    return Answer.json(200, answer.put("runwayUri", "runway://" + name).toString());
  }

  private Answer stored(Call call) {
    List<Multipart.Part> parts = Multipart.parts(call.header("content-type"), call.body());
    boolean refused = refusing;
    refusing = false;
    boolean good =
        !refused
            && parts.size() == 3
            && parts.getFirst().name().equals("key")
            && parts.get(1).text().equals("eyJhbGciOi")
            && parts.getLast().name().equals("file")
            && parts.getLast().bytes().length >= SMALLEST_FILE
            && call.header("authorization").isEmpty()
            && promised.remove(parts.getFirst().text());
    if (!good) {
      return Answer.empty(403);
    }
    files.put("runway://" + parts.getFirst().text(), parts.getLast().bytes());
    return Answer.empty(204);
  }

  private Answer avatar(JsonNode body) {
    List<String> issues = rules().avatar(body);
    if (!issues.isEmpty()) {
      return invalid(issues);
    }
    String id = "182bd5e5-6e1a-4fe4-a799-" + numbers.incrementAndGet();
    return Answer.json(
        200, put(id, body.path("name").asText(), made, "2026-06-15T12:00:00.000Z").toString());
  }

  /// Puts an avatar there.
  ObjectNode put(String id, String name, String status, String since) {
    ObjectNode avatar = JSON.createObjectNode().put("id", id).put("name", name);
    avatar.put("status", status).put("createdAt", since);
    if (status.equals("FAILED")) {
      avatar.put("failureReason", "no face in it");
    }
    avatars.put(name, avatar);
    return avatar;
  }

  private Answer list(String path) {
    Optional<String> after =
        path.contains("cursor=")
            ? Optional.of(path.replaceFirst(".*cursor=", ""))
            : Optional.empty();
    if (!path.contains("limit=")) {
      return invalid(List.of("limit"));
    }
    ArrayNode page = JSON.createArrayNode();
    String last = "";
    for (Map.Entry<String, ObjectNode> avatar : avatars.entrySet()) {
      if (after.isEmpty() || avatar.getKey().compareTo(after.get()) > 0) {
        if (page.size() == pageSize) {
          return Answer.json(200, page(page).put("nextCursor", last).toString());
        }
        page.add(avatar.getValue());
        last = avatar.getKey();
      }
    }
    return Answer.json(200, page(page).putNull("nextCursor").toString());
  }

  private static ObjectNode page(ArrayNode avatars) {
    ObjectNode answer = JSON.createObjectNode();
    answer.set("data", avatars);
    return answer;
  }

  private Answer organization() {
    ObjectNode answer = JSON.createObjectNode().put("creditBalance", balance);
    ObjectNode models =
        answer.putObject("tier").put("maxMonthlyCreditSpend", 10000).putObject("models");
    ObjectNode usage = answer.putObject("usage").putObject("models");
    for (String id : OFFERED) {
      models.putObject(id).put("maxConcurrentGenerations", 1).put("maxDailyGenerations", 50);
      usage.putObject(id).put("dailyGenerations", id.equals("veo3.1") ? 50 : 2);
    }
    return Answer.json(200, answer.toString());
  }

  private static Answer invalid(List<String> paths) {
    ObjectNode answer = JSON.createObjectNode().put("error", "Validation of body failed");
    ArrayNode issues = answer.putArray("issues");
    for (String path : paths) {
      ObjectNode issue = issues.addObject().put("code", "custom");
      issue.putArray("path").add(path);
      issue.put("message", "Invalid input");
    }
    return Answer.json(400, answer.put("docUrl", "https://docs.dev.runwayml.com/api").toString());
  }

  static Answer error(int status, String text) {
    ObjectNode answer = JSON.createObjectNode().put("error", text);
    return Answer.json(
        status, answer.put("docUrl", "https://docs.dev.runwayml.com/api").toString());
  }
}
