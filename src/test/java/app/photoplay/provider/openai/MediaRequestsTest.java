package app.photoplay.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.TinyVideo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shots and speech: what goes out, and what answers mean and cost.
class MediaRequestsTest {
  private static final String KEY = "sk-or-v1-of-the-operator";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PriceBook PRICES = Servers.CATALOGUE.with(new PriceBook(Map.of()));

  @TempDir Path home;
  private FakeOpenAi api;
  private OpenAi openRouter;
  private OpenAi openAi;

  @BeforeEach
  void start() throws Exception {
    api = new FakeOpenAi(KEY, Parts.video());
    var workshop = Parts.workshop(home, SettableTime.noon());
    openRouter = Servers.of("openrouter", api, KEY, workshop);
    openAi = Servers.of("openai", api, KEY, workshop);
  }

  @AfterEach
  void stop() {
    assertThat(api.surprises()).isEmpty();
    api.close();
  }

  @Test
  void aShotThatBeginsAndEndsWithAPhoto() throws Exception {
    Path photo = Parts.photo(home);
    VideoPrompt prompt = shot(Optional.of(photo), Optional.of(photo), 5, Shape.TALL);

    order(camera("openrouter-veo-fast"), prompt);

    Call call = api.calls(Step.ORDER).getFirst();
    JsonNode frames = call.json().path("frame_images");
    assertThat(call.path()).isEqualTo("/api/v1/videos");
    assertThat(frames).hasSize(2);
    assertThat(frames.path(0).path("frame_type").asText()).isEqualTo("first_frame");
    assertThat(frames.path(1).path("frame_type").asText()).isEqualTo("last_frame");
    assertThat(without(call.json(), "frame_images"))
        .isEqualTo(
            json(
                Map.of(
                    "model",
                    "google/veo-3.1-fast",
                    "prompt",
                    "the fox turns its head. Camera: push in. watercolour.",
                    "duration",
                    6,
                    "resolution",
                    "1080p",
                    "aspect_ratio",
                    "9:16",
                    "generate_audio",
                    true,
                    "seed",
                    7)));
  }

  @Test
  void aShotOfWordsAloneWithoutSound() throws Exception {
    order(camera("openrouter-wan"), shot(Optional.empty(), Optional.empty(), 5, Shape.PHOTO));

    JsonNode body = api.calls(Step.ORDER).getFirst().json();
    assertThat(body.has("frame_images")).isFalse();
    assertThat(body.path("generate_audio").asBoolean(true)).isFalse();
    assertThat(body.path("aspect_ratio").asText()).isEqualTo("16:9");
    assertThat(body.path("duration").asInt()).isEqualTo(5);
  }

  @Test
  void aShotThatFollowsItsPhotoHasTheNearestShape() throws Exception {
    Path photo = TinyVideo.portrait(home.resolve("nearly-square.jpg"), 240, 200);
    VideoPrompt prompt = shot(Optional.of(photo), Optional.empty(), 5, Shape.PHOTO);

    order(camera("openrouter-wan"), prompt);

    assertThat(api.calls(Step.ORDER).getFirst().json().path("aspect_ratio").asText())
        .isEqualTo("1:1");
  }

  @Test
  void aShotThatIsTooLongIsRefusedWithoutARequest() throws Exception {
    Sent sent =
        order(camera("openrouter-veo"), shot(Optional.empty(), Optional.empty(), 9, Shape.WIDE));

    assertThat(((Sent.Refused) sent).failure().code()).isEqualTo(Code.NOT_ACCEPTED);
    assertThat(api.calls(Step.ORDER)).isEmpty();
  }

  @Test
  void aShotCostsTheLengthThatIsMade() {
    assertThat(price("openrouter-veo-fast", 5, Shape.WIDE, Quality.STANDARD, false))
        .contains(new Money(720_000));
    assertThat(price("openrouter-veo-fast", 9, Shape.WIDE, Quality.STANDARD, false)).isEmpty();
    assertThat(price("openrouter-veo-fast", 5, Shape.SQUARE, Quality.STANDARD, false)).isEmpty();
    assertThat(price("openrouter-veo-fast", 5, Shape.WIDE, Quality.PREMIUM, false)).isEmpty();
    assertThat(price("openrouter-wan", 5, Shape.WIDE, Quality.STANDARD, true)).isEmpty();
  }

  @Test
  void theVideoIsFetchedWithTheKeyWhereItsAddressIsNotSigned() throws Exception {
    Result<Render> result = poll();

    assertThat(((Result.Charged<Render>) result).amount()).isEqualTo(new Money(720_000));
    Call media = api.calls(Step.MEDIA).getFirst();
    assertThat(media.path()).isEqualTo("/api/v1/videos/" + FakeOpenAi.JOB + "/content?index=0");
    assertThat(media.header("authorization")).isEqualTo("Bearer " + KEY);
  }

