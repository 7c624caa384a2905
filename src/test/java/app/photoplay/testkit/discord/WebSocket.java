package app.photoplay.testkit.discord;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.zip.Deflater;

/// One connection. Anybody may send, whatever the other side does: a thread of its own writes.
final class WebSocket {
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int NO_CODE = 1005;

  private static final class Frame {
    final int kind;
    final byte[] body;

    Frame(int kind, byte[] body) {
      this.kind = kind;
      this.body = body;
    }
  }

  private final Socket socket;
  private final DataInputStream in;
  private final String address;
  private final boolean compressed;
  private final Deflater deflater = new Deflater();
  private final BlockingQueue<Frame> out = new LinkedBlockingQueue<>();

  /// @param address path and query of the request
  WebSocket(Socket socket, InputStream in, String address) {
    this.socket = socket;
    this.in = new DataInputStream(in);
    this.address = address;
    this.compressed = address.contains("compress=zlib-stream");
    Thread.ofVirtual().start(this::write);
  }

  String address() {
    return address;
  }

  /// Says a text, compressed where the address asks for it.
  void send(String text) {
    out.add(new Frame(TEXT, text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Says good-bye after all that was said before.
  void close(int code, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    byte[] body = ByteBuffer.allocate(2 + words.length).putShort((short) code).put(words).array();
    out.add(new Frame(CLOSE, body));
  }

  /// Cuts the connection without a word.
  void kill() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException _) {
      // gone already
    }
    out.add(new Frame(CLOSE, new byte[0]));
  }

  private void write() {
    try {
      while (true) {
        Frame frame = out.take();
        boolean zip = compressed && frame.kind == TEXT;
        put(zip ? BINARY : frame.kind, zip ? deflated(frame.body) : frame.body);
        if (frame.kind == CLOSE) {
          return;
        }
      }
    } catch (IOException _) {
      // the reader notices
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      deflater.end();
    }
  }

  private void put(int kind, byte[] body) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(10).put((byte) (0x80 | kind));
    if (body.length < 126) {
      head.put((byte) body.length);
    } else if (body.length < 65_536) {
      head.put((byte) 126).putShort((short) body.length);
    } else {
      head.put((byte) 127).putLong(body.length);
    }
    byte[] frame = Arrays.copyOf(head.array(), head.position() + body.length);
    System.arraycopy(body, 0, frame, head.position(), body.length);
    socket.getOutputStream().write(frame);
  }

  private byte[] deflated(byte[] text) {
    deflater.setInput(text);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[4096];
    int length;
    do {
      length = deflater.deflate(some, 0, some.length, Deflater.SYNC_FLUSH);
      all.write(some, 0, length);
    } while (length == some.length);
    return all.toByteArray();
  }

  /// Reads until the good-bye.
  ///
  /// @return its code
  int read(Consumer<String> texts) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (true) {
      int first = in.readUnsignedByte();
      byte[] body = body();
      switch (first & 0xF) {
        case CLOSE -> {
          out.add(new Frame(CLOSE, body));
          return body.length < 2 ? NO_CODE : ByteBuffer.wrap(body).getShort() & 0xFFFF;
        }
        case PING -> out.add(new Frame(PONG, body));
        case PONG -> {
          // nothing was asked
        }
        default -> {
          message.writeBytes(body);
          if ((first & 0x80) != 0) {
            texts.accept(message.toString(StandardCharsets.UTF_8));
            message.reset();
          }
        }
      }
    }
  }

  private byte[] body() throws IOException {
    int second = in.readUnsignedByte();
    long length = second & 0x7F;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    if ((second & 0x80) == 0 || length > 1 << 20) {
      throw new IOException("a client masks, and says little");
    }
    byte[] mask = in.readNBytes(4);
    byte[] body = in.readNBytes((int) length);
    if (body.length < length) {
      throw new EOFException();
    }
    for (int i = 0; i < body.length; i++) {
      body[i] ^= mask[i % 4];
    }
    return body;
  }
}
