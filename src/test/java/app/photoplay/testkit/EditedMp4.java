package app.photoplay.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Gives a track of an MP4 another edit list, as phones do when somebody trims a recording: what is
/// cut away stays in the file.
public final class EditedMp4 {
  private static final int MOVIE_SCALE = 1000;

  private EditedMp4() {}

  /// One entry of the list.
  ///
  /// @param millis how long, in the movie's time; ffmpeg gives that a thousand units a second
  /// @param from units of the track's own time; -1 for nothing
  /// @param rate 1 as usual
  public record Edit(long millis, long from, double rate) {
    /// As `500,-1` or `500,1024,2.0`.
    static Edit of(String written) {
      String[] parts = written.strip().split(",", -1);
      return new Edit(
          Long.parseLong(parts[0].strip()),
          Long.parseLong(parts[1].strip()),
          parts.length > 2 ? Double.parseDouble(parts[2].strip()) : 1);
    }
  }

  /// Entries as `500,-1; 1000,1024`, or none.
  public static List<Edit> edits(String written) {
    return written.isBlank()
        ? List.of()
        : Arrays.stream(written.split(";", -1)).map(Edit::of).toList();
  }

  /// Writes a file with the list in each track of a kind.
  ///
  /// @param handler `soun` or `vide`
  public static Path write(Path file, String handler, int version, List<Edit> edits, Path target)
      throws IOException {
    return write(file, handler, list(version, edits), target);
  }

  /// The same with the content of the box `elst` as it is; empty for no such box.
  public static Path write(Path file, String handler, byte[] list, Path target) throws IOException {
    ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(file));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean media = false;
    int moved = 0;
    for (int at = 0; at < whole.limit(); at += whole.getInt(at)) {
      byte[] box = bytes(whole, at, whole.getInt(at));
      media |= type(whole, at).equals("mdat");
      if (type(whole, at).equals("moov")) {
        byte[] edited = movie(box, handler, list, 0);
        moved = media ? 0 : edited.length - box.length;
        box = movie(box, handler, list, moved);
      }
      if (type(whole, at).equals("moof")) {
        move(box, moved);
      }
      out.writeBytes(box);
    }
    return Files.write(target, out.toByteArray());
  }

  /// Writes a file whose index comes last, with a tag as iTunes writes them.
  public static Path tagged(Path file, String name, String value, Path target) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] words = box("mean", "\0\0\0\0com.apple.iTunes".getBytes(ISO_8859_1));
    byte[] named = box("name", ("\0\0\0\0" + name).getBytes(ISO_8859_1));
    byte[] data = box("data", ("\0\0\0\1\0\0\0\0" + value).getBytes(ISO_8859_1));
    byte[] item = box("----", joined(words, named, data));
    byte[] tags = box("udta", box("meta", joined(new byte[4], box("ilst", item))));
    int index = find(whole, "moov");
    ByteBuffer.wrap(whole).putInt(index, whole.length - index + tags.length);
    return Files.write(target, joined(whole, tags));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// @param moved by how much the media behind the index moves
  private static byte[] movie(byte[] movie, String handler, byte[] list, int moved) {
    ByteBuffer in = ByteBuffer.wrap(movie);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 8; at < movie.length; at += in.getInt(at)) {
      byte[] box = bytes(in, at, in.getInt(at));
      if (type(in, at).equals("trak")) {
        int offsets = find(box, "stco");
        for (int i = 0; i < ByteBuffer.wrap(box).getInt(offsets + 8); i++) {
          int place = offsets + 12 + 4 * i;
          ByteBuffer.wrap(box).putInt(place, ByteBuffer.wrap(box).getInt(place) + moved);
        }
        box = find(box, handler) > 0 ? track(box, list) : box;
      }
      out.writeBytes(box);
    }
    return box("moov", out.toByteArray());
  }

  /// Fragments may tell where they lie from the beginning of the file.
  private static void move(byte[] fragment, int moved) {
    ByteBuffer in = ByteBuffer.wrap(fragment);
    int head = find(fragment, "tfhd");
    if ((in.getInt(head + 8) & 1) != 0) {
      in.putLong(head + 16, in.getLong(head + 16) + moved);
    }
  }

  private static byte[] track(byte[] track, byte[] list) {
    ByteBuffer in = ByteBuffer.wrap(track);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 8; at < track.length; at += in.getInt(at)) {
      if (type(in, at).equals("mdia") && list.length > 0) {
        out.writeBytes(box("edts", box("elst", list)));
      }
      if (!type(in, at).equals("edts")) {
        out.writeBytes(bytes(in, at, in.getInt(at)));
      }
    }
    return box("trak", out.toByteArray());
  }

  /// The content of the box `elst`.
  public static byte[] list(int version, List<Edit> edits) {
    ByteBuffer list = ByteBuffer.allocate(8 + edits.size() * (version == 1 ? 20 : 12));
    list.putInt(version << 24).putInt(edits.size());
    for (Edit edit : edits) {
      long units = edit.millis() * MOVIE_SCALE / 1000;
      if (version == 1) {
        list.putLong(units).putLong(edit.from());
      } else {
        list.putInt((int) units).putInt((int) edit.from());
      }
      list.putInt((int) Math.round(edit.rate() * 0x10000));
    }
    return edits.isEmpty() ? new byte[0] : list.array();
  }

  /// Where a box of a type begins, by its letters.
  private static int find(byte[] bytes, String type) {
    return new String(bytes, ISO_8859_1).indexOf(type) - 4;
  }

  private static String type(ByteBuffer in, int at) {
    return new String(bytes(in, at + 4, 4), ISO_8859_1);
  }

  private static byte[] bytes(ByteBuffer in, int at, int length) {
    byte[] bytes = new byte[length];
    in.get(at, bytes);
    return bytes;
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(ISO_8859_1))
        .put(content)
        .array();
  }
}
