package app.photoplay.media.stitch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.photoplay.media.stitch.Mp4Track.Sample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the index of an MP4 that our ffmpeg wrote: ISO/IEC 14496-12, unfragmented, one sample
/// entry in a track. The samples themselves stay where they are.
final class Mp4Reader {
  private static final int LARGEST_INDEX = 64 << 20;
  private static final int MOST_SAMPLES = 1 << 20;

  private final Path file;
  private final ByteBuffer media;
  private final ByteBuffer table;

  private Mp4Reader(Path file, ByteBuffer track) throws IOException {
    this.file = file;
    this.media = inside(track, "mdia");
    this.table = inside(inside(media, "minf"), "stbl");
  }

  /// The tracks with at least one sample.
  ///
  /// @throws IOException when the file cannot be read or is no such MP4
  static List<Mp4Track> tracks(Path file) throws IOException {
    try {
      List<Mp4Track> tracks = new ArrayList<>();
      for (ByteBuffer track : all(index(file), "trak")) {
        Mp4Track read = new Mp4Reader(file, track).read(track);
        if (!read.samples().isEmpty()) {
          tracks.add(read);
        }
      }
      return tracks;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("the index of the MP4 is broken", e);
    }
  }

  /// The first track with pictures or with sound.
  static Mp4Track track(Path file, String handler) throws IOException {
    return tracks(file).stream()
        .filter(it -> it.handler().equals(handler))
        .findFirst()
        .orElseThrow(() -> new IOException("the file has no " + handler + " track"));
  }

  /// The content of the first box of a type.
  static Optional<ByteBuffer> find(ByteBuffer boxes, String type) {
    return all(boxes, type).stream().findFirst();
  }

  private static ByteBuffer index(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long at = 0;
      ByteBuffer head = ByteBuffer.allocate(16);
      while (at + 8 <= channel.size()) {
        channel.read(head.clear(), at);
        boolean large = head.getInt(0) == 1;
        long size = large ? head.getLong(8) : Integer.toUnsignedLong(head.getInt(0));
        int headed = large ? 16 : 8;
        if (size < headed) {
          break;
        }
        if (type(head).equals("moov")) {
          if (size > LARGEST_INDEX) {
            throw new IOException("the index of the MP4 is too large");
          }
          ByteBuffer index = ByteBuffer.allocate((int) size - headed);
          while (index.hasRemaining()) {
            if (channel.read(index, at + headed + index.position()) < 0) {
              throw new IOException("the MP4 ends within its index");
            }
          }
          return index.flip();
        }
        at += size;
      }
    }
    throw new IOException("the file is no MP4");
  }

  private static String type(ByteBuffer head) {
    byte[] type = new byte[4];
    head.get(4, type);
    return new String(type, ISO_8859_1);
  }

  private static List<ByteBuffer> all(ByteBuffer boxes, String wanted) {
    List<ByteBuffer> found = new ArrayList<>();
    int at = 0;
    while (at + 8 <= boxes.limit()) {
      int size = boxes.getInt(at);
      if (size < 8) {
        break;
      }
      if (type(boxes.slice(at, 8)).equals(wanted)) {
        found.add(boxes.slice(at + 8, size - 8));
      }
      at += size;
    }
    return found;
  }

  private static ByteBuffer inside(ByteBuffer boxes, String type) throws IOException {
    return find(boxes, type).orElseThrow(() -> new IOException("the MP4 lacks a box " + type));
  }

  private Mp4Track read(ByteBuffer track) throws IOException {
    ByteBuffer handler = inside(media, "hdlr");
    ByteBuffer time = inside(media, "mdhd");
    ByteBuffer descriptions = inside(table, "stsd");
    if (descriptions.getInt(4) != 1) {
      throw new IOException("the MP4 codes one track in several ways");
    }
    ByteBuffer description = descriptions.slice(8, descriptions.getInt(8));
    return new Mp4Track(
        type(handler.slice(4, 8)),
        time.getInt(time.get(0) == 1 ? 20 : 12),
        description.asReadOnlyBuffer(),
        skipped(track),
        samples());
  }

  private static int skipped(ByteBuffer track) throws IOException {
    Optional<ByteBuffer> edits = find(track, "edts");
    if (edits.isEmpty()) {
      return 0;
    }
    ByteBuffer list = inside(edits.get(), "elst");
    long begin = list.get(0) == 1 ? list.getLong(16) : list.getInt(12);
    if (list.getInt(4) != 1 || begin < 0) {
      throw new IOException("the MP4 does not begin at once");
    }
    return Math.toIntExact(begin);
  }

  private List<Sample> samples() throws IOException {
    ByteBuffer sizes = inside(table, "stsz");
    int count = counted(sizes.getInt(8));
    int[] durations = runs("stts", count);
    int[] shifts = find(table, "ctts").isPresent() ? runs("ctts", count) : new int[count];
    boolean[] keys = keys(count);
    long[] chunks = chunks();
    ByteBuffer groups = inside(table, "stsc");
    List<Sample> samples = new ArrayList<>();
    int run = 0;
    for (int chunk = 0; chunk < chunks.length; chunk++) {
      boolean more = run + 1 < groups.getInt(4);
      if (more && groups.getInt(8 + 12 * (run + 1)) == chunk + 1) {
        run++;
      }
      long at = chunks[chunk];
      for (int i = groups.getInt(12 + 12 * run); i > 0; i--) {
        int n = samples.size();
        int size = sizes.getInt(4) != 0 ? sizes.getInt(4) : sizes.getInt(12 + 4 * n);
        samples.add(new Sample(file, at, size, durations[n], shifts[n], keys[n]));
        at += size;
      }
    }
    return samples;
  }

  private static int counted(int count) throws IOException {
    if (count < 0 || count > MOST_SAMPLES) {
      throw new IOException("the MP4 has too many samples");
    }
    return count;
  }

  /// A table of (how many samples, value).
  private int[] runs(String type, int count) throws IOException {
    ByteBuffer runs = inside(table, type);
    int[] values = new int[count];
    int n = 0;
    for (int i = 0; i < runs.getInt(4); i++) {
      for (int left = runs.getInt(8 + 8 * i); left > 0; left--) {
        values[n++] = runs.getInt(12 + 8 * i);
      }
    }
    return values;
  }

  private boolean[] keys(int count) {
    boolean[] keys = new boolean[count];
    Optional<ByteBuffer> listed = find(table, "stss");
    for (int i = 0; i < (listed.isPresent() ? listed.get().getInt(4) : count); i++) {
      keys[listed.isPresent() ? listed.get().getInt(8 + 4 * i) - 1 : i] = true;
    }
    return keys;
  }

  private long[] chunks() throws IOException {
    Optional<ByteBuffer> large = find(table, "co64");
    ByteBuffer list = large.isPresent() ? large.get() : inside(table, "stco");
    long[] chunks = new long[counted(list.getInt(4))];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] =
          large.isPresent()
              ? list.getLong(8 + 8 * i)
              : Integer.toUnsignedLong(list.getInt(8 + 4 * i));
    }
    return chunks;
  }
}
