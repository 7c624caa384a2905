package app.photoplay.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.text.StoryboardInstructions;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.TextModel;
import app.photoplay.testkit.SettableTime;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Storyboards by key and in a project.
class GoogleTextTest extends GoogleContract<StoryboardPrompt, String> {
  private static final String BOARD = "{\"title\":\"A fox\",\"scenes\":[]}";
  private static final StoryboardPrompt PROMPT =
      new StoryboardPrompt(
          "A fox finds a boat.",
          24,
          "en",
          OptionalInt.empty(),
          "",
          List.of(),
          List.of(4, 6, 8),
          Optional.empty());

  @TempDir Path home;
  private final SettableTime time = SettableTime.noon();
  private GoogleFake fake = new GoogleFake(KEY);

  @BeforeEach
  void answer() {
    fake.answers(GoogleFake.words(BOARD));
  }

  @AfterEach
  void end() {
    fake.close();
  }

  @Override
  protected Bench<StoryboardPrompt, String> bench(Path home) {
    GoogleFake api = new GoogleFake(KEY);
    api.answers(GoogleFake.words(BOARD));
    Workshop workshop = Parts.workshop(home, time);
    return new Bench<>(api, paid(writer(Keys.gemini(api, KEY, workshop))), PROMPT, workshop, time);
  }

  @Override
  String more() {
    return GoogleFake.words(BOARD).replaceFirst("\\{", "{\"news\":{\"a\":[1]},");
  }

  @Test
  void theRequestIsAsDocumented() throws Exception {
    ordered(writer(Keys.gemini(fake, KEY, Parts.workshop(home, time))));

    Call call = fake.calls(Step.ORDER).getFirst();
    assertThat(call.path()).isEqualTo("/v1beta/models/gemini-3.8-flash:generateContent");
    assertThat(call.header("x-goog-api-key")).isEqualTo(KEY);
    assertThat(call.json())
        .isEqualTo(new ObjectMapper().readTree(new ObjectMapper().writeValueAsBytes(body())));
  }

  private static Map<String, Object> body() throws Exception {
    return Map.of(
        "contents",
        List.of(content(StoryboardInstructions.user(PROMPT))),
        "systemInstruction",
        content(StoryboardInstructions.system(PROMPT)),
        "generationConfig",
        Map.of(
            "maxOutputTokens",
            16_384,
            "responseMimeType",
            "application/json",
            "responseJsonSchema",
            new ObjectMapper().readTree(StoryboardInstructions.schema()),
            "thinkingConfig",
            Map.of("thinkingLevel", "LOW")));
  }

  private static Map<String, Object> content(String text) {
    return Map.of("parts", List.of(Map.of("text", text)), "role", "user");
  }

  @Test
  void aProjectIsAskedWhereTheModelRuns() throws Exception {
    ordered(writer(Keys.vertex(fake, KEY, home, "", Parts.workshop(home, time))));

    Call call = fake.calls(Step.ORDER).getFirst();
    assertThat(call.path())
        .isEqualTo(
            "/v1beta1/projects/proj/locations/global/publishers/google/models"
                + "/gemini-3.8-flash:generateContent");
    assertThat(call.header("authorization")).isEqualTo("Bearer " + GoogleFake.TOKEN);
    assertThat(call.header("x-goog-api-key")).isEmpty();
  }

  @Test
  void itCostsTheTokensThatWereReadWrittenAndThought() throws Exception {
    TextModel writer = writer(Keys.gemini(fake, KEY, Parts.workshop(home, time)));

    Result<String> result = paid(writer).poll(operation(ordered(writer)), Optional::empty);

    // 700 written or thought, and 1000 read for a fifth each, at 0.0075 USD a thousand
    assertThat(result).isEqualTo(new Result.Charged<>(BOARD, new Money(6750)));
    Money most = writer.price(PROMPT, Keys.CATALOGUE.with(new PriceBook(Map.of()))).orElseThrow();
    assertThat(most).isBetween(new Money(120_000), new Money(160_000));
  }

  @Test
  void whatAModelMayNotWriteIsRefusedAndCharged() throws Exception {
    fake.answers(
        """
        {"candidates":[{"finishReason":"SAFETY","index":0}],
        "usageMetadata":{"promptTokenCount":1000}}
        """);

    Sent sent = ordered(writer(Keys.gemini(fake, KEY, Parts.workshop(home, time))));

    assertThat(sent).isInstanceOf(Sent.Refused.class);
    assertThat(((Sent.Refused) sent).failure().code()).isEqualTo(Code.POLICY);
    assertThat(((Sent.Refused) sent).charged()).isEqualTo(new Money(1500));
  }

  @Test
  void anAnswerWithNothingInItIsNoStoryboard() throws Exception {
    fake.answers("{\"error\":{\"code\":500}}");

    Sent sent = ordered(writer(Keys.gemini(fake, KEY, Parts.workshop(home, time))));

    assertThat(((Sent.Refused) sent).failure().code()).isEqualTo(Code.BAD_RESULT);
  }

  @Test
  void aStoryboardThatIsCutOffIsHandedOnAsItIs() throws Exception {
    fake.answers(GoogleFake.words("{\"title\":\"A").replace("STOP", "MAX_TOKENS"));
    TextModel writer = writer(Keys.gemini(fake, KEY, Parts.workshop(home, time)));

    Result<String> result = paid(writer).poll(operation(ordered(writer)), Optional::empty);

    assertThat(((Result.Charged<String>) result).value()).isEqualTo("{\"title\":\"A");
  }

  private Sent ordered(TextModel writer) throws InterruptedException {
    return paid(writer).order(PROMPT, Uploads.NONE, new Money(200_000)).send("key");
  }

  private static String operation(Sent sent) {
    return ((Sent.Accepted) sent).operation();
  }

  private static TextModel writer(Google google) {
    return google.writers().stream()
        .filter(it -> it.name().equals("google-flash"))
        .findFirst()
        .orElseThrow();
  }

  private static Work.Paid<StoryboardPrompt, String> paid(TextModel model) {
    return (Work.Paid<StoryboardPrompt, String>) model.work();
  }
}
