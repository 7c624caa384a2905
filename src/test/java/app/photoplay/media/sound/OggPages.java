package app.photoplay.media.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongUnaryOperator;

/// Changes what the pages of an Ogg file say about time. Their checksums then no longer agree,
/// which nobody checks here.
final class OggPages {
  private OggPages() {}

  /// @param last what the last page shall say, or -1 for what it would
  static void move(byte[] file, LongUnaryOperator granules, long last) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int end = 0;
    for (int at = 0; at < file.length; at = end) {
      int segments = file[at + 26] & 0xFF;
      end = at + 27 + segments;
      for (int i = 0; i < segments; i++) {
        end += file[at + 27 + i] & 0xFF;
      }
      if (in.getLong(at + 6) > 0) {
        long moved = granules.applyAsLong(in.getLong(at + 6));
        in.putLong(at + 6, end == file.length && last >= 0 ? last : moved);
      }
    }
  }
}
