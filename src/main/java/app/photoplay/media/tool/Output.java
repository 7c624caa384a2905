package app.photoplay.media.tool;

import app.photoplay.media.mp4.IndexedTrack;
import app.photoplay.media.mp4.MalformedMp4;
import app.photoplay.media.mp4.Mp4File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A file that a program or library was to write, and what it must be. It is proved before anything
/// relies on it: ffmpeg 4.4 and 5.1 and others end with success although the disk was full, when
/// only their last bytes or the index did not find room.
public sealed interface Output {
  /// The file.
  Path file();

  /// What is wrong with its content; empty when it is as promised.
  Optional<String> fault() throws IOException;

  /// Proves the file: there, not empty, as promised, flushed to the disk.
  ///
  /// @throws ToolFailed when it is not; the disk's own words are among its causes when there is no
  ///   room, and another try may go well
  default void prove() {
    try {
      check();
    } catch (IOException e) {
      throw new ToolFailed(String.valueOf(e.getMessage()), e);
    }
  }

  /// The same for what this program writes itself.
  ///
  /// @throws IOException when it is not as promised
  default void check() throws IOException {
    String fault = Files.isRegularFile(file()) && Files.size(file()) > 0 ? null : "is empty";
    try {
      if (fault == null) {
        flush(file());
        fault = fault().orElse(null);
      }
    } catch (MalformedMp4 e) {
      fault = "is broken: " + e.getMessage();
    }
    if (fault != null) {
      throw new IOException("a result " + fault, room(file()));
    }
  }

  private static void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// What the disk says to another 256 kB beside the file; null when it has the room.
  private static @Nullable IOException room(Path file) {
    try {
      Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "room-", ".tmp");
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
        ByteBuffer zeros = ByteBuffer.allocate(256 << 10);
        while (zeros.hasRemaining()) {
          channel.write(zeros);
        }
        channel.force(true);
        return null;
      }
    } catch (IOException e) {
      return e;
    }
  }

  /// An MP4 without fragments.
  ///
  /// @param pictures how many, give or take one; 0 for any number
  /// @param sound how many seconds at least; 0 for none at all
  record Mp4(Path file, int pictures, double sound) implements Output {
    /// Packets of sound are not cut.
    private static final double SLACK = 0.1;

    @Override
    public Optional<String> fault() throws IOException {
      Mp4File mp4 = Mp4File.open(file);
      Optional<IndexedTrack> picture = mp4.track("vide");
      Optional<IndexedTrack> speech = mp4.track("soun");
      int shown = picture.map(IndexedTrack::samples).orElse(0);
      double heard = speech.map(IndexedTrack::seconds).orElse(0.0);
      if (!mp4.isWhole(Stream.concat(picture.stream(), speech.stream()).toList())) {
        return Optional.of("ends before its media");
      }
      if (pictures > 0 && Math.abs(shown - pictures) > 1) {
        return Optional.of("has " + shown + " of " + pictures + " pictures");
      }
      return heard < sound - SLACK
          ? Optional.of("has " + heard + " of " + sound + " s of sound")
          : Optional.empty();
    }
  }

  /// A JPEG file.
  record Jpeg(Path file) implements Output {
    @Override
    public Optional<String> fault() throws IOException {
      try (FileChannel channel = FileChannel.open(file)) {
        ByteBuffer ends = ByteBuffer.allocate(4);
        channel.read(ends.limit(2), 0);
        channel.read(ends.limit(4), Math.max(2, channel.size() - 2));
        boolean whole = ends.position() == 4 && ends.getInt(0) == 0xFFD8FFD9;
        return whole ? Optional.empty() : Optional.of("is no whole JPEG");
      }
    }
  }

  /// A WAV file of ours.
  ///
  /// @param samples how many, of 16 bits
  record Wav(Path file, long samples) implements Output {
    private static final int HEAD = 44;

    @Override
    public Optional<String> fault() throws IOException {
      long size = Files.size(file);
      long wanted = HEAD + 2 * samples;
      return size == wanted
          ? Optional.empty()
          : Optional.of("has " + size + " of " + wanted + " bytes");
    }
  }

  /// A file of a program's own, which only it can read.
  record Notes(Path file) implements Output {
    @Override
    public Optional<String> fault() {
      IOException full = room(file);
      return full == null ? Optional.empty() : Optional.of("may be cut off");
    }
  }
}
