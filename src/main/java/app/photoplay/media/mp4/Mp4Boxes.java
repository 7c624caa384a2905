package app.photoplay.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Boxes inside a box of an MP4: length, four letters, content.
public final class Mp4Boxes {
  static final int HEAD = 8;
  static final int LARGE_HEAD = 16;

  private Mp4Boxes() {}

  /// The contents of all boxes of a type that lie directly in the parent. What follows a box that
  /// is longer than its parent is not looked at: QuickTime ends some boxes with a few zeros.
  static List<ByteBuffer> all(ByteBuffer parent, String wanted) {
    List<ByteBuffer> found = new ArrayList<>();
    long at = 0;
    while (at + HEAD <= parent.limit()) {
      int begin = (int) at;
      long size = Integer.toUnsignedLong(parent.getInt(begin));
      int head = HEAD;
      if (size == 1 && at + LARGE_HEAD <= parent.limit()) {
        size = parent.getLong(begin + HEAD);
        head = LARGE_HEAD;
      } else if (size == 0) {
        size = parent.limit() - at;
      }
      if (size < head || size > parent.limit() - at) {
        break;
      }
      if (type(parent, begin + 4).equals(wanted)) {
        found.add(parent.slice(begin + head, (int) size - head));
      }
      at += size;
    }
    return found;
  }

  public static Optional<ByteBuffer> find(ByteBuffer parent, String type) {
    return all(parent, type).stream().findFirst();
  }

  /// The first box of a type inside another.
  ///
  /// @throws MalformedMp4 when there is none
  public static ByteBuffer inside(ByteBuffer parent, String type) {
    return find(parent, type).orElseThrow(() -> new MalformedMp4("no box " + type));
  }

  public static ByteBuffer from(ByteBuffer box, int begin) {
    return box.slice(begin, box.limit() - begin);
  }

  static String type(ByteBuffer box, int at) {
    byte[] letters = new byte[4];
    box.get(at, letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }
}
