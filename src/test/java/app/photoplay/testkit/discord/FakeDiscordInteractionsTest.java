package app.photoplay.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.discord.RawApi.Answer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the tokens of interactions are good for, and for how long.
class FakeDiscordInteractionsTest {
  private static final Map<String, Object> THINKS = Map.of("type", 5);
  private static final Map<String, Object> WORDS = Map.of("content", "words");

  private final SettableTime time = SettableTime.noon();
  private final FakeDiscord discord = FakeDiscord.start(time).withoutRates();
  private final RawApi api = new RawApi(discord);
  private final DiscordPerson anna = discord.person(7);

  @AfterEach
  void close() {
    api.close();
    discord.close();
  }

  private DiscordInteraction command() {
    return command(anna);
  }

  private static DiscordInteraction command(DiscordPerson person) {
    return person.happens(2, CommandInput.named("talk"));
  }

  private Answer answer(DiscordInteraction to, Object body)
      throws IOException, InterruptedException {
    return api.send("POST", "interactions/%d/%s/callback".formatted(to.id(), to.token()), body);
  }

  private static String hook(DiscordInteraction of) {
    return "webhooks/%d/%s".formatted(FakeDiscord.BOT, of.token());
  }

  private static String original(DiscordInteraction of) {
    return hook(of) + "/messages/@original";
  }

  private static Map<String, Object> says(int flags) {
    return Map.of("type", 4, "data", Map.of("content", "words", "flags", flags));
  }

  @Test
  void aFirstAnswerAfterThreeSecondsIsTooLate() throws Exception {
    DiscordInteraction used = command();
    time.advance(Duration.ofSeconds(4));

    assertThat(answer(used, THINKS).verdict()).isEqualTo("404/10062");
    assertThat(discord.unanswered()).extracting(DiscordInteraction::id).containsExactly(used.id());
  }

  @Test
  void peopleCanBeMorePatient() throws Exception {
    discord.patient(Duration.ofMinutes(1));
    DiscordInteraction used = command();
    time.advance(Duration.ofSeconds(4));

    assertThat(answer(used, THINKS).status()).isEqualTo(204);
  }

  @Test
  void anotherTokenIsUnknown() throws Exception {
    DiscordInteraction used = command();

    assertThat(
            api.send("POST", "interactions/%d/x/callback".formatted(used.id()), THINKS).verdict())
        .isEqualTo("404/10062");
  }

  @Test
  void thereIsOneFirstAnswer() throws Exception {
    DiscordInteraction used = command();

    assertThat(answer(used, THINKS).status()).isEqualTo(204);
    assertThat(answer(used, THINKS).verdict()).isEqualTo("400/40060");
    assertThat(discord.unanswered()).isEmpty();
    assertThat(discord.acknowledgement(used))
        .hasValueSatisfying(it -> assertThat(it.after()).isPositive());
  }

  @Test
  void aFormCannotFollowADefer() throws Exception {
    DiscordInteraction used = command();
    answer(used, THINKS);

    var form = Map.of("custom_id", "x", "title", "Title", "components", List.of());
    assertThat(answer(used, Map.of("type", 9, "data", form)).verdict()).isEqualTo("400/40060");
  }

  @Test
  void everyKindHasItsOwnAnswers() throws Exception {
    assertThat(answer(command(), Map.of("type", 6)).verdict()).isEqualTo("400/50035");
    assertThat(answer(command(), Map.of("type", 8)).verdict()).isEqualTo("400/50035");
    DiscordInteraction typing = anna.happens(4, CommandInput.named("talk"));
    assertThat(answer(typing, THINKS).verdict()).isEqualTo("400/50035");
    DiscordInteraction form = anna.happens(5, JsonNodeFactory.instance.objectNode());
    assertThat(answer(form, Map.of("type", 9)).verdict()).isEqualTo("400/50035");
  }

  @Test
  void theMessageThatComesOfItIsToldOnRequest() throws Exception {
    DiscordInteraction used = command();

    Answer answer =
        api.send(
            "POST",
            "interactions/%d/%s/callback?with_response=true".formatted(used.id(), used.token()),
            says(64));

    assertThat(answer.body().path("interaction").path("response_message_ephemeral").asBoolean())
        .isTrue();
    assertThat(answer.body().path("resource").path("message").path("content").asText())
        .isEqualTo("words");
  }

