package app.photoplay.media.sound;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Opus in Ogg, as phones record voice notes: RFC 3533 and RFC 7845. One stream, or several that
/// follow one another: a file that was put together of several is played from its first to its
/// last.
///
/// What is played of a stream lies between two numbers of samples: the head tells how many are
/// skipped at the beginning, the last page where the end is, although more may be coded behind it.
final class OggOpus implements Recorded {
  private static final int HEADER = 27;
  private static final int BEGINS = 2;
  private static final int ENDS = 4;

  private final List<Stream> streams;

  private record Stream(OpusStream.Head head, List<byte[]> packets, long played) {}

  private OggOpus(List<Stream> streams) {
    this.streams = List.copyOf(streams);
  }

  /// Reads the pages.
  ///
  /// @throws SoundBroken when the file is cut off
  /// @throws SoundUnknown when it holds something beside Opus
  static OggOpus of(byte[] file) {
    List<Stream> streams = new ArrayList<>();
    Reading reading = new Reading(file, 0);
    while (reading.isPage()) {
      if (reading.begins()) {
        streams.add(reading.whole());
        reading = new Reading(file, reading.at);
      }
      reading.page();
    }
    streams.add(reading.whole());
    return new OggOpus(streams);
  }

  @Override
  public double seconds() {
    return streams.stream().mapToDouble(it -> (double) it.played() / OpusStream.RATE).sum();
  }

  @Override
  public void decode(SoundBuffer sound) {
    for (Stream stream : streams) {
      OpusStream opus = new OpusStream(stream.head());
      long at = -stream.head().skip();
      for (byte[] packet : stream.packets()) {
        if (at >= stream.played() || sound.full()) {
          break;
        }
        int count = opus.decode(packet);
        int from = Math.clamp(-at, 0, count);
        opus.play(from, Math.clamp(stream.played() - at, from, count), sound);
        at += count;
      }
    }
  }

  /// One stream on its way through the pages.
  private static final class Reading {
    private final byte[] file;
    private final ByteBuffer in;
    private final int first;
    private final List<byte[]> packets = new ArrayList<>();
    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private int at;
    private long coded;
    private long begin = -1;
    private long end;
    private boolean ended;

    Reading(byte[] file, int at) {
      this.file = file;
      this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      this.first = at;
      this.at = at;
    }

    /// Whether another stream begins with this page.
    boolean begins() {
      boolean begins = at > first && (file[at + 5] & BEGINS) != 0;
      if (begins && packets.size() < 3) {
        throw new SoundUnknown("several streams at once");
      }
      return begins;
    }

    /// Whether a page is next. What some programs add behind the end is none.
    boolean isPage() {
      if (at + HEADER > file.length) {
        return false;
      }
      boolean page =
          file[at] == 'O' && file[at + 1] == 'g' && file[at + 2] == 'g' && file[at + 3] == 'S';
      if (!page && !ended) {
        throw new SoundBroken("no page at " + at);
      }
      return page;
    }

    /// Reads a page.
    void page() {
      if (in.getInt(at + 14) != in.getInt(first + 14)) {
        throw new SoundUnknown("several streams at once");
      }
      int next = packets();
      long granule = in.getLong(at + 6);
      if (coded > 0 && granule >= 0) {
        // a recording that was cut out of a longer one does not begin at 0
        begin = begin < 0 ? Math.max(0, granule - coded) : begin;
        end = granule;
      }
      ended |= (file[at + 5] & ENDS) != 0;
      at = next;
    }

    private int packets() {
      int segments = file[at + 26] & 0xFF;
      int data = at + HEADER + segments;
      for (int i = 0; i < segments; i++) {
        int length = i + at + HEADER < file.length ? file[at + HEADER + i] & 0xFF : 0;
        if (data + length > file.length) {
          throw new SoundBroken("cut off");
        }
        packet.write(file, data, length);
        data += length;
        if (length < 255) {
          packets.add(packet.toByteArray());
          coded += packets.size() > 2 ? OpusStream.samples(packets.getLast()) : 0;
          packet.reset();
        }
      }
      return data;
    }

    Stream whole() {
      if (packets.size() < 3) {
        throw new SoundBroken("no packet of sound");
      }
      OpusStream.Head head = OpusStream.Head.of(packets.getFirst());
      int skip = head.skip();
      return new Stream(
          head,
          packets.subList(2, packets.size()),
          Math.clamp(end - Math.max(0, begin) - skip, 0, Math.max(0, coded - skip)));
    }
  }
}
