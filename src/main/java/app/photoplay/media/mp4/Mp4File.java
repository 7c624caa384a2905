package app.photoplay.media.mp4;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an MP4, M4A or MOV file holds, by its index and by its fragments, if it has some (ISO/IEC
/// 14496-12). The media itself is not read.
public final class Mp4File {
  private static final int LARGEST_INDEX = 64 << 20;
  private static final Set<String> INDEXES = Set.of("moov", "moof");

  private final List<Top> boxes;
  private final boolean filled;
  private final ByteBuffer movie;

  /// A box that lies directly in the file.
  ///
  /// @param content from its head on; empty unless it is an index
  record Top(String type, long at, int head, long size, ByteBuffer content) {
    long end() {
      return at + size;
    }
  }

  private interface Bytes {
    ByteBuffer read(long at, int count) throws IOException;
  }

  private Mp4File(List<Top> boxes, boolean filled) {
    this.boxes = List.copyOf(boxes);
    this.filled = filled;
    this.movie =
        boxes.stream()
            .filter(it -> it.type().equals("moov"))
            .map(Top::content)
            .findFirst()
            .orElseThrow(() -> new MalformedMp4("no index"));
  }

  /// Reads the index of a file.
  ///
  /// @throws MalformedMp4 when it has none, or one that is broken or cut off
  public static Mp4File open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return read(
          (at, count) -> {
            ByteBuffer bytes = ByteBuffer.allocate(count);
            while (bytes.hasRemaining()) {
              if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new MalformedMp4("cut off");
              }
            }
            return bytes.flip();
          },
          channel.size());
    }
  }

  public static Mp4File of(byte[] file) {
    try {
      return read((at, count) -> ByteBuffer.wrap(file).slice((int) at, count), file.length);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be read", e);
    }
  }

  private static Mp4File read(Bytes bytes, long end) throws IOException {
    List<Top> boxes = new ArrayList<>();
    long at = 0;
    long index = 0;
    while (at + Mp4Boxes.HEAD <= end) {
      ByteBuffer head = bytes.read(at, (int) Math.min(Mp4Boxes.LARGE_HEAD, end - at));
      String type = Mp4Boxes.type(head, 4);
      long size = Integer.toUnsignedLong(head.getInt(0));
      int headed = Mp4Boxes.HEAD;
      if (size == 1 && head.limit() == Mp4Boxes.LARGE_HEAD) {
        size = head.getLong(Mp4Boxes.HEAD);
        headed = Mp4Boxes.LARGE_HEAD;
      } else if (size == 0) {
        size = end - at;
      }
      if (size < headed || size > end - at) {
        if (INDEXES.contains(type)) {
          throw new MalformedMp4("cut off in " + type);
        }
        break; // media that is cut off, or something behind it that is no box
      }
      ByteBuffer content = ByteBuffer.allocate(0);
      if (INDEXES.contains(type)) {
        index += size;
        if (index > LARGEST_INDEX) {
          throw new MalformedMp4("an index of " + index + " bytes");
        }
        content = bytes.read(at + headed, (int) size - headed);
      }
      boxes.add(new Top(type, at, headed, size, content));
      at += size;
    }
    return new Mp4File(boxes, at == end);
  }

  /// The first track of a kind: `vide` or `soun`.
  ///
  /// @throws MalformedMp4 when it cannot be read
  public Optional<IndexedTrack> track(String handler) {
    try {
      return Mp4Boxes.all(movie, "trak").stream()
          .filter(it -> IndexedTrack.handler(it).equals(handler))
          .findFirst()
          .map(it -> IndexedTrack.of(movie, it, boxes));
    } catch (IndexOutOfBoundsException
        | BufferUnderflowException
        | IllegalArgumentException
        | ArithmeticException e) {
      throw new MalformedMp4("a broken index", e);
    }
  }

  /// Whether samples are told of outside of the index, or may be.
  public boolean fragmented() {
    return Mp4Boxes.find(movie, "mvex").isPresent();
  }

  /// Whether the file ends where its last box does, and all samples of the tracks lie in its media.
  public boolean isWhole(List<IndexedTrack> tracks) {
    List<Top> media = boxes.stream().filter(it -> it.type().equals("mdat")).toList();
    return filled && tracks.stream().allMatch(track -> track.liesIn(media));
  }
}
