package app.photoplay.provider.fal;

import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.provider.Model;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What fal says to each of its models alike.
abstract class FalContract<P, T> extends PaidModelContract<P, T> {
  /// What the model makes: `video` or `audio`.
  abstract String output();

  /// As fal calls it.
  abstract String id();

  static String key() {
    return KEY;
  }

  static Fal fal(FakeFal api, Workshop workshop) {
    Account account = new Account("fal", "", new Secret(KEY), 2);
    RemoteSettings remote =
        new RemoteSettings("fal", api.address(), Set.of(), Optional.empty(), List.of(account));
    return new Fal(
        new Fal.Settings(remote, api.address()), Catalogue.read(Section.unstated("")), workshop);
  }

  static <M extends Model<?, ?, ?>> M named(List<M> models, String name) {
    return models.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  abstract FakeFal api(Path home) throws Exception;

  abstract Model<?, P, T> model(Fal fal);

  abstract P prompt(Path home) throws Exception;

  @Override
  @SuppressWarnings("unchecked")
  protected Bench<P, T> bench(Path home) throws Exception {
    SettableTime time = SettableTime.noon();
    Workshop workshop = Parts.workshop(home, time);
    FakeFal api = api(home);
    Work.Paid<P, T> work = (Work.Paid<P, T>) model(fal(api, workshop)).work();
    return new Bench<>(api, work, prompt(home), workshop, time);
  }

  @Override
  protected Set<Step> steps() {
    return EnumSet.of(Step.UPLOAD, Step.ORDER, Step.STATUS, Step.RESULT, Step.MEDIA);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    return switch (trouble) {
      case KEY -> Optional.of(Answer.json(401, "{\"detail\":\"Invalid key " + KEY + "\"}"));
      case MODERATION ->
          at(
              step,
              FakeFal.error(422, "content_policy_violation", "flagged"),
              Step.ORDER,
              Step.RESULT);
      case INPUT -> at(step, FakeFal.error(422, "image_load_error", "no image"), Step.ORDER);
      case CREDIT ->
          at(
              step,
              Answer.json(403, "{\"detail\":\"User is locked. Reason: Exhausted balance.\"}"),
              Step.ORDER);
      case FAILED -> at(step, FakeFal.error(500, "downstream_service_error", "broke"), Step.RESULT);
      case GONE ->
          at(
              step,
              Answer.json(404, "{\"detail\":\"Request not found\"}"),
              Step.STATUS,
              Step.RESULT);
      case RUNNING ->
          at(step, Answer.json(202, "{\"status\":\"IN_PROGRESS\",\"logs\":null}"), Step.STATUS);
      case UNKNOWN_STATUS -> at(step, Answer.json(200, "{\"status\":\"WARMING_UP\"}"), Step.STATUS);
      case MORE_FIELDS -> more(step);
    };
  }

  private Optional<Answer> more(Step step) {
    return switch (step) {
      case ORDER -> Optional.of(FakeFal.taken(id(), ",\"mood\":{\"good\":true}"));
      case STATUS -> Optional.of(Answer.json(200, "{\"status\":\"COMPLETED\",\"mood\":[1]}"));
      case RESULT ->
          Optional.of(
              Answer.json(
                  200,
                  "{\"mood\":1,\""
                      + output()
                      + "\":{\"url\":\""
                      + Answer.HERE
                      + "/media/out\",\"mood\":{}}}"));
      default -> Optional.empty();
    };
  }

  private static Optional<Answer> at(Step step, Answer answer, Step... where) {
    return List.of(where).contains(step) ? Optional.of(answer) : Optional.empty();
  }
}
