package app.photoplay.conversation;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.discord.BriskBots;
import app.photoplay.database.Database;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordGuild;
import app.photoplay.testkit.discord.FakeDiscord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Discord: the real client library against a server that keeps Discord's limits, and its rates as
/// if a second were shorter. People use commands in a channel of a server, and write to the bot
/// alone.
final class DiscordStage implements Stage {
  private static final int FASTER = 20;

  /// What was brought twice was answered before.
  private static final List<String> HARMLESS = List.of("already been acknowledged");

  private final FakeDiscord discord;
  private final DiscordGuild guild;
  private final Map<Integer, DiscordChannel> rooms = new HashMap<>();
  private final Notices notices = new Notices();
  private long people = 7_000_000_000_000_000_000L;
  private int logins;

  DiscordStage(InstantSource time) {
    discord = FakeDiscord.start(time).faster(FASTER).patient(Duration.ofMinutes(10));
    guild = discord.guild("Photo friends");
  }

  @Override
  public Manners manners() {
    return new Manners(
        true, true, false, true, false, false, false, true, "That is not yours to press.");
  }

  @Override
  public ChatPlatform chat(Database database, ArtifactStore files, InstantSource time) {
    return notices.around(BriskBots.fasterAt(discord, time, FASTER));
  }

  @Override
  public void started() throws InterruptedException {
    discord.gateway().awaitIdentifies(++logins);
  }

  @Override
  public Screen arrives() {
    var person = discord.person(++people);
    return new DiscordScreen(discord, notices, person.in(guild.channel("for " + people)), person);
  }

  @Override
  public Screen enters(Screen person, int room) {
    var channel = rooms.computeIfAbsent(room, number -> guild.channel("room " + number));
    var there = ((DiscordScreen) person).person().in(channel);
    return new DiscordScreen(discord, notices, there, there);
  }

  @Override
  public List<String> complaints() {
    return discord.refusals().stream()
        .filter(it -> HARMLESS.stream().noneMatch(it::contains))
        .toList();
  }

  @Override
  public void close() {
    discord.close();
  }
}
