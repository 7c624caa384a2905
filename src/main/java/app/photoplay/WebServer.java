package app.photoplay;

import app.photoplay.chat.web.WebChat;
import app.photoplay.operator.Health;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;

/// The one HTTP server: the web chat and the health pages on one port.
final class WebServer implements AutoCloseable {
  private final Javalin server;
  private final String host;

  private WebServer(Javalin server, String host) {
    this.server = server;
    this.host = host;
  }

  /// Opens the port.
  ///
  /// @param port 0 lets the system choose
  /// @throws PortTaken when another program has it
  static WebServer open(String host, int port, WebChat chat, Health health) {
    Javalin server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          chat.routes(config.routes);
          health.routes(config.routes);
        });
    try {
      server.start(host, port);
    } catch (JavalinBindException e) {
      server.stop();
      throw new PortTaken(host, port, e);
    }
    return new WebServer(server, host);
  }

  String address() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  /// The port cannot be opened.
  static final class PortTaken extends RuntimeException {
    PortTaken(String host, int port, Exception cause) {
      super(host + ":" + port, cause);
    }
  }
}
