package app.photoplay.provider.remote.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on the loopback of which a test says every byte.
final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger connections = new AtomicInteger();

  /// What it says to whoever connects; the connection ends with it.
  interface Talk {
    void with(Socket client) throws Exception;
  }

  RawServer(Talk talk) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var _ =
        threads.submit(() -> {
          while (true) {
            Socket client = server.accept();
            connections.incrementAndGet();
            var _ =
                threads.submit(() -> {
                  try (client) {
                    talk.with(client);
                  }
                  return null;
                });
          }
        });
  }

  int port() {
    return server.getLocalPort();
  }

  String address() {
    return "http://127.0.0.1:" + port();
  }

  int connections() {
    return connections.get();
  }

  /// A request's head, up to the blank line.
  static String head(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    StringBuilder head = new StringBuilder();
    for (int read; head.indexOf("\r\n\r\n") < 0 && (read = in.read()) >= 0; ) {
      head.append((char) read);
    }
    return head.toString();
  }

  /// Says something; `\n` becomes the line end of HTTP.
  static void say(Socket client, String words) throws IOException {
    client
        .getOutputStream()
        .write(words.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
