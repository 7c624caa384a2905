package app.photoplay.testkit;

import app.photoplay.operator.hook.Hooks;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.remote.hook.Hook;
import app.photoplay.server.ServerSettings;
import app.photoplay.server.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A real server where providers' calls arrive, and what it makes of them.
public final class HookDoor implements AutoCloseable {
  /// Where providers believe the server to be.
  public static final Callbacks CALLBACKS =
      new Callbacks(
          Optional.of(URI.create("https://bot.example.org")), new byte[Callbacks.KEY_BYTES]);

  private final List<String> told = new CopyOnWriteArrayList<>();
  private volatile boolean tooEarly;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  public HookDoor(String provider, Hook hook, InstantSource time) {
    Hooks hooks =
        new Hooks(
            Map.of(provider, hook),
            CALLBACKS,
            (who, order, what) -> told.add(who + " " + order + " " + what) && !tooEarly,
            time);
    server = WebServer.open(ServerSettings.ANYWHERE, hooks::routes);
  }

  /// From now on nobody knows yet what became of an order.
  public void tooEarly() {
    tooEarly = true;
  }

  /// The provider, the order's key and the provider's name for the work, of each call that was one.
  public List<String> told() {
    return List.copyOf(told);
  }

  public HttpResponse<String> post(String address, String body)
      throws IOException, InterruptedException {
    return post(address, Map.of(), body);
  }

  /// Posts as a provider does.
  ///
  /// @param address as the provider was given it
  public HttpResponse<String> post(String address, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + URI.create(address).getPath()))
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /// Whether a browser finds anything there.
  public int get(String address) throws IOException, InterruptedException {
    URI at = URI.create(server.address() + URI.create(address).getPath());
    return client.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString()).statusCode();
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
