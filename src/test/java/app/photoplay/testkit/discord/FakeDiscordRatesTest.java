package app.photoplay.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.testkit.discord.RawApi.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How often may be called, and what else the fake is told to do wrong.
class FakeDiscordRatesTest {
  private static final String SEND = "POST channels/*/messages";
  private static final Map<String, Object> WORDS = Map.of("content", "words");

  private final FakeDiscord discord = FakeDiscord.start();
  private final RawApi api = new RawApi(discord);
  private final DiscordChannel general = discord.guild("Home").channel("general");
  private final DiscordPerson anna = discord.person(7).in(general);
  private final String messages = "channels/%d/messages".formatted(general.id());

  @AfterEach
  void close() {
    api.close();
    discord.close();
  }

  private Answer send() throws IOException, InterruptedException {
    return api.send("POST", messages, WORDS);
  }

  private static String header(Answer answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void fiveCallsInFiveSecondsAndPlace() throws Exception {
    Answer first = send();
    for (int i = 0; i < 4; i++) {
      assertThat(send().status()).isEqualTo(200);
    }
    Answer sixth = send();

    assertThat(header(first, "X-RateLimit-Remaining")).isEqualTo("4");
    assertThat(header(first, "X-RateLimit-Bucket")).hasSize(32);
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(header(sixth, "Via")).isNotEmpty();
    assertThat(header(sixth, "X-RateLimit-Scope")).isEqualTo("user");
    assertThat(Integer.parseInt(header(sixth, "Retry-After"))).isBetween(1, 5);
    assertThat(sixth.body().path("retry_after").asDouble()).isBetween(0.0, 5.0);
    assertThat(sixth.body().path("global").asBoolean()).isFalse();
    assertThat(anna.sees()).hasSize(5);
    DiscordChannel other = discord.guild("Other").channel("other");
    assertThat(api.send("POST", "channels/%d/messages".formatted(other.id()), WORDS).status())
        .isEqualTo(200);
  }

  @Test
  void theRatesCanPassFasterOrNotAtAll() throws Exception {
    discord.withoutRates();
    for (int i = 0; i < 20; i++) {
      assertThat(send().status()).isEqualTo(200);
    }
    discord.faster(1_000_000);
    for (int i = 0; i < 20; i++) {
      assertThat(send().status()).isEqualTo(200);
    }
  }

  @Test
  void theLibraryKeepsTheRates() throws Exception {
    discord.faster(20);
    try (var bot = RealBot.login(discord)) {
      IntStream.range(0, 12)
          .mapToObj(it -> bot.channel(general).sendMessage("m" + it).submit())
          .toList()
          .forEach(CompletableFuture::join);
    }
    assertThat(anna.sees()).hasSize(12);
    assertThat(discord.refusals()).isEmpty();
  }

  @Test
  void theLibraryWaitsWhenItIsToldTo() throws Exception {
    discord.next(SEND, DiscordReply.tooMany(0.2), DiscordReply.tooManyGlobally(0.2));
    try (var bot = RealBot.login(discord)) {
      bot.channel(general).sendMessage("patience").complete();
    }

    List<DiscordCall> calls = discord.calls(SEND);
    assertThat(calls).hasSize(3);
    assertThat(Duration.ofNanos(calls.get(1).nanos() - calls.get(0).nanos()))
        .isGreaterThan(Duration.ofMillis(150));
    assertThat(calls)
        .extracting(it -> it.body().path("nonce").asText())
        .containsOnly(calls.getFirst().body().path("nonce").asText());
    assertThat(anna.sees()).hasSize(1);
  }

  @Test
  void manyWaysToSayTooOften() throws Exception {
    discord.next(
        SEND,
        DiscordReply.tooManyShared(1.5),
        DiscordReply.tooManyWithoutHeader(1.5),
        DiscordReply.tooManyAtTheEdge(7));

    Answer shared = send();
    Answer bodyOnly = send();
    Answer edge = send();

    assertThat(header(shared, "X-RateLimit-Scope")).isEqualTo("shared");
    assertThat(header(shared, "Retry-After")).isEqualTo("2");
    assertThat(header(bodyOnly, "Retry-After")).isEmpty();
    assertThat(bodyOnly.body().path("retry_after").asDouble()).isEqualTo(1.5);
    assertThat(header(edge, "Via")).isEmpty();
    assertThat(edge.text()).startsWith("<!DOCTYPE html>");
    assertThat(discord.invalidCalls()).isEqualTo(2);
  }

  @Test
  void anyAnswerCanBeScripted() throws Exception {
    discord.fail(SEND, 503, "away", Map.of("X-Reason", "test"), 2);
    discord.next(SEND, DiscordReply.usual(), DiscordReply.error(403, 200_000, "Blocked"));

    assertThat(send().status()).isEqualTo(503);
    assertThat(header(send(), "X-Reason")).isEqualTo("test");
    assertThat(send().status()).isEqualTo(200);
    assertThat(send().verdict()).isEqualTo("403/200000");
    assertThat(anna.sees()).hasSize(1);
  }

  @Test
  void anAnswerIsLostAfterTheCallTookEffect() throws Exception {
    discord.next(SEND, DiscordReply.badGateway().afterAll());

    assertThat(send().status()).isEqualTo(502);
    assertThat(anna.sees()).hasSize(1);
  }

  @Test
  void theLibraryRepeatsALostAnswerWithItsNonce() throws Exception {
    discord.next(SEND, DiscordReply.badGateway().afterAll());
    try (var bot = RealBot.login(discord)) {
      bot.channel(general).sendMessage("once").complete();
    }

    assertThat(discord.calls(SEND)).hasSize(2);
    assertThat(anna.sees()).hasSize(1);
  }

  @Test
  void aConnectionIsCutBeforeOrAfter() {
    discord.next(SEND, DiscordReply.cutsTheConnection(), DiscordReply.doesItAndCutsTheConnection());

    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(anna.sees()).hasSize(1);
  }

  @Test
  void aCallIsHeldUntilTheGateOpens() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    discord.next(SEND, DiscordReply.heldUntil(gate));
    try (var bot = RealBot.login(discord)) {
      var sent = bot.channel(general).sendMessage("held").submit();
      discord.awaitCall(SEND);
      assertThat(anna.sees()).isEmpty();

      gate.countDown();

      sent.join();
      assertThat(anna.sees()).hasSize(1);
    }
  }

  @Test
  void everythingBreaksDownAndRecovers() throws Exception {
    discord.breaksDown(_ -> DiscordReply.badGateway());
    assertThat(send().status()).isEqualTo(502);
    assertThat(api.get("users/@me").status()).isEqualTo(502);

    discord.recovers();

    assertThat(send().status()).isEqualTo(200);
    discord.awaitCalls("GET users/*", 1);
    discord.awaitCalls("POST channels/**", 2);
  }
}
