package app.photoplay.app;

import app.photoplay.assembly.Adapters;
import app.photoplay.assembly.Bot;
import app.photoplay.assembly.ProviderModule;
import app.photoplay.assembly.Settings;
import app.photoplay.assembly.StorageLayout;
import app.photoplay.assembly.WebModule;
import app.photoplay.chat.discord.DiscordChat;
import app.photoplay.chat.telegram.TelegramCheck;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.chat.web.WebChat;
import app.photoplay.database.Database;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.server.ServerSettings;
import app.photoplay.server.WebServer;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Starts everything on a folder of its own and asks the web server once, so that a start's classes
/// are loaded.
record WarmUp(Settings settings, ProviderModule providers) {
  void run() throws InterruptedException {
    Path folder = temporary();
    try (Database database = Databases.open(folder)) {
      StorageLayout.Stores files =
          StorageLayout.Stores.local(
              new LocalArtifactStore(folder.resolve("files"), InstantSource.system()), folder);
      WebChat chat = WebModule.chat(settings.web().in(folder), database, files);
      Adapters adapters = providers.adapters(List.of(chat), files.files(), Callbacks.NONE);
      Bot bot = new Bot(settings, adapters, database, files);
      try (WebServer server = WebModule.open(ServerSettings.ANYWHERE, chat, bot)) {
        bot.start();
        touch(URI.create(server.address() + "/readyz"));
        rehearse(URI.create(server.address()), new Wording(settings.language()));
        bot.stop(Duration.ofSeconds(1));
      }
    } finally {
      Folders.delete(folder);
    }
  }

  /// The clients of the platforms are part of most starts; here nobody knows them.
  private static void rehearse(URI server, Wording wording) throws InterruptedException {
    DiscordChat.rehearse(server, wording, InstantSource.system());
    var _ = TelegramCheck.run(new TelegramSettings("1:nobody", server));
  }

  private static void touch(URI page) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("photoplay-warm-up");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
