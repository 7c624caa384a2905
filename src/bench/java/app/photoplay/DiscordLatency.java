package app.photoplay;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.bench.Folders;
import app.photoplay.bench.Row;
import app.photoplay.bench.Samples;
import app.photoplay.chat.discord.DiscordChat;
import app.photoplay.chat.discord.DiscordSettings;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordInteraction;
import app.photoplay.testkit.discord.FakeDiscord;
import app.photoplay.wording.Wording;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// How long people on Discord wait for "thinking": from the moment when Discord tells of an
/// interaction until its acknowledgement is there. Discord gives up after 3 s.
final class DiscordLatency {
  private static final int PER_SECOND = 100;
  private static final int WARM_UP = 500;
  private static final int MEASURED = 1000;

  private DiscordLatency() {}

  static void main() throws InterruptedException {
    Path folder = Folders.fresh("discord");
    FakeDiscord discord = FakeDiscord.start().withoutRates();
    DiscordChannel channel = discord.guild("Bench").channel("general");
    DiscordSettings settings = new DiscordSettings(FakeDiscord.TOKEN, discord.apiUrl());
    TestBot bot =
        new TestBot(
            folder,
            List.of(new DiscordChat(settings, new Wording("en"), InstantSource.system())),
            TestBot.FREE,
            PortDecorator.NOTHING);
    bot.start();
    double first = millis(discord, discord.person(1).in(channel).slash("status"));
    Row.of(
            "first interaction of a fresh start to its acknowledgement, Discord",
            "<= 300 ms",
            "%.0f ms".formatted(first),
            first <= 300)
        .print();
    ask(discord, channel, 1_000_000, WARM_UP);
    Samples waits = new Samples();
    for (DiscordInteraction each : ask(discord, channel, 2_000_000, MEASURED)) {
      waits.add(millis(discord, each));
    }
    Row.of(
            "interaction to acknowledgement, 100 interactions/s for 10 s, Discord",
            "p99 <= 30 ms",
            waits.milliseconds(),
            waits.percentile(0.99) <= 30)
        .print();
    // answers still wait for the platform's rates; there is nothing to wait for
    Runtime.getRuntime().halt(0);
  }

  private static double millis(FakeDiscord discord, DiscordInteraction interaction)
      throws InterruptedException {
    return discord.awaitAcknowledged(interaction).after().toNanos() / 1e6;
  }

  private static List<DiscordInteraction> ask(
      FakeDiscord discord, DiscordChannel channel, long firstPerson, int count)
      throws InterruptedException {
    List<DiscordInteraction> asked = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = begin + i * 1_000_000_000L / PER_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      asked.add(discord.person(firstPerson + i).in(channel).slash("status"));
    }
    return asked;
  }
}
