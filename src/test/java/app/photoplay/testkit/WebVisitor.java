package app.photoplay.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What a browser does with the web chat, without a browser.
public final class WebVisitor implements AutoCloseable {
  public static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  public String cookies = "";

  public WebVisitor(WebHost host) {
    this(host.port());
  }

  private WebVisitor(int port) {
    this.port = port;
  }

  /// Opens the page and keeps its cookie.
  public static WebVisitor arrive(WebHost host) throws IOException, InterruptedException {
    return arrive(host.port());
  }

  /// The same at any server on this machine.
  public static WebVisitor arrive(int port) throws IOException, InterruptedException {
    WebVisitor visitor = new WebVisitor(port);
    visitor.get("/");
    return visitor;
  }

  public HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, headers).GET());
  }

  public JsonNode history() throws IOException, InterruptedException {
    return JSON.readTree(get("/api/chat/history").body());
  }

  public HttpResponse<byte[]> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(
        request(path, headers)
            .header("X-Photoplay", "1")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// The same without the header that the page's own calls carry.
  public HttpResponse<byte[]> postBare(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpResponse<byte[]> upload(HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return send(request("/api/chat/uploads").header("X-Photoplay", "1").POST(body));
  }

  /// Uploads and returns the id.
  public String uploaded(byte[] file) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = upload(HttpRequest.BodyPublishers.ofByteArray(file));
    return JSON.readTree(answer.body()).path("id").asText();
  }

  public static ObjectNode message(String words) {
    return JSON.createObjectNode()
        .put("clientId", UUID.randomUUID().toString())
        .put("words", words)
        .put("language", "de-AT")
        .put("zone", "Europe/Vienna");
  }

  public HttpResponse<byte[]> say(ObjectNode message) throws IOException, InterruptedException {
    return post("/api/chat/messages", message.toString());
  }

  public HttpResponse<byte[]> say(String words) throws IOException, InterruptedException {
    return say(message(words));
  }

  public static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String pair = cookie.substring(0, cookie.indexOf(';'));
      cookies = cookies.isEmpty() ? pair : cookies + "; " + pair;
    }
    return answer;
  }

  /// Opens the live connection.
  public Window live(long after, String... headers) {
    Window window = new Window();
    WebSocket.Builder socket = client.newWebSocketBuilder().header("Cookie", cookies);
    for (int i = 0; i < headers.length; i += 2) {
      socket.header(headers[i], headers[i + 1]);
    }
    URI address = URI.create("ws://127.0.0.1:" + port + "/api/chat/live?after=" + after);
    window.socket = socket.buildAsync(address, window).join();
    return window;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /// One live connection and what came over it.
  public static final class Window implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        events.add(partial.toString());
        partial.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
      closed.add(status);
      return null;
    }

    /// The next event, at the latest after 20 seconds.
    public JsonNode next() throws InterruptedException, IOException {
      return next(Duration.ofSeconds(20)).orElseThrow(() -> new AssertionError("no event came"));
    }

    /// The next event, if one comes in that time.
    public Optional<JsonNode> next(Duration most) throws InterruptedException, IOException {
      String event = events.poll(most.toMillis(), TimeUnit.MILLISECONDS);
      return event == null ? Optional.empty() : Optional.of(JSON.readTree(event));
    }

    /// How the server closed it.
    public int closeCode() throws InterruptedException {
      Integer code = closed.poll(20, TimeUnit.SECONDS);
      if (code == null) {
        throw new AssertionError("not closed");
      }
      return code;
    }

    public void leave() {
      Objects.requireNonNull(socket).abort();
    }

    @Override
    public void close() {
      leave();
    }
  }
}
