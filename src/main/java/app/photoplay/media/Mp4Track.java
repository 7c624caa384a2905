package app.photoplay.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The track of AAC in an MP4 file: ISO/IEC 14496-12 (boxes) and -14 (the decoder's settings).
/// Reads nothing that lies outside of the file, and each byte of its index once.
final class Mp4Track {
  private final double seconds;
  private final byte[] settings;
  private final List<ByteBuffer> frames;

  private static final int BOX_HEAD = 8;
  private static final int SAMPLE_ENTRY = 28;

  private Mp4Track(double seconds, byte[] settings, List<ByteBuffer> frames) {
    this.seconds = seconds;
    this.settings = settings;
    this.frames = List.copyOf(frames);
  }

  /// The length that the track states.
  double seconds() {
    return seconds;
  }

  /// What the decoder must know (AudioSpecificConfig). Not to be changed.
  byte[] settings() {
    return settings;
  }

  /// One packet of AAC each.
  List<ByteBuffer> frames() {
    return frames;
  }

  /// Finds it.
  ///
  /// @throws SoundBroken when there is none, or the file ends before it
  static Mp4Track of(byte[] file) {
    ByteBuffer whole = ByteBuffer.wrap(file);
    ByteBuffer movie = box(whole, "moov").orElseThrow(() -> new SoundBroken("no moov"));
    for (ByteBuffer track : boxes(movie, "trak")) {
      ByteBuffer media = inside(track, "mdia");
      if (name(inside(media, "hdlr"), 8).equals("soun")) {
        return track(whole, media);
      }
    }
    throw new SoundBroken("no track of sound");
  }

  private static Mp4Track track(ByteBuffer whole, ByteBuffer media) {
    ByteBuffer head = inside(media, "mdhd");
    boolean wide = head.get(0) == 1;
    long scale = head.getInt(wide ? 20 : 12) & 0xFFFFFFFFL;
    long length = wide ? head.getLong(24) : head.getInt(16) & 0xFFFFFFFFL;
    ByteBuffer tables = inside(inside(media, "minf"), "stbl");
    ByteBuffer entry = inside(part(inside(tables, "stsd"), 8), "mp4a");
    int version = entry.getShort(8);
    ByteBuffer more = part(entry, SAMPLE_ENTRY + (version == 1 ? 16 : 0));
    ByteBuffer descriptors =
        box(more, "esds").orElseGet(() -> inside(inside(more, "wave"), "esds"));
    return new Mp4Track(
        scale == 0 ? 0 : (double) length / scale,
        settings(part(descriptors, 4)),
        frames(whole, tables));
  }

  private static List<ByteBuffer> frames(ByteBuffer whole, ByteBuffer tables) {
    ByteBuffer sizes = inside(tables, "stsz");
    ByteBuffer runs = inside(tables, "stsc");
    Optional<ByteBuffer> narrow = box(tables, "stco");
    ByteBuffer chunks = narrow.orElseGet(() -> inside(tables, "co64"));
    int size = sizes.getInt(4);
    int count = sizes.getInt(8);
    List<ByteBuffer> frames = new ArrayList<>();
    int run = 0;
    for (int chunk = 0; chunk < chunks.getInt(4) && frames.size() < count; chunk++) {
      if (run + 1 < runs.getInt(4) && chunk + 1 >= runs.getInt(8 + 12 * (run + 1))) {
        run++;
      }
      long at =
          narrow.isPresent()
              ? chunks.getInt(8 + 4 * chunk) & 0xFFFFFFFFL
              : chunks.getLong(8 + 8 * chunk);
      int within = runs.getInt(8 + 12 * run + 4);
      for (int i = 0; i < within && frames.size() < count; i++) {
        int length = size != 0 ? size : sizes.getInt(12 + 4 * frames.size());
        if (length < 0 || at < 0 || at + length > whole.limit()) {
          throw new SoundBroken("cut off");
        }
        frames.add(whole.slice((int) at, length));
        at += length;
      }
    }
    return frames;
  }

  /// The content of the descriptors 3, 4 and 5, each inside the one before.
  private static byte[] settings(ByteBuffer in) {
    descriptor(in, 3);
    in.getShort();
    int flags = in.get();
    skip(in, (flags & 0x80) != 0 ? 2 : 0);
    skip(in, (flags & 0x40) != 0 ? in.get() & 0xFF : 0);
    skip(in, (flags & 0x20) != 0 ? 2 : 0);
    descriptor(in, 4);
    skip(in, 13);
    byte[] settings = new byte[Math.min(descriptor(in, 5), in.remaining())];
    in.get(settings);
    return settings;
  }

  private static int descriptor(ByteBuffer in, int tag) {
    if (in.get() != tag) {
      throw new SoundBroken("no descriptor " + tag);
    }
    int length = 0;
    for (int i = 0; i < 4; i++) {
      int next = in.get();
      length = (length << 7) | (next & 0x7F);
      if (next >= 0) {
        break;
      }
    }
    return length;
  }

  private static void skip(ByteBuffer in, int count) {
    in.position(in.position() + count);
  }

  private static ByteBuffer inside(ByteBuffer parent, String name) {
    return box(parent, name).orElseThrow(() -> new SoundBroken("no " + name));
  }

  private static Optional<ByteBuffer> box(ByteBuffer parent, String name) {
    return boxes(parent, name).stream().findFirst();
  }

  /// The contents of all boxes of a name that lie directly in the parent.
  private static List<ByteBuffer> boxes(ByteBuffer parent, String wanted) {
    List<ByteBuffer> found = new ArrayList<>();
    int at = 0;
    while (at + BOX_HEAD <= parent.limit()) {
      long size = parent.getInt(at) & 0xFFFFFFFFL;
      int head = BOX_HEAD;
      if (size == 1 && at + 16 <= parent.limit()) {
        size = parent.getLong(at + 8);
        head = 16;
      } else if (size == 0) {
        size = (long) parent.limit() - at;
      }
      if (size < head || at + size > parent.limit()) {
        break;
      }
      if (name(parent, at + 4).equals(wanted)) {
        found.add(parent.slice(at + head, (int) size - head));
      }
      at += (int) size;
    }
    return found;
  }

  private static ByteBuffer part(ByteBuffer box, int from) {
    return box.slice(from, box.limit() - from);
  }

  private static String name(ByteBuffer box, int at) {
    byte[] letters = new byte[4];
    box.get(at, letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }
}
