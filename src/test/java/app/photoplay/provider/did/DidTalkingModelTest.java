package app.photoplay.provider.did;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.talk.TalkNeed;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.testkit.SettableTime;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DidTalkingModelTest extends PaidModelContract<TalkPrompt, Render> {
  private static final Catalogue CATALOGUE = Catalogue.read(Section.unstated(""));

  @TempDir Path home;

  private static Did did(FakeApi api, Workshop workshop) {
    Account account = new Account("d-id", "", new Secret(KEY), 2);
    return new Did(
        new RemoteSettings("d-id", api.address(), Set.of(), Optional.empty(), List.of(account)),
        CATALOGUE,
        workshop);
  }

  @Override
  @SuppressWarnings("unchecked")
  protected Bench<TalkPrompt, Render> bench(Path home) throws Exception {
    SettableTime time = SettableTime.noon();
    Workshop workshop = Parts.workshop(home, time);
    FakeDid api = new FakeDid(KEY, Parts.video());
    var work = (Work.Paid<TalkPrompt, Render>) did(api, workshop).renderers().getFirst().work();
    return new Bench<>(api, work, Parts.talk(home), workshop, time);
  }

  @Override
  protected Set<Step> steps() {
    return EnumSet.of(Step.UPLOAD, Step.ORDER, Step.STATUS, Step.MEDIA);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    return switch (trouble) {
      case KEY -> Optional.of(FakeDid.error(401, "AuthorizationError", "no user " + KEY));
      case CREDIT ->
          at(
              step,
              Step.ORDER,
              FakeDid.error(402, "InsufficientCreditsError", "not enough credits"));
      case INPUT -> at(step, Step.ORDER, FakeDid.error(400, "ValidationError", "bad source_url"));
      case MODERATION ->
          step == Step.STATUS
              ? Optional.of(Answer.json(200, "{\"status\":\"rejected\"}"))
              : at(step, Step.ORDER, FakeDid.error(451, "ImageModerationError", "flagged"));
      case FAILED ->
          at(
              step,
              Step.STATUS,
              Answer.json(
                  200,
                  "{\"status\":\"error\",\"error\":{\"kind\":\"InternalError\",\"description\":\"x\"}}"));
      case GONE -> at(step, Step.STATUS, FakeDid.error(404, "NotFoundError", "not found"));
      case RUNNING ->
          at(
              step,
              Step.STATUS,
              Answer.json(200, "{\"status\":\"started\",\"pending_url\":\"s3://d-id/x\"}"));
      case UNKNOWN_STATUS -> at(step, Step.STATUS, Answer.json(200, "{\"status\":\"dreaming\"}"));
      case MORE_FIELDS ->
          step == Step.ORDER
              ? Optional.of(FakeDid.taken(",\"mood\":{\"good\":true}"))
              : at(step, Step.STATUS, Answer.json(200, FakeDid.done(",\"mood\":[]")));
    };
  }

  @Override
  protected boolean findsItsWork() {
    return true;
  }

  private static Optional<Answer> at(Step step, Step where, Answer answer) {
    return step == where ? Optional.of(answer) : Optional.empty();
  }

  @Test
  void bringsPhotoAndSoundAndOrdersATalk() throws Exception {
    try (Bench<TalkPrompt, Render> bench = bench(home)) {
      TalkPrompt prompt = bench.prompt();
      TalkPrompt lively =
          new TalkPrompt(
              prompt.photo(),
              prompt.speech(),
              prompt.timings(),
              prompt.shape(),
              prompt.quality(),
              prompt.motion(),
              Style.LIVELY,
              prompt.captions(),
              prompt.label());

      send(bench, lively, "job-42");

      List<FakeApi.Call> files = bench.api().calls(Step.UPLOAD);
      assertThat(files).extracting(FakeApi.Call::path).containsExactly("/images", "/audios");
      assertThat(files.getFirst().text())
          .contains("Content-Disposition: form-data; name=\"image\"; filename=\"photo.jpg\"")
          .contains("Content-Type: image/jpeg");
      assertThat(files.getLast().text())
          .contains("Content-Disposition: form-data; name=\"audio\"; filename=\"speech.wav\"")
          .contains("RIFF");
      FakeApi.Call order = bench.api().calls(Step.ORDER).getFirst();
      assertThat(order.header("authorization")).isEqualTo("Basic " + KEY);
      assertThat(order.json())
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"source_url": "s3://d-id-images-prod/img_1/photo.jpg",
                       "script": {"type": "audio",
                                  "audio_url": "s3://d-id-audios-prod/aud_1/speech.wav"},
                       "config": {"stitch": true, "result_format": "mp4"},
                       "driver_url": "bank://lively",
                       "user_data": "job-42"}
                      """));
    }
  }

  private static String send(Bench<TalkPrompt, Render> bench, TalkPrompt prompt, String key)
      throws InterruptedException {
    if (bench.work().upload(prompt) instanceof Result.Ready(var uploads)
        && bench.work().order(prompt, uploads, new Money(1)).send(key)
            instanceof Sent.Accepted(var operation)) {
      return operation;
    }
    throw new AssertionError("not taken");
  }

  @Test
  void bringsNoSoundThatDidWouldNotTake() throws Exception {
    try (Bench<TalkPrompt, Render> bench = bench(home)) {
      Parts.tone(bench.prompt().speech(), 126);

      assertThat(bench.work().upload(bench.prompt())).isInstanceOf(Result.Refused.class);
      assertThat(bench.api().calls(Step.UPLOAD)).isEmpty();
    }
  }

  @Test
  void saysWhoseFaultATalkIsThatFailed() throws Exception {
    assertThat(failure("FaceError")).isEqualTo("NOT_ACCEPTED");
    assertThat(failure("CelebrityDetectedError")).isEqualTo("POLICY");
    assertThat(failure("SomethingNewError")).isEqualTo("PROVIDER_BROKEN");
  }

  private String failure(String kind) throws Exception {
    try (Bench<TalkPrompt, Render> bench = bench(home)) {
      bench
          .api()
          .next(
              Step.STATUS,
              Answer.json(200, "{\"status\":\"error\",\"error\":{\"kind\":\"" + kind + "\"}}"));
      String operation = send(bench, bench.prompt(), "key");
      return bench.work().poll(operation, Optional::empty) instanceof Result.Refused(var why, _)
          ? why.code().name()
          : "";
    }
  }

  @Test
  void deletesATalkThatNobodyWants() throws Exception {
    try (Bench<TalkPrompt, Render> bench = bench(home)) {
      Cancelling cancelled = bench.work().cancel(send(bench, bench.prompt(), "key"));

      assertThat(cancelled).isEqualTo(new Cancelling.RunsOut());
      assertThat(bench.api().calls(Step.OTHER))
          .extracting(FakeApi.Call::method)
          .containsExactly("DELETE");
    }
  }

  @Test
  void looksHowMuchCreditIsLeft() throws Exception {
    try (FakeDid api = new FakeDid(KEY, new byte[0])) {
      Did did = did(api, Parts.workshop(home, SettableTime.noon()));

      assertThat(did.look().getFirst().said()).isEqualTo("D-ID has 37 credits left.");
      api.next(Step.OTHER, FakeDid.error(401, "AuthorizationError", "no"));
      assertThat(did.look().getFirst().good()).isFalse();
    }
  }

  @Test
  void chargesEachCreditThatIsBegun() throws Exception {
    try (FakeDid api = new FakeDid(KEY, new byte[0])) {
      var talks = did(api, Parts.workshop(home, SettableTime.noon())).renderers().getFirst();
      PriceBook prices = CATALOGUE.with(new PriceBook(Map.of()));

      assertThat(talks.price(need(Motion.TALK, 2000), prices)).contains(new Money(1_500_000));
      assertThat(talks.price(need(Motion.TALK, 15_001), prices)).contains(new Money(3_000_000));
      assertThat(talks.price(need(Motion.TALK, 120_001), prices)).isEmpty();
      assertThat(talks.price(need(Motion.ZOOM, 2000), prices)).isEmpty();
    }
  }

  private static TalkNeed need(Motion motion, long millis) {
    return new TalkNeed(motion, Shape.PHOTO, Quality.STANDARD, millis);
  }
}
