package app.photoplay.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a `multipart/form-data` body apart.
public final class Multipart {

  private static final Pattern NAME = Pattern.compile("[; ]name=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private Multipart() {}

  /// One part.
  ///
  /// @param fileName empty for a plain field
  public record Part(String name, Optional<String> fileName, ByteBuffer body) {
    public String text() {
      return StandardCharsets.UTF_8.decode(body.duplicate()).toString();
    }

    public byte[] bytes() {
      byte[] bytes = new byte[body.remaining()];
      body.duplicate().get(bytes);
      return bytes;
    }
  }

  public static List<Part> parts(String contentType, byte[] body) {
    String boundary = contentType.substring(contentType.indexOf("boundary=") + 9).replace("\"", "");
    byte[] line = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    byte[] next = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    byte[] blank = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    List<Part> parts = new ArrayList<>();
    int at = find(body, line, 0);
    while (at >= 0) {
      int head = at + line.length;
      int start = find(body, blank, head);
      int end = start < 0 ? -1 : find(body, next, start + 4);
      if (end < 0) {
        return parts;
      }
      String headers = new String(body, head, start - head, StandardCharsets.UTF_8);
      Optional<String> fileName = match(FILE_NAME, headers);
      var content = ByteBuffer.wrap(body, start + 4, end - start - 4).asReadOnlyBuffer();
      match(NAME, headers).ifPresent(name -> parts.add(new Part(name, fileName, content)));
      at = end + 2;
    }
    return parts;
  }

  private static Optional<String> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static int find(byte[] in, byte[] what, int from) {
    for (int i = from; i <= in.length - what.length; i++) {
      int j = 0;
      while (j < what.length && in[i + j] == what[j]) {
        j++;
      }
      if (j == what.length) {
        return i;
      }
    }
    return -1;
  }
}
