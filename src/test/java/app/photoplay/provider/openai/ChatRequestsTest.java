package app.photoplay.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.text.StoryboardInstructions;
import app.photoplay.provider.text.TextModel;
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

/// Storyboards: what goes out, and what answers mean and cost.
class ChatRequestsTest {
  private static final String KEY = "sk-or-v1-of-the-operator";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NO_FORM =
      "Invalid parameter: 'response_format' of type 'json_schema' is not supported";

  @TempDir Path home;
  private final FakeOpenAi api = new FakeOpenAi(KEY, new byte[0]);
  private Workshop workshop;

  @BeforeEach
  void start() {
    workshop = Parts.workshop(home, SettableTime.noon());
  }

  @AfterEach
  void stop() {
    assertThat(api.surprises()).isEmpty();
    api.close();
  }

  @Test
  void openRouterIsAskedForJsonOfOurSchema() throws Exception {
    order(writer(Servers.card("openrouter-sonnet")));

    Call call = api.calls(Step.ORDER).getFirst();
    assertThat(call.path()).isEqualTo("/api/v1/chat/completions");
    assertThat(call.header("authorization")).isEqualTo("Bearer " + KEY);
    assertThat(call.header("x-openrouter-title")).isEqualTo("Photoplay");
    assertThat(call.header("x-title")).isEqualTo("Photoplay");
    assertThat(call.json())
        .isEqualTo(
            json(
                Map.of(
                    "model",
                    "anthropic/claude-sonnet-5.5",
                    "messages",
                    messages(),
                    "max_completion_tokens",
                    16_384,
                    "response_format",
                    format(),
                    "provider",
                    Map.of("require_parameters", true, "data_collection", "deny"),
                    "reasoning",
                    Map.of("effort", "low"))));
  }

  @Test
  void openAiIsAskedWithoutWhatOnlyOpenRouterKnows() throws Exception {
    order(writer(Servers.card("openai-luna")));

    Call call = api.calls(Step.ORDER).getFirst();
    assertThat(call.header("x-title")).isEmpty();
    assertThat(call.json())
        .isEqualTo(
            json(
                Map.of(
                    "model",
                    "gpt-5.6-luna",
                    "messages",
                    messages(),
                    "max_completion_tokens",
                    16_384,
                    "response_format",
                    format(),
                    "reasoning_effort",
                    "low")));
  }

  @Test
  void aServerThatTakesNoSchemaIsAskedForAnyObjectNextTime() throws Exception {
    TextModel writer = writer(Servers.card("openai-luna"));
    api.next(Step.ORDER, FakeOpenAi.error(400, NO_FORM));

    assertThat(order(writer)).isInstanceOf(Sent.NotTaken.class);
    assertThat(order(writer)).isInstanceOf(Sent.Accepted.class);

    JsonNode second = api.calls(Step.ORDER).get(1).json();
    assertThat(second.path("response_format")).isEqualTo(json(Map.of("type", "json_object")));
    assertThat(second.path("messages").path(0).path("content").asText())
        .contains(StoryboardInstructions.schema());
    assertThat(api.calls(Step.ORDER)).hasSize(2);
  }

  @Test
  void aServerThatTakesNoFormAtAllIsAskedInWordsAlone() throws Exception {
    TextModel writer = writer(Servers.card("openai-luna"));
    api.next(Step.ORDER, FakeOpenAi.error(400, NO_FORM));
    api.next(Step.ORDER, FakeOpenAi.error(400, "'response_format.type' must be 'text'"));
    order(writer);
    order(writer);

    assertThat(order(writer)).isInstanceOf(Sent.Accepted.class);

    assertThat(api.calls(Step.ORDER).getLast().json().has("response_format")).isFalse();
  }

  @Test
  void aCardMaySayHowALocalServerIsAsked() throws Exception {
    ModelCard card =
        Servers.with(
            Servers.with(Servers.card("openai-luna"), "tokens-field", "max_tokens"),
            "form",
            "object");

    order(writer(card));

    JsonNode body = api.calls(Step.ORDER).getFirst().json();
    assertThat(body.path("max_tokens").asInt()).isEqualTo(16_384);
    assertThat(body.has("max_completion_tokens")).isFalse();
    assertThat(body.path("response_format")).isEqualTo(json(Map.of("type", "json_object")));
  }

  @Test
  void itCostsWhatTheServerSays() throws Exception {
    TextModel writer = writer(Servers.card("openrouter-sonnet"));

    Result<String> result = read(writer, order(writer));

    assertThat(result).isEqualTo(new Result.Charged<>(FakeOpenAi.BOARD, new Money(12_346)));
  }

  @Test
  void withAKeyOfTheOperatorsOwnTheMakersShareComesOnTop() throws Exception {
    TextModel writer = writer(Servers.card("openrouter-sonnet"));
    api.next(
        Step.ORDER,
        answer(
            "\"{}\"",
            "stop",
            "\"cost\":0.001,\"is_byok\":true,\"cost_details\":{\"upstream_inference_cost\":0.02}"));

    assertThat(read(writer, order(writer)))
        .isEqualTo(new Result.Charged<>("{}", new Money(21_000)));
  }

