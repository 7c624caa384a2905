package app.photoplay.assembly;

import app.photoplay.chat.web.VideoLinks;
import app.photoplay.chat.web.WebChat;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.account.SqlSecrets;
import app.photoplay.database.chat.SqlWebStore;
import app.photoplay.operator.Health;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.server.ServerSettings;
import app.photoplay.server.WebServer;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The web server: the chat and the health pages on one port.
public final class WebModule {
  private static final Logger log = LoggerFactory.getLogger(WebModule.class);

  private WebModule() {}

  public static WebChat chat(WebSettings settings, Database database, StorageLayout.Stores stores) {
    return new WebChat(
        settings,
        new SqlWebStore(database),
        stores.uploads(),
        stores.files(),
        links(settings, database, InstantSource.system()),
        failure -> failure instanceof DatabaseException refused && refused.full(),
        InstantSource.system());
  }

  /// The links to videos that this server serves; equal ones wherever they are made.
  static VideoLinks links(WebSettings settings, Database database, InstantSource time) {
    byte[] key = new SqlSecrets(database).key("links", VideoLinks.KEY_BYTES);
    return new VideoLinks(key, settings.links(), time);
  }

  /// Where paid providers may call this server; equal addresses wherever they are made.
  public static Callbacks callbacks(WebSettings settings, Database database) {
    byte[] key = new SqlSecrets(database).key("hooks", Callbacks.KEY_BYTES);
    return new Callbacks(settings.links().publicUrl(), key);
  }

  /// Opens the port.
  public static WebServer open(ServerSettings settings, WebChat chat, Bot bot) {
    if (settings.loopback() && settings.open() && settings.trustedProxies().isEmpty()) {
      log.warn(
          "web.trusted-proxies is empty: everybody who comes through a proxy counts as one client");
    }
    Health health = new Health(bot::health, InstantSource.system());
    return WebServer.open(
        settings,
        routes -> {
          chat.routes(routes);
          health.routes(routes);
          bot.hooks().routes(routes);
        });
  }
}
