package app.photoplay.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.SettableTime;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shots with Veo, in a project; without a bucket the video comes with the answer.
class VeoTest extends PaidModelContract<VideoPrompt, Render> {
  private static final String NAME = "{\"name\":\"" + GoogleFake.VEO + "\"";

  @TempDir Path home;
  private final SettableTime time = SettableTime.noon();
  private final GoogleFake fake = new GoogleFake(KEY);

  @AfterEach
  void end() {
    fake.close();
  }

  @Override
  protected Bench<VideoPrompt, Render> bench(Path home) throws Exception {
    GoogleFake api = new GoogleFake(KEY);
    api.status(inline());
    Workshop workshop = Parts.workshop(home, time);
    Google google = Keys.vertex(api, KEY, home, "", workshop);
    return new Bench<>(
        api, paid(camera(google, "google-veo-fast")), Parts.shot(home, 1), workshop, time);
  }

  private static String inline() throws Exception {
    return NAME
        + ",\"done\":true,\"response\":{\"@type\":\"type.googleapis.com/x\",\"videos\":[{"
        + "\"bytesBase64Encoded\":\""
        + GoogleFake.base64(Parts.video())
        + "\",\"mimeType\":\"video/mp4\"}]}}";
  }

  @Override
  protected Set<Step> steps() {
    return Set.of(Step.ORDER, Step.STATUS);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    boolean order = step == Step.ORDER;
    return Optional.ofNullable(
        switch (trouble) {
          case KEY -> GoogleFake.error(403, "PERMISSION_DENIED", "Permission denied on resource");
          case CREDIT ->
              GoogleFake.error(
                  403, "PERMISSION_DENIED", "This API method requires billing to be enabled.");
          case INPUT ->
              GoogleFake.error(400, "INVALID_ARGUMENT", "durationSeconds is out of range");
          case MODERATION ->
              order
                  ? GoogleFake.error(
                      400,
                      "INVALID_ARGUMENT",
                      "The prompt could not be submitted. Support codes: 58061214")
                  : ended(3, "The prompt could not be submitted. Support codes: 58061214");
          case FAILED -> order ? null : ended(13, "Internal error. Try again.");
          case GONE -> order ? null : GoogleFake.error(404, "NOT_FOUND", "Operation not found");
          case RUNNING -> order ? null : Answer.json(200, NAME + ",\"done\":false}");
          case UNKNOWN_STATUS -> order ? null : Answer.json(200, NAME + ",\"state\":\"baking\"}");
          case MORE_FIELDS -> order ? Answer.json(200, NAME + ",\"news\":[1]}") : more();
        });
  }

  private static Answer ended(int code, String message) {
    return Answer.json(
        200,
        NAME
            + ",\"done\":true,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
                .formatted(code, message));
  }

  private static Answer more() {
    try {
      return Answer.json(200, inline().replaceFirst("\\{", "{\"news\":{\"a\":[1]},"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theRequestIsAsDocumented() throws Exception {
    VideoPrompt first = Parts.shot(home, 5);
    VideoPrompt both =
        new VideoPrompt(
            first.text(),
            first.style(),
            first.motion(),
            first.firstFrame(),
            first.firstFrame(),
            5,
            Shape.WIDE,
            Quality.STANDARD,
            CameraMove.PUSH_IN,
            ShotSize.WIDE,
            0x1_0000_0007L);
    Google google = Keys.vertex(fake, KEY, home, GoogleFake.BUCKET, workshop());

    ordered(camera(google, "google-veo-fast"), both);

    Call call = fake.calls(Step.ORDER).getFirst();
    assertThat(call.path())
        .isEqualTo(
            "/v1beta1/projects/proj/locations/us-central1/publishers/google/models"
                + "/veo-3.1-fast-generate-001:predictLongRunning");
    assertThat(call.header("authorization")).isEqualTo("Bearer " + GoogleFake.TOKEN);
    ObjectNode body = (ObjectNode) call.json();
    for (String frame : new String[] {"image", "lastFrame"}) {
      byte[] jpeg =
          ((ObjectNode) body.at("/instances/0/" + frame))
              .remove("bytesBase64Encoded")
              .binaryValue();
      assertThat(jpeg).startsWith(0xFF, 0xD8, 0xFF);
    }
    assertThat(body)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"instances":[{
                      "prompt":"the fox turns its head. Camera: push in. watercolour.",
                      "image":{"mimeType":"image/jpeg"},"lastFrame":{"mimeType":"image/jpeg"}}],
                     "parameters":{"sampleCount":1,"storageUri":"gs://shots/photoplay/key-1/",
                      "durationSeconds":6,"seed":7,"aspectRatio":"16:9","resolution":"1080p",
                      "personGeneration":"allow_adult","generateAudio":true,
                      "resizeMode":"crop"}}
                    """));
  }

  @Test
  void wordsAloneAreAShotToo() throws Exception {
    VideoPrompt words =
        new VideoPrompt(
            "A fox looks up",
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            8,
            Shape.TALL,
            Quality.STANDARD,
            CameraMove.STATIC_SHOT,
            ShotSize.CLOSE_UP,
            7);

    ordered(camera(Keys.vertex(fake, KEY, home, "", workshop()), "google-veo"), words);

    assertThat(fake.calls(Step.ORDER).getFirst().json())
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"instances":[{
                      "prompt":"A fox looks up. close up shot. Camera: static shot."}],
                     "parameters":{"sampleCount":1,"durationSeconds":8,"seed":7,
                      "aspectRatio":"9:16","resolution":"1080p",
                      "personGeneration":"allow_adult","generateAudio":true}}
                    """));
  }

  @Test
  void aVideoInTheBucketIsFetchedAndLaterRemoved() throws Exception {
    Google google = Keys.vertex(fake, KEY, home, GoogleFake.BUCKET, workshop());
    VideoModel camera = camera(google, "google-veo-fast");
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));
    String object = "photoplay/key-1/123/sample_0.mp4";
    fake.objects().put(object, Parts.video());
    fake.status(
        NAME
            + ",\"done\":true,\"response\":{\"videos\":[{\"gcsUri\":\"gs://shots/"
            + object
            + "\",\"mimeType\":\"video/mp4\"}]}}");

