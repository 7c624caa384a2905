package app.photoplay.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which parts of a track are played, and when (ISO/IEC 14496-12, 8.6.6). What a person trimmed
/// away on a phone stays in the file: only this list hides it.
///
/// @param edits in the order in which they are played; none plays everything
public record EditList(List<Edit> edits) {
  private static final int NORMAL = 0x10000;
  private static final long NOTHING = -1;
  private static final int MOST = 1000;

  /// How much of a fragmented file ffmpeg may play although it is hidden: what decoders need to
  /// begin.
  private static final double PRIMING = 0.2;

  /// Samples in a packet, at most.
  private static final int CODED_TOGETHER = 2048;

  private static final Pattern GAPLESS =
      Pattern.compile(
          "iTunSMPB.{0,40}? [0-9A-F]{8} ([0-9A-F]{8}) ([0-9A-F]{8}) ([0-9A-F]{16})",
          Pattern.DOTALL);

  public EditList {
    edits = List.copyOf(edits);
  }

  /// One entry.
  ///
  /// @param seconds how long; 0 plays to the end of the track when it is the last one
  /// @param from the track's own time, in units of its timescale; -1 plays nothing
  /// @param still whether one moment is held, which has no sound
  record Edit(double seconds, long from, boolean still) {
    boolean empty() {
      return from == NOTHING || still;
    }
  }

  /// A part that is played.
  ///
  /// @param at when, in seconds from the beginning
  /// @param from and `to`: the track's own time
  public record Part(double at, long from, long to) {}

  /// Reads the list of a track.
  ///
  /// @param scale units in a second of the movie's time
  /// @throws MalformedMp4 when it cannot be followed
  static EditList of(ByteBuffer track, long scale) {
    Optional<ByteBuffer> box =
        Mp4Boxes.find(track, "edts").map(edits -> Mp4Boxes.inside(edits, "elst"));
    if (box.isEmpty()) {
      return new EditList(List.of());
    }
    ByteBuffer list = box.get();
    int version = list.get(0);
    int count = list.getInt(4);
    int entry = version == 1 ? 20 : 12;
    boolean fits = count >= 0 && count <= MOST && 8 + (long) count * entry <= list.limit();
    if (version < 0 || version > 1 || !fits || (count > 0 && scale <= 0)) {
      throw new MalformedMp4("an edit list of version " + version + ", " + count + " entries");
    }
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = 8 + i * entry;
      boolean wide = version == 1;
      long length = wide ? list.getLong(at) : Integer.toUnsignedLong(list.getInt(at));
      long from = wide ? list.getLong(at + 8) : list.getInt(at + 4);
      int rate = list.getInt(at + entry - 4);
      if (length < 0 || from < NOTHING || (from >= 0 && rate != NORMAL && rate != 0)) {
        throw new MalformedMp4("an edit of " + length + " from " + from + " at rate " + rate);
      }
      edits.add(new Edit((double) length / scale, from, from >= 0 && rate == 0));
    }
    return new EditList(edits);
  }

  /// What iTunes and phones write among the tags when there is no edit list (`iTunSMPB`): how many
  /// samples at both ends are only there for the coding.
  ///
  /// @param scale samples in a second
  /// @param length of the track in samples
  static EditList ofTags(ByteBuffer movie, long scale, long length) {
    return Mp4Boxes.all(movie, "udta").stream()
        .flatMap(it -> Mp4Boxes.all(it, "meta").stream())
        .flatMap(it -> Mp4Boxes.all(Mp4Boxes.from(it, 4), "ilst").stream())
        .flatMap(it -> Mp4Boxes.all(it, "----").stream())
        .map(EditList::text)
        .map(GAPLESS::matcher)
        .filter(Matcher::find)
        .map(found -> {
          long before = Long.parseLong(found.group(1), 16);
          long behind = Long.parseLong(found.group(2), 16);
          long played = Long.parseLong(found.group(3), 16);
          boolean fits =
              played > 0 && Math.abs(before + played + behind - length) <= CODED_TOGETHER;
          return fits ? List.of(new Edit((double) played / scale, before, false)) : List.<Edit>of();
        })
        .findFirst()
        .map(EditList::new)
        .orElseGet(() -> new EditList(List.of()));
  }

  private static String text(ByteBuffer box) {
    return StandardCharsets.ISO_8859_1.decode(box.duplicate()).toString();
  }

  /// The parts that are played, none of them outside of the track.
  ///
  /// @param scale units in a second of the track's own time
  /// @param begin the track's first moment
  /// @param end and its last
  /// @param indexed where the part ends that the index tells of; in a file with fragments the list
  ///   may have been written when there was no more
  List<Part> parts(long scale, long begin, long end, long indexed) {
    List<Part> parts = new ArrayList<>();
    if (edits.isEmpty()) {
      parts.add(new Part(0, begin, end));
    }
    double at = 0;
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      double units = edit.seconds() * scale;
      if (!edit.empty()) {
        boolean last = i == edits.size() - 1;
        boolean open =
            last && (edit.seconds() == 0 || grew(edit.from() + units, indexed, end, scale));
        long from = Math.clamp(edit.from(), begin, end);
        long to = open ? end : Math.clamp(Math.round(edit.from() + units), from, end);
        if (to > from) {
          double late = Math.max(0, (double) from - edit.from()) / scale;
          parts.add(new Part(at + late, from, to));
        }
      }
      at += edit.seconds();
    }
    return List.copyOf(parts);
  }

  /// Whether an edit that ends with the index was meant to last.
  private static boolean grew(double stop, long indexed, long end, long scale) {
    return indexed < end && indexed > 0 && Math.abs(stop - indexed) <= PRIMING * scale;
  }

  /// Whether ffmpeg plays the same: it leaves out no sound in the middle, knows no open end, and in
  /// files with fragments it ignores the list.
  boolean followedByFfmpeg(long scale, long begin, long end, boolean fragmented) {
    if (fragmented) {
      List<Part> parts = parts(scale, begin, end, 0);
      double slack = PRIMING * scale;
      return edits.isEmpty()
          || (parts.size() == 1
              && parts.getFirst().at() <= PRIMING
              && parts.getFirst().from() - begin <= slack
              && end - parts.getFirst().to() <= slack);
    }
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      boolean delay = i == 0 && edit.from() == NOTHING;
      if (!delay && (edit.empty() || edit.seconds() == 0)) {
        return false;
      }
    }
    return true;
  }
}