  @Test
  void aSignedAddressIsAskedWithoutTheKey() throws Exception {
    api.next(Step.STATUS, FakeOpenAi.completed(",\"urls\":[\"" + Answer.HERE + "/signed/a.mp4\"]"));

    assertThat(poll()).isInstanceOf(Result.Charged.class);

    Call media = api.calls(Step.MEDIA).getFirst();
    assertThat(media.path()).isEqualTo("/signed/a.mp4");
    assertThat(media.header("authorization")).isEmpty();
  }

  @Test
  void aShotThatFailedMayCostSomething() throws Exception {
    api.next(
        Step.STATUS,
        FakeOpenAi.job("failed", ",\"error\":\"Upstream error\",\"usage\":{\"cost\":0.05}"));

    Result.Refused<Render> refused = (Result.Refused<Render>) poll();

    assertThat(refused.failure().code()).isEqualTo(Code.PROVIDER_BROKEN);
    assertThat(refused.charged()).isEqualTo(new Money(50_000));
  }

  @Test
  void aShotThatExpiredIsGone() throws Exception {
    api.next(Step.STATUS, FakeOpenAi.job("expired", ""));

    assertThat(((Result.Refused<Render>) poll()).failure().code()).isEqualTo(Code.RESULT_GONE);
  }

  @Test
  void speechIsOrderedByVoiceAndSpeed() throws Exception {
    SpeechModel voice = Servers.named(openAi.voices(), "openai-speech");
    SpeechInput prompt = new SpeechPrompt("Good morning!", "openai-nova", new SpeechStyle(1.5, 3));

    Servers.paid(voice).order(prompt, Uploads.NONE, new Money(1)).send("key");

    Call call = api.calls(Step.ORDER).getFirst();
    assertThat(call.path()).isEqualTo("/api/v1/audio/speech");
    assertThat(call.json())
        .isEqualTo(
            json(
                Map.of(
                    "model",
                    "tts-1",
                    "input",
                    "Good morning!",
                    "voice",
                    "nova",
                    "response_format",
                    "mp3",
                    "speed",
                    1.5)));
    assertThat(voice.price(new SpeechNeed("openai-nova", 2000, 13), PRICES))
        .contains(new Money(195));
    assertThat(voice.price(new SpeechNeed("", 2000, 0), PRICES)).isEmpty();
  }

  @Test
  void speechThatCameAsAnErrorWithinASuccessIsNone() throws Exception {
    SpeechModel voice = Servers.named(openAi.voices(), "openai-speech");
    api.next(Step.ORDER, Answer.json(200, "{\"error\":{\"code\":402,\"message\":\"empty\"}}"));

    Sent sent =
        Servers.paid(voice)
            .order(new SpeechPrompt("Hi", "openai-nova"), Uploads.NONE, new Money(1))
            .send("key");

    assertThat(((Sent.Refused) sent).failure().code()).isEqualTo(Code.PROVIDER_CLOSED);
  }

  private Result<Render> poll() throws Exception {
    VideoPrompt prompt = shot(Optional.empty(), Optional.empty(), 1, Shape.WIDE);
    String operation = new Operation(FakeOpenAi.JOB, 0, Map.of()).toString();
    return Servers.paid(camera("openrouter-veo-fast")).poll(operation, () -> Optional.of(prompt));
  }

  private VideoModel camera(String name) {
    return Servers.named(openRouter.cameras(), name);
  }

  private Optional<Money> price(
      String name, int seconds, Shape shape, Quality quality, boolean last) {
    return camera(name)
        .price(
            new ShotNeed("a fox", true, last, seconds, shape, quality, CameraMove.PUSH_IN), PRICES);
  }

  private static Sent order(VideoModel camera, VideoPrompt prompt) throws InterruptedException {
    return Servers.paid(camera).order(prompt, Uploads.NONE, new Money(1)).send("key");
  }

  private static VideoPrompt shot(
      Optional<Path> first, Optional<Path> last, double seconds, Shape shape) {
    return new VideoPrompt(
        "A fox looks up",
        "watercolour",
        "the fox turns its head",
        first,
        last,
        seconds,
        shape,
        Quality.STANDARD,
        CameraMove.PUSH_IN,
        ShotSize.WIDE,
        7);
  }

  private static JsonNode without(JsonNode body, String field) {
    return ((ObjectNode) body.deepCopy()).without(field);
  }

  private static JsonNode json(Object value) throws Exception {
    return JSON.readTree(JSON.writeValueAsBytes(value));
  }
}
