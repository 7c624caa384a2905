package app.photoplay.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.testkit.discord.DiscordCall;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordReply;
import app.photoplay.testkit.discord.FakeDiscord;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Discord refuses, loses and delays, and what becomes of messages then.
class DiscordFailuresTest extends AtDiscord {
  private static final String ORIGINAL = "PATCH webhooks/*/*/messages/@original";
  private static final String ANSWER = "PATCH webhooks/*/*/messages/*";
  private static final String POST = "POST channels/*/messages";

  private MessageRef asks() throws Exception {
    return asks(ann);
  }

  private MessageRef card() throws Exception {
    return sent(asks(), Bots.progress("0 %"));
  }

  private List<String> texts() {
    return texts(ann);
  }

  private SendOutcome posts(String text) throws Exception {
    return chat.send(Bots.in(channel), Bots.HELLO.saying(text).keyed(text));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(413, 40_005, SendOutcome.Rejected.class),
        Arguments.of(400, 50_045, SendOutcome.Rejected.class),
        Arguments.of(400, 50_035, SendOutcome.Rejected.class),
        Arguments.of(400, 50_006, SendOutcome.Rejected.class),
        Arguments.of(400, 20_016, SendOutcome.Later.class),
        Arguments.of(400, 20_028, SendOutcome.Later.class),
        Arguments.of(400, 30_046, SendOutcome.Later.class),
        Arguments.of(401, 0, SendOutcome.Later.class),
        Arguments.of(400, 987_654, SendOutcome.Rejected.class),
        Arguments.of(500, 0, SendOutcome.Later.class));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void saysWhatARefusalMeans(int status, int code, Class<?> meaning) throws Exception {
    MessageRef card = card();
    discord.next(POST, DiscordReply.error(status, code, "No"));
    discord.next(ANSWER, DiscordReply.error(status, code, "No"));

    assertThat(posts("a")).isInstanceOf(meaning);
    assertThat(chat.edit(card, Bots.HELLO)).isInstanceOf(meaning);
    assertThat(discord.calls(POST)).hasSize(1);
  }

  @Test
  void refusesAVideoThatIsTooLargeForTheWholePath() throws Exception {
    MessageRef card = card();

    SendOutcome outcome = chat.edit(card, Bots.result("Here.", folder, 11 << 20));

    assertThat(outcome).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(texts()).containsExactly("0 %");
  }

  @Test
  void showsTheVideoWithoutWordsThatAServerForbids() throws Exception {
    MessageRef card = card();
    discord.next(ANSWER, DiscordReply.error(403, 200_000, "Blocked by AutoMod"));

    chat.edit(card, Bots.result("bad words", folder, 100));

    assertThat(ann.sees().getFirst().files()).hasSize(1);
    assertThat(ann.sees().getFirst().text()).isEmpty();
  }

  @Test
  void showsAnEditOnceThroughAStormOfErrors() throws Exception {
    MessageRef card = card();
    discord.next(ANSWER, DiscordReply.badGateway(), DiscordReply.badGateway());

    SendOutcome outcome = chat.edit(card, Bots.HELLO);

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    assertThat(texts()).containsExactly("hello");
  }

  @Test
  void postsOnceThroughAStormOfErrorsThatComeAfterAll() throws Exception {
    discord.next(POST, DiscordReply.badGateway().afterAll(), DiscordReply.badGateway().afterAll());

    assertThat(posts("once")).isInstanceOf(SendOutcome.Sent.class);
    assertThat(texts()).containsExactly("once");
  }

  @Test
  void postsOnceWhenAnAnswerIsLostAndItIsSentAgain() throws Exception {
    discord.next(POST, DiscordReply.doesItAndCutsTheConnection());

    SendOutcome first = posts("once");
    SendOutcome second = posts("once");

    assertThat(first).isInstanceOf(SendOutcome.Later.class);
    assertThat(second).isInstanceOf(SendOutcome.Sent.class);
    assertThat(texts()).containsExactly("once");
  }

