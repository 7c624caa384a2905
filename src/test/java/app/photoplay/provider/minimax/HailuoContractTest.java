package app.photoplay.provider.minimax;

import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.VideoPrompt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Shots by the first API.
class HailuoContractTest extends PaidModelContract<VideoPrompt, Render> {
  @Override
  protected Bench<VideoPrompt, Render> bench(Path home) throws Exception {
    MiniMaxBench bench = new MiniMaxBench(home, KEY);
    return new Bench<>(
        bench.api(),
        bench.work("minimax-hailuo23-fast-6s"),
        MiniMaxBench.shot(
            Optional.of(MiniMaxBench.photo(home)),
            Optional.empty(),
            Shape.WIDE,
            CameraMove.PUSH_IN),
        bench.workshop(),
        bench.time());
  }

  @Override
  protected Set<Step> steps() {
    return Set.of(Step.ORDER, Step.STATUS, Step.RESULT, Step.MEDIA);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    return switch (step) {
      case ORDER -> order(trouble, KEY);
      case STATUS -> status(trouble);
      case RESULT -> result(trouble);
      case UPLOAD, MEDIA, OTHER -> Optional.empty();
    };
  }

  @Override
  protected Duration deadline() {
    return Duration.ofMinutes(20);
  }

  /// What both APIs say to an order.
  static Optional<Answer> order(Trouble trouble, String key) {
    return switch (trouble) {
      case KEY -> Optional.of(FakeMiniMax.said(1004, "login fail: " + key));
      case CREDIT -> Optional.of(FakeMiniMax.said(1008, "insufficient balance"));
      case INPUT -> Optional.of(FakeMiniMax.said(2013, "invalid params, duration"));
      case MODERATION -> Optional.of(FakeMiniMax.said(1026, "input new_sensitive"));
      case MORE_FIELDS ->
          Optional.of(
              Answer.json(
                  200, "{\"task_id\":1069,\"mood\":{},\"base_resp\":{\"status_code\":0,\"x\":1}}"));
      case FAILED, GONE, RUNNING, UNKNOWN_STATUS -> Optional.empty();
    };
  }

  private static Optional<Answer> status(Trouble trouble) {
    return switch (trouble) {
      case KEY -> order(trouble, KEY);
      case FAILED -> Optional.of(task("Fail\",\"error_message\":\"internal error " + KEY));
      case MODERATION -> Optional.of(FakeMiniMax.said(1027, "output new_sensitive"));
      case GONE -> Optional.of(FakeMiniMax.said(2013, "invalid params, task_id"));
      case RUNNING -> Optional.of(task("Queueing"));
      case UNKNOWN_STATUS -> Optional.of(task("Rehearsing"));
      case INPUT, CREDIT, MORE_FIELDS -> Optional.empty();
    };
  }

  private static Optional<Answer> result(Trouble trouble) {
    return switch (trouble) {
      case KEY -> order(trouble, KEY);
      case GONE -> Optional.of(FakeMiniMax.said(2013, "invalid params, file_id"));
      default -> Optional.empty();
    };
  }

  static Answer task(String status) {
    return Answer.json(
        200,
        "{\"task_id\":\"1069\",\"status\":\"%s\",\"mood\":1,\"base_resp\":{\"status_code\":0}}"
            .formatted(status));
  }
}
