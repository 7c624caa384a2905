package app.photoplay.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.channel.update.GenericChannelUpdateEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.override.PermissionOverrideCreateEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sessions at the fake's gateway: they end, are taken up again and miss nothing.
class FakeDiscordGatewayTest {
  private final FakeDiscord discord = FakeDiscord.start();
  private final DiscordPerson anna = discord.person(7);

  @AfterEach
  void close() {
    discord.close();
  }

  @Test
  void aSessionIsResumedWhenTheGatewayAsksForIt() throws InterruptedException {
    try (var bot = RealBot.login(discord)) {
      discord.gateway().reconnectOp7();

      bot.await(SessionResumeEvent.class);
      assertThat(discord.gateway().identifies()).isEqualTo(1);
      assertThat(discord.gateway().resumes()).isEqualTo(1);
    }
  }

  @Test
  void whatHappenedWhileTheSocketWasDeadIsToldAfterwards() throws InterruptedException {
    try (var bot = RealBot.login(discord)) {
      discord.gateway().killSockets();
      anna.dm("are you there?");

      assertThat(bot.await(MessageReceivedEvent.class).getMessage().getContentRaw())
          .isEqualTo("are you there?");
      assertThat(discord.gateway().resumes()).isEqualTo(1);
    }
  }

  @Test
  void anInvalidSessionBeginsAnew() throws InterruptedException {
    try (var bot = RealBot.login(discord)) {
      discord.gateway().invalidSession();

      bot.await(SessionInvalidateEvent.class);
      bot.await(SessionRecreateEvent.class);
      assertThat(discord.gateway().identifies()).isEqualTo(2);
    }
  }

  @Test
  void aResumeThatIsRefusedBeginsAnew() throws InterruptedException {
    try (var bot = RealBot.login(discord)) {
      discord.gateway().refuseNextResume();
      discord.gateway().reconnectOp7();

      bot.await(SessionRecreateEvent.class);
      assertThat(discord.gateway().resumes()).isEqualTo(1);
      assertThat(discord.gateway().identifies()).isEqualTo(2);
    }
  }

  @Test
  void aDeafGatewayIsLeft() throws InterruptedException {
    discord.gateway().heartbeat(Duration.ofMillis(200));
    try (var bot = RealBot.login(discord)) {
      discord.gateway().deaf(true);

      bot.await(SessionDisconnectEvent.class);
      discord.gateway().deaf(false);
      bot.await(SessionResumeEvent.class);
    }
  }

  @Test
  void someGoodbyesAreForEver() throws InterruptedException {
    try (var bot = RealBot.login(discord)) {
      discord.gateway().closeWith(4004);

      assertThat(bot.await(ShutdownEvent.class).getCloseCode())
          .isEqualTo(CloseCode.AUTHENTICATION_FAILED);
    }
  }

  @Test
  void intentsThatNeedPermissionAreRefusedWithoutIt() throws InterruptedException {
    assertThatThrownBy(() ->
            RealBot.login(discord, it -> it.enableIntents(GatewayIntent.MESSAGE_CONTENT)).close())
        .isInstanceOf(IllegalStateException.class);

    discord.gateway().allow(GatewayIntent.MESSAGE_CONTENT.getRawValue());
    try (var bot = RealBot.login(discord, it -> it.enableIntents(GatewayIntent.MESSAGE_CONTENT))) {
      assertThat(bot.jda.getStatus()).isEqualTo(JDA.Status.CONNECTED);
    }
  }

