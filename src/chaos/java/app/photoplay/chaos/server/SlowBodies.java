package app.photoplay.chaos.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Strangers whose requests are never done: a byte now and then of a body that was announced as
/// long.
final class SlowBodies {
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final int CONNECT_MILLIS = 2000;
  private static final List<String> PATHS = List.of("/login", "/api/chat/uploads");

  private SlowBodies() {}

  /// Holds connections for so long and asks meanwhile how the server is.
  ///
  /// @return the longest that `/healthz` took
  static Duration hold(int count, Duration lasting, ServerProcess server)
      throws InterruptedException {
    Duration longest = lasting;
    Duration slowest = Duration.ZERO;
    List<Socket> sockets = new ArrayList<>();
    String cookie = server.cookie();
    long end = System.nanoTime() + lasting.toNanos();
    try {
      for (int i = 0; i < count; i++) {
        open(server.port(), PATHS.get(i % PATHS.size()), cookie).ifPresent(sockets::add);
      }
      while (System.nanoTime() - end < 0) {
        Duration took = server.health(longest);
        slowest = slowest.compareTo(took) < 0 ? took : slowest;
        sockets.forEach(SlowBodies::drip);
        Thread.sleep(BETWEEN);
      }
    } finally {
      sockets.forEach(SlowBodies::close);
    }
    return slowest;
  }

  private static Optional<Socket> open(int port, String path, String cookie) {
    try {
      Socket socket = new Socket();
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      String head =
          """
          POST %s HTTP/1.1\r
          Host: 127.0.0.1:%d\r
          X-Photoplay: 1\r
          Cookie: %s\r
          Origin: http://127.0.0.1:%d\r
          Content-Type: application/x-www-form-urlencoded\r
          Content-Length: 100000\r
          \r
          t\
          """
              .formatted(path, port, cookie, port);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return Optional.of(socket);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void drip(Socket socket) {
    try {
      socket.getOutputStream().write('t');
    } catch (IOException e) {
      // The server has had enough of it.
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // closed it is
    }
  }
}
