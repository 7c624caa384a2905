package app.photoplay.chat.discord;

import app.photoplay.testkit.discord.FakeDiscord;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.InstantSource;

/// Whole bots at a fake Discord, for tests of other packages.
public final class BriskBots {
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private BriskBots() {}

  /// A bot that keeps Discord's rates as if its second were so many times shorter.
  public static DiscordChat fasterAt(FakeDiscord discord, InstantSource time, int times) {
    return new DiscordChat(
        new DiscordSettings(FakeDiscord.TOKEN, discord.apiUrl()),
        new Wording("en"),
        DiscordChat.RATES.faster(times),
        DEADLINE,
        time,
        System::nanoTime);
  }
}