  @Test
  void nothingIsThereBeforeTheFirstAnswer() throws Exception {
    assertThat(api.send("PATCH", original(command()), WORDS).verdict()).isEqualTo("404/10015");
  }

  @Test
  void theDeferSaysThatTheBotThinks() throws Exception {
    DiscordInteraction used = command();
    answer(used, THINKS);

    assertThat(api.get(original(used)).body().path("flags").asInt()).isEqualTo(128);
    api.send("PATCH", original(used), WORDS);
    assertThat(api.get(original(used)).body().path("flags").asInt()).isZero();
  }

  @Test
  void anEphemeralAnswerIsForOnePerson() throws Exception {
    DiscordPerson there = anna.in(discord.guild("Home").channel("general"));
    DiscordInteraction used = command(there);
    answer(used, Map.of("type", 5, "data", Map.of("flags", 64)));
    api.send("PATCH", original(used), WORDS);

    long message = api.get(original(used)).body().path("id").asLong();
    assertThat(there.sees()).extracting(DiscordMessage::text).containsExactly("words");
    assertThat(discord.person(8).in(there).sees()).isEmpty();
    assertThat(api.get("channels/%d/messages/%d".formatted(there.channel(), message)).verdict())
        .isEqualTo("404/10008");
  }

  @Test
  void theTokenDiesAfterAQuarterOfAnHour() throws Exception {
    DiscordInteraction used = command();
    answer(used, THINKS);
    time.advance(Duration.ofMinutes(15).plusSeconds(1));

    assertThat(api.send("PATCH", original(used), WORDS).verdict()).isEqualTo("401/50027");
    assertThat(api.send("POST", hook(used), WORDS).verdict()).isEqualTo("401/50027");
    assertThat(api.get(original(used)).verdict()).isEqualTo("401/50027");
    assertThat(discord.invalidCalls()).isEqualTo(3);
  }

  @Test
  void theAnswerOutlivesItsTokenAsAMessage() throws Exception {
    DiscordPerson there = anna.in(discord.guild("Home").channel("general"));
    DiscordInteraction used = command(there);
    answer(used, says(0));
    long message = there.sees().getFirst().id();
    time.advance(Duration.ofMinutes(20));

    String path = "channels/%d/messages/%d".formatted(there.channel(), message);
    assertThat(api.send("PATCH", path, Map.of("content", "later")).status()).isEqualTo(200);
    assertThat(there.sees()).extracting(DiscordMessage::text).containsExactly("later");
  }

  @Test
  void withItsChannelAnAnswerIsGone() throws Exception {
    DiscordChannel general = discord.guild("Home").channel("general");
    DiscordInteraction used = command(anna.in(general));
    answer(used, THINKS);
    general.deletes();

    assertThat(api.send("PATCH", original(used), WORDS).verdict()).isEqualTo("404/10003");
    assertThat(api.send("POST", hook(used), WORDS).verdict()).isEqualTo("404/10003");
  }

  @Test
  void anAnswerThatWasDeletedIsGone() throws Exception {
    DiscordInteraction used = command();
    answer(used, THINKS);

    assertThat(api.delete(original(used)).status()).isEqualTo(204);
    assertThat(api.send("PATCH", original(used), WORDS).verdict()).isEqualTo("404/10008");
    assertThat(api.send("POST", hook(used), Map.of("content", "no", "flags", 64)).status())
        .isEqualTo(200);
    assertThat(anna.sees()).singleElement().matches(DiscordMessage::ephemeral);
  }

  @Test
  void theFirstFollowUpTakesThePlaceOfThinking() throws Exception {
    DiscordInteraction used = command();
    answer(used, THINKS);

    api.send("POST", hook(used), Map.of("content", "first", "flags", 64));
    api.send("POST", hook(used), Map.of("content", "second"));

    assertThat(anna.sees()).extracting(DiscordMessage::text).containsExactly("first", "second");
    assertThat(anna.sees()).noneMatch(DiscordMessage::ephemeral);
  }