  @Test
  void answersOnceWhenAnAnswerIsLostAndItIsSentAgain() throws Exception {
    MessageRef asked = asks();
    discord.next(ORIGINAL, DiscordReply.doesItAndCutsTheConnection());

    SendOutcome first = chat.send(asked.conversation(), Bots.answer("hello", asked));
    SendOutcome second = chat.send(asked.conversation(), Bots.answer("hello", asked));

    assertThat(first).isInstanceOf(SendOutcome.Later.class);
    assertThat(second).isInstanceOf(SendOutcome.Sent.class);
    assertThat(texts()).containsExactly("hello");
  }

  static Stream<DiscordReply> losses() {
    return Stream.of(
        DiscordReply.doesItAndCutsTheConnection(), DiscordReply.badGateway().afterAll());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void doesNotRepeatAFollowUpOfWhichNobodyKnowsWhetherItArrived(DiscordReply loss)
      throws Exception {
    MessageRef asked = asks();
    discord.next("POST webhooks/*/*", loss);

    SendOutcome outcome = chat.send(asked.conversation(), Bots.refusal("no", asked));

    assertThat(outcome).isInstanceOf(SendOutcome.Unsure.class);
    assertThat(texts()).containsExactly("no");
    assertThat(discord.calls("POST webhooks/*/*")).hasSize(1);
  }

  /// In a channel of its own each, because a pause holds for one.
  @Test
  void keepsThePauseOfAChannelHoweverItIsStated() throws Exception {
    List<DiscordReply> pauses =
        List.of(
            DiscordReply.tooMany(1),
            DiscordReply.tooManyWithoutHeader(0.7),
            DiscordReply.tooManyWithoutHeader(0.7).with("Retry-After", "0.7"),
            DiscordReply.tooManyWithoutHeader(0.7).with("Via", "1.1 google"),
            DiscordReply.tooManyShared(1));
    List<DiscordChannel> channels = new ArrayList<>();
    for (DiscordReply pause : pauses) {
      channels.add(guild.channel("room " + channels.size()));
      discord.next(post(channels.getLast()), pause);
    }
    untilTheBotKnows();

    List<CompletableFuture<SendOutcome>> sent =
        channels.stream()
            .map(it -> CompletableFuture.supplyAsync(() -> posts(it), Thread::startVirtualThread))
            .toList();

    assertThat(sent).allSatisfy(it -> assertThat(it.join()).isInstanceOf(SendOutcome.Sent.class));
    assertThat(channels).allSatisfy(it -> assertPaused(discord.calls(post(it))));
  }

  private static String post(DiscordChannel to) {
    return "POST channels/" + to.id() + "/messages";
  }

  private SendOutcome posts(DiscordChannel to) {
    try {
      return chat.send(Bots.in(to), Bots.HELLO);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<DiscordReply> pausesOfAll() {
    return Stream.of(DiscordReply.tooManyGlobally(1), DiscordReply.tooManyAtTheEdge(1));
  }

  @ParameterizedTest
  @MethodSource("pausesOfAll")
  void keepsThePauseOfTheWhole(DiscordReply pause) throws Exception {
    discord.next(POST, pause);

    SendOutcome outcome = posts("patient");

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    assertThat(texts()).containsExactly("patient");
    assertPaused(discord.calls(POST));
  }

  private static void assertPaused(List<DiscordCall> calls) {
    assertThat(calls).hasSize(2);
    assertThat(Duration.ofNanos(calls.get(1).nanos() - calls.get(0).nanos()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(700));
  }

  @Test
  void showsNoStaleTextAfterTheLastOneWhileDiscordAsksForPauses() throws Exception {
    MessageRef card = card();
    discord.next(
        ANSWER,
        DiscordReply.usual(),
        DiscordReply.tooMany(1),
        DiscordReply.tooManyWithoutHeader(1));

    List<CompletableFuture<SendOutcome>> edits =
        IntStream.rangeClosed(1, 4)
            .mapToObj(i -> inTurn(card, Bots.progress(i + "0 %"), i))
            .collect(Collectors.toList());
    edits.add(inTurn(card, Bots.HELLO.saying("done"), 5));
    CompletableFuture.allOf(edits.toArray(CompletableFuture[]::new)).join();

    assertThat(texts()).containsExactly("done");
    assertThat(discord.history().stream().map(DiscordMessage::text))
        .containsSubsequence("0 %", "10 %", "done")
        .endsWith("done");
  }

  /// Made once that many edits have been made.
  private CompletableFuture<SendOutcome> inTurn(MessageRef card, OutboundMessage edit, int number) {
    if (number == 1) {
      return CompletableFuture.supplyAsync(() -> edits(card, edit));
    }
    try {
      discord.awaitCalls(ANSWER, 2);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return CompletableFuture.completedFuture(edits(card, edit));
  }

  private SendOutcome edits(MessageRef card, OutboundMessage edit) {
    try {
      return chat.edit(card, edit);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void givesUpACallThatNeverEndsAndDoesNotMakeItLater() throws Exception {
    chat.close();
    discord.gateway().awaitConnections(0);
    chat = Bots.at(discord, Duration.ofMillis(700), InstantSource.system());
    chat.start(inbox, Bots.COMMANDS);
    Bots.awaitReady(discord, inbox);
    MessageRef asked = asks();
    CountDownLatch gate = new CountDownLatch(1);
    discord.next(POST, DiscordReply.heldUntil(gate));

    SendOutcome held = posts("held");
    SendOutcome behind = posts("behind it");
    gate.countDown();
    ann.awaits("held", it -> it.text().equals("held"));
    SendOutcome after = posts("after it");

    assertThat(held).isInstanceOf(SendOutcome.Later.class);
    assertThat(behind).isInstanceOf(SendOutcome.Later.class);
    assertThat(after).isInstanceOf(SendOutcome.Sent.class);
    assertThat(texts()).endsWith("held", "after it").doesNotContain("behind it");
    assertThat(chat.send(asked.conversation(), Bots.answer("well", asked)))
        .isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void rejectsWhatCannotBeWrittenAtAll() throws Exception {
    OutboundMessage impossible = Bots.HELLO.keyed("a key that is much longer than a nonce may be");
    var unlabelled = Bots.HELLO.with(Buttons.labelled("", "v1:x"));
    var twice = Bots.HELLO.with(List.of(Buttons.many(1).getFirst(), Buttons.many(1).getFirst()));

    assertThat(chat.send(Bots.in(channel), impossible)).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(chat.send(Bots.in(channel), unlabelled)).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(chat.send(Bots.in(channel), twice)).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(chat.edit(card(), unlabelled)).isInstanceOf(SendOutcome.Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {10_003, 50_001, 50_013, 50_083})
  void saysWhatIsNotReachedHereElsewhere(int code) throws Exception {
    MessageRef asked = asks();
    discord.next(ORIGINAL, DiscordReply.error(403, code, "No"));
    discord.next(
        "POST channels/" + channel.id() + "/messages", DiscordReply.error(403, code, "No"));
    discord.next("POST webhooks/*/*", DiscordReply.error(403, code, "No"));

    SendOutcome outcome = chat.send(asked.conversation(), Bots.answer("hello", asked));

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    assertThat(alone.sees()).extracting(DiscordMessage::text).containsExactly("hello");
  }

  @Test
  void statesAPauseWhereNobodyUnderstandsForHowLong() throws Exception {
    discord.next(
        "GET gateway/bot",
        DiscordReply.answer(
            429, "<html>", Map.of("Retry-After", "soon", "Content-Type", "text/html", "Via", "x")));
    var http = new OkHttpClient.Builder().addInterceptor(new Repeats()).build();
    var call = new Request.Builder().url(discord.apiUrl() + "gateway/bot").build();

    try (Response answer = http.newCall(call).execute()) {
      assertThat(answer.header("Retry-After")).isEqualTo("5");
    }
  }

  @Test
  void staysBelowTheRatesOfAPlace() throws Exception {
    discord.faster(10);
    chat.close();
    discord.gateway().awaitConnections(0);
    chat =
        new DiscordChat(
            new DiscordSettings(FakeDiscord.TOKEN, discord.apiUrl()),
            new Wording("en"),
            DiscordChat.RATES.faster(10),
            Bots.PATIENCE,
            time,
            System::nanoTime);
    chat.start(inbox, Bots.COMMANDS);
    Bots.awaitReady(discord, inbox);

    for (int i = 0; i < 20; i++) {
      assertThat(posts("post " + i)).isInstanceOf(SendOutcome.Sent.class);
    }

    assertThat(texts()).hasSize(20).first().isEqualTo("post 0");
    assertThat(discord.invalidCalls()).isZero();
  }
}