  @Test
  void whereTheServerTellsTokensAloneTheCardSaysWhatTheyCost() throws Exception {
    TextModel writer = writer(Servers.card("openai-luna"));
    api.next(
        Step.ORDER, answer("\"{}\"", "stop", "\"prompt_tokens\":1000,\"completion_tokens\":700"));

    Result<String> result = read(writer, order(writer));

    // 700 written, 1000 read for 0.17 each, at 0.0012 USD a thousand
    assertThat(result).isEqualTo(new Result.Charged<>("{}", new Money(1044)));
    Money most =
        writer.price(Servers.PROMPT, Servers.CATALOGUE.with(new PriceBook(Map.of()))).orElseThrow();
    assertThat(most).isBetween(new Money(19_661), new Money(24_000));
  }

  @Test
  void anErrorWithinASuccessIsAnError() throws Exception {
    api.next(
        Step.ORDER,
        Answer.json(
            200,
            "{\"error\":{\"code\":502,\"message\":\"Provider returned error\"},"
                + "\"usage\":{\"cost\":0.01}}"));

    Sent.Refused sent = (Sent.Refused) order(writer(Servers.card("openrouter-sonnet")));

    assertThat(sent.failure().code()).isEqualTo(Code.PROVIDER_BROKEN);
    assertThat(sent.charged()).isEqualTo(new Money(10_000));
  }

  @Test
  void anErrorWithinAChoiceIsAnError() throws Exception {
    api.next(
        Step.ORDER,
        Answer.json(
            200,
            "{\"choices\":[{\"finish_reason\":\"error\",\"error\":{\"code\":429,\"message\":\"x\","
                + "\"metadata\":{\"error_type\":\"rate_limit_exceeded\"}}}]}"));

    assertThat(order(writer(Servers.card("openrouter-sonnet")))).isInstanceOf(Sent.Busy.class);
  }

  @Test
  void aModelThatRefusesIsNotAskedAgainAndIsPaid() throws Exception {
    api.next(
        Step.ORDER,
        answer("null,\"refusal\":\"I cannot help with that.\"", "stop", "\"cost\":0.002"));

    Sent.Refused sent = (Sent.Refused) order(writer(Servers.card("openrouter-sonnet")));

    assertThat(sent.failure().code()).isEqualTo(Code.POLICY);
    assertThat(sent.charged()).isEqualTo(new Money(2000));
  }

  @Test
  void aFilteredAnswerIsARefusal() throws Exception {
    api.next(Step.ORDER, answer("\"{\"", "content_filter", "\"cost\":0.002"));

    Sent.Refused sent = (Sent.Refused) order(writer(Servers.card("openrouter-sonnet")));

    assertThat(sent.failure().code()).isEqualTo(Code.POLICY);
  }

  @Test
  void anAnswerWithoutWordsIsNoStoryboard() throws Exception {
    api.next(Step.ORDER, answer("null", "length", "\"cost\":0.1"));

    Sent.Refused sent = (Sent.Refused) order(writer(Servers.card("openrouter-sonnet")));

    assertThat(sent.failure().code()).isEqualTo(Code.BAD_RESULT);
    assertThat(sent.charged()).isEqualTo(new Money(100_000));
  }

  @Test
  void aStoryboardThatIsCutOffIsHandedOnAsItIs() throws Exception {
    TextModel writer = writer(Servers.card("openai-luna"));
    api.next(Step.ORDER, answer("\"{\\\"title\\\":\"", "length", "\"prompt_tokens\":1"));

    Result<String> result = read(writer, order(writer));

    assertThat(((Result.Charged<String>) result).value()).isEqualTo("{\"title\":");
  }

  @Test
  void aModelThatIsNotThereIsTheServersFault() throws Exception {
    api.next(Step.ORDER, FakeOpenAi.error(404, "No endpoints found for x"));

    Sent.Refused sent = (Sent.Refused) order(writer(Servers.card("openrouter-sonnet")));

    assertThat(sent.failure().code()).isEqualTo(Code.PROVIDER_BROKEN);
  }

  private static Answer answer(String content, String end, String usage) {
    return Answer.json(
        200,
        "{\"id\":\"g\",\"choices\":[{\"finish_reason\":\"%s\",\"message\":{\"content\":%s}}],\"usage\":{%s}}"
            .formatted(end, content, usage));
  }

  private TextModel writer(ModelCard card) {
    Catalogue catalogue = new Catalogue(List.of(card));
    return Servers.of(card.provider(), api, KEY, workshop, catalogue).writers().getFirst();
  }

  private static Sent order(TextModel writer) throws InterruptedException {
    return Servers.paid(writer).order(Servers.PROMPT, Uploads.NONE, new Money(200_000)).send("key");
  }

  private static Result<String> read(TextModel writer, Sent sent) throws InterruptedException {
    return Servers.paid(writer).poll(((Sent.Accepted) sent).operation(), Optional::empty);
  }

  private static List<Map<String, String>> messages() {
    return List.of(
        Map.of("role", "system", "content", StoryboardInstructions.system(Servers.PROMPT)),
        Map.of("role", "user", "content", StoryboardInstructions.user(Servers.PROMPT)));
  }

  private static Map<String, Object> format() throws Exception {
    return Map.of(
        "type",
        "json_schema",
        "json_schema",
        Map.of(
            "name",
            "storyboard",
            "strict",
            true,
            "schema",
            JSON.readTree(StoryboardInstructions.schema())));
  }

  private static JsonNode json(Object value) throws Exception {
    return JSON.readTree(JSON.writeValueAsBytes(value));
  }
}
