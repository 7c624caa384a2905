package app.photoplay.provider.google;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import java.util.Optional;
import java.util.Set;

/// What holds for every paid model, for Google's that answer at once.
abstract class GoogleContract<P, T> extends PaidModelContract<P, T> {
  /// What the usual answer is, with fields that nobody knows.
  abstract String more();

  @Override
  protected Set<Step> steps() {
    return Set.of(Step.ORDER);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    return switch (trouble) {
      case KEY ->
          Optional.of(
              GoogleFake.error(
                  400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key."));
      case CREDIT ->
          Optional.of(
              GoogleFake.error(429, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted."));
      case INPUT ->
          Optional.of(
              GoogleFake.error(
                  400, "INVALID_ARGUMENT", "Unable to process input image. Please retry."));
      case MODERATION -> Optional.of(moderation());
      case MORE_FIELDS -> Optional.of(Answer.json(200, more()));
      case GONE -> Optional.of(GoogleFake.error(404, "NOT_FOUND", "not found"));
      case FAILED, RUNNING, UNKNOWN_STATUS -> Optional.empty();
    };
  }

  Answer moderation() {
    return Answer.json(
        200, "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"more\":1}");
  }
}
