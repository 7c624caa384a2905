package app.photoplay.testkit;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.UpdateSink;
import app.photoplay.chat.web.VideoLinks;
import app.photoplay.chat.web.WebChat;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.kind.OrderOptions;
import app.photoplay.operator.Health;
import app.photoplay.server.Network;
import app.photoplay.server.ServerSettings;
import app.photoplay.server.WebServer;
import app.photoplay.storage.local.FolderUploads;
import app.photoplay.wording.Phrase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A real server on loopback with the web chat and the health pages, and a sink that keeps what
/// comes in.
public final class WebHost implements AutoCloseable {
  /// What a failure says that means that the disk is full.
  public static final String NO_ROOM = "no room";

  /// `X-Forwarded-For` is believed, so that a test can come from anywhere.
  private static final List<Network> PROXIES = List.of(Network.parse("127.0.0.1"));

  public final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
  public final MemoryWebStore store = new MemoryWebStore();

  /// Finished files.
  public final MemoryArtifactStore made = MemoryArtifactStore.temporary();

  public final Path uploads;
  public final VideoLinks links;
  public final WebChat chat;
  private final BlockingQueue<ChatUpdate> updates = new LinkedBlockingQueue<>();
  private final int port;
  private WebServer server;

  private WebHost(WebSettings settings) {
    uploads = settings.uploads();
    links = new VideoLinks(new byte[VideoLinks.KEY_BYTES], settings.links(), time);
    chat =
        new WebChat(
            settings,
            store,
            new FolderUploads(uploads, time),
            made,
            links,
            failure -> String.valueOf(failure.getMessage()).equals(NO_ROOM),
            time);
    server = serve(0);
    port = server.port();
  }

  private WebServer serve(int port) {
    return WebServer.open(
        new ServerSettings("127.0.0.1", port, ServerSettings.LOOPBACK, PROXIES),
        routes -> {
          chat.routes(routes);
          new Health(() -> new Health.Report(List.of(), List.of()), time).routes(routes);
        });
  }

  /// Cuts all connections and answers nothing until [#appear()].
  public void vanish() {
    server.close();
  }

  /// Answers again, at the same port.
  public void appear() {
    server = serve(port);
  }

  public static WebHost open(Path folder) {
    return open(folder, "");
  }

  public static WebHost open(Path folder, String accessToken) {
    return open(new WebSettings(folder.resolve("uploads"), accessToken));
  }

  public static WebHost open(WebSettings settings) {
    WebHost host = new WebHost(settings);
    host.start();
    return host;
  }

  /// Begins to take updates, also again after a stop.
  public void start() {
    start(updates::add);
  }

  /// The same with another sink.
  public void start(UpdateSink sink) {
    chat.start(
        sink,
        List.of(
            new CommandInfo("talk", Phrase.COMMAND_TALK, OrderOptions.TALK),
            new CommandInfo("jobs", Phrase.COMMAND_JOBS),
            new CommandInfo("budget", Phrase.COMMAND_BUDGET)));
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public int port() {
    return port;
  }

  /// The next update, at the latest after 20 seconds.
  public ChatUpdate next() throws InterruptedException {
    ChatUpdate update = updates.poll(20, TimeUnit.SECONDS);
    if (update == null) {
      throw new AssertionError("no update came in");
    }
    return update;
  }

  /// Everything that has come in and was not asked for.
  public List<ChatUpdate> rest() {
    return List.copyOf(updates);
  }

  @Override
  public void close() {
    chat.close();
    server.close();
  }
}
