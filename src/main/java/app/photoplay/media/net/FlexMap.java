package app.photoplay.media.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The options of a custom operation: a FlexBuffers map of numbers and of vectors of integers.
///
/// @param at where its values begin
/// @param wide bytes of each value
record FlexMap(ByteBuffer buffer, int at, int wide) {
  private static final int INTEGER = 1;
  private static final int FLOAT = 3;
  private static final int MAP = 9;
  private static final int INTEGERS = 11;
  private static final int MOST_INTEGERS = 10_000;

  /// The outermost map: the buffer's last three bytes say where.
  static FlexMap of(ByteBuffer buffer) {
    int end = buffer.capacity();
    if (end < 3) {
      throw damaged();
    }
    int rootWide = buffer.get(end - 1);
    int type = buffer.get(end - 2);
    if (type >> 2 != MAP) {
      throw damaged();
    }
    int root = end - 2 - rootWide;
    return new FlexMap(buffer, root - integer(buffer, root, rootWide), 1 << (type & 3));
  }

  int integer(String key) {
    int entry = entry(key);
    if (type(entry) >> 2 != INTEGER) {
      throw damaged();
    }
    return integer(buffer, at + entry * wide, wide);
  }

  float real(String key) {
    int entry = entry(key);
    if (type(entry) >> 2 != FLOAT || wide != Float.BYTES) {
      throw damaged();
    }
    return Float.intBitsToFloat(integer(buffer, at + entry * wide, wide));
  }

  int[] integers(String key) {
    int entry = entry(key);
    int type = type(entry);
    if (type >> 2 != INTEGERS) {
      throw damaged();
    }
    int from = at + entry * wide - integer(buffer, at + entry * wide, wide);
    int each = 1 << (type & 3);
    int count = integer(buffer, from - each, each);
    if (count < 0 || count > MOST_INTEGERS) {
      throw damaged();
    }
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = integer(buffer, from + i * each, each);
    }
    return values;
  }

  private int size() {
    int size = integer(buffer, at - wide, wide);
    if (size < 0 || size > MOST_INTEGERS) {
      throw damaged();
    }
    return size;
  }

  private int type(int entry) {
    return integer(buffer, at + size() * wide + entry, 1);
  }

  private int entry(String key) {
    int keysWide = integer(buffer, at - 2 * wide, wide);
    int keys = at - 3 * wide - integer(buffer, at - 3 * wide, wide);
    for (int i = 0; i < size(); i++) {
      int name = keys + i * keysWide;
      if (says(name - integer(buffer, name, keysWide), key)) {
        return i;
      }
    }
    throw damaged();
  }

  private boolean says(int from, String key) {
    byte[] letters = (key + '\0').getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < letters.length; i++) {
      if (integer(buffer, from + i, 1) != letters[i]) {
        return false;
      }
    }
    return true;
  }

  private static int integer(ByteBuffer buffer, int from, int wide) {
    if (from < 0 || wide < 1 || from > buffer.capacity() - wide) {
      throw damaged();
    }
    return switch (wide) {
      case 1 -> buffer.get(from);
      case 2 -> buffer.getShort(from);
      case 4 -> buffer.getInt(from);
      default -> throw damaged();
    };
  }

  private static BadNetworkException damaged() {
    return new BadNetworkException("the network's options of an operation are damaged");
  }
}