  @Test
  void aLoginCanBeTurnedAway() {
    discord.gateway().refuseNextLogin(4013);

    assertThatThrownBy(() -> RealBot.login(discord).close())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theWordsOfOthersAreNotTold() throws InterruptedException {
    DiscordPerson there = anna.in(discord.guild("Home").channel("general"));
    try (var bot = RealBot.login(discord, it -> it.enableIntents(GatewayIntent.GUILD_MESSAGES))) {
      there.writes("secret");
      there.writes("<@" + FakeDiscord.BOT + "> hello");

      assertThat(bot.await(MessageReceivedEvent.class).getMessage().getContentRaw()).isEmpty();
      assertThat(bot.await(MessageReceivedEvent.class).getMessage().getContentRaw())
          .endsWith("hello");
    }
  }

  @Test
  void eventsComeTwice() throws InterruptedException {
    try (var bot = RealBot.login(discord)) {
      discord.gateway().duplicateEvents();
      DiscordMessage message = anna.dm("once");

      assertThat(bot.await(MessageReceivedEvent.class).getMessageIdLong()).isEqualTo(message.id());
      assertThat(bot.await(MessageReceivedEvent.class).getMessageIdLong()).isEqualTo(message.id());
    }
  }

  @Test
  void eventsWaitAndComeInAnotherOrder() throws InterruptedException {
    try (var bot = RealBot.login(discord, RealBot::inOrder)) {
      discord.gateway().delay();
      Stream.of("1", "2", "3", "4").forEach(anna::dm);
      discord.gateway().releaseShuffled(1);
      anna.dm("5");

      List<String> heard = List.of(words(bot), words(bot), words(bot), words(bot), words(bot));
      assertThat(heard)
          .containsExactlyInAnyOrder("1", "2", "3", "4", "5")
          .isNotEqualTo(List.of("1", "2", "3", "4", "5"));
      assertThat(heard.getLast()).isEqualTo("5");
    }
  }

  private static String words(RealBot bot) throws InterruptedException {
    return bot.await(MessageReceivedEvent.class).getMessage().getContentRaw();
  }

  @Test
  void unknownEventsAndFieldsDoNoHarm() throws InterruptedException {
    try (var bot = RealBot.login(discord)) {
      var odd = JsonNodeFactory.instance.objectNode().put("odd", true);
      discord.gateway().tell("SOMETHING_NEW", odd);
      discord.gateway().sayRaw("{\"op\":99,\"d\":null,\"s\":null,\"t\":null,\"more\":1}");
      anna.happens(42, odd);
      anna.happens(2, odd.deepCopy().put("type", 1).put("name", "talk").put("id", "1"));

      assertThat(bot.await(SlashCommandInteractionEvent.class).getName()).isEqualTo("talk");
    }
  }

  @Test
  void serversComeAndGo() throws InterruptedException {
    try (var bot = RealBot.login(discord)) {
      DiscordGuild home = discord.guild("Home");
      assertThat(bot.await(GuildJoinEvent.class).getGuild().getName()).isEqualTo("Home");

      DiscordChannel general = home.channel("general");
      DiscordChannel thread = general.thread("post");
      thread.archives();
      bot.await(GenericChannelUpdateEvent.class);
      general.denies(Permissions.ATTACH_FILES);
      bot.await(PermissionOverrideCreateEvent.class);
      var channel = bot.channel(general);
      assertThat(channel.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_SEND))
          .isTrue();
      assertThat(
              channel
                  .getGuild()
                  .getSelfMember()
                  .hasPermission(channel, Permission.MESSAGE_ATTACH_FILES))
          .isFalse();
      general.deletes();
      bot.await(ChannelDeleteEvent.class);
      home.kicksTheBot();
      bot.await(GuildLeaveEvent.class);
    }
  }

  @Test
  void shardsShareTheServers() throws InterruptedException {
    DiscordGuild one = discord.guild("One");
    DiscordGuild two = discord.guild("Two");
    int shardOfOne = (int) ((one.id() >> 22) % 2);
    int shardOfTwo = (int) ((two.id() >> 22) % 2);
    try (var first = RealBot.login(discord, it -> it.useSharding(0, 2));
        var second = RealBot.login(discord, it -> it.useSharding(1, 2))) {
      List<RealBot> bots = List.of(first, second);

      assertThat(bots.get(shardOfOne).jda.getGuildById(one.id())).isNotNull();
      assertThat(bots.get(1 - shardOfOne).jda.getGuildById(one.id())).isNull();
      assertThat(bots.get(shardOfTwo).jda.getGuildById(two.id())).isNotNull();
      assertThat(discord.gateway().connections()).isEqualTo(2);
    }
  }

  @Test
  void aShardManagerStartsAsManyAsTheGatewayWants() throws InterruptedException {
    discord.gateway().shards(2);
    // the shards of one manager log in five seconds apart, so one of the two has to do
    var manager =
        DefaultShardManagerBuilder.createLight(FakeDiscord.TOKEN)
            .setRestConfigProvider(_ -> new RestConfig().setBaseUrl(discord.apiUrl().toString()))
            .setEnableShutdownHook(false)
            .build();
    try {
      discord.gateway().awaitConnections(1);
      assertThat(manager.getShardsTotal()).isEqualTo(2);
      assertThat(discord.calls("GET gateway/bot")).isNotEmpty();
    } finally {
      manager.shutdown();
    }
  }

  @Test
  void theGatewaySpeaksPlainlyToo() throws InterruptedException {
    try (var bot = RealBot.login(discord, it -> it.setCompression(Compression.NONE))) {
      anna.dm("plain");

      assertThat(words(bot)).isEqualTo("plain");
    }
  }

  @Test
  void everythingVanishesAndAppearsAgain() throws InterruptedException {
    try (var bot = RealBot.login(discord)) {
      discord.vanishes();
      anna.dm("in the dark");
      bot.await(SessionDisconnectEvent.class);
      discord.appears();

      assertThat(words(bot)).isEqualTo("in the dark");
    }
  }
}
