package app.photoplay.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.config.Section;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Model;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.TalkNeed;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.testkit.SettableTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes out to fal, field by field.
class FalRequestsTest {
  private static final Money ESTIMATE = new Money(1);

  @TempDir Path home;
  private FakeFal api;
  private Fal fal;

  @BeforeEach
  void start() throws Exception {
    api = new FakeFal(FalContract.key(), "video", Parts.video());
    fal = FalContract.fal(api, Parts.workshop(home, SettableTime.noon()));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private <P> String ordered(Model<?, P, ?> model, P prompt) throws Exception {
    Work.Paid<P, ?> work = (Work.Paid<P, ?>) model.work();
    Work.Uploads uploads = ((Result.Ready<Work.Uploads>) work.upload(prompt)).value();
    return switch (work.order(prompt, uploads, ESTIMATE).send("key")) {
      case Sent.Accepted(var operation) -> operation;
      case Sent other -> throw new AssertionError(other);
    };
  }

  private FakeApi.Call order() {
    return api.calls(Step.ORDER).getFirst();
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void bringsPhotoAndSoundAndOrdersATalkingHead() throws Exception {
    ordered(FalContract.named(fal.renderers(), "fal-kling-standard"), Parts.talk(home));

    assertThat(api.calls(Step.UPLOAD))
        .extracting(FakeApi.Call::json)
        .containsExactly(
            json("{'content_type':'image/jpeg','file_name':'photo.jpg'}"),
            json("{'content_type':'audio/wav','file_name':'speech.wav'}"));
    List<FakeApi.Call> files = api.calls(Step.OTHER);
    assertThat(files).extracting(FakeApi.Call::method).containsExactly("PUT", "PUT");
    assertThat(files.getFirst().header("content-type")).isEqualTo("image/jpeg");
    assertThat(files.getFirst().body()).startsWith(0xFF, 0xD8, 0xFF);
    assertThat(files.getLast().text()).startsWith("RIFF");
    // two seconds are the shortest: silence follows one second of speech
    assertThat(files.getLast().body()).hasSize(44 + 2 * 24_000 * 2);
    assertThat(order().path()).isEqualTo("/fal-ai/kling-video/ai-avatar/v2/standard");
    assertThat(order().header("authorization")).isEqualTo("Key " + FalContract.key());
    assertThat(order().json())
        .isEqualTo(
            json(
                "{'image_url':'https://v3.fal.media/files/b/photo.jpg',"
                    + "'audio_url':'https://v3.fal.media/files/b/speech.wav','prompt':"
                    + "'The person speaks calmly to the camera, with small moves of the head.'}"));
  }

  @Test
  void bringsNoPhotoToAServerThatNobodyNamed() throws Exception {
    api.next(
        Step.UPLOAD,
        Answer.json(
            200,
            "{\"file_url\":\"https://v3.fal.media/a\",\"upload_url\":\"http://192.0.2.1/a\"}"));
    Work.Paid<TalkPrompt, ?> work =
        (Work.Paid<TalkPrompt, ?>) FalContract.named(fal.renderers(), "fal-kling-standard").work();

    assertThat(work.upload(Parts.talk(home)))
        .isInstanceOfSatisfying(
            Result.Broken.class,
            it -> assertThat(it.cause()).hasMessageContaining("192.0.2.1, unencrypted"));
    assertThat(api.calls(Step.OTHER)).isEmpty();
  }

  @Test
  void ordersAShotAsLongAsTheModelMakesOne() throws Exception {
    ordered(FalContract.named(fal.cameras(), "fal-veo31-fast"), Parts.shot(home, 5));

    assertThat(order().json())
        .isEqualTo(
            json(
                "{'aspect_ratio':'auto','generate_audio':false,'resolution':'720p','prompt':'the"
                    + " fox turns its head. Camera: push in. watercolour.','image_url':"
                    + "'https://v3.fal.media/files/b/first.jpg','duration':'6s','seed':7}"));
  }

  @Test
  void ordersSpeechInTheFieldsOfItsModel() throws Exception {
    SpeechInput fast = new SpeechPrompt("Good morning!", "fal-rachel", new SpeechStyle(2, 3));
    SpeechInput high = new SpeechPrompt("Hi!", "fal-deep-voice-man", new SpeechStyle(1.5, 3));

    ordered(FalContract.named(fal.voices(), "fal-elevenlabs-turbo"), fast);
    ordered(FalContract.named(fal.voices(), "fal-minimax-speech"), high);

    assertThat(order().json())
        .isEqualTo(json("{'text':'Good morning!','voice':'Rachel','speed':1.2}"));
    assertThat(api.calls(Step.ORDER).getLast().json())
        .isEqualTo(
            json(
                "{'output_format':'url','prompt':'Hi!','voice_setting':{'voice_id':"
                    + "'Deep_Voice_Man','speed':1.5,'pitch':3}}"));
    assertThat(api.calls(Step.UPLOAD)).isEmpty();
  }

  @Test
  void asksAtTheAddressesThatItWasGiven() throws Exception {
    Model<?, TalkPrompt, ?> model = FalContract.named(fal.renderers(), "fal-kling-standard");
    String operation = ordered(model, Parts.talk(home));

    ((Work.Paid<TalkPrompt, ?>) model.work()).poll(operation, Optional::empty);

    String work = "/fal-ai/kling-video/requests/" + FakeFal.REQUEST;
    assertThat(api.calls(Step.STATUS))
        .extracting(FakeApi.Call::path)
        .containsExactly(work + "/status");
    assertThat(api.calls(Step.RESULT)).extracting(FakeApi.Call::path).containsExactly(work);
  }

  @Test
  void asksAtItsOwnServerWhateverAddressesItIsGiven() throws Exception {
    api.next(
        Step.ORDER,
        Answer.json(
            200,
            "{\"request_id\":\""
                + FakeFal.REQUEST
                + "\",\"status_url\":\"http://169.254.169.254/a\","
                + "\"response_url\":\"https://evil.example/b\"}"));
    Model<?, TalkPrompt, ?> model = FalContract.named(fal.renderers(), "fal-kling-standard");

    Map<String, String> kept = Operation.parse(ordered(model, Parts.talk(home))).more();

    String work = api.address() + "/fal-ai/kling-video/requests/" + FakeFal.REQUEST;
    assertThat(kept)
        .isEqualTo(Map.of("status", work + "/status", "result", work, "cancel", work + "/cancel"));
  }

  @Test
  void takesBackWhatNobodyHasBegun() throws Exception {
    Model<?, TalkPrompt, ?> model = FalContract.named(fal.renderers(), "fal-kling-standard");
    String operation = ordered(model, Parts.talk(home));
    Work.Paid<TalkPrompt, ?> work = (Work.Paid<TalkPrompt, ?>) model.work();

    api.next(Step.STATUS, Answer.json(202, "{\"status\":\"IN_QUEUE\"}"));
    Cancelling early = work.cancel(operation);
    api.next(Step.STATUS, Answer.json(202, "{\"status\":\"IN_PROGRESS\"}"));
    Cancelling late = work.cancel(operation);

    assertThat(early).isEqualTo(new Cancelling.Stopped(Money.ZERO));
    assertThat(late).isEqualTo(new Cancelling.RunsOut());
    assertThat(api.calls(Step.OTHER).getLast().method()).isEqualTo("PUT");
  }

  @Test
  void isPricedForWhatIsMade() {
    Catalogue catalogue = Catalogue.read(Section.unstated(""));
    PriceBook prices = catalogue.with(new PriceBook(Map.of()));
    var kling = FalContract.named(fal.renderers(), "fal-kling-standard");
    var veo = FalContract.named(fal.cameras(), "fal-veo31-fast");
    var speech = FalContract.named(fal.voices(), "fal-minimax-speech");

    assertThat(kling.price(talk(500), prices)).contains(new Money(2 * 56_200));
    assertThat(kling.price(talk(10_100), prices)).contains(new Money(11 * 56_200));
    assertThat(kling.price(talk(61_000), prices)).isEmpty();
    assertThat(kling.price(new TalkNeed(Motion.ZOOM, Shape.WIDE, Quality.STANDARD, 1000), prices))
        .isEmpty();
    assertThat(veo.price(shot(true, 5, Shape.WIDE), prices)).contains(new Money(600_000));
    assertThat(veo.price(shot(false, 5, Shape.WIDE), prices)).isEmpty();
    assertThat(veo.price(shot(true, 5, Shape.SQUARE), prices)).isEmpty();
    assertThat(veo.price(shot(true, 9, Shape.WIDE), prices)).isEmpty();
    assertThat(speech.price(new SpeechNeed("fal-wise-woman", 9000, 120), prices))
        .contains(new Money(12_000));
    assertThat(speech.price(new SpeechNeed("slt", 9000, 120), prices)).isEmpty();
    assertThat(speech.price(new SpeechNeed("", 9000, 0), prices)).isEmpty();
  }

  private static TalkNeed talk(long millis) {
    return new TalkNeed(Motion.TALK, Shape.PHOTO, Quality.STANDARD, millis);
  }

  private static ShotNeed shot(boolean frame, int seconds, Shape shape) {
    return new ShotNeed(
        "a fox", frame, false, seconds, shape, Quality.STANDARD, CameraMove.STATIC_SHOT);
  }

  @Test
  void looksWhetherTheKeyIsTaken() throws Exception {
    assertThat(fal.look().getFirst().good()).isTrue();
    api.next(Step.STATUS, Answer.json(401, "{\"detail\":\"no\"}"));
    assertThat(fal.look().getFirst().good()).isFalse();
    api.next(Step.STATUS, Answer.json(404, "{\"detail\":\"Request not found\"}"));
    assertThat(fal.look().getFirst().said()).startsWith("fal takes this key");
  }
}
