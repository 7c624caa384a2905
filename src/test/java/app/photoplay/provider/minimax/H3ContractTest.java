package app.photoplay.provider.minimax;

import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.VideoPrompt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Shots by the second API.
class H3ContractTest extends PaidModelContract<VideoPrompt, Render> {
  @Override
  protected Bench<VideoPrompt, Render> bench(Path home) throws Exception {
    MiniMaxBench bench = new MiniMaxBench(home, KEY);
    return new Bench<>(
        bench.api(),
        bench.work("minimax-h3"),
        MiniMaxBench.shot(
            Optional.of(Parts.photo(home)), Optional.empty(), Shape.WIDE, CameraMove.PUSH_IN),
        bench.workshop(),
        bench.time());
  }

  @Override
  protected Set<Step> steps() {
    return Set.of(Step.ORDER, Step.STATUS, Step.MEDIA);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    return switch (step) {
      case ORDER -> HailuoContractTest.order(trouble, KEY);
      case STATUS -> status(trouble);
      case UPLOAD, RESULT, MEDIA, OTHER -> Optional.empty();
    };
  }

  @Override
  protected Duration deadline() {
    return Duration.ofMinutes(20);
  }

  private static Optional<Answer> status(Trouble trouble) {
    return switch (trouble) {
      case KEY -> Optional.of(Answer.json(401, "{\"message\":\"no key " + KEY + "\"}"));
      case FAILED ->
          Optional.of(task("failed\",\"error\":{\"message\":\"busy " + KEY + "\"},\"x\":\""));
      case MODERATION ->
          Optional.of(task("failed\",\"error\":{\"message\":\"Sensitive output\"},\"x\":\""));
      case GONE -> Optional.of(Answer.json(404, "{\"message\":\"no such task\"}"));
      case RUNNING -> Optional.of(task("running"));
      case UNKNOWN_STATUS -> Optional.of(task("rehearsing"));
      case INPUT, CREDIT, MORE_FIELDS -> Optional.empty();
    };
  }

  private static Answer task(String status) {
    return Answer.json(
        200, "{\"task\":{\"task_id\":\"1069\",\"status\":\"%s\"}}".formatted(status));
  }
}
