package app.photoplay;

import app.photoplay.chat.web.WebChat;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.config.Config;
import app.photoplay.config.Secret;
import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.SqlWebStore;
import app.photoplay.operator.Health;
import app.photoplay.server.ServerSettings;
import app.photoplay.server.WebServer;
import app.photoplay.storage.local.LocalArtifactStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the web server together: the chat and the health pages on one port.
final class WebModule {
  private static final Logger log = LoggerFactory.getLogger(WebModule.class);

  private WebModule() {}

  static WebChat chat(Config config, Path data, Database database, LocalArtifactStore files) {
    Config.Web web = config.web();
    return new WebChat(
        new WebSettings(
            data.resolve("uploads"),
            web.accessToken().map(Secret::value).orElse(""),
            List.of(),
            config.language().getLanguage(),
            new WebSettings.Visitors(web.visitorsPerDay(), web.visitorsPerAddress())),
        new SqlWebStore(database),
        files,
        failure -> failure instanceof DatabaseException refused && refused.full(),
        InstantSource.system());
  }

  /// Opens the port that the configuration names.
  static WebServer server(Config config, WebChat chat, Bot bot) {
    Config.Web web = config.web();
    if (web.loopback() && web.open() && web.trustedProxies().isEmpty()) {
      log.warn(
          "web.trusted-proxies is empty: everybody who comes through a proxy counts as one client");
    }
    Set<String> hosts = new HashSet<>(web.allowedHosts());
    if (web.loopback() || !hosts.isEmpty()) {
      // A foreign page cannot use these: it would have to come under its own name.
      hosts.addAll(ServerSettings.LOOPBACK);
    }
    return open(new ServerSettings(web.host(), web.port(), hosts, web.trustedProxies()), chat, bot);
  }

  /// Opens any port of this machine.
  static WebServer anywhere(WebChat chat, Bot bot) {
    return open(ServerSettings.ANYWHERE, chat, bot);
  }

  private static WebServer open(ServerSettings settings, WebChat chat, Bot bot) {
    Health health = new Health(bot::health, InstantSource.system());
    return WebServer.open(
        settings,
        routes -> {
          chat.routes(routes);
          health.routes(routes);
        });
  }
}
