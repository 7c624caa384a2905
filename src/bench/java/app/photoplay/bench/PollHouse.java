package app.photoplay.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Two paid providers in a program of its own: fal's queue and OpenRouter's films, as they are
/// documented. They take all work and are never done with it. Prints its port.
final class PollHouse {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final AtomicInteger QUESTIONS = new AtomicInteger();

  private PollHouse() {}

  static void main() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", PollHouse::answer);
    server.start();
    IO.println(server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      boolean order = exchange.getRequestMethod().equals("POST");
      String path = exchange.getRequestURI().getPath();
      String host = "http://127.0.0.1:" + exchange.getLocalAddress().getPort();
      byte[] said = said(order, path, host).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, said.length);
      exchange.getResponseBody().write(said);
    }
  }

  private static String said(boolean order, String path, String host) {
    if (path.equals("/questions")) {
      return String.valueOf(QUESTIONS.get());
    }
    if (!order) {
      QUESTIONS.incrementAndGet();
      return path.startsWith("/api/v1/videos/")
          ? "{\"id\":\"x\",\"status\":\"in_progress\"}"
          : "{\"status\":\"IN_PROGRESS\",\"logs\":null}";
    }
    if (path.startsWith("/storage/")) {
      return "{\"upload_url\":\"%s/drop/x\",\"file_url\":\"https://v3.fal.media/files/b/x\"}"
          .formatted(host);
    }
    String id = "work-" + NUMBERS.incrementAndGet();
    return path.equals("/api/v1/videos")
        ? "{\"id\":\"%s\",\"polling_url\":\"/api/v1/videos/%s\",\"status\":\"pending\"}"
            .formatted(id, id)
        : """
        {"status":"IN_QUEUE","request_id":"%s","response_url":"%s/q/m/requests/%s",\
        "status_url":"%s/q/m/requests/%s/status","cancel_url":"%s/q/m/requests/%s/cancel"}\
        """
            .formatted(id, host, id, host, id, host, id);
  }
}
