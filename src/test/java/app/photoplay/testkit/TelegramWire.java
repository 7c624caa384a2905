package app.photoplay.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Bot API over HTTP: paths, bodies, envelopes, tokens and scripted answers.
final class TelegramWire {

  private static final Pattern METHOD = Pattern.compile("/bot([^/]+)/([A-Za-z]+)");
  private static final Pattern FILE = Pattern.compile("/file/bot([^/]+)/(.+)");
  private static final Pattern TOKEN = Pattern.compile("[0-9]+:[A-Za-z0-9_-]+");
  private static final int MOST_UPLOADED = 50 * 1024 * 1024;
  private static final List<String> JSON_FIELDS =
      List.of("reply_markup", "reply_parameters", "media", "caption_entities");

  private final ObjectMapper json = new ObjectMapper();
  private final AtomicInteger numbers = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final String token;
  private final Path folder;
  private final TelegramState state;
  private final TelegramMethods methods;

  TelegramWire(String token, Path folder, TelegramState state) {
    this.token = token;
    this.folder = folder;
    this.state = state;
    this.methods = new TelegramMethods(state, token);
  }

  void close() {
    closed.countDown();
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Matcher method = METHOD.matcher(path);
      Matcher file = FILE.matcher(path);
      if (method.matches()) {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_UPLOADED + 1024 * 1024);
        boolean more = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()) > 0;
        respond(exchange, method.group(1), method.group(2), body, more);
      } else if (file.matches() && file.group(1).equals(token)) {
        sendFile(exchange, file.group(2));
      } else {
        write(exchange, (TelegramReply.Answer) TelegramReply.error(404, "Not Found"));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void respond(
      HttpExchange exchange, String called, String name, byte[] body, boolean tooLarge)
      throws IOException, InterruptedException {
    if (!called.equals(token)) {
      boolean known = TOKEN.matcher(called).matches();
      write(exchange, error(known ? 401 : 404, known ? "Unauthorized" : "Not Found"));
      return;
    }
    if (tooLarge) {
      write(exchange, error(413, "Request Entity Too Large"));
      return;
    }
    TelegramCall call = parse(exchange, name, body);
    TelegramReply reply = state.received(call);
    switch (reply) {
      case TelegramReply.Usual _ -> write(exchange, perform(call));
      case TelegramReply.Answer answer -> write(exchange, answer);
      case TelegramReply.Hang hang -> {
        if (hang.done()) {
          perform(call);
        }
        closed.await();
      }
      case TelegramReply.Cut cut -> {
        if (cut.done()) {
          perform(call);
        }
        // closing without an answer makes the server cut the connection
      }
    }
  }

  private TelegramReply.Answer perform(TelegramCall call) throws InterruptedException {
    try {
      if (call.uploads().values().stream().anyMatch(file -> file.bytes() > MOST_UPLOADED)) {
        throw new TelegramError(413, "Request Entity Too Large");
      }
      JsonNode result = methods.call(call);
      ObjectNode envelope = json.createObjectNode().put("ok", true);
      envelope.set("result", result);
      return new TelegramReply.Answer(200, "application/json", envelope.toString());
    } catch (TelegramError error) {
      state.refused(call, error);
      return error.answer();
    }
  }

  private TelegramCall parse(HttpExchange exchange, String name, byte[] body) throws IOException {
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    int number = numbers.incrementAndGet();
    String method = name.toLowerCase(Locale.ROOT);
    long nanos = System.nanoTime();
    if (!type.startsWith("multipart/form-data")) {
      ObjectNode params =
          body.length == 0 ? json.createObjectNode() : (ObjectNode) json.readTree(body);
      return new TelegramCall(number, method, params, Map.of(), nanos);
    }
    ObjectNode params = json.createObjectNode();
    Map<String, TelegramCall.Upload> uploads = new LinkedHashMap<>();
    for (Multipart.Part part : Multipart.parts(type, body)) {
      if (part.fileName().isPresent()) {
        uploads.put(part.name(), keep(number, part));
      } else if (JSON_FIELDS.contains(part.name())) {
        params.set(part.name(), json.readTree(part.text()));
      } else {
        params.put(part.name(), part.text());
      }
    }
    return new TelegramCall(number, method, params, uploads, nanos);
  }

  private TelegramCall.Upload keep(int number, Multipart.Part part) throws IOException {
    byte[] bytes = part.bytes();
    Path file = folder.resolve("upload-%d-%s".formatted(number, part.name().replace('/', '_')));
    Files.write(file, bytes);
    return new TelegramCall.Upload(part.fileName().orElse(""), file, bytes.length, sha256(bytes));
  }

  private void sendFile(HttpExchange exchange, String path)
      throws IOException, InterruptedException {
    var call =
        new TelegramCall(
            numbers.incrementAndGet(),
            "file",
            json.createObjectNode().put("path", path),
            Map.of(),
            System.nanoTime());
    switch (state.received(call)) {
      case TelegramReply.Answer answer -> write(exchange, answer);
      case TelegramReply.Hang _ -> closed.await();
      case TelegramReply.Cut _ -> {
        // half of the file: the length was promised, the rest never comes
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write(new byte[1000]);
        exchange.getResponseBody().flush();
      }
      case TelegramReply.Usual _ -> {
        Optional<Path> file = state.downloadable(path);
        if (file.isEmpty()) {
          write(exchange, error(404, "Not Found"));
          return;
        }
        exchange.sendResponseHeaders(200, Files.size(file.get()));
        Files.copy(file.get(), exchange.getResponseBody());
      }
    }
  }

  private static TelegramReply.Answer error(int code, String description) {
    return (TelegramReply.Answer) TelegramReply.error(code, description);
  }

  private static void write(HttpExchange exchange, TelegramReply.Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    Matcher wait = Pattern.compile("\"retry_after\":(\\d+)").matcher(answer.body());
    if (wait.find()) {
      exchange.getResponseHeaders().set("Retry-After", wait.group(1));
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
