package app.photoplay.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.SendOutcome;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.DiscordReply;
import app.photoplay.testkit.discord.FakeDiscord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Connections that begin, break and end.
class DiscordGatewayTest {
  private final FakeDiscord discord = FakeDiscord.start().withoutRates().patient(Bots.PATIENCE);
  private final DiscordPerson ann = discord.person(7_000_000_000_000_000_001L);
  private final Inbox inbox = new Inbox();
  private DiscordChat chat = Bots.at(discord);

  @AfterEach
  void close() {
    chat.close();
    discord.close();
  }

  private void connects() throws Exception {
    chat.start(inbox, Bots.COMMANDS);
    Bots.awaitReady(discord, inbox);
  }

  private void hears(String words) throws Exception {
    ann.dm(words);
    assertThat(inbox.message().words()).isEqualTo(words);
  }

  private String awaitTrouble(Predicate<String> wanted) {
    await(() -> wanted.test(chat.trouble()));
    return chat.trouble();
  }

  /// The library tells nobody when it knows what happened.
  private static void await(BooleanSupplier wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!wanted.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  void saysThatItIsNotConnectedYet() {
    assertThat(chat.trouble()).isEqualTo("Discord has not answered yet.");
  }

  @Test
  void isWellOnceItIsConnected() throws Exception {
    connects();

    assertThat(awaitTrouble(String::isEmpty)).isEmpty();
  }

  @Test
  void saysThatTheTokenIsWrongAndStopsAsking() throws Exception {
    chat =
        Bots.at(
            new DiscordSettings("wrong.token.that-is-long-enough", discord.apiUrl()),
            Bots.PATIENCE,
            InstantSource.system());
    chat.start(inbox, Bots.COMMANDS);

    assertThat(awaitTrouble(it -> it.contains("token"))).contains("developer portal");
    assertThat(discord.calls()).hasSize(1);
    assertThat(chat.send(Bots.with(ann), Bots.HELLO)).isInstanceOf(SendOutcome.Later.class);
  }

  @Test
  void triesUntilDiscordCanBeReached() throws Exception {
    discord.next("GET gateway/bot", DiscordReply.badGateway());
    discord.next("GET users/@me", DiscordReply.error(500, 0, "down"));
    chat.start(inbox, Bots.COMMANDS);

    String trouble = awaitTrouble("Discord cannot be reached."::equals);
    Bots.awaitReady(discord, inbox);

    assertThat(trouble).isEqualTo("Discord cannot be reached.");
    hears("hello");
  }

  @Test
  void takesTheSessionUpAgainAndMissesNothing() throws Exception {
    connects();

    discord.gateway().killSockets();
    ann.dm("said meanwhile");
    String first = inbox.message().words();
    discord.gateway().awaitConnections(1);
    discord.gateway().reconnectOp7();
    ann.dm("and this");
    String second = inbox.message().words();
    await(() -> discord.gateway().resumes() == 2);

    assertThat(List.of(first, second)).containsExactly("said meanwhile", "and this");
    assertThat(discord.gateway().resumes()).isEqualTo(2);
    assertThat(discord.gateway().identifies()).isOne();
  }

  @Test
  void beginsAnewWhenTheSessionIsOver() throws Exception {
    connects();

    discord.gateway().invalidSession();
    discord.gateway().awaitConnections(1);

    hears("hello");
    assertThat(discord.gateway().identifies()).isEqualTo(2);
    assertThat(discord.calls("PUT applications/**")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "4014, direct messages",
    "4013, direct messages",
    "4004, developer portal",
    "4011, discord.shards"
  })
  void saysWhatToDoWhenDiscordEndsTheConnectionForGood(int code, String remedy) throws Exception {
    chat.start(inbox, Bots.COMMANDS);
    // the library tells the end only when it has no calls to make
    discord.awaitCalls("PUT applications/*/commands", 1);
    hears("hello");

    discord.gateway().closeWith(code);

    assertThat(awaitTrouble(it -> it.contains(remedy))).contains(remedy).contains("start again");
  }

  @Test
  void sendsWithoutTakingAnything() throws Exception {
    connects();
    chat.stop();
    ann.dm("not for this program");

    SendOutcome outcome = chat.send(Bots.with(ann), Bots.HELLO);
    chat.start(inbox, Bots.COMMANDS);

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    hears("for this one");
  }

  @Test
  void sendsAsSoonAsTheConnectionIsThere() throws Exception {
    SendOutcome early = chat.send(Bots.with(ann), Bots.HELLO);

    assertThat(early).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void tellsWhoHasToWaitThatThereIsNoConnection() throws Exception {
    discord.next("GET gateway/bot", DiscordReply.hangs());
    chat = Bots.at(discord, Duration.ofMillis(50), InstantSource.system());

    SendOutcome early = chat.send(Bots.with(ann), Bots.HELLO);

    assertThat(early).isInstanceOf(SendOutcome.Later.class);
  }

  @Test
  void registersCommandsOnceAndAgainOnlyWhenTheyChanged() throws Exception {
    connects();
    restart(Bots.COMMANDS);
    int unchanged = discord.calls("PUT applications/**").size();
    restart(List.of(Bots.TALK));
    discord.awaitCommands(2);

    assertThat(unchanged).isOne();
    assertThat(discord.calls("PUT applications/**")).hasSize(2);
    assertThat(discord.commands()).anyMatch(it -> it.startsWith("/talk"));
  }

  private void restart(List<CommandInfo> commands) throws Exception {
    chat.close();
    discord.gateway().awaitConnections(0);
    int listed = discord.calls("GET applications/*/commands").size();
    chat = Bots.at(discord);
    chat.start(inbox, commands);
    discord.awaitCalls("GET applications/*/commands", listed + 1);
    hears("again");
  }

  @Test
  void registersCommandsWhenItBeginsToTakeUpdatesAfterItHasSentSomething() throws Exception {
    chat.send(Bots.with(ann), Bots.HELLO);
    discord.gateway().awaitConnections(1);
    awaitTrouble(String::isEmpty);

    chat.start(inbox, Bots.COMMANDS);

    discord.awaitCalls("PUT applications/*/commands", 1);
  }

  @Test
  void registersCommandsInNamedServersOfADeveloper() throws Exception {
    var mine = discord.guild("Workshop");
    var others = discord.guild("Photo friends");
    var settings =
        new DiscordSettings(
            FakeDiscord.TOKEN, discord.apiUrl(), List.of(mine.id()), 0, Optional.empty());
    chat = Bots.at(settings, Bots.PATIENCE, InstantSource.system());
    chat.start(inbox, Bots.COMMANDS);

    ann.in(mine.channel("general")).slash("budget");
    inbox.command();

    assertThat(discord.commands(mine)).hasSize(3);
    assertThat(discord.commands(others)).isEmpty();
    assertThat(discord.commands()).isEmpty();
  }

  @Test
  void takesItsPartOfTheConnectionsAlone() throws Exception {
    DiscordChat second = shard(1);
    try {
      second.start(inbox, Bots.COMMANDS);
      discord.gateway().awaitConnections(1);
      ann.dm("messages to the bot go to the first");
      chat = shard(0);
      chat.start(inbox, Bots.COMMANDS);
      discord.gateway().awaitConnections(2);

      hears("now");
    } finally {
      second.close();
    }
  }

  private DiscordChat shard(int number) {
    var range = Optional.of(new DiscordSettings.Range(number, number));
    var settings = new DiscordSettings(FakeDiscord.TOKEN, discord.apiUrl(), List.of(), 2, range);
    return Bots.at(settings, Bots.PATIENCE, InstantSource.system());
  }
}
