package app.photoplay.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// A connection on which a test says every byte itself, as clients do that mean no good.
public final class RawHttp implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;

  public RawHttp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /// Says something; `\n` becomes the line end of HTTP.
  public RawHttp say(String words) throws IOException {
    return sayBare(words.replace("\n", "\r\n"));
  }

  /// The same without a change.
  public RawHttp sayBare(String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /// Begins a request with a body of so many bytes and says only its first.
  public RawHttp beginBody(String path, int bytes, String... headers) throws IOException {
    return say(
        "POST "
            + path
            + " HTTP/1.1\nHost: 127.0.0.1\n"
            + String.join("", headers)
            + "Content-Length: "
            + bytes
            + "\n\nx");
  }

  /// Everything until the server closes the connection, at the latest after 20 seconds.
  public String toTheEnd() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(answer);
    } catch (SocketException cut) {
      // a server that closes while we still talk
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }

  /// The answer's head, status line first, at the latest after 20 seconds; empty when the server
  /// has closed the connection.
  public String head() throws IOException {
    StringBuilder head = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int read; head.indexOf("\r\n\r\n") < 0 && (read = in.read()) >= 0; ) {
      head.append((char) read);
    }
    return head.toString();
  }

  /// Takes as little as it can from now on.
  public RawHttp readSlowly() throws IOException {
    socket.setReceiveBufferSize(1024);
    return this;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
