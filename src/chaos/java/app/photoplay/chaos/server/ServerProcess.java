package app.photoplay.chaos.server;

import app.photoplay.testkit.FakeTelegram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The server, run after run on the same data, at the same address. Not thread-safe; its address
/// may be asked for by any thread.
final class ServerProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  /// The README's promise is 20 seconds.
  private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

  private static final Duration LOOK = Duration.ofMillis(50);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final int port;
  private @Nullable Process process;

  private ServerProcess(List<String> command, Path work, Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.log = work.resolve("server.log");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
      Path config =
          Files.writeString(
              work.resolve("config.yaml"),
              """
              web: {port: %d}
              renderer: {default-quality: economy, simultaneous: 1}
              jobs: {waiting: 100000}
              """
                  .formatted(port));
      this.command = new ArrayList<>(command);
      this.command.addAll(
          List.of("serve", "--data", data(work).toString(), "--config", config.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A server that is not started yet.
  ///
  /// @param command what starts Photoplay, up to its first argument
  /// @param work for the data, the configuration and the log
  static ServerProcess of(List<String> command, Path work, FakeTelegram telegram) {
    return new ServerProcess(
        command,
        work,
        Map.of(
            "TELEGRAM_BOT_TOKEN", telegram.token(),
            "TELEGRAM_API_URL", telegram.uri().toString()));
  }

  static Path data(Path work) {
    return work.resolve("data");
  }

  int port() {
    return port;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /// Starts it and returns when it answers.
  void start() throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (!answers()) {
      if (System.nanoTime() - end > 0 || !alive()) {
        throw new IllegalStateException("the server did not start; " + log + " says why");
      }
      Thread.sleep(LOOK);
    }
  }

  boolean alive() {
    return process != null && process.isAlive();
  }

  private boolean answers() throws InterruptedException {
    try {
      HttpRequest question = HttpRequest.newBuilder(at("/healthz")).timeout(LONGEST_STOP).build();
      return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /// The cookie of a new visitor of the web page; empty when there is none.
  String cookie() throws InterruptedException {
    try {
      HttpRequest question = HttpRequest.newBuilder(at("/")).timeout(LONGEST_STOP).build();
      return client
          .send(question, BodyHandlers.discarding())
          .headers()
          .firstValue("Set-Cookie")
          .map(it -> it.split(";", 2)[0])
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /// How long `/healthz` takes to answer; the longest that is waited when it does not.
  Duration health(Duration longest) throws InterruptedException {
    long begun = System.nanoTime();
    try {
      HttpRequest question = HttpRequest.newBuilder(at("/healthz")).timeout(longest).build();
      client.send(question, BodyHandlers.discarding());
      return Duration.ofNanos(System.nanoTime() - begun);
    } catch (IOException e) {
      return longest;
    }
  }

  /// Ends it without a word.
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /// Tells it to stop.
  ///
  /// @return whether it ended well and in time
  boolean stop() throws InterruptedException {
    if (process == null) {
      return true;
    }
    process.destroy();
    boolean ended = process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
    kill();
    return ended && process.exitValue() == 0;
  }

  /// The memory that it has in use, in MB (2^20 bytes); 0 where that cannot be seen.
  long residentMegabytes() {
    if (process != null) {
      Path status = Path.of("/proc", Long.toString(process.pid()), "status");
      try {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmRSS:")) {
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
          }
        }
      } catch (IOException e) {
        // not on this system
      }
    }
    return 0;
  }

  @Override
  public void close() {
    client.shutdownNow();
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
