package app.photoplay.chaos;

import app.photoplay.job.PaidCall.Idempotency;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// A paid provider and a chat over HTTP on this machine that misbehave at random and write down all
/// that they were given, in `paid.log` ([Works]) and `chat.log`.
///
/// ```
/// POST   /work             Idempotency-Key, Idempotency, Order -> 200 operation, 429, 400 not taken, 403 refused, 500
/// GET    /work?key         what a customer finds         -> 200 operation, 404
/// GET    /work/OPERATION                                  -> 200 done | running, 404
/// DELETE /work/OPERATION                                  -> 200 stopped, 409 runs out
/// GET    /staff?key        what the provider's staff sees -> 200 operation, 404
/// POST   /messages         Order, Kind                    -> 200 message
/// PUT    /messages/MESSAGE Kind                           -> 200 message
/// ```
///
/// A connection that is cut stands for an answer, or a question, that got lost.
public final class ProviderServer implements AutoCloseable {
  static final String KEY = "Idempotency-Key";
  static final String IDEMPOTENCY = "Idempotency";
  static final String ORDER = "Order";
  static final String KIND = "Kind";

  private static final int SLOWEST_MILLIS = 120;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Works works;
  private final Path chat;
  private final SplittableRandom random;
  private final AtomicLong messages = new AtomicLong();

  /// Starts it.
  ///
  /// @param folder for the logs
  public ProviderServer(Path folder, long seed) throws IOException {
    works = new Works(folder, seed + 1);
    chat = folder.resolve("chat.log");
    random = new SplittableRandom(seed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/work", this::work);
    server.createContext("/staff", it -> answer(it, works.known(query(it))));
    server.createContext("/messages", this::message);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void work(HttpExchange exchange) throws IOException {
    String operation = last(exchange);
    switch (exchange.getRequestMethod()) {
      case "POST" -> submit(exchange);
      case "DELETE" ->
          answer(exchange, works.stop(operation) ? 200 : works.exists(operation) ? 409 : 404, "");
      default -> {
        if (query(exchange).isEmpty()) {
          answer(
              exchange,
              works.exists(operation) ? 200 : 404,
              works.done(operation) ? "done" : "running");
        } else {
          answer(exchange, works.visible(query(exchange)));
        }
      }
    }
  }

  /// Of 100 submissions 86 go well.
  private void submit(HttpExchange exchange) throws IOException {
    int luck = luck();
    if (luck < 3) {
      exchange.close();
    } else if (luck < 4) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      answer(exchange, 429, "");
    } else if (luck < 7) {
      answer(exchange, 400, "");
    } else if (luck < 8 && works.known(header(exchange, KEY)).isEmpty()) {
      answer(exchange, 403, "");
    } else if (luck < 10) {
      answer(exchange, 500, "");
    } else {
      String operation =
          works.take(
              header(exchange, KEY),
              Idempotency.valueOf(header(exchange, IDEMPOTENCY)),
              header(exchange, ORDER));
      if (luck < 14) {
        exchange.close();
      } else {
        answer(exchange, 200, operation);
      }
    }
  }

  private void message(HttpExchange exchange) throws IOException {
    int luck = luck();
    if (luck < 2) {
      exchange.close();
      return;
    }
    boolean fresh = exchange.getRequestMethod().equals("POST");
    String id = fresh ? Long.toString(messages.incrementAndGet()) : last(exchange);
    String kind = header(exchange, KIND);
    Works.append(chat, fresh ? id + " " + kind + " " + header(exchange, ORDER) : id + " " + kind);
    if (luck < 4) {
      exchange.close();
    } else {
      answer(exchange, 200, id);
    }
  }

  /// Takes its time, then throws the dice.
  private int luck() throws IOException {
    int delay;
    int luck;
    synchronized (random) {
      delay = random.nextInt(SLOWEST_MILLIS);
      luck = random.nextInt(100);
    }
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return luck;
  }

  private static String header(HttpExchange exchange, String name) throws IOException {
    String value = exchange.getRequestHeaders().getFirst(name);
    if (value == null) {
      throw new IOException("no " + name);
    }
    return value;
  }

  private static String last(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String query(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
  }

  private static void answer(HttpExchange exchange, Optional<String> body) throws IOException {
    answer(exchange, body.isPresent() ? 200 : 404, body.orElse(""));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
