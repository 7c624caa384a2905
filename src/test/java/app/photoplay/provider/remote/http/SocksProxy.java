package app.photoplay.provider.remote.http;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A SOCKS proxy (RFC 1928) that leads everybody to one port of the loopback.
final class SocksProxy implements AutoCloseable {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final RawServer server;

  SocksProxy(int port) throws IOException {
    server = new RawServer(client -> pass(client, port));
  }

  int port() {
    return server.port();
  }

  /// The names that it was asked for.
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void pass(Socket client, int port) throws Exception {
    DataInputStream in = new DataInputStream(client.getInputStream());
    in.readByte();
    in.skipNBytes(in.readUnsignedByte());
    client.getOutputStream().write(new byte[] {5, 0});
    in.skipNBytes(3);
    if (in.readByte() != 3) {
      return; // by name alone
    }
    byte[] name = in.readNBytes(in.readUnsignedByte());
    asked.add(new String(name, StandardCharsets.US_ASCII));
    in.readUnsignedShort();
    client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread back =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  target.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException e) {
                  // one of them is gone
                }
              });
      in.transferTo(target.getOutputStream());
      target.shutdownOutput();
      back.join();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
