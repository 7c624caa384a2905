package app.photoplay.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The one HTTP server, open on its port.
public final class WebServer implements AutoCloseable {
  /// For Jetty's own few tasks; requests run on virtual threads.
  private static final int THREADS = 12;

  private static final int THREADS_KEPT = 2;
  private static final int SELECTORS = 2;
  private static final int THREAD_IDLE_MILLIS = 5_000;
  private static final int WAITING_TO_BE_ACCEPTED = 1024;
  private static final long KEPT_BUFFERS = 2L << 20;

  private final Javalin server;
  private final String host;

  private WebServer(Javalin server, String host) {
    this.server = server;
    this.host = host;
  }

  /// Opens the port.
  ///
  /// @param routes adds what is to be found there
  /// @throws PortRefused when the port cannot be had
  public static WebServer open(ServerSettings settings, Consumer<RoutesConfig> routes) {
    return open(settings, Limits.USUAL, routes);
  }

  static WebServer open(ServerSettings settings, Limits limits, Consumer<RoutesConfig> routes) {
    Javalin server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          jetty(config, settings, limits);
          routes.accept(config.routes);
        });
    try {
      server.start();
    } catch (JavalinException failed) {
      server.stop();
      Throwable root = root(failed);
      if (root instanceof SocketException || root instanceof UnresolvedAddressException) {
        throw new PortRefused(settings.host(), settings.port(), root);
      }
      throw failed;
    }
    return new WebServer(server, settings.host());
  }

  private static void jetty(JavalinConfig config, ServerSettings settings, Limits limits) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS_KEPT, THREAD_IDLE_MILLIS);
    threads.setName("web");
    threads.setReservedThreads(0);
    Executor requests = task -> Thread.ofVirtual().name("web-request").start(task);
    threads.setVirtualThreadsExecutor(requests);
    config.jetty.threadPool = threads;
    Connections connections = new Connections(limits);
    config.jetty.modifyServer(server -> {
      server.setErrorHandler(new PlainErrors());
      server.insertHandler(new Guard(connections, settings.allowedHosts(), requests));
      // The handlers stay as they are, so that Jetty may believe the guard that it never blocks.
      server.setDynamic(false);
    });
    config.jetty.addConnector((server, http) -> {
      http.setUriCompliance(UriCompliance.DEFAULT);
      http.addCustomizer(new TrustedProxies(settings.trustedProxies()));
      return connector(server, http, settings, limits, connections);
    });
  }

  private static ServerConnector connector(
      Server server,
      HttpConfiguration http,
      ServerSettings settings,
      Limits limits,
      Connections connections) {
    ServerConnector connector =
        new ServerConnector(
            server,
            null,
            null,
            new ArrayByteBufferPool(0, -1, -1, -1, KEPT_BUFFERS, KEPT_BUFFERS),
            1,
            SELECTORS,
            new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setAcceptQueueSize(WAITING_TO_BE_ACCEPTED);
    connector.addEventListener(connections);
    connector.addBean(connections);
    return connector;
  }

  /// Says that it is clear who sends a request, so that its body may take longer than a stranger's.
  public static void known(Context context) {
    Exchange exchange = context.attribute(Guard.EXCHANGE);
    if (exchange != null) {
      exchange.known();
    }
  }

  public int port() {
    return server.port();
  }

  public String address() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /// The port cannot be opened.
  public static final class PortRefused extends RuntimeException {
    private final String host;
    private final int port;

    PortRefused(String host, int port, Throwable cause) {
      super(host + ":" + port, cause);
      this.host = host;
      this.port = port;
    }

    public String host() {
      return host;
    }

    public int port() {
      return port;
    }
  }
}
