package app.photoplay.media.net;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table of a FlatBuffers file: fields are read by their number in the schema. Whatever a damaged
/// file says, nothing outside it is read and nothing longer than it is made.
///
/// @param file little-endian; positions count from its start
/// @param at where the table begins
record FlatTable(ByteBuffer file, int at) {
  /// The outermost table of a file.
  ///
  /// @param identifier the four letters that such files carry
  static FlatTable root(byte[] content, String identifier) {
    ByteBuffer file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (content.length < 8
        || !identifier.equals(new String(content, 4, 4, StandardCharsets.ISO_8859_1))) {
      throw new BadNetworkException("the file is no network: it does not say " + identifier);
    }
    return new FlatTable(file, 0).follow(0);
  }

  int integer(int field, int otherwise) {
    int from = place(field);
    return from < 0 ? otherwise : readInt(from);
  }

  int octet(int field, int otherwise) {
    int from = place(field);
    return from < 0 ? otherwise : file.get(checked(from, 1));
  }

  boolean flag(int field) {
    return octet(field, 0) != 0;
  }

  Optional<FlatTable> table(int field) {
    int from = place(field);
    return from < 0 ? Optional.empty() : Optional.of(follow(from));
  }

  List<FlatTable> tables(int field) {
    int[] vector = vector(field, 4);
    List<FlatTable> tables = new ArrayList<>();
    for (int i = 0; i < vector[1]; i++) {
      tables.add(follow(vector[0] + 4 * i));
    }
    return tables;
  }

  int[] integers(int field) {
    int[] vector = vector(field, 4);
    int[] values = new int[vector[1]];
    for (int i = 0; i < values.length; i++) {
      values[i] = file.getInt(vector[0] + 4 * i);
    }
    return values;
  }

  /// A vector of bytes as a part of the file; empty where there is none.
  ByteBuffer bytes(int field) {
    int[] vector = vector(field, 1);
    return file.slice(vector[0], vector[1]).order(ByteOrder.LITTLE_ENDIAN);
  }

  String text(int field) {
    return StandardCharsets.UTF_8.decode(bytes(field)).toString();
  }

  /// Where a vector's elements begin, and how many there are.
  private int[] vector(int field, int size) {
    int from = place(field);
    if (from < 0) {
      return new int[] {0, 0};
    }
    int at = follow(from).at;
    long count = readInt(at) & 0xFFFFFFFFL;
    return new int[] {checked(at + 4, count * size), (int) count};
  }

  /// Where a field is; negative when the table leaves it out.
  private int place(int field) {
    int layout = checked((long) at - readInt(at), 4);
    int entry = 4 + 2 * field;
    if (entry + 2 > (file.getShort(layout) & 0xFFFF)) {
      return -1;
    }
    int offset = file.getShort(checked((long) layout + entry, 2)) & 0xFFFF;
    return offset == 0 ? -1 : at + offset;
  }

  private FlatTable follow(int from) {
    return new FlatTable(file, checked(from + (readInt(from) & 0xFFFFFFFFL), 4));
  }

  private int readInt(int from) {
    return file.getInt(checked(from, 4));
  }

  private int checked(long from, long length) {
    if (from < 0 || from + length > file.capacity()) {
      throw new BadNetworkException("the network's file is cut short or damaged");
    }
    return (int) from;
  }
}
