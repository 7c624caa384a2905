package app.photoplay.media.picture;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Which parts of a JPEG its scans bring: a progressive one begins with the mean colours of its
/// blocks and becomes sharper with each scan (ITU-T T.81, annex G).
final class JpegScans {
  private static final int FREQUENCIES = 64;
  private static final int NOTHING = -1;

  /// For each component how many lower bits of each frequency are still to come.
  private final Map<Integer, int[]> missing = new HashMap<>();

  /// Reads the header of the frame.
  ///
  /// @param segment behind its length
  void frame(ByteBuffer segment) {
    int components = segment.get(5) & 0xFF;
    for (int i = 0; i < components; i++) {
      int[] bits = new int[FREQUENCIES];
      Arrays.fill(bits, NOTHING);
      missing.put(segment.get(6 + 3 * i) & 0xFF, bits);
    }
  }

  /// Reads the header of a scan.
  void scan(ByteBuffer segment) {
    int components = segment.get(0) & 0xFF;
    int at = 1 + 2 * components;
    int from = Math.min(segment.get(at) & 0xFF, FREQUENCIES);
    int to = Math.min(segment.get(at + 1) & 0xFF, FREQUENCIES - 1);
    int low = segment.get(at + 2) & 0x0F;
    for (int i = 0; i < components; i++) {
      int[] bits = missing.get(segment.get(1 + 2 * i) & 0xFF);
      if (bits != null) {
        Arrays.fill(bits, from, Math.max(from, to + 1), low);
      }
    }
  }

  /// Whether nothing is to come.
  boolean complete() {
    return !missing.isEmpty()
        && missing.values().stream().flatMapToInt(Arrays::stream).allMatch(it -> it == 0);
  }
}
