package app.photoplay.chat.web;

import app.photoplay.storage.Lease;
import app.photoplay.wording.Phrase;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Answers with a file or one range of it (RFC 9110 §14), which players need for seeking and Safari
/// for playing at all. Several ranges at once are answered with the whole file, as the RFC allows.
final class RangeReply {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private RangeReply() {}

  private record Part(long from, long to) {}

  /// Answers with a file, and closes its lease when it was sent or cannot be.
  static void send(Context ctx, Lease file, String type, String tag) throws IOException {
    Opened opened = open(file);
    try {
      long size = opened.channel().size();
      String quoted = '"' + tag + '"';
      ctx.header("Accept-Ranges", "bytes");
      ctx.header("ETag", quoted);
      ctx.header("Cache-Control", "private, max-age=31536000, immutable");
      ctx.contentType(type);
      if (quoted.equals(ctx.header("If-None-Match"))) {
        ctx.status(304);
        opened.close();
        return;
      }
      String condition = ctx.header("If-Range");
      boolean wanted = condition == null || condition.equals(quoted);
      Part part = wanted ? partOf(ctx.header("Range"), size) : new Part(0, size - 1);
      if (part == null) {
        ctx.header("Content-Range", "bytes */" + size);
        throw new Refusal(416, "range", Phrase.WEB_RANGE);
      }
      if (part.to() - part.from() + 1 < size) {
        ctx.status(206);
        ctx.header("Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + size);
      }
      long length = part.to() - part.from() + 1;
      ctx.header("Content-Length", Long.toString(length));
      // A compressed answer would be shorter than the length that was just stated.
      ctx.minSizeForCompression(Integer.MAX_VALUE);
      if (HandlerType.HEAD.equals(ctx.method())) {
        opened.close();
        return;
      }
      opened.channel().position(part.from());
      ctx.result(new Bounded(opened, length));
    } catch (IOException | RuntimeException failed) {
      opened.close();
      throw failed;
    }
  }

  private static Opened open(Lease file) throws IOException {
    try {
      return new Opened(FileChannel.open(file.path(), StandardOpenOption.READ), file);
    } catch (NoSuchFileException swept) {
      file.close();
      throw Refusal.gone();
    } catch (IOException unreadable) {
      file.close();
      throw unreadable;
    }
  }

  /// A file while it is read.
  private record Opened(FileChannel channel, Lease lease) implements Closeable {
    @Override
    public void close() throws IOException {
      try (lease) {
        channel.close();
      }
    }
  }

  /// The part that a `Range` header asks for, the whole when there is none that counts, null when
  /// nothing of the file is in it.
  private static @Nullable Part partOf(@Nullable String header, long size) {
    Part whole = new Part(0, size - 1);
    Matcher range = RANGE.matcher(header == null ? "" : header);
    if (!range.matches()) {
      return whole;
    }
    String from = range.group(1);
    String to = range.group(2);
    if (from.isEmpty()) {
      if (to.isEmpty()) {
        return whole;
      }
      long last = Long.parseLong(to);
      return last == 0 ? null : new Part(Math.max(0, size - last), size - 1);
    }
    long first = Long.parseLong(from);
    long last = to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
    if (!to.isEmpty() && Long.parseLong(to) < first) {
      return whole;
    }
    return first >= size ? null : new Part(first, last);
  }

  /// The next `left` bytes of a file.
  private static final class Bounded extends InputStream {
    private final Opened file;
    private final InputStream in;
    private long left;

    Bounded(Opened file, long left) {
      this.file = file;
      this.in = Channels.newInputStream(file.channel());
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = in.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
