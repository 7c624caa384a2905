package app.photoplay.chat.discord;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordGuild;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.FakeDiscord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A bot in a server with one channel and two of the people there.
abstract class AtDiscord {
  static final Duration PAST_THE_TOKEN = Duration.ofMinutes(16);

  @TempDir Path folder;
  final AheadTime time = new AheadTime();
  final Inbox inbox = new Inbox();
  final FakeDiscord discord = FakeDiscord.start(time).withoutRates().patient(Bots.PATIENCE);
  final DiscordGuild guild = discord.guild("Photo friends");
  final DiscordChannel channel = guild.channel("general");
  final DiscordPerson alone = discord.person(7_000_000_000_000_000_001L);
  final DiscordPerson ann = alone.in(channel);
  DiscordChat chat = Bots.at(discord, Bots.PATIENCE, time);

  @BeforeEach
  void open() throws InterruptedException {
    chat.start(inbox, Bots.COMMANDS);
    Bots.awaitReady(discord, inbox);
  }

  @AfterEach
  void close() {
    chat.close();
    discord.close();
  }

  MessageRef asks(DiscordPerson person) throws Exception {
    discord.awaitAcknowledged(person.slash("talk", option("script", "Hello.")));
    return inbox.command().message();
  }

  MessageRef asksForMoney(DiscordPerson person) throws Exception {
    discord.awaitAcknowledged(person.slash("budget"));
    return inbox.command().message();
  }

  MessageRef sent(MessageRef asked, OutboundMessage message) throws Exception {
    SendOutcome outcome = chat.send(asked.conversation(), message.inReplyTo(asked));
    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    return new MessageRef(asked.conversation(), ((SendOutcome.Sent) outcome).message());
  }

  static List<String> texts(DiscordPerson person) {
    return person.sees().stream().map(DiscordMessage::text).toList();
  }

  /// Events come one after another.
  void untilTheBotKnows() throws Exception {
    alone.dm("Do you know?");
    inbox.message();
  }
}
