package app.photoplay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A program of its own that `./photoplay serve` started, on a fresh data folder and any port, and
/// one visitor of its web chat.
final class Served implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST_START = Duration.ofMinutes(1);
  private static final Duration LONGEST_TALK = Duration.ofMinutes(2);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final String address;
  private final long begun;
  private String cookie = "";

  /// @param path the programs it finds
  Served(Path data, String path, Path log) throws IOException {
    this(data, path, log, Map.of());
  }

  /// @param settings in the environment, besides
  Served(Path data, String path, Path log, Map<String, String> settings) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    address = "http://127.0.0.1:" + port;
    Path launcher = Folders.home().resolve("photoplay");
    ProcessBuilder builder =
        new ProcessBuilder(launcher.toString(), "serve", "--data", data.toString());
    builder.environment().put("PATH", path);
    builder.environment().put("PHOTOPLAY_WEB_PORT", Integer.toString(port));
    builder.environment().keySet().removeIf(name -> name.endsWith("_BOT_TOKEN"));
    builder.environment().putAll(settings);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    begun = System.nanoTime();
    process = builder.start();
  }

  /// Waits until it says that it is ready.
  ///
  /// @return seconds since the launcher was called
  double awaitReady() throws IOException, InterruptedException {
    while (System.nanoTime() - begun < LONGEST_START.toNanos()) {
      if (ready()) {
        return (System.nanoTime() - begun) / 1e9;
      }
      if (!process.isAlive()) {
        throw new IOException("the program ended with " + process.exitValue());
      }
      Thread.sleep(5);
    }
    throw new IOException("not ready in time");
  }

  private boolean ready() throws InterruptedException {
    try {
      return get("/readyz").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return URI.create(address).getPort();
  }

  /// The memory that it has in use, in MB (2^20 bytes).
  double residentMegabytes() throws IOException {
    return status("VmRSS:") / 1024.0;
  }

  /// The threads of the operating system that it has.
  long threads() throws IOException {
    return status("Threads:");
  }

  private long status(String name) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("no " + name + " in " + status);
  }

  /// What a talk took.
  ///
  /// @param seconds from the message to the last byte of the video
  /// @param length of the video in seconds
  record Talk(double seconds, double length) {}

  /// Sends the photo, then the words; the time begins with the words.
  Talk talk() throws IOException, InterruptedException {
    HttpResponse<byte[]> page = get("/");
    cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    JsonNode upload =
        json(send("/api/chat/uploads").POST(BodyPublishers.ofByteArray(Clip.photo())));
    ObjectNode message =
        JSON.createObjectNode()
            .put("clientId", UUID.randomUUID().toString())
            .put("words", Clip.WORDS);
    message
        .putArray("uploads")
        .addObject()
        .put("id", upload.path("id").asText())
        .put("name", "photo.jpg")
        .put("type", "image/jpeg");
    message.putObject("options").put("quality", "economy").put("aspect", "9:16");
    long sent = System.nanoTime();
    json(send("/api/chat/messages").POST(BodyPublishers.ofString(message.toString())));
    while (System.nanoTime() - sent < LONGEST_TALK.toNanos()) {
      Thread.sleep(50);
      for (JsonNode shown : json(send("/api/chat/history").GET()).path("messages")) {
        JsonNode video = shown.path("content").path("video");
        if (video.isObject()) {
          get("/api/chat/messages/" + shown.path("id").asText() + "/video");
          double seconds = (System.nanoTime() - sent) / 1e9;
          return new Talk(seconds, video.path("seconds").asDouble());
        }
      }
    }
    throw new IOException("no video in time");
  }

  private HttpRequest.Builder send(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).header("X-Photoplay", "1");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(send(path).GET().build(), BodyHandlers.ofByteArray());
  }

  private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IOException("answer " + answer.statusCode() + " to " + request.build().uri());
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    client.shutdownNow();
    process.destroy();
    if (process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join().isAlive()) {
      process.destroyForcibly().onExit().join();
    }
  }
}
