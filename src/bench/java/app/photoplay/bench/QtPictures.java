package app.photoplay.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Takes the pictures out of Qt's resource files, which `src/bench/faces.sh` does: a tree of
/// entries of 22 bytes, then the data, each with its length in front, and names in UTF-16 (format
/// 2, as `rcc` writes it).
public final class QtPictures {
  private static final int ENTRY = 22;
  private static final int COMPRESSED = 1;
  private static final int FOLDER = 2;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final Path target;
  private final int tree;
  private final int data;
  private final int names;

  private QtPictures(byte[] bytes, Path target) {
    this.bytes = bytes;
    this.file = ByteBuffer.wrap(bytes);
    this.target = target;
    tree = file.getInt(8);
    data = file.getInt(12);
    names = file.getInt(16);
  }

  /// Names the folder to put them into, then the files.
  public static void main(String[] arguments) throws IOException, DataFormatException {
    Path target = Files.createDirectories(Path.of(arguments[0]));
    for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
      new QtPictures(Files.readAllBytes(Path.of(name)), target).take(0, "");
    }
  }

  private void take(int entry, String path) throws IOException, DataFormatException {
    int at = tree + entry * ENTRY;
    int flags = file.getShort(at + 4);
    if ((flags & FOLDER) == 0) {
      byte[] content = content(data + file.getInt(at + 10), (flags & COMPRESSED) != 0);
      if (isPicture(content)) {
        // the first folders are the same in all: gcompris/src/activities
        String[] parts = (path + "/" + name(at)).substring(1).split("/", -1);
        String flat = String.join("_", Arrays.asList(parts).subList(3, parts.length));
        Files.write(target.resolve(flat.replace(' ', '_')), content);
      }
      return;
    }
    int first = file.getInt(at + 10);
    for (int child = first; child < first + file.getInt(at + 6); child++) {
      take(child, entry == 0 ? path : path + "/" + name(at));
    }
  }

  private String name(int entry) {
    int at = names + file.getInt(entry);
    return new String(bytes, at + 6, 2 * (file.getShort(at) & 0xFFFF), StandardCharsets.UTF_16BE);
  }

  private byte[] content(int at, boolean compressed) throws DataFormatException {
    int length = file.getInt(at);
    if (!compressed) {
      return Arrays.copyOfRange(bytes, at + 4, at + 4 + length);
    }
    byte[] content = new byte[file.getInt(at + 4)];
    Inflater inflater = new Inflater();
    inflater.setInput(bytes, at + 8, length - 4);
    int inflated = inflater.inflate(content);
    inflater.end();
    if (inflated != content.length) {
      throw new DataFormatException("an entry ends too early");
    }
    return content;
  }

  private static boolean isPicture(byte[] content) {
    String start =
        new String(content, 0, Math.min(12, content.length), StandardCharsets.ISO_8859_1);
    return start.startsWith("\u00FF\u00D8\u00FF")
        || start.startsWith("\u0089PNG")
        || (start.startsWith("RIFF") && start.endsWith("WEBP"));
  }
}
