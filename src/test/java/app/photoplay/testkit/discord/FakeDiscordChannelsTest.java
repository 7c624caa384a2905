package app.photoplay.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.discord.RawApi.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Messages by the bot's own right: where it may write, and what it is told where it may not.
class FakeDiscordChannelsTest {
  private static final Map<String, Object> WORDS = Map.of("content", "words");

  private final SettableTime time = SettableTime.noon();
  private final FakeDiscord discord = FakeDiscord.start(time).withoutRates();
  private final RawApi api = new RawApi(discord);
  private final DiscordGuild home = discord.guild("Home");
  private final DiscordChannel general = home.channel("general");
  private final DiscordPerson anna = discord.person(7);
  private final DiscordPerson there = anna.in(general);

  @AfterEach
  void close() {
    api.close();
    discord.close();
  }

  private Answer send(long channel, Object body) throws IOException, InterruptedException {
    return api.send("POST", "channels/%d/messages".formatted(channel), body);
  }

  private String verdict(DiscordChannel channel) throws IOException, InterruptedException {
    return send(channel.id(), WORDS).verdict();
  }

  private static String path(DiscordMessage message) {
    return "channels/%d/messages/%d".formatted(message.channel(), message.id());
  }

  @Test
  void aNonceIsRememberedForMinutes() throws Exception {
    Map<String, Object> once = Map.of("content", "once", "nonce", "job-1", "enforce_nonce", true);

    Answer first = send(general.id(), once);
    Answer second = send(general.id(), once);
    time.advance(Duration.ofMinutes(6));
    Answer third = send(general.id(), once);

    assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
    assertThat(third.body().path("id")).isNotEqualTo(first.body().path("id"));
    assertThat(there.sees()).hasSize(2);
  }

  @Test
  void withoutEnforcementANonceIsOnlyANote() throws Exception {
    Map<String, Object> note = Map.of("content", "note", "nonce", "job-1");

    send(general.id(), note);
    send(general.id(), note);

    assertThat(there.sees()).hasSize(2);
  }

  @Test
  void rightsAreAsked() throws Exception {
    assertThat(verdict(general.denies(Permissions.VIEW_CHANNEL))).isEqualTo("403/50001");
    assertThat(verdict(general.denies(Permissions.SEND_MESSAGES))).isEqualTo("403/50013");
    assertThat(verdict(general.denies(Permissions.ATTACH_FILES))).isEqualTo("200/0");
    assertThat(
            api.upload(
                    "POST",
                    "channels/%d/messages".formatted(general.id()),
                    WORDS,
                    Map.of("a.mp4", 3))
                .verdict())
        .isEqualTo("403/50013");
  }

  @Test
  void aServerMayGrantLittle() throws Exception {
    DiscordGuild strict = discord.guild("Strict", Permissions.VIEW_CHANNEL);

    assertThat(verdict(strict.channel("general"))).isEqualTo("403/50013");
  }

  @Test
  void threadsHaveARightOfTheirOwn() throws Exception {
    DiscordChannel thread = general.thread("post");
    general.deniesSilently(Permissions.SEND_MESSAGES);

    assertThat(verdict(thread)).isEqualTo("200/0");
    general.deniesSilently(Permissions.SEND_MESSAGES_IN_THREADS);
    assertThat(verdict(thread)).isEqualTo("403/50013");
  }

  @Test
  void placesThatAreGoneAreUnknown() throws Exception {
    assertThat(send(1, WORDS).verdict()).isEqualTo("404/10003");
    general.deletes();
    assertThat(verdict(general)).isEqualTo("404/10003");
  }

  @Test
  void outsideOfItsServersTheBotHasNoAccess() throws Exception {
    home.kicksTheBot();

    assertThat(verdict(general)).isEqualTo("403/50001");
    assertThat(verdict(discord.people("Friends"))).isEqualTo("403/50001");
  }

