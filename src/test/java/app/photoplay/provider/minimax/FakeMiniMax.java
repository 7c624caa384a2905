package app.photoplay.provider.minimax;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Traffic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// MiniMax's API: its status is in the body, and 200 outside whatever it says.
public final class FakeMiniMax extends FakeApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String key;
  private final byte[] video;
  private final byte[] sound;
  private final AtomicInteger numbers = new AtomicInteger(106_916_112);
  private final Map<String, ObjectNode> tasks = new ConcurrentHashMap<>();
  private volatile boolean digits;
  private volatile String signature = "1";

  /// @param video what every task makes
  /// @param sound what is spoken
  public FakeMiniMax(String key, byte[] video, byte[] sound) {
    this.key = key;
    this.video = video;
    this.sound = sound;
  }

  /// Speech is answered in digits, as if nobody had asked for an address.
  void saysDigits() {
    digits = true;
  }

  /// The task that was ordered last, as it stands; what is changed is answered.
  ObjectNode task() {
    return Objects.requireNonNull(tasks.get(String.valueOf(numbers.get())));
  }

  /// What the addresses of speech end with.
  void signs(String with) {
    signature = with;
  }

  /// Many order at once, from now on.
  public Traffic crowded(long seed) {
    return crowd(
        new Traffic(
            seed,
            "",
            Optional.of(
                new Traffic.Words(
                    HailuoContractTest.task("Queueing"),
                    Step.STATUS,
                    HailuoContractTest.task("Fail\",\"error_message\":\"internal error")))));
  }

  @Override
  protected Step step(String method, String path) {
    if (path.startsWith("/media/")) {
      return Step.MEDIA;
    }
    if (path.startsWith("/v1/files/")) {
      return Step.RESULT;
    }
    if (path.contains("/query/")) {
      return Step.STATUS;
    }
    return path.startsWith("/v1/get_voice") ? Step.OTHER : Step.ORDER;
  }

  @Override
  protected Answer usual(Call call) {
    if (call.path().startsWith("/media/")) {
      return media(call);
    }
    if (!call.header("authorization").equals("Bearer " + key)) {
      return said(1004, "login fail: carry the API secret key, not " + key);
    }
    return switch (call.method() + " " + call.path().replaceFirst("\\?.*", "")) {
      case "POST /v1/video_generation" -> {
        List<String> issues = new MiniMaxRules().firstApi(call.json());
        yield issues.isEmpty() ? ordered(1) : said(2013, "invalid params, " + issues);
      }
      case "POST /v2/video_generation" -> {
        List<String> issues = new MiniMaxRules().secondApi(call.json());
        yield issues.isEmpty() ? ordered(2) : said(2013, "invalid params, " + issues);
      }
      case "POST /v1/t2a_v2" -> {
        List<String> issues = new MiniMaxRules().speech(call.json());
        yield issues.isEmpty() ? spoken(call.json()) : said(2013, "invalid params, " + issues);
      }
      case "GET /v1/query/video_generation" -> found(call.path().replaceFirst(".*task_id=", ""));
      case "GET /v1/files/retrieve" -> file(call.path().replaceFirst(".*file_id=", ""));
      case "POST /v1/get_voice" -> said(0, "success");
      default -> secondTask(call.path());
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

  private Answer spoken(JsonNode body) {
    ObjectNode answer = JSON.createObjectNode().put("trace_id", "01b8bf9bb7433cc75c18eee6cfa8fe21");
    answer
        .putObject("data")
        .put("audio", digits ? HexFormat.of().formatHex(sound) : spokenAt())
        .put("status", 2);
    answer
        .putObject("extra_info")
        .put("audio_length", 1000)
        .put("audio_size", sound.length)
        .put("usage_characters", body.path("text").asText().length());
    return good(answer);
  }

  private String spokenAt() {
    return address() + "/media/speech.mp3?Signature=" + signature;
  }

  private Answer ordered(int api) {
    String id = String.valueOf(numbers.incrementAndGet());
    ObjectNode task = JSON.createObjectNode().put("task_id", id);
    if (api == 1) {
      task.put("status", "Success").put("file_id", "205258" + id);
      task.put("video_width", 1366).put("video_height", 768);
    } else {
      task.put("status", "succeeded").put("modality", "video");
      task.putObject("content").put("url", address() + "/media/" + id + ".mp4");
    }
    tasks.put(id, task);
    ObjectNode answer = JSON.createObjectNode().put("task_id", id);
    return api == 1 ? good(answer) : Answer.json(200, answer.toString());
  }

  private Answer found(String id) {
    ObjectNode task = tasks.get(id);
    return task == null ? said(2013, "invalid params, task_id") : good(task.deepCopy());
  }

  private Answer secondTask(String path) {
    ObjectNode task = tasks.get(path.replaceFirst("/v2/query/video_generation/", ""));
    if (task == null) {
      return Answer.empty(404);
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.set("task", task);
    return Answer.json(200, answer.toString());
  }

  private Answer file(String id) {
    ObjectNode answer = JSON.createObjectNode();
    answer
        .putObject("file")
        .put("file_id", id)
        .put("bytes", video.length)
        .put("created_at", 1_700_469_398)
        .put("filename", "output.mp4")
        .put("purpose", "video_generation")
        .put("download_url", address() + "/media/" + id + ".mp4");
    return good(answer);
  }

  private static Answer good(ObjectNode answer) {
    answer.putObject("base_resp").put("status_code", 0).put("status_msg", "success");
    return Answer.json(200, Map.of("trace-id", "04ee36de"), answer.toString());
  }

  static Answer said(int code, String text) {
    ObjectNode answer = JSON.createObjectNode();
    answer.putObject("base_resp").put("status_code", code).put("status_msg", text);
    return Answer.json(200, Map.of("trace-id", "04ee36de"), answer.toString());
  }
}
