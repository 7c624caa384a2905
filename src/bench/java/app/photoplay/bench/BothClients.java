package app.photoplay.bench;

import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.discord.FakeDiscord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The whole program with Telegram and Discord switched on, connected to fakes and idle.
final class BothClients {
  private static final int RUNS = 5;
  private static final long REST_MILLIS = 10_000;

  private BothClients() {}

  static void main() throws IOException, InterruptedException {
    Path folder = Folders.fresh("both");
    Samples starts = new Samples();
    Samples idle = new Samples();
    for (int i = 0; i < RUNS; i++) {
      try (FakeTelegram telegram = FakeTelegram.start();
          FakeDiscord discord = FakeDiscord.start();
          Served served =
              new Served(
                  folder.resolve("data" + i),
                  System.getenv("PATH"),
                  folder.resolve("log"),
                  Map.of(
                      "TELEGRAM_BOT_TOKEN", telegram.token(),
                      "PHOTOPLAY_TELEGRAM_API_URL", telegram.uri().toString(),
                      "DISCORD_BOT_TOKEN", FakeDiscord.TOKEN,
                      "PHOTOPLAY_DISCORD_API_URL", discord.apiUrl().toString()))) {
        starts.add(served.awaitReady());
        telegram.awaitPoller();
        discord.awaitCall("PUT applications/*/commands");
        Thread.sleep(REST_MILLIS);
        idle.add(served.residentMegabytes());
      }
    }
    Row.of(
            "start to ready, Telegram and Discord switched on",
            "<= 2.2 s",
            starts.text(2, " s"),
            starts.median() <= 2.2)
        .print();
    Row.of(
            "resident memory, both connected and idle",
            "<= 190 MB",
            idle.text(0, " MB"),
            idle.median() <= 190)
        .print();
    Folders.delete(folder);
  }
}
