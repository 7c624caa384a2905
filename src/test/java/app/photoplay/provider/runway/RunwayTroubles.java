package app.photoplay.provider.runway;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import java.util.Optional;

/// How Runway says what is wrong.
final class RunwayTroubles {
  private RunwayTroubles() {}

  static Optional<Answer> answer(Step step, Trouble trouble, String key) {
    return switch (step) {
      case ORDER -> order(trouble, key);
      case UPLOAD -> trouble == Trouble.KEY ? Optional.of(wrongKey(key)) : Optional.empty();
      case STATUS -> status(trouble, key);
      case RESULT, MEDIA, OTHER -> Optional.empty();
    };
  }

  private static Answer wrongKey(String key) {
    return FakeRunway.error(401, "The API key is not valid: " + key);
  }

  private static Optional<Answer> order(Trouble trouble, String key) {
    return switch (trouble) {
      case KEY -> Optional.of(wrongKey(key));
      case CREDIT ->
          Optional.of(FakeRunway.error(400, "You do not have enough credits to run this task."));
      case INPUT -> Optional.of(FakeRunway.error(400, "Validation of body failed"));
      case MODERATION -> Optional.of(FakeRunway.error(400, "Content moderation: the input"));
      case MORE_FIELDS ->
          Optional.of(Answer.json(200, "{\"id\":\"t\",\"mood\":{\"good\":1},\"status\":\"NEW\"}"));
      case FAILED, GONE, RUNNING, UNKNOWN_STATUS -> Optional.empty();
    };
  }

  static Optional<Answer> status(Trouble trouble, String key) {
    return switch (trouble) {
      case KEY -> Optional.of(wrongKey(key));
      case FAILED -> Optional.of(failed("INTERNAL", "An unexpected error occurred " + key));
      case MODERATION -> Optional.of(failed("SAFETY.INPUT.TEXT", "Moderated"));
      case GONE -> Optional.of(FakeRunway.error(404, "No task with this id was found."));
      case RUNNING -> Optional.of(task("\"RUNNING\",\"progress\":0.4,\"mood\":[]"));
      case UNKNOWN_STATUS -> Optional.of(task("\"REHEARSING\""));
      case INPUT, CREDIT, MORE_FIELDS -> Optional.empty();
    };
  }

  private static Answer failed(String code, String text) {
    return task(
        "\"FAILED\",\"failure\":\"%s\",\"failureCode\":\"%s\",\"cost\":{\"credits\":0}"
            .formatted(text, code));
  }

  private static Answer task(String rest) {
    return Answer.json(
        200, "{\"id\":\"t\",\"createdAt\":\"2026-06-15T12:00:00.000Z\",\"status\":" + rest + "}");
  }
}