  @Test
  void anArchivedThreadWakesUpUnlessItIsLocked() throws Exception {
    DiscordChannel thread = general.thread("post");
    verdict(thread);
    DiscordMessage message = anna.in(thread).sees().getFirst();
    thread.archives();

    assertThat(api.send("PATCH", path(message), WORDS).verdict()).isEqualTo("400/50083");
    assertThat(verdict(thread)).isEqualTo("200/0");
    assertThat(api.send("PATCH", path(message), WORDS).verdict()).isEqualTo("200/0");
    assertThat(verdict(thread.locks())).isEqualTo("400/50083");
  }

  @Test
  void aForumTakesNoMessagesButItsPostsDo() throws Exception {
    DiscordChannel forum = home.forum("photos");

    assertThat(verdict(forum)).isEqualTo("400/50008");
    assertThat(verdict(forum.thread("mine"))).isEqualTo("200/0");
  }

  @Test
  void aDmIsOpenedAndMayBeClosed() throws Exception {
    long dm =
        api.send("POST", "users/@me/channels", Map.of("recipient_id", "7"))
            .body()
            .path("id")
            .asLong();

    assertThat(send(dm, WORDS).verdict()).isEqualTo("200/0");
    anna.closesDms();
    assertThat(send(dm, WORDS).verdict()).isEqualTo("403/50007");
    anna.opensDms();
    assertThat(send(dm, WORDS).verdict()).isEqualTo("200/0");
    assertThat(anna.sees()).hasSize(2);
  }

  @Test
  void aReplyPointsToItsMessage() throws Exception {
    DiscordMessage asked = there.writes("please");
    var reference = Map.of("message_id", Long.toString(asked.id()));

    send(general.id(), Map.of("content", "here", "message_reference", reference));

    DiscordMessage answer = there.sees().getLast();
    assertThat(answer.replyTo()).hasValue(asked.id());
    assertThat(answer.pings()).containsExactly("reply");
  }

  @Test
  void aReplyToNothingIsRefusedUnlessThatIsAllowed() throws Exception {
    var strict = Map.of("message_id", "1");
    var relaxed = Map.of("message_id", "1", "fail_if_not_exists", false);

    assertThat(send(general.id(), Map.of("content", "a", "message_reference", strict)).verdict())
        .isEqualTo("400/50035");
    assertThat(send(general.id(), Map.of("content", "a", "message_reference", relaxed)).verdict())
        .isEqualTo("200/0");
  }

  @Test
  void theBotChangesOnlyWhatItSaid() throws Exception {
    DiscordMessage hers = there.writes("hers");
    send(general.id(), WORDS);
    DiscordMessage own = there.sees().getLast();

    assertThat(api.send("PATCH", path(hers), WORDS).verdict()).isEqualTo("403/50005");
    assertThat(api.send("PATCH", path(own), Map.of("content", "new")).status()).isEqualTo(200);
    assertThat(there.sees().getLast().edits()).isEqualTo(1);
    assertThat(api.delete(path(own)).status()).isEqualTo(204);
    assertThat(api.send("PATCH", path(own), WORDS).verdict()).isEqualTo("404/10008");
    assertThat(api.get(path(own)).verdict()).isEqualTo("404/10008");
  }

  @Test
  void whatAModeratorDeletesIsGone() throws Exception {
    send(general.id(), WORDS);
    DiscordMessage own = there.sees().getLast();

    discord.deletesMessage(own);

    assertThat(api.get(path(own)).verdict()).isEqualTo("404/10008");
  }

  @Test
  void withoutItsTokenTheBotIsNobody() throws Exception {
    var stranger = HttpRequest.newBuilder(discord.apiUrl().resolve("users/@me")).build();
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(stranger, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }
    assertThat(api.get("users/@me").body().path("bot").asBoolean()).isTrue();
    assertThat(api.get("nowhere").status()).isEqualTo(404);
    assertThat(api.get("applications/@me").body().path("approximate_guild_count").asInt())
        .isEqualTo(1);
    assertThat(api.get("users/@me/guilds").body().findValuesAsText("name")).containsExactly("Home");
    assertThat(api.get("users/7").body().path("bot").asBoolean()).isFalse();
    assertThat(api.get("gateway/bot").body().path("shards").asInt()).isEqualTo(1);
  }
}
