package app.photoplay.testkit.discord;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The server side of WebSockets, as small as a gateway needs it.
final class WebSocketServer implements AutoCloseable {

  /// What a server does with its connections; called on the connection's own thread.
  interface Talk {
    void opened(WebSocket socket);

    void said(WebSocket socket, String text);

    /// The connection is gone.
    ///
    /// @param code of the other side's good-bye, 1006 without one
    void closed(WebSocket socket, int code);
  }

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket server;
  private final Talk talk;
  private final Set<WebSocket> open = ConcurrentHashMap.newKeySet();

  WebSocketServer(int port, Talk talk) throws IOException {
    this.talk = talk;
    server = new ServerSocket(port, 64, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String head = head(in);
      String key = header(head, "sec-websocket-key");
      if (key.isEmpty()) {
        return;
      }
      String answer =
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + accepted(key)
              + "\r\n\r\n";
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      var connection = new WebSocket(socket, in, head.split(" ", 3)[1]);
      open.add(connection);
      talk(connection);
    } catch (IOException _) {
      // somebody who does not speak the protocol or is gone
    }
  }

  private void talk(WebSocket socket) {
    int code = 1006;
    try {
      talk.opened(socket);
      code = socket.read(text -> talk.said(socket, text));
    } catch (IOException _) {
      // cut off
    } finally {
      open.remove(socket);
      socket.kill();
      talk.closed(socket, code);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        throw new EOFException();
      }
      head.append((char) read);
    }
    return head.toString();
  }

  private static String header(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static String accepted(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Cuts all connections.
  void killAll() {
    open.forEach(WebSocket::kill);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    killAll();
  }
}
