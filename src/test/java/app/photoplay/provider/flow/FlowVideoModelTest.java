package app.photoplay.provider.flow;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.Price;
import app.photoplay.budget.price.Unit;
import app.photoplay.config.Secret;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.Lengths;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.catalogue.ModelCard.Makes;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.SettableTime;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class FlowVideoModelTest extends PaidModelContract<VideoPrompt, Render> {
  static final ModelCard CARD =
      new ModelCard(
          "flow-lite",
          "flow",
          "veo_3_1_t2v_lite_{o}_{s}",
          Makes.CLIP,
          Set.of(Quality.STANDARD),
          new Lengths(List.of(4, 6, 8)),
          Set.of(Shape.WIDE, Shape.TALL),
          Set.of(Ability.WORDS, Ability.FIRST_FRAME, Ability.LAST_FRAME, Ability.SOUND),
          2000,
          Price.of(new Money(200_000), Unit.CALL),
          2,
          Duration.ofMinutes(27),
          Map.of(
              "first", "veo_3_1_i2v_lite_{o}_{s}",
              "both", "veo_3_1_interpolation_lite_{o}_{s}"));

  static Flow flow(URI address, String key, Workshop workshop) {
    Account account = new Account("flow", "", new Secret(key), 2);
    return new Flow(
        new RemoteSettings("flow", address, Set.of(), Optional.empty(), List.of(account)),
        new Catalogue(List.of(CARD)),
        workshop);
  }

  @SuppressWarnings("unchecked")
  static Work.Paid<VideoPrompt, Render> camera(Flow flow) {
    return (Work.Paid<VideoPrompt, Render>) flow.cameras().getFirst().work();
  }

  @Override
  protected Bench<VideoPrompt, Render> bench(Path home) throws Exception {
    SettableTime time = SettableTime.noon();
    Workshop workshop = Parts.workshop(home, time);
    FakeFlow api = new FakeFlow(KEY, Parts.video());
    return new Bench<>(
        api, camera(flow(api.address(), KEY, workshop)), Parts.shot(home, 1), workshop, time);
  }

  @Override
  protected Set<Step> steps() {
    return EnumSet.of(Step.ORDER, Step.MEDIA);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    if (step != Step.ORDER) {
      return Optional.empty();
    }
    return switch (trouble) {
      case KEY -> Optional.of(FakeFlow.detail(401, "Invalid API key " + KEY));
      case INPUT -> Optional.of(FakeFlow.detail(422, "field required"));
      case MODERATION ->
          Optional.of(
              FakeFlow.events(FakeFlow.failure(502, "PUBLIC_ERROR_UNSAFE_GENERATION"), "[DONE]"));
      case MORE_FIELDS ->
          Optional.of(
              FakeFlow.events(
                  FakeFlow.chunk("\"reasoning_content\":\"go\",\"mood\":[1]"), "[DONE]"));
      case CREDIT, FAILED, GONE, RUNNING, UNKNOWN_STATUS -> Optional.empty();
    };
  }
}
