package app.photoplay.chat.web;

import app.photoplay.wording.Phrase;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

  static void send(Context ctx, Path file, String type, String tag) throws IOException {
    FileChannel channel = open(file);
    try {
      long size = channel.size();
      String quoted = '"' + tag + '"';
      ctx.header("Accept-Ranges", "bytes");
      ctx.header("ETag", quoted);
      ctx.header("Cache-Control", "private, max-age=31536000, immutable");
      ctx.contentType(type);
      if (quoted.equals(ctx.header("If-None-Match"))) {
        ctx.status(304);
        channel.close();
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
        channel.close();
        return;
      }
      channel.position(part.from());
      ctx.result(new Bounded(Channels.newInputStream(channel), length));
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException swept) {
      throw Refusal.gone();
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

  /// The next `left` bytes of another stream.
  private static final class Bounded extends InputStream {
    private final InputStream in;
    private long left;

    Bounded(InputStream in, long left) {
      this.in = in;
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
      in.close();
    }
  }
}
