package app.photoplay.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.PaidModelContract;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Trouble;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.SettableTime;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Shots with Omni, by key.
class OmniTest extends PaidModelContract<VideoPrompt, Render> {
  private static final String FILE = "https://generativelanguage.googleapis.com/v1beta/files/abc";

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
    api.interaction(completed("\"uri\":\"" + FILE + "\""));
    api.file(Parts.video());
    Workshop workshop = Parts.workshop(home, time);
    return new Bench<>(
        api,
        VeoTest.paid(VeoTest.camera(Keys.gemini(api, KEY, workshop), "google-omni")),
        Parts.shot(home, 1),
        workshop,
        time);
  }

  private static String completed(String video) {
    return """
    {"id":"v1_abc","status":"completed","steps":[{"type":"user_input"},{"type":"thought"},\
    {"type":"model_output","content":[{"type":"video",%s,"mime_type":"video/mp4"}]}],\
    "usage":{"output_tokens_by_modality":[{"modality":"video","tokens":46336}]}}\
    """
        .formatted(video);
  }

  @Override
  protected Duration deadline() {
    return Duration.ofMinutes(20);
  }

  @Override
  protected Set<Step> steps() {
    return Set.of(Step.ORDER, Step.STATUS, Step.MEDIA);
  }

  @Override
  protected Optional<Answer> answer(Step step, Trouble trouble) {
    boolean order = step == Step.ORDER;
    return Optional.ofNullable(
        switch (trouble) {
          case KEY ->
              error(400, "invalid_request", "API key not valid. Please pass a valid API key.");
          case CREDIT -> error(429, "resource_exhausted", "Your prepayment credits are depleted.");
          case INPUT -> error(400, "invalid_request", "duration must be 3s to 15s");
          case MODERATION ->
              order
                  ? error(400, "invalid_request", "blocked for safety")
                  : status("failed", "\"errors\":[{\"code\":\"safety\",\"message\":\"no\"}]");
          case FAILED ->
              order
                  ? null
                  : status("failed", "\"errors\":[{\"code\":\"internal\",\"message\":\"boom\"}]");
          case GONE -> order ? null : error(400, "invalid_request", "Invalid interaction name");
          case RUNNING -> order ? null : status("queued", "\"steps\":[]");
          case UNKNOWN_STATUS -> order ? null : status("baking", "\"steps\":[]");
          case MORE_FIELDS ->
              order
                  ? status("in_progress", "\"news\":{\"a\":[1]}")
                  : Answer.json(
                      200,
                      completed("\"uri\":\"" + FILE + "\"")
                          .replaceFirst("\\{\"type\":\"user_input\"}", "{\"type\":\"dream\"}")
                          .replaceFirst("\\{", "{\"news\":{\"a\":[1]},"));
        });
  }

  private static Answer error(int status, String code, String message) {
    return Answer.json(
        status, "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message));
  }

  private static Answer status(String status, String more) {
    return Answer.json(200, "{\"id\":\"v1_abc\",\"status\":\"" + status + "\"," + more + "}");
  }

  @Test
  void theRequestIsAsDocumented() throws Exception {
    ordered(camera(), Parts.shot(home, 8));

    Call call = fake.calls(Step.ORDER).getFirst();
    assertThat(call.path()).isEqualTo("/v1beta/interactions");
    assertThat(call.header("x-goog-api-key")).isEqualTo(KEY);
    ObjectNode body = (ObjectNode) call.json();
    byte[] jpeg = ((ObjectNode) body.at("/input/0")).remove("data").binaryValue();
    assertThat(jpeg).startsWith(0xFF, 0xD8, 0xFF);
    assertThat(body)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"background":true,
                     "generation_config":{"video_config":{"task":"image_to_video"}},
                     "input":[{"mime_type":"image/jpeg","type":"image"},
                      {"text":"<FIRST_FRAME> the fox turns its head. Camera: push in. \
                    watercolour.","type":"text"}],
                     "model":"gemini-omni-1.2-flash",
                     "response_format":{"aspect_ratio":"16:9","delivery":"uri","duration":"8s",
                      "resolution":"1080p","type":"video"},"store":true}
                    """));
  }

  @Test
  void theQuestionIsAsDocumented() throws Exception {
    VideoModel camera = camera();
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));

    assertThat(polled(camera, operation)).isInstanceOf(Result.Running.class);

    assertThat(fake.calls(Step.STATUS).getFirst().path())
        .isEqualTo("/v1beta/interactions/v1_abc?include_input=false&stream=false");
  }

  @Test
  void theFileIsFetchedWithTheKeyWhenItIsReadyAndAllIsRemovedLater() throws Exception {
    fake.interaction(completed("\"uri\":\"" + FILE + "\""));
    fake.file(Parts.video());
    fake.state("PROCESSING");
    VideoModel camera = camera();
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));

    assertThat(polled(camera, operation)).isInstanceOf(Result.Running.class);
    fake.state("ACTIVE");
    assertThat(polled(camera, operation)).isInstanceOf(Result.Ready.class);

    Call media = fake.calls(Step.MEDIA).getFirst();
    assertThat(media.path()).isEqualTo("/v1beta/files/abc:download?alt=media");
    assertThat(media.header("x-goog-api-key")).isEqualTo(KEY);
    assertThat(deleted()).isEmpty();
    time.advance(Leftovers.KEPT);
    polled(camera, operation);
    assertThat(deleted()).containsExactly("/v1beta/interactions/v1_abc", "/v1beta/files/abc");
  }

  @Test
  void theKeyIsNotToldToOtherServers() throws Exception {
    VideoModel camera = camera();
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));
    try (GoogleFake other = new GoogleFake(KEY)) {
      String elsewhere = other.address().toString().replace("127.0.0.1", "localhost");
      fake.interaction(completed("\"uri\":\"" + elsewhere + "/v1beta/files/abc\""));

      assertThat(refused(polled(camera, operation))).isEqualTo(Code.BAD_RESULT);

      assertThat(other.calls(Step.MEDIA)).isEmpty();
    }
  }

  @Test
  void aVideoInTheAnswerItselfIsTaken() throws Exception {
    fake.interaction(completed("\"data\":\"" + GoogleFake.base64(Parts.video()) + "\""));
    VideoModel camera = camera();

    Result<Render> result = polled(camera, accepted(ordered(camera, Parts.shot(home, 1))));

    assertThat(result).isInstanceOf(Result.Ready.class);
  }

  @Test
  void aLongVideoInTheAnswerCanBeRead() throws Exception {
    byte[] long20 = new byte[20_000_000];
    fake.interaction(completed("\"data\":\"" + GoogleFake.base64(long20) + "\""));
    VideoModel camera = camera();

    Result<Render> result = polled(camera, accepted(ordered(camera, Parts.shot(home, 1))));

    // read, and then found to be no video
    assertThat(refused(result)).isEqualTo(Code.BAD_RESULT);
  }

  @Test
  void wordsAloneAreARefusalAndAreRemoved() throws Exception {
    fake.interaction(
        """
        {"id":"v1_abc","status":"completed","steps":[{"type":"model_output",
        "content":[{"type":"text","text":"I can not film this person."}]}]}
        """);
    VideoModel camera = camera();

    assertThat(refused(polled(camera, accepted(ordered(camera, Parts.shot(home, 1))))))
        .isEqualTo(Code.POLICY);
    time.advance(Leftovers.KEPT);
    ordered(camera, Parts.shot(home, 1));
    assertThat(deleted()).containsExactly("/v1beta/interactions/v1_abc");
  }

  @ParameterizedTest
  @CsvSource({"cancelled, PROVIDER_BROKEN", "budget_exceeded, PROVIDER_CLOSED"})
  void otherEnds(String status, Code code) throws Exception {
    fake.interaction("{\"id\":\"v1_abc\",\"status\":\"" + status + "\"}");
    VideoModel camera = camera();

    assertThat(refused(polled(camera, accepted(ordered(camera, Parts.shot(home, 1))))))
        .isEqualTo(code);
  }

  @Test
  void anAnswerWithoutAStatusTellsNothing() throws Exception {
    VideoModel camera = camera();
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));
    fake.interaction("{\"id\":\"v1_abc\"}");

    assertThat(polled(camera, operation)).isInstanceOf(Result.Broken.class);
  }

  @Test
  void whatHasMadeNothingYetStopsForNothing() throws Exception {
    VideoModel camera = camera();
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));
    fake.next(Step.OTHER, status("cancelled", "\"usage\":{\"total_output_tokens\":0}"));
    fake.next(Step.OTHER, status("cancelled", "\"usage\":{\"total_output_tokens\":46336}"));
    fake.next(Step.OTHER, error(400, "invalid_request", "already completed"));

    assertThat(VeoTest.paid(camera).cancel(operation))
        .isEqualTo(new Cancelling.Stopped(Money.ZERO));
    assertThat(VeoTest.paid(camera).cancel(operation)).isEqualTo(new Cancelling.RunsOut());
    assertThat(VeoTest.paid(camera).cancel(operation)).isEqualTo(new Cancelling.RunsOut());
    assertThat(fake.calls(Step.OTHER).getFirst().path())
        .isEqualTo("/v1beta/interactions/v1_abc/cancel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "http://169.254.169.254/x", "no address"})
  void whereNothingMayBeFetchedNothingIs(String address) throws Exception {
    VideoModel camera = camera();
    String operation = accepted(ordered(camera, Parts.shot(home, 1)));
    fake.interaction(completed("\"uri\":\"" + address + "\""));

    assertThat(refused(polled(camera, operation))).isEqualTo(Code.BAD_RESULT);
  }

  private List<String> deleted() {
    return Stream.of(Step.OTHER, Step.RESULT)
        .flatMap(it -> fake.calls(it).stream())
        .filter(it -> it.method().equals("DELETE"))
        .map(Call::path)
        .toList();
  }

  private VideoModel camera() {
    return VeoTest.camera(Keys.gemini(fake, KEY, Parts.workshop(home, time)), "google-omni");
  }

  private static Sent ordered(VideoModel camera, VideoPrompt prompt) throws InterruptedException {
    return VeoTest.paid(camera).order(prompt, Uploads.NONE, new Money(900_000)).send("key-1");
  }

  private Result<Render> polled(VideoModel camera, String operation) throws Exception {
    VideoPrompt prompt = Parts.shot(home, 1);
    return VeoTest.paid(camera).poll(operation, () -> Optional.of(prompt));
  }

  private static String accepted(Sent sent) {
    return ((Sent.Accepted) sent).operation();
  }

  private static Code refused(Result<Render> result) {
    return ((Result.Refused<Render>) result).failure().code();
  }
}
