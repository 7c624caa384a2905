package app.photoplay.media.stitch;

import static app.photoplay.media.stitch.Mp4Index.box;
import static app.photoplay.media.stitch.Mp4Index.ints;
import static app.photoplay.media.stitch.Mp4Index.text;

import app.photoplay.media.stitch.Mp4Track.Sample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes an MP4 whose samples are copied from other files: index first, a second of picture and a
/// second of sound in turn, every track shown from 0.000 s (ISO/IEC 14496-12).
final class Mp4Writer {
  private final List<Mp4Track> tracks;
  private final Map<String, String> remarks;
  private final long length;
  private final List<Chunk> chunks = new ArrayList<>();

  /// Samples of one track that lie together.
  ///
  /// @param offset from the begin of the media data
  record Chunk(int track, int first, int end, long offset) {}

  private Mp4Writer(List<Mp4Track> tracks, Map<String, String> remarks, long length) {
    this.tracks = tracks;
    this.remarks = remarks;
    this.length = length;
    layOut();
  }

  /// Writes a file anew.
  ///
  /// @param remarks by their iTunes names, such as `©nam`
  /// @param frames how many pictures last as long as the whole
  /// @param rate pictures a second
  static void write(
      Path target, List<Mp4Track> tracks, Map<String, String> remarks, int frames, int rate)
      throws IOException {
    new Mp4Writer(tracks, remarks, (long) frames * Mp4Index.TIMESCALE / rate).write(target);
  }

  private void layOut() {
    int[] next = new int[tracks.size()];
    long[] time = new long[tracks.size()];
    long offset = 0;
    boolean more = true;
    for (int second = 1; more; second++) {
      more = false;
      for (int t = 0; t < next.length; t++) {
        Mp4Track track = tracks.get(t);
        int first = next[t];
        long begin = offset;
        while (next[t] < track.samples().size() && time[t] < (long) second * track.timescale()) {
          Sample sample = track.samples().get(next[t]++);
          time[t] += sample.duration();
          offset += sample.size();
        }
        if (next[t] > first) {
          chunks.add(new Chunk(t, first, next[t], begin));
        }
        more |= next[t] < track.samples().size();
      }
    }
  }

  private void write(Path target) throws IOException {
    Mp4Index index = new Mp4Index(tracks, chunks, remarks, length);
    byte[] type = box("ftyp", text("isom"), ints(0x200), text("isomiso2avc1mp41"));
    long media = type.length + index.bytes(0).length + 8L;
    long end = media;
    for (Mp4Track track : tracks) {
      end += track.samples().stream().mapToLong(Sample::size).sum();
    }
    if (end > Integer.MAX_VALUE) {
      throw new IOException("the film is larger than 2 GB");
    }
    Map<Path, FileChannel> sources = new HashMap<>();
    try (FileChannel out =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      put(out, type);
      put(out, index.bytes(media));
      put(out, ints((int) (end - media + 8)));
      put(out, text("mdat"));
      for (Chunk chunk : chunks) {
        copy(tracks.get(chunk.track()).samples().subList(chunk.first(), chunk.end()), sources, out);
      }
    } finally {
      for (FileChannel source : sources.values()) {
        source.close();
      }
    }
  }

  private static void put(FileChannel out, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
  }

  private static void copy(List<Sample> samples, Map<Path, FileChannel> sources, FileChannel out)
      throws IOException {
    int at = 0;
    while (at < samples.size()) {
      Sample first = samples.get(at);
      long end = first.offset();
      // neighbours in the source go over at once
      while (at < samples.size()
          && samples.get(at).file().equals(first.file())
          && samples.get(at).offset() == end) {
        end += samples.get(at++).size();
      }
      FileChannel source = sources.get(first.file());
      if (source == null) {
        source = FileChannel.open(first.file());
        sources.put(first.file(), source);
      }
      for (long from = first.offset(); from < end; ) {
        long moved = source.transferTo(from, end - from, out);
        if (moved <= 0) {
          throw new IOException("a clip became shorter while it was copied");
        }
        from += moved;
      }
    }
  }
}
