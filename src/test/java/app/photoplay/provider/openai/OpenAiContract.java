package app.photoplay.provider.openai;

import app.photoplay.provider.Model;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What OpenRouter and OpenAI say to each of their models alike.
abstract class OpenAiContract<P, T> extends PaidModelContract<P, T> {
  abstract String provider();

  /// What the model makes, as a file.
  abstract byte[] media(Path home) throws Exception;

  abstract Model<?, P, T> model(OpenAi server);

  abstract P prompt(Path home) throws Exception;

  /// The usual answer, with fields that nobody knows.
  abstract Optional<Answer> more(Step step);

  @Override
  protected Bench<P, T> bench(Path home) throws Exception {
    SettableTime time = SettableTime.noon();
    Workshop workshop = Parts.workshop(home, time);
    FakeOpenAi api = new FakeOpenAi(KEY, media(home));
    Model<?, P, T> model = model(Servers.of(provider(), api, KEY, workshop));
    return new Bench<>(api, Servers.paid(model), prompt(home), workshop, time);
  }

  @Override
  protected Set<Step> steps() {
    return EnumSet.of(Step.ORDER);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    return switch (trouble) {
      case KEY -> Optional.of(FakeOpenAi.error(401, "User not found: " + KEY));
      case CREDIT -> at(step, FakeOpenAi.error(402, "Insufficient credits."), Step.ORDER);
      case INPUT -> at(step, FakeOpenAi.error(400, "Invalid option"), Step.ORDER);
      case MODERATION ->
          step == Step.STATUS
              ? Optional.of(
                  FakeOpenAi.job("failed", ",\"error\":\"Blocked by the content policy\""))
              : at(
                  step,
                  FakeOpenAi.error(
                      403,
                      "Input was refused",
                      ",\"metadata\":{\"reasons\":[\"violence\"],\"provider_name\":\"x\"}"),
                  Step.ORDER);
      case FAILED ->
          at(step, FakeOpenAi.job("failed", ",\"error\":\"Upstream error\""), Step.STATUS);
      case GONE -> at(step, FakeOpenAi.error(404, "Job not found"), Step.STATUS);
      case RUNNING -> at(step, FakeOpenAi.job("in_progress", ""), Step.STATUS);
      case UNKNOWN_STATUS -> at(step, FakeOpenAi.job("dreaming", ""), Step.STATUS);
      case MORE_FIELDS -> more(step);
    };
  }

  static Optional<Answer> at(Step step, Answer answer, Step... where) {
    return List.of(where).contains(step) ? Optional.of(answer) : Optional.empty();
  }
}
