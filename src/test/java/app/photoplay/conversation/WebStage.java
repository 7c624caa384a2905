package app.photoplay.conversation;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.web.VideoLinks;
import app.photoplay.chat.web.WebChat;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.database.Database;
import app.photoplay.database.chat.SqlWebStore;
import app.photoplay.server.ServerSettings;
import app.photoplay.server.WebServer;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.local.FolderUploads;
import app.photoplay.testkit.WebVisitor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The web chat: the real server, and people who do what the page does. Nobody shares a chat there.
final class WebStage implements Stage {
  private final WebSettings settings;
  private final List<WebScreen> screens = new ArrayList<>();
  private @Nullable WebServer server;
  private int port;

  WebStage(Path folder) {
    settings = new WebSettings(folder.resolve("uploads"), "");
  }

  /// Another person's message is not there at all.
  @Override
  public Manners manners() {
    return new Manners(
        false, false, true, false, true, false, true, false, "There is nothing at this address.");
  }

  @Override
  public ChatPlatform chat(Database database, ArtifactStore files, InstantSource time) {
    close();
    var links = new VideoLinks(new byte[VideoLinks.KEY_BYTES], WebSettings.Links.NONE, time);
    var sent = new FolderUploads(settings.uploads(), time);
    var chat =
        new WebChat(settings, new SqlWebStore(database), sent, files, links, _ -> false, time);
    WebServer opened =
        WebServer.open(
            new ServerSettings("127.0.0.1", port, ServerSettings.LOOPBACK, List.of()),
            chat::routes);
    port = opened.port();
    server = opened;
    return chat;
  }

  @Override
  public void started() {
    screens.forEach(WebScreen::reconnects);
  }

  @Override
  public Screen arrives() throws Exception {
    var screen = new WebScreen(WebVisitor.arrive(port), screens.size());
    screens.add(screen);
    return screen;
  }

  @Override
  public List<String> complaints() {
    return screens.stream().flatMap(it -> it.complaints().stream()).toList();
  }

  @Override
  public void close() {
    WebServer open = server;
    if (open != null) {
      screens.forEach(WebScreen::loses);
      open.close();
      server = null;
    }
  }
}
