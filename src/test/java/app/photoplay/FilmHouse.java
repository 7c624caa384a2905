package app.photoplay;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Step;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// MiniMax's first API, as far as one shot needs it: work goes on until a test says what becomes of
/// it.
final class FilmHouse extends FakeApi {
  private static final String GOOD = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}";

  private final byte[] video;
  private final AtomicInteger numbers = new AtomicInteger(106_916_112);
  private volatile String state = "\"status\":\"Processing\"";

  FilmHouse(byte[] video) {
    this.video = video;
  }

  /// All work is done from now on.
  void finishes() {
    state = "\"status\":\"Success\",\"file_id\":\"205\"";
  }

  /// All work is refused from now on, when it is asked for.
  void refuses() {
    state = "\"status\":\"Fail\",\"error_message\":\"output new_sensitive\"";
  }

  /// The name of the latest work.
  String work() {
    return String.valueOf(numbers.get());
  }

  /// Where it was told to call, when it was told.
  List<String> addresses() {
    return calls(Step.ORDER).stream()
        .map(it -> it.json().path("callback_url").asText(""))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  @Override
  protected Step step(String method, String path) {
    if (path.startsWith("/media/")) {
      return Step.MEDIA;
    }
    if (path.startsWith("/v1/files/")) {
      return Step.RESULT;
    }
    return path.contains("/query/") ? Step.STATUS : Step.ORDER;
  }

  @Override
  protected Answer usual(Call call) {
    return switch (call.step()) {
      case ORDER ->
          Answer.json(200, "{\"task_id\":\"" + numbers.incrementAndGet() + "\"," + GOOD + "}");
      case STATUS -> Answer.json(200, "{" + state + "," + GOOD + "}");
      case RESULT ->
          Answer.json(
              200,
              "{\"file\":{\"download_url\":\"" + Answer.HERE + "/media/a.mp4\"}," + GOOD + "}");
      default -> Answer.bytes("video/mp4", video);
    };
  }
}
