package app.photoplay.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A fresh `./photoplay serve`, then 1,000 live connections and 1,000 slow bodies at a time: the
/// threads and the memory it has before, meanwhile, and a minute after they are gone.
final class IdleConnections {
  private static final int MANY = 1000;
  private static final int WINDOWS_OF_A_VISITOR = 10;
  private static final long REST_MILLIS = 60_000;

  private IdleConnections() {}

  static void main() throws IOException, InterruptedException {
    Path folder = Folders.fresh("connections");
    Path log = Folders.home().resolve("target").resolve("bench-served.log");
    try (Served served = new Served(folder.resolve("data"), System.getenv("PATH"), log)) {
      var _ = served.awaitReady();
      Thread.sleep(REST_MILLIS);
      double idle = served.residentMegabytes();
      long threads = served.threads();
      List<Socket> open = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        String cookie = "photoplay=" + "%043d".formatted(i / WINDOWS_OF_A_VISITOR);
        open.add(live(served.port(), cookie));
        open.add(slow(served.port(), cookie));
      }
      Row.of(
              "threads with 1,000 live connections and 1,000 slow bodies",
              threads + " -> " + served.threads())
          .print();
      Row.of("resident memory meanwhile", "%.0f MB".formatted(served.residentMegabytes())).print();
      for (Socket each : open) {
        each.close();
      }
      Thread.sleep(REST_MILLIS);
      Row.of("threads a minute after", "%d -> %d".formatted(threads, served.threads())).print();
      double after = served.residentMegabytes();
      Row.of(
              "resident memory a minute after, beside idle",
              "<= 1.3x",
              "%.0f / %.0f MB = %.2fx".formatted(after, idle, after / idle),
              after <= 1.3 * idle)
          .print();
    } finally {
      Folders.delete(folder);
    }
  }

  private static Socket live(int port, String cookie) throws IOException {
    Socket socket =
        say(
            port,
            "GET /api/chat/live HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: "
                + cookie
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    InputStream in = socket.getInputStream();
    String status = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
    if (!status.equals("HTTP/1.1 101")) {
      throw new IOException("answered " + status);
    }
    return socket;
  }

  private static Socket slow(int port, String cookie) throws IOException {
    return say(
        port,
        "POST /api/chat/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Photoplay: 1\r\nCookie: "
            + cookie
            + "\r\nContent-Length: 1000\r\n\r\nx");
  }

  private static Socket say(int port, String words) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
