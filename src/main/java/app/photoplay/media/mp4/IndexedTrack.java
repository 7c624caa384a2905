package app.photoplay.media.mp4;

import app.photoplay.media.mp4.EditList.Part;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// One track of an MP4 file: how it is coded, where its samples lie, and which of them are played.
///
/// Its own time counts in units of its timescale.
public final class IndexedTrack {
  /// More than a day in one track is none of what is read here.
  private static final double MOST_SECONDS = 100_000;

  private final long timescale;
  private final ByteBuffer entry;
  private final Mp4Samples samples;
  private final EditList edits;
  private final boolean fragmented;
  private final List<Part> parts;

  private IndexedTrack(
      long timescale,
      ByteBuffer entry,
      Mp4Samples samples,
      EditList edits,
      boolean fragmented,
      long indexed) {
    this.timescale = timescale;
    this.entry = entry;
    this.samples = samples;
    this.edits = edits;
    this.fragmented = fragmented;
    this.parts = edits.parts(timescale, samples.firstShown(), samples.lastShown(), indexed);
  }

  /// @param boxes of the file
  static IndexedTrack of(ByteBuffer movie, ByteBuffer track, List<Mp4File.Top> boxes) {
    ByteBuffer media = Mp4Boxes.inside(track, "mdia");
    ByteBuffer head = Mp4Boxes.inside(media, "mdhd");
    long scale = Integer.toUnsignedLong(head.getInt(head.get(0) == 1 ? 20 : 12));
    if (scale == 0) {
      throw new MalformedMp4("a track without a timescale");
    }
    ByteBuffer tables = Mp4Boxes.inside(Mp4Boxes.inside(media, "minf"), "stbl");
    ByteBuffer entries = Mp4Boxes.inside(tables, "stsd");
    Mp4Samples samples = new Mp4Samples();
    samples.addIndexed(tables);
    long indexed = samples.lastShown();
    boolean fragmented = Mp4Boxes.find(movie, "mvex").isPresent();
    addFragments(movie, track, boxes, samples);
    EditList edits = EditList.of(track, movieScale(movie));
    return new IndexedTrack(
        scale,
        entries.slice(8, entries.getInt(8)),
        samples,
        edits.edits().isEmpty()
            ? EditList.ofTags(movie, scale, samples.lastShown() - samples.firstShown())
            : edits,
        fragmented,
        fragmented ? indexed : 0);
  }

  private static long movieScale(ByteBuffer movie) {
    ByteBuffer head = Mp4Boxes.inside(movie, "mvhd");
    return Integer.toUnsignedLong(head.getInt(head.get(0) == 1 ? 20 : 12));
  }

  private static void addFragments(
      ByteBuffer movie, ByteBuffer track, List<Mp4File.Top> boxes, Mp4Samples samples) {
    ByteBuffer head = Mp4Boxes.inside(track, "tkhd");
    int number = head.getInt(head.get(0) == 1 ? 20 : 12);
    Optional<ByteBuffer> defaults =
        Mp4Boxes.find(movie, "mvex").stream()
            .flatMap(it -> Mp4Boxes.all(it, "trex").stream())
            .filter(it -> it.getInt(4) == number)
            .findFirst();
    for (Mp4File.Top box : boxes) {
      if (box.type().equals("moof")) {
        samples.addFragment(box.content(), box.at(), number, defaults);
      }
    }
  }

  /// `vide`, `soun` or another kind.
  static String handler(ByteBuffer track) {
    return Mp4Boxes.type(Mp4Boxes.inside(Mp4Boxes.inside(track, "mdia"), "hdlr"), 8);
  }

  /// How many samples it has, played or not.
  public int samples() {
    return samples.count();
  }

  /// How long it is played: from the movie's begin to the end of its last part.
  public double seconds() {
    double end = 0;
    for (Part part : parts) {
      end = Math.max(end, part.at() + (double) (part.to() - part.from()) / timescale);
    }
    if (end > MOST_SECONDS) {
      throw new MalformedMp4("a track of " + end + " s");
    }
    return end;
  }

  /// How many seconds pass before it begins.
  public double delay() {
    return parts.isEmpty() ? 0 : parts.getFirst().at();
  }

  /// How long the last sample lasts.
  public double lastSeconds() {
    int last = samples.count() - 1;
    return (double) (samples.time(last + 1) - samples.time(last)) / timescale;
  }

  /// Whether something tells which parts are played.
  public boolean edited() {
    return !edits.edits().isEmpty();
  }

  /// Seconds of the track's own time, from its first moment to one of its times.
  public double secondsTo(long time) {
    return (double) (time - samples.firstShown()) / timescale;
  }

  /// A length in units of the track's own time.
  public long units(double seconds) {
    return Math.round(seconds * timescale);
  }

  /// Whether ffmpeg 4.4 to 5.1 plays of this track what its edit list says.
  public boolean followedByFfmpeg() {
    return edits.followedByFfmpeg(timescale, samples.firstShown(), samples.lastShown(), fragmented);
  }

  /// What is played of it.
  public List<Part> parts() {
    return parts;
  }

  /// How it is coded: the first entry of `stsd`, its head included.
  public ByteBuffer entry() {
    return entry;
  }

  /// The four letters of its coding, such as `mp4a`.
  public String coding() {
    return Mp4Boxes.type(entry, 4);
  }

  /// A sample's bytes.
  ///
  /// @param file the whole of it
  public byte[] sample(byte[] file, int number) {
    long at = samples.offset(number);
    int size = samples.size(number);
    if (at + size > file.length) {
      throw new MalformedMp4("cut off");
    }
    byte[] bytes = new byte[size];
    System.arraycopy(file, (int) at, bytes, 0, size);
    return bytes;
  }

  /// The sample that is decoded at some time of the track.
  ///
  /// @return its number, and behind the point how much of it is over
  public double sampleAt(long time) {
    int low = 0;
    int high = samples.count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (samples.time(middle + 1) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    long begin = samples.time(low);
    long length = samples.time(low + 1) - begin;
    return low == samples.count() || length <= 0
        ? low
        : low + Math.clamp((double) (time - begin) / length, 0, 1);
  }

  /// Finds out whether all that is told of is there.
  ///
  /// @param length of the file
  /// @throws MalformedMp4 when it is cut off
  public void proveWhole(long length) {
    for (int i = 0; i < samples.count(); i++) {
      if (samples.offset(i) + samples.size(i) > length) {
        throw new MalformedMp4("cut off");
      }
    }
  }

  boolean liesIn(List<Mp4File.Top> media) {
    for (int i = 0; i < samples.count(); i++) {
      long from = samples.offset(i);
      long to = from + samples.size(i);
      if (media.stream().noneMatch(it -> it.at() + it.head() <= from && to <= it.end())) {
        return false;
      }
    }
    return true;
  }
}