  @Test
  void followUpsHaveNoMemoryForNonces() throws Exception {
    DiscordInteraction used = command();
    answer(used, says(0));
    Map<String, Object> twice = Map.of("content", "twice", "nonce", "n", "enforce_nonce", true);

    api.send("POST", hook(used), twice);
    api.send("POST", hook(used), twice);

    assertThat(anna.sees()).hasSize(3);
  }

  @Test
  void whereThePersonBroughtTheBotFollowUpsAreFew() throws Exception {
    DiscordPerson there = anna.in(discord.people("Friends"));
    DiscordInteraction used = command(there);
    answer(used, says(0));

    for (int i = 0; i < 5; i++) {
      assertThat(api.send("POST", hook(used), WORDS).status()).isEqualTo(200);
    }
    assertThat(api.send("POST", hook(used), WORDS).verdict()).isEqualTo("400/40094");
    assertThat(api.send("PATCH", original(used), WORDS).status()).isEqualTo(200);
    assertThat(api.send("POST", "channels/%d/messages".formatted(there.channel()), WORDS).verdict())
        .isEqualTo("403/50001");
  }

  @Test
  void aPressChangesItsMessageOrWritesAnother() throws Exception {
    DiscordInteraction used = command();
    answer(used, says(0));
    DiscordMessage message = anna.sees().getFirst();

    answer(anna.forge(message, "a"), Map.of("type", 7, "data", Map.of("content", "changed")));
    answer(anna.forge(message, "b"), says(64));

    assertThat(anna.sees()).extracting(DiscordMessage::text).containsExactly("changed", "words");
  }

  @Test
  void whatIsSaidAboutAnInteractionIsLikeTheRealOnes() {
    DiscordGuild home = discord.guild("Home").speaking("fr").boosted(50 << 20);
    DiscordChannel general = home.channel("general").denies(Permissions.ATTACH_FILES);
    var said = command(anna.in(general).speaking("de").installing()).json();

    assertThat(said.path("locale").asText()).isEqualTo("de");
    assertThat(said.path("guild_locale").asText()).isEqualTo("fr");
    assertThat(said.path("attachment_size_limit").asLong()).isEqualTo(50 << 20);
    assertThat(said.path("context").asInt()).isZero();
    assertThat(said.path("authorizing_integration_owners").path("0").asLong()).isEqualTo(home.id());
    assertThat(said.path("authorizing_integration_owners").path("1").asLong()).isEqualTo(7);
    assertThat(said.path("member").path("user").path("id").asText()).isEqualTo("7");
    assertThat(said.path("app_permissions").asLong())
        .isEqualTo(Permissions.ALL & ~Permissions.ATTACH_FILES);
    assertThat(Snowflakes.first(time.instant())).isLessThanOrEqualTo(said.path("id").asLong());
  }

  @Test
  void formsHaveTheirLimits() throws Exception {
    assertThat(form("x".repeat(46), "label")).isEqualTo("400/50035");
    assertThat(form("Title", "x".repeat(46))).isEqualTo("400/50035");
    assertThat(form("", "label")).isEqualTo("400/50035");
    assertThat(form("Title", "label")).isEqualTo("204/0");
  }

  private String form(String title, String label) throws IOException, InterruptedException {
    var field = Map.of("type", 4, "custom_id", "script", "style", 2);
    var part = Map.of("type", 18, "label", label, "component", field);
    var form = Map.of("custom_id", "f", "title", title, "components", List.of(part));
    return answer(command(), Map.of("type", 9, "data", form)).verdict();
  }

  @Test
  void suggestionsHaveTheirLimits() throws Exception {
    DiscordInteraction typing = anna.happens(4, CommandInput.named("talk"));
    var many =
        IntStream.range(0, 26).mapToObj(it -> Map.of("name", "n" + it, "value", "v" + it)).toList();

    assertThat(answer(typing, Map.of("type", 8, "data", Map.of("choices", many))).verdict())
        .isEqualTo("400/50035");
    assertThat(
            answer(typing, Map.of("type", 8, "data", Map.of("choices", many.subList(0, 25))))
                .status())
        .isEqualTo(204);
  }
}
