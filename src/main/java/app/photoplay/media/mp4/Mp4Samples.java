package app.photoplay.media.mp4;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the samples of one track lie in the file, and when they are decoded: from the tables of
/// the index (ISO/IEC 14496-12, 8.6 and 8.7) and, behind them, from the fragments (8.8).
final class Mp4Samples {
  private static final int MOST = 1 << 20;

  private long[] offsets = new long[1024];
  private int[] sizes = new int[1024];
  private long[] times = new long[1024];
  private int count;
  private long end;
  private long firstShown = Long.MAX_VALUE;
  private long lastShown = Long.MIN_VALUE;

  /// How many.
  int count() {
    return count;
  }

  long offset(int sample) {
    return offsets[sample];
  }

  int size(int sample) {
    return sizes[sample];
  }

  /// When it is decoded, in units of the track's timescale; for the one behind the last, when the
  /// last ends.
  long time(int sample) {
    return sample < count ? times[sample] : end;
  }

  /// When the first one is shown or heard: not at 0 where a recording was cut out of a longer one.
  long firstShown() {
    return count == 0 ? 0 : firstShown;
  }

  /// When the last one is over, which is not always the last to be decoded.
  long lastShown() {
    return count == 0 ? 0 : lastShown;
  }

  /// @param shift from its decoding to its showing
  private void add(long offset, int size, long duration, int shift) {
    if (offset < 0 || size < 0 || duration < 0 || count == MOST) {
      throw new MalformedMp4("sample " + count + " at " + offset + ", " + size + " bytes");
    }
    if (count == sizes.length) {
      offsets = Arrays.copyOf(offsets, 2 * count);
      sizes = Arrays.copyOf(sizes, 2 * count);
      times = Arrays.copyOf(times, 2 * count);
    }
    offsets[count] = offset;
    sizes[count] = size;
    times[count++] = end;
    firstShown = Math.min(firstShown, Math.addExact(end, shift));
    end = Math.addExact(end, duration);
    lastShown = Math.max(lastShown, Math.addExact(end, shift));
  }

  /// Adds those of the index.
  ///
  /// @param tables the box `stbl`
  void addIndexed(ByteBuffer tables) {
    ByteBuffer lengths = Mp4Boxes.inside(tables, "stsz");
    ByteBuffer runs = Mp4Boxes.inside(tables, "stsc");
    Optional<ByteBuffer> narrow = Mp4Boxes.find(tables, "stco");
    ByteBuffer chunks = narrow.orElseGet(() -> Mp4Boxes.inside(tables, "co64"));
    int all = lengths.getInt(8);
    int run = 0;
    Runs durations = new Runs(Mp4Boxes.inside(tables, "stts"));
    Runs shifts = Mp4Boxes.find(tables, "ctts").map(Runs::new).orElseGet(Runs::none);
    for (int chunk = 0; chunk < chunks.getInt(4) && count < all; chunk++) {
      if (run + 1 < runs.getInt(4) && chunk + 1 >= runs.getInt(8 + 12 * (run + 1))) {
        run++;
      }
      long at =
          narrow.isPresent()
              ? Integer.toUnsignedLong(chunks.getInt(8 + 4 * chunk))
              : chunks.getLong(8 + 8 * chunk);
      for (int i = runs.getInt(12 + 12 * run); i > 0 && count < all; i--) {
        int size = lengths.getInt(4) != 0 ? lengths.getInt(4) : lengths.getInt(12 + 4 * count);
        add(at, size, Integer.toUnsignedLong(durations.next()), shifts.next());
        at += size;
      }
    }
    if (count != all) {
      throw new MalformedMp4(count + " of " + all + " samples");
    }
  }

  /// A table of (how many samples, value); the last value stands for all that follow.
  private static final class Runs {
    private final ByteBuffer table;
    private int run = -1;
    private int left;

    Runs(ByteBuffer table) {
      this.table = table;
    }

    static Runs none() {
      return new Runs(ByteBuffer.allocate(8));
    }

    int next() {
      while (left == 0 && run + 1 < table.getInt(4)) {
        left = table.getInt(8 + 8 * ++run);
      }
      left -= left == 0 ? 0 : 1;
      return run < 0 ? 0 : table.getInt(12 + 8 * run);
    }
  }

  /// Adds those of a fragment, the box `moof`.
  ///
  /// @param begin where it lies in the file
  /// @param track the number of the track
  /// @param defaults the track's box `trex`, or empty
  void addFragment(ByteBuffer fragment, long begin, int track, Optional<ByteBuffer> defaults) {
    List<ByteBuffer> parts = Mp4Boxes.all(fragment, "traf");
    long data = begin;
    for (ByteBuffer part : parts) {
      Header head = Header.of(Mp4Boxes.inside(part, "tfhd"), begin, data, defaults);
      if (head.track == track) {
        Mp4Boxes.find(part, "tfdt")
            .ifPresent(time -> {
              long stated = time.get(0) == 1 ? time.getLong(4) : unsigned(time, 4);
              end = Math.max(end, stated);
            });
      }
      data = head.base;
      for (ByteBuffer run : Mp4Boxes.all(part, "trun")) {
        data = addRun(run, head, data, head.track == track);
      }
    }
  }

  private long addRun(ByteBuffer run, Header head, long behind, boolean wanted) {
    int flags = run.getInt(0) & 0xFFFFFF;
    int samples = run.getInt(4);
    int at = 8;
    long data = behind;
    if ((flags & 1) != 0) {
      data = head.base + run.getInt(at);
      at += 4;
    }
    at += (flags & 4) != 0 ? 4 : 0;
    if (samples < 0 || samples > MOST) {
      throw new MalformedMp4(samples + " samples in a fragment");
    }
    for (int i = 0; i < samples; i++) {
      long duration = head.duration;
      int size = head.size;
      if ((flags & 0x100) != 0) {
        duration = unsigned(run, at);
        at += 4;
      }
      if ((flags & 0x200) != 0) {
        size = run.getInt(at);
        at += 4;
      }
      at += (flags & 0x400) != 0 ? 4 : 0;
      int shift = 0;
      if ((flags & 0x800) != 0) {
        shift = run.getInt(at);
        at += 4;
      }
      if (wanted) {
        add(data, size, duration, shift);
      }
      data += size;
    }
    return data;
  }

  private static long unsigned(ByteBuffer box, int at) {
    return Integer.toUnsignedLong(box.getInt(at));
  }

  /// What all samples of a fragment share (8.8.7).
  private record Header(int track, long base, long duration, int size) {
    static Header of(ByteBuffer head, long begin, long behind, Optional<ByteBuffer> defaults) {
      int flags = head.getInt(0) & 0xFFFFFF;
      int at = 8;
      // without a word it follows what was before it
      long base = (flags & 0x20000) != 0 ? begin : behind;
      if ((flags & 1) != 0) {
        base = head.getLong(at);
        at += 8;
      }
      at += (flags & 2) != 0 ? 4 : 0;
      long duration = defaults.map(it -> unsigned(it, 12)).orElse(0L);
      int size = defaults.map(it -> it.getInt(16)).orElse(0);
      if ((flags & 8) != 0) {
        duration = unsigned(head, at);
        at += 4;
      }
      if ((flags & 16) != 0) {
        size = head.getInt(at);
      }
      return new Header(head.getInt(4), base, duration, size);
    }
  }
}
