package app.photoplay.media.stitch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.photoplay.media.stitch.Mp4Track.Sample;
import app.photoplay.media.stitch.Mp4Writer.Chunk;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// The box `moov` of an MP4: what its tracks are and where their samples lie (ISO/IEC 14496-12;
/// remarks as iTunes writes them).
final class Mp4Index {
  /// A multiple of the frame rates in use and the rate of the sound, so that lengths are exact.
  static final int TIMESCALE = 48_000;

  private static final byte[] UNITY = ints(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

  /// "und", three letters of five bits.
  private static final int NO_LANGUAGE = 0x55c40000;

  private final List<Mp4Track> tracks;
  private final List<Chunk> chunks;
  private final Map<String, String> remarks;
  private final int length;

  /// @param length of the whole, in [#TIMESCALE]
  Mp4Index(List<Mp4Track> tracks, List<Chunk> chunks, Map<String, String> remarks, long length) {
    this.tracks = tracks;
    this.chunks = chunks;
    this.remarks = remarks;
    this.length = Math.toIntExact(length);
  }

  /// The box; its length does not depend on the parameter.
  ///
  /// @param media where the first sample lies in the file
  byte[] bytes(long media) {
    byte[] head =
        box(
            "mvhd",
            ints(0, 0, 0, TIMESCALE, length, 0x10000, 0x1000000, 0, 0),
            UNITY,
            ints(0, 0, 0, 0, 0, 0, tracks.size() + 1));
    byte[][] boxes =
        IntStream.range(0, tracks.size()).mapToObj(t -> track(t, media)).toArray(byte[][]::new);
    return box("moov", head, joined(boxes), box("udta", remarks()));
  }

  private byte[] track(int number, long media) {
    Mp4Track track = tracks.get(number);
    boolean picture = track.isPicture();
    int duration = track.samples().stream().mapToInt(Sample::duration).sum();
    byte[] head =
        box(
            "tkhd",
            ints(3, 0, 0, number + 1, 0, length, 0, 0, 0, picture ? 0 : 0x1000000),
            UNITY,
            ints(picture ? track.width() << 16 : 0, picture ? track.height() << 16 : 0));
    byte[] edits = box("edts", box("elst", ints(0, 1, length, track.skipped(), 0x10000)));
    String name = picture ? "VideoHandler\0" : "SoundHandler\0";
    byte[] description = new byte[track.description().limit()];
    track.description().get(0, description);
    byte[] reference = box("dref", ints(0, 1), box("url ", ints(1)));
    byte[] information =
        box(
            "minf",
            picture ? box("vmhd", ints(1, 0, 0)) : box("smhd", ints(0, 0)),
            box("dinf", reference),
            box("stbl", box("stsd", ints(0, 1), description), tables(number, media)));
    return box(
        "trak",
        head,
        edits,
        box(
            "mdia",
            box("mdhd", ints(0, 0, 0, track.timescale(), duration, NO_LANGUAGE)),
            box("hdlr", ints(0, 0), text(track.handler()), ints(0, 0, 0), text(name)),
            information));
  }

  private byte[] tables(int number, long media) {
    List<Sample> samples = tracks.get(number).samples();
    List<Chunk> own = chunks.stream().filter(it -> it.track() == number).toList();
    ByteArrayOutputStream tables = new ByteArrayOutputStream();
    tables.writeBytes(runs("stts", samples, Sample::duration));
    if (samples.stream().anyMatch(it -> it.shift() != 0)) {
      tables.writeBytes(runs("ctts", samples, Sample::shift));
    }
    int[] keys =
        IntStream.range(0, samples.size())
            .filter(i -> samples.get(i).key())
            .map(i -> i + 1)
            .toArray();
    if (keys.length < samples.size()) {
      tables.writeBytes(box("stss", ints(0, keys.length), ints(keys)));
    }
    int[] members =
        IntStream.range(0, own.size())
            .flatMap(i -> IntStream.of(i + 1, own.get(i).end() - own.get(i).first(), 1))
            .toArray();
    tables.writeBytes(box("stsc", ints(0, own.size()), ints(members)));
    int[] sizes = samples.stream().mapToInt(Sample::size).toArray();
    tables.writeBytes(box("stsz", ints(0, 0, sizes.length), ints(sizes)));
    int[] offsets = own.stream().mapToInt(it -> (int) (media + it.offset())).toArray();
    tables.writeBytes(box("stco", ints(0, offsets.length), ints(offsets)));
    return tables.toByteArray();
  }

  /// A table of (how many samples, value).
  private static byte[] runs(String type, List<Sample> samples, ToIntFunction<Sample> value) {
    ByteArrayOutputStream runs = new ByteArrayOutputStream();
    int count = 0;
    for (int from = 0, to = 0; from < samples.size(); from = to) {
      int first = value.applyAsInt(samples.get(from));
      while (to < samples.size() && value.applyAsInt(samples.get(to)) == first) {
        to++;
      }
      runs.writeBytes(ints(to - from, first));
      count++;
    }
    return box(type, ints(0, count), runs.toByteArray());
  }

  private byte[] remarks() {
    byte[][] items =
        remarks.entrySet().stream()
            .map(it -> box(it.getKey(), box("data", ints(1, 0), it.getValue().getBytes(UTF_8))))
            .toArray(byte[][]::new);
    byte[] handler = box("hdlr", ints(0, 0), text("mdirappl"), ints(0, 0), new byte[1]);
    return box("meta", ints(0), handler, box("ilst", items));
  }

  static byte[] box(String type, byte[]... parts) {
    byte[] content = joined(parts);
    return joined(ints(8 + content.length), text(type), content);
  }

  static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  static byte[] text(String latin) {
    return latin.getBytes(ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
