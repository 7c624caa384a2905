package app.photoplay.testkit.discord;

import app.photoplay.testkit.Multipart;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Discord's REST and file servers over HTTP: paths, bodies, tokens, rates and scripted answers.
final class RestServer implements AutoCloseable {
  private static final String API = "/api/v10/";
  private static final int MOST_BODY = 130 * 1024 * 1024;

  static {
    // The JDK's server sends head and body apart; without this each answer waits 40 ms for the
    // client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger numbers = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final DiscordState state;
  private final Routes routes;
  private volatile HttpServer server;

  RestServer(DiscordState state, int port) throws IOException {
    this.state = state;
    routes = new Routes(state);
    server = listen(port);
  }

  private HttpServer listen(int port) throws IOException {
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
    opened.setExecutor(threads);
    opened.createContext("/", this::handle);
    opened.start();
    return opened;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /// Cuts all connections and refuses new ones.
  void vanish() {
    server.stop(0);
  }

  void appear(int port) throws IOException {
    server = listen(port);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith(API)) {
        respond(exchange, path.substring(API.length()));
      } else if (path.startsWith("/attachments/") || path.startsWith("/ephemeral-attachments/")) {
        sendFile(exchange, path);
      } else {
        write(exchange, DiscordReply.error(404, 0, "404: Not Found"));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void respond(HttpExchange exchange, String path)
      throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY);
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    DiscordCall call;
    try {
      call = parse(exchange, path, body);
    } catch (JsonProcessingException _) {
      write(exchange, DiscordReply.error(400, 50_109, "The request body contains invalid JSON."));
      return;
    }
    String token = Optional.ofNullable(first(exchange, "Authorization")).orElse("");
    switch (state.received(call)) {
      case DiscordReply.Usual _ -> write(exchange, counted(perform(call, token)));
      case DiscordReply.Held held -> {
        held.gate().await();
        write(exchange, counted(perform(call, token)));
      }
      case DiscordReply.Answer answer -> {
        if (answer.done()) {
          perform(call, token);
        }
        write(exchange, counted(answer));
      }
      case DiscordReply.Hang hang -> {
        if (hang.done()) {
          perform(call, token);
        }
        closed.await();
      }
      case DiscordReply.Cut cut -> {
        if (cut.done()) {
          perform(call, token);
        }
        // closing without an answer makes the server cut the connection
      }
    }
  }

  private DiscordReply.Answer counted(DiscordReply.Answer answer) {
    if (List.of(401, 403, 429).contains(answer.status())
        && !"shared".equals(answer.headers().get("X-RateLimit-Scope"))) {
      state.monitor.change(() -> ++state.invalid);
    }
    return answer;
  }

  private static @Nullable String first(HttpExchange exchange, String header) {
    return exchange.getRequestHeaders().getFirst(header);
  }

  private DiscordReply.Answer perform(DiscordCall call, String token) {
    try {
      return routes.call(call, token);
    } catch (DiscordError error) {
      state.refused(call, error);
      return error.answer();
    }
  }

  private DiscordCall parse(HttpExchange exchange, String path, byte[] body) throws IOException {
    String type = Optional.ofNullable(first(exchange, "Content-Type")).orElse("");
    String method = exchange.getRequestMethod();
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    int number = numbers.incrementAndGet();
    long nanos = System.nanoTime();
    JsonNode content = MissingNode.getInstance();
    Map<String, DiscordCall.Upload> uploads = new LinkedHashMap<>();
    if (!type.startsWith("multipart/form-data")) {
      content = body.length == 0 ? content : json.readTree(body);
      return new DiscordCall(number, method, path, query, content, Map.of(), nanos);
    }
    for (Multipart.Part part : Multipart.parts(type, body)) {
      if (part.name().equals("payload_json")) {
        content = json.readTree(part.text());
      } else if (part.fileName().isPresent()) {
        uploads.put(part.name(), keep(number, part));
      }
    }
    return new DiscordCall(
        number, method, path, query, content, Collections.unmodifiableMap(uploads), nanos);
  }

  private DiscordCall.Upload keep(int number, Multipart.Part part) throws IOException {
    byte[] bytes = part.bytes();
    String name = "upload-%d-%s".formatted(number, part.name().replaceAll("\\W", "_"));
    Path file = Files.write(state.folder.resolve(name), bytes);
    return new DiscordCall.Upload(
        part.fileName().orElse(""), file, bytes.length, Cdn.sha256(bytes));
  }

  private void sendFile(HttpExchange exchange, String path)
      throws IOException, InterruptedException {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    var call =
        new DiscordCall(
            numbers.incrementAndGet(),
            exchange.getRequestMethod(),
            path,
            query,
            MissingNode.getInstance(),
            Map.of(),
            System.nanoTime());
    switch (state.received(call)) {
      case DiscordReply.Answer answer -> write(exchange, answer);
      case DiscordReply.Hang _ -> closed.await();
      case DiscordReply.Cut _ -> {
        // the length was promised, the rest never comes
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write(new byte[1000]);
        exchange.getResponseBody().flush();
      }
      case DiscordReply.Held held -> {
        held.gate().await();
        sendStored(exchange, path, query);
      }
      case DiscordReply.Usual _ -> sendStored(exchange, path, query);
    }
  }

  private void sendStored(HttpExchange exchange, String path, String query) throws IOException {
    Optional<Attachment> file = state.monitor.read(() -> state.cdn.at(path, query));
    if (file.isEmpty()) {
      write(
          exchange,
          DiscordReply.answer(
              404,
              "This content is no longer available.",
              Map.of("Content-Type", "text/plain;charset=UTF-8")));
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", file.get().contentType());
    exchange.sendResponseHeaders(200, Math.max(file.get().bytes(), 0));
    Files.copy(file.get().file(), exchange.getResponseBody());
  }

  private static void write(HttpExchange exchange, DiscordReply.Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    byte[] bytes = answer.body().bytes();
    boolean empty = answer.status() == 204 || bytes.length == 0;
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : bytes.length);
    if (!empty) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
