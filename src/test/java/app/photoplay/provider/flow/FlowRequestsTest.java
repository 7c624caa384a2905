package app.photoplay.provider.flow;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.config.Section;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Provider.Look;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoPrompt;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes out to the gateway, and what its errors mean.
class FlowRequestsTest {
  private static final String KEY = "key-of-the-gateway";

  @TempDir Path home;
  private final FakeFlow api = new FakeFlow(KEY, new byte[0]);
  private Flow flow;

  @BeforeEach
  void start() {
    flow = FlowVideoModelTest.flow(api.address(), KEY, Parts.workshop(home, SettableTime.noon()));
  }

  @AfterEach
  void stop() {
    assertThat(api.surprises()).isEmpty();
    api.close();
  }

  @Test
  void wordsAlone() throws Exception {
    assertThat(order(shot(Optional.empty(), Optional.empty(), 3, Shape.PHOTO)))
        .isInstanceOf(Sent.Accepted.class);

    Call call = api.calls(Step.ORDER).getFirst();
    assertThat(call.path()).isEqualTo("/v1/chat/completions");
    assertThat(call.header("authorization")).isEqualTo("Bearer " + KEY);
    assertThat(call.json())
        .isEqualTo(
            json(
                Map.of(
                    "model",
                    "veo_3_1_t2v_lite_landscape_4s",
                    "stream",
                    true,
                    "messages",
                    List.of(
                        Map.of(
                            "role",
                            "user",
                            "content",
                            List.of(
                                Map.of(
                                    "type",
                                    "text",
                                    "text",
                                    "A fox looks up. wide shot. Camera: push in.")))))));
  }

  @Test
  void theFirstPictureComesBeforeTheLast() throws Exception {
    Path photo = Parts.photo(home);

    assertThat(order(shot(Optional.of(photo), Optional.of(photo), 8, Shape.WIDE)))
        .isInstanceOf(Sent.Accepted.class);

    JsonNode body = api.calls(Step.ORDER).getFirst().json();
    assertThat(body.path("model").asText()).isEqualTo("veo_3_1_interpolation_lite_landscape_8s");
    JsonNode content = body.path("messages").path(0).path("content");
    assertThat(content).hasSize(3);
    assertThat(content.path(1).path("image_url").path("url").asText())
        .startsWith("data:image/jpeg;base64,");
  }

  @Test
  void aTallShotHasAModelOfItsOwn() throws Exception {
    Path photo = Parts.photo(home);

    assertThat(order(shot(Optional.of(photo), Optional.empty(), 4, Shape.TALL)))
        .isInstanceOf(Sent.Accepted.class);

    assertThat(api.calls(Step.ORDER).getFirst().json().path("model").asText())
        .isEqualTo("veo_3_1_i2v_lite_portrait_4s");
  }

  @Test
  void aShotCostsWhatTheOperatorSays() {
    PriceBook prices =
        new Catalogue(List.of(FlowVideoModelTest.CARD)).with(new PriceBook(Map.of()));
    ShotNeed need =
        new ShotNeed("a fox", true, false, 5, Shape.WIDE, Quality.STANDARD, CameraMove.PUSH_IN);
    ShotNeed square =
        new ShotNeed("a fox", true, false, 5, Shape.SQUARE, Quality.STANDARD, CameraMove.PUSH_IN);

    assertThat(flow.cameras().getFirst().price(need, prices)).contains(new Money(200_000));
    assertThat(flow.cameras().getFirst().price(square, prices)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400,Wrong number of images,NOT_ACCEPTED",
    "401,Invalid API key,PROVIDER_CLOSED",
    "403,needs a higher tier,PROVIDER_CLOSED",
    "500,internal,PROVIDER_BROKEN",
    "502,blocked by a safety filter,POLICY",
    "504,timeout,PROVIDER_LATE"
  })
  void anErrorWithinTheAnswer(int status, String message, Code code) throws Exception {
    api.next(Step.ORDER, FakeFlow.events(FakeFlow.failure(status, message), "[DONE]"));

    Sent sent = order(shot(Optional.empty(), Optional.empty(), 4, Shape.WIDE));

    assertThat(((Sent.Refused) sent).failure().code()).isEqualTo(code);
  }

  @Test
  void aGatewayWithoutAFreeAccountIsBusy() throws Exception {
    api.next(Step.ORDER, FakeFlow.error(503, "No available tokens"));

    assertThat(order(shot(Optional.empty(), Optional.empty(), 4, Shape.WIDE)))
        .isInstanceOf(Sent.Busy.class);
  }

  @Test
  void aGatewayThatLacksModelsIsGoodAndSaysWhich() throws Exception {
    Look look = flow.look().getFirst();

    assertThat(look.good()).isTrue();
    assertThat(look.said())
        .startsWith("The gateway takes this key; it has no ")
        .contains("veo_3_1_i2v_lite_portrait_8s");
  }

  @Test
  void aKeyThatIsRefusedIsNoGood() throws Exception {
    api.next(Step.OTHER, FakeFlow.detail(401, "Invalid API key"));

    assertThat(flow.look()).containsExactly(new Look("", false, "The gateway refuses this key."));
  }

  @Test
  void aGatewayThatIsAwayIsSaidToBe() throws Exception {
    api.next(Step.OTHER, Answer.json(500, "{}"));

    assertThat(flow.look().getFirst().said()).isEqualTo("The gateway cannot be asked right now.");
  }

  @Test
  void itIsOffUntilSomebodySaysWhereItIs() {
    assertThat(Flow.settings(Section.unstated("providers")).accounts()).isEmpty();
    assertThat(Flow.settings(Section.unstated("providers")).baseUrl().getHost())
        .endsWith(".invalid");
  }

  private Sent order(VideoPrompt prompt) throws InterruptedException {
    return FlowVideoModelTest.camera(flow)
        .order(prompt, Uploads.NONE, new Money(200_000))
        .send("key");
  }

  private static VideoPrompt shot(
      Optional<Path> first, Optional<Path> last, double seconds, Shape shape) {
    return new VideoPrompt(
        "A fox looks up",
        "",
        "",
        first,
        last,
        seconds,
        shape,
        Quality.STANDARD,
        CameraMove.PUSH_IN,
        ShotSize.WIDE,
        7);
  }

  private static JsonNode json(Object value) throws Exception {
    ObjectMapper json = new ObjectMapper();
    return json.readTree(json.writeValueAsBytes(value));
  }
}