    Result<Render> result = polled(camera, operation);

    assertThat(result).isInstanceOf(Result.Ready.class);
    assertThat(fake.objects()).containsOnlyKeys(object);
    time.advance(Leftovers.KEPT);
    polled(camera, operation);
    assertThat(fake.objects()).isEmpty();
  }

  @Test
  void whatIsLeftIsRemovedAtTheEnd() throws Exception {
    Google google = Keys.vertex(fake, KEY, home, GoogleFake.BUCKET, workshop());
    VideoModel camera = camera(google, "google-veo-fast");
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));
    String object = "photoplay/key-1/123/sample_0.mp4";
    fake.objects().put(object, Parts.video());
    fake.status(
        NAME
            + ",\"done\":true,\"response\":{\"videos\":[{\"gcsUri\":\"gs://shots/"
            + object
            + "\"}]}}");
    polled(camera, operation);

    google.close();

    assertThat(fake.objects()).isEmpty();
  }

  @Test
  void aVideoInSomebodyElsesBucketIsLeftThere() throws Exception {
    Google google = Keys.vertex(fake, KEY, home, GoogleFake.BUCKET, workshop());
    VideoModel camera = camera(google, "google-veo-fast");
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));
    fake.status(
        NAME + ",\"done\":true,\"response\":{\"videos\":[{\"gcsUri\":\"gs://theirs/x.mp4\"}]}}");

    assertThat(refused(polled(camera, operation))).isEqualTo(Code.BAD_RESULT);
    assertThat(fake.calls(Step.MEDIA)).isEmpty();
  }

  @Test
  void whatWasFilteredAwayIsForbiddenNotMissing() throws Exception {
    VideoModel camera = camera(Keys.vertex(fake, KEY, home, "", workshop()), "google-veo-fast");
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));
    fake.status(
        NAME
            + ",\"done\":true,\"response\":{\"raiMediaFilteredCount\":1,\"raiMediaFilteredReasons\":"
            + "[\"Veo could not generate videos. Support codes: 29310472\"]}}");
    assertThat(refused(polled(camera, operation))).isEqualTo(Code.POLICY);

    fake.status(NAME + ",\"done\":true}");
    assertThat(refused(polled(camera, operation))).isEqualTo(Code.POLICY);
    fake.status(NAME + ",\"done\":true,\"response\":{\"videos\":[]}}");
    assertThat(refused(polled(camera, operation))).isEqualTo(Code.POLICY);
  }

  @ParameterizedTest
  @CsvSource({
    "3, durationSeconds is out of range, NOT_ACCEPTED",
    "3, The prompt violates the usage guidelines, POLICY",
    "5, not found, RESULT_GONE",
    "7, the service agent may not write to the bucket, PROVIDER_CLOSED",
    "8, resource exhausted, PROVIDER_BROKEN",
    "14, unavailable, PROVIDER_BROKEN"
  })
  void theEndSaysWhy(int code, String message, Code failure) throws Exception {
    VideoModel camera = camera(Keys.vertex(fake, KEY, home, "", workshop()), "google-veo-fast");
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));
    fake.next(Step.STATUS, ended(code, message));

    assertThat(refused(polled(camera, operation))).isEqualTo(failure);
  }

  @Test
  void aShotCostsTheLengthThatIsMade() throws Exception {
    VideoModel camera = camera(Keys.vertex(fake, KEY, home, "", workshop()), "google-veo-fast");
    PriceBook prices = Keys.CATALOGUE.with(new PriceBook(Map.of()));

    assertThat(camera.price(need(5, Shape.WIDE), prices)).contains(new Money(720_000));
    assertThat(camera.price(need(9, Shape.WIDE), prices)).isEmpty();
    assertThat(camera.price(need(5, Shape.SQUARE), prices)).isEmpty();
  }

  private static ShotNeed need(int seconds, Shape shape) {
    return new ShotNeed(
        "A fox", true, true, seconds, shape, Quality.STANDARD, CameraMove.STATIC_SHOT);
  }

  private Workshop workshop() {
    return Parts.workshop(home, time);
  }

  private static Sent ordered(VideoModel camera, VideoPrompt prompt) throws InterruptedException {
    return paid(camera).order(prompt, Uploads.NONE, new Money(900_000)).send("key-1");
  }

  private Result<Render> polled(VideoModel camera, String operation) throws Exception {
    VideoPrompt prompt = Parts.shot(home, 1);
    return paid(camera).poll(operation, () -> Optional.of(prompt));
  }

  private static String accepted(Sent sent) {
    return ((Sent.Accepted) sent).operation();
  }

  private static Code refused(Result<Render> result) {
    return ((Result.Refused<Render>) result).failure().code();
  }

  static VideoModel camera(Google google, String name) {
    return google.cameras().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  static Work.Paid<VideoPrompt, Render> paid(VideoModel model) {
    return (Work.Paid<VideoPrompt, Render>) model.work();
  }
}
