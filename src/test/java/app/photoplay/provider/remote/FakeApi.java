package app.photoplay.provider.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A provider's HTTP API on the loopback: it keeps what it was asked, answers as the provider does,
/// and otherwise where a test says so.
public abstract class FakeApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> NAMES = List.of("request_id", "task_id", "id", "name");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<Throwable> surprises = new CopyOnWriteArrayList<>();
  private volatile @Nullable Traffic traffic;
  private final Map<Step, Queue<Answer>> scripted = new EnumMap<>(Step.class);

  @SuppressWarnings("this-escape") // nothing is asked before a test knows the address
  protected FakeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// A request.
  ///
  /// @param path with its query
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  public record Call(
      Step step, String method, String path, Map<String, String> headers, byte[] body) {
    /// The same at another path.
    Call at(String other) {
      return new Call(step, method, other, headers, body);
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// A header, by its name in lower case; empty text when there is none.
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /// From now on many order at once.
  protected Traffic crowd(Traffic many) {
    traffic = many;
    return many;
  }

  /// What a request is for.
  ///
  /// @param path with its query
  protected abstract Step step(String method, String path);

  /// What the provider answers when nothing is wrong; to a request that it does not take, what it
  /// says to such.
  protected abstract Answer usual(Call call);

  /// Where it answers, without a slash at the end.
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Answers the next request of a step so, once; more are answered in turn.
  public void next(Step step, Answer answer) {
    synchronized (scripted) {
      scripted.computeIfAbsent(step, _ -> new ArrayDeque<>()).add(answer);
    }
  }

  /// All requests of a step so far.
  public List<Call> calls(Step step) {
    return calls.stream().filter(call -> call.step() == step).toList();
  }

  /// The names of all work that was ordered as it should be, and taken.
  public List<String> taken() {
    return List.copyOf(taken);
  }

  /// What went wrong within the fake itself.
  public List<Throwable> surprises() {
    return List.copyOf(surprises);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      byte[] body = exchange.getRequestBody().readAllBytes();
      Traffic many = traffic;
      String known = many == null ? path : many.known(path);
      Call call =
          new Call(
              step(exchange.getRequestMethod(), known),
              exchange.getRequestMethod(),
              path,
              headers,
              body);
      calls.add(call);
      Answer answer =
          planned(call.step())
              .orElseGet(() -> many == null ? done(call) : many.answer(call, this::done));
      if (answer instanceof Answer.Lost) {
        var _ = done(call);
      }
      say(exchange, answer, address().toString());
    } catch (RuntimeException | AssertionError e) {
      surprises.add(e);
      throw e;
    }
  }

  /// Does what was asked for.
  private Answer done(Call call) {
    Answer answer = usual(call);
    if (call.step() == Step.ORDER && answer instanceof Answer.Whole whole) {
      taken.add(name(whole));
    }
    return answer;
  }

  /// What an answer to an order calls the work; empty where it calls it nothing.
  static String name(Answer.Whole said) {
    String other = said.headers().getOrDefault("history-item-id", "");
    if (!other.isEmpty()) {
      return other;
    }
    try {
      JsonNode answer = JSON.readTree(said.body());
      return NAMES.stream()
          .filter(answer::hasNonNull)
          .map(it -> answer.path(it).asText())
          .findFirst()
          .orElse("");
    } catch (IOException _) {
      return ""; // a sound, or a stream of events
    }
  }

  private Optional<Answer> planned(Step step) {
    synchronized (scripted) {
      return Optional.ofNullable(scripted.get(step)).map(Queue::poll);
    }
  }

  private static void say(HttpExchange exchange, Answer answer, String here) throws IOException {
    switch (answer) {
      case Answer.Whole(int status, var headers, byte[] said) -> {
        byte[] body =
            "application/json".equals(headers.get("Content-Type")) ? filled(said, here) : said;
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
          exchange.getResponseBody().write(body);
        }
      }
      case Answer.Cut(), Answer.Lost() -> {} // closing without a word ends the connection
      case Answer.Stated(long length, byte[] start) -> {
        exchange.sendResponseHeaders(200, length);
        exchange.getResponseBody().write(start);
        exchange.getResponseBody().flush();
      }
    }
  }

  private static byte[] filled(byte[] json, String here) {
    return new String(json, StandardCharsets.UTF_8)
        .replace(Answer.HERE, here)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
