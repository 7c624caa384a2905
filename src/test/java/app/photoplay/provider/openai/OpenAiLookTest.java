package app.photoplay.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.config.Section;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Provider.Look;
import app.photoplay.provider.remote.Step;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator gets to hear of an account.
class OpenAiLookTest {
  private static final String KEY = "sk-or-v1-of-the-operator";
  private static final Answer CREDITS =
      Answer.json(200, "{\"data\":{\"total_credits\":20.0,\"total_usage\":7.655}}");
  private static final String VEO =
      """
      {"id":"google/veo-3.1-fast","supported_resolutions":["720p","1080p"],
      "supported_aspect_ratios":["16:9","9:16"],"supported_durations":[4,6,8],
      "supported_frame_images":["first_frame","last_frame"],"generate_audio":true,"seed":true,
      "pricing_skus":{"duration_seconds_with_audio":"0.12","duration_seconds_with_audio_720p":"0.10"}}
      """;
  private static final String SONNET =
      """
      {"id":"anthropic/claude-sonnet-5.5","pricing":{"prompt":"0.000002","completion":"0.00001"}}
      """;

  @TempDir Path home;
  private final FakeOpenAi api = new FakeOpenAi(KEY, new byte[0]);

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void anAccountThatIsAsItShouldBe() throws Exception {
    answers(key("null"), CREDITS, models(SONNET), models(VEO));

    assertThat(look("openrouter-sonnet", "openrouter-veo-fast"))
        .isEqualTo(new Look("", true, "OpenRouter takes this key; 12.34 USD are left."));
    assertThat(api.calls(Step.OTHER))
        .extracting(call -> call.path())
        .containsExactly(
            "/api/v1/key", "/api/v1/credits", "/api/v1/models", "/api/v1/videos/models");
  }

  @Test
  void aKeyMayBeAllowedLessThanThereIs() throws Exception {
    answers(key("1.5"), CREDITS, models(SONNET));

    assertThat(look("openrouter-sonnet").said())
        .isEqualTo("OpenRouter takes this key; 1.50 USD are left.");
  }

  @Test
  void aKeyThatMayNotAskForTheCreditIsGoodAllTheSame() throws Exception {
    answers(key("null"), FakeOpenAi.error(403, "Only management keys"), models(SONNET));

    assertThat(look("openrouter-sonnet"))
        .isEqualTo(new Look("", true, "OpenRouter takes this key."));
  }

  @Test
  void anAccountWithoutCreditIsNoGood() throws Exception {
    answers(key("0"), CREDITS, models(SONNET));

    assertThat(look("openrouter-sonnet"))
        .isEqualTo(new Look("", false, "OpenRouter takes this key; 0.00 USD are left."));
  }

  @Test
  void aModelThatIsNotThereIsNamed() throws Exception {
    answers(key("5"), CREDITS, models("{\"id\":\"x\"}"), models("{\"id\":\"y\"}"));

    assertThat(look("openrouter-sonnet", "openrouter-veo-fast").said())
        .contains("openrouter-sonnet is not there (anthropic/claude-sonnet-5.5)")
        .contains("openrouter-veo-fast is not there (google/veo-3.1-fast)");
  }

  @Test
  void aModelThatCostsMoreIsNamed() throws Exception {
    answers(
        key("5"),
        CREDITS,
        models(SONNET.replace("0.00001\"", "0.00002\"")),
        models(VEO.replace("\"0.12\"", "\"0.15\"")));

    assertThat(look("openrouter-sonnet", "openrouter-veo-fast").said())
        .contains("openrouter-sonnet costs more than its card says: 0.02 USD")
        .contains("openrouter-veo-fast costs more than its card says: 0.15 USD");
  }

  @Test
  void wordsThatAreReadMayCostMoreToo() throws Exception {
    answers(key("5"), CREDITS, models(SONNET.replace("0.000002\"", "0.000004\"")));

    assertThat(look("openrouter-sonnet").said())
        .contains("openrouter-sonnet costs more than its card says: 0.02 USD");
  }

  @Test
  void whatAModelNoLongerMakesIsNamed() throws Exception {
    String less =
        VEO.replace("[4,6,8]", "[4,8]")
            .replace(",\"1080p\"", "")
            .replace(",\"9:16\"", "")
            .replace(",\"last_frame\"", "")
            .replace("_audio\":true", "_audio\":false");
    answers(key("5"), CREDITS, models(""), models(less));

    assertThat(look("openrouter-veo-fast").said())
        .contains("openrouter-veo-fast no longer makes 6 s, 9:16, 1080p, last_frame, sound");
  }

  @Test
  void aPriceInCentsIsUnderstood() throws Exception {
    String cents =
        VEO.replace(
                "\"duration_seconds_with_audio\":\"0.12\"", "\"cents_per_second_output\":\"17\"")
            .replace("duration_seconds_with_audio_720p", "other");
    answers(key("5"), CREDITS, models(""), models(cents));

    assertThat(look("openrouter-veo-fast").said()).contains("0.17 USD");
  }

  @Test
  void aKeyThatIsRefusedIsNoGood() throws Exception {
    answers(FakeOpenAi.error(401, "User not found"));

    assertThat(look("openrouter-sonnet"))
        .isEqualTo(new Look("", false, "OpenRouter refuses this key."));
  }

  @Test
  void aServerThatIsAwayIsSaidToBe() throws Exception {
    answers(Answer.json(500, "{}"));

    assertThat(look("openrouter-sonnet").said()).isEqualTo("OpenRouter cannot be asked right now.");
  }

  @Test
  void anotherServerIsCalledByItsName() throws Exception {
    answers(models("{\"id\":\"gpt-5.6-luna\",\"object\":\"model\"}"));

    assertThat(look("openai-luna")).isEqualTo(new Look("", true, "127.0.0.1 takes this key."));
  }

  @Test
  void theAddressesAreThoseOfTheProvidersUnlessSettingsSayOtherwise() {
    Section none = Section.unstated("providers");

    assertThat(OpenAi.openRouter(none).baseUrl()).hasToString("https://openrouter.ai/api/v1");
    assertThat(OpenAi.openAi(none).baseUrl()).hasToString("https://api.openai.com/v1");
    assertThat(OpenAi.openAi(none).accounts()).isEmpty();
  }

  @Test
  void onlyOpenRouterFilms() {
    var workshop = Parts.workshop(home, SettableTime.noon());

    assertThat(Servers.of("openai", api, KEY, workshop).cameras()).isEmpty();
    assertThat(Servers.of("openrouter", api, KEY, workshop).cameras()).isNotEmpty();
  }

  private void answers(Answer... answers) {
    Stream.of(answers).forEach(it -> api.next(Step.OTHER, it));
  }

  private static Answer key(String remaining) {
    return Answer.json(
        200, "{\"data\":{\"label\":\"x\",\"usage\":1,\"limit_remaining\":" + remaining + "}}");
  }

  private static Answer models(String models) {
    return Answer.json(200, "{\"data\":[" + models + "]}");
  }

  private Look look(String... names) throws InterruptedException {
    Catalogue catalogue = new Catalogue(Stream.of(names).map(Servers::card).toList());
    String provider = catalogue.cards().getFirst().provider();
    List<Look> looks =
        Servers.of(provider, api, KEY, Parts.workshop(home, SettableTime.noon()), catalogue).look();
    assertThat(looks).hasSize(1);
    return looks.getFirst();
  }
}
