package app.photoplay.media.stitch;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// One stream of an MP4 file: how its samples are coded, and where they lie in files.
///
/// @param handler `vide` or `soun`
/// @param timescale units of time in a second
/// @param description the sample entry of its `stsd` box, from its size on
/// @param skipped units at the beginning of the samples' time that are not played
record Mp4Track(
    String handler, int timescale, ByteBuffer description, int skipped, List<Sample> samples) {
  private static final int VISUAL_ENTRY = 86;

  Mp4Track {
    samples = List.copyOf(samples);
  }

  /// One coded picture, or a piece of sound, in the order of decoding.
  ///
  /// @param duration until the next one is decoded, in units of the timescale
  /// @param shift from its decoding to its showing
  /// @param key whether decoding can begin here
  record Sample(Path file, long offset, int size, int duration, int shift, boolean key) {}

  /// Pictures from one key picture to the next one; x264 lets no picture refer across (closed
  /// groups), so that they are whole by themselves.
  ///
  /// @param first the first of its pictures, also in the order of showing
  /// @param end the first one that is no longer in it
  record Group(int first, int end) {
    int size() {
      return end - first;
    }
  }

  boolean isPicture() {
    return handler.equals("vide");
  }

  int width() {
    return Short.toUnsignedInt(description.getShort(32));
  }

  int height() {
    return Short.toUnsignedInt(description.getShort(34));
  }

  /// Sequence and picture parameter sets (the `avcC` box): only pictures with equal ones can stand
  /// in one track.
  ByteBuffer parameters() {
    return Mp4Reader.find(
            description.slice(VISUAL_ENTRY, description.limit() - VISUAL_ENTRY), "avcC")
        .orElseThrow(() -> new IllegalStateException("the picture is not H.264"));
  }

  /// The pictures in groups that can be copied.
  List<Group> groups() {
    int[] keys = IntStream.range(0, samples.size()).filter(i -> samples.get(i).key()).toArray();
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      groups.add(new Group(keys[i], i + 1 < keys.length ? keys[i + 1] : samples.size()));
    }
    return groups;
  }

  /// A track of whole groups, one after another, each picture shown for the same time. Decoding and
  /// showing are timed anew, so that groups of different files follow without a gap.
  ///
  /// @param like lends coding and timescale
  static Mp4Track joined(Mp4Track like, List<List<Sample>> groups) {
    int step = EncoderArguments.UNITS;
    List<int[]> orders = groups.stream().map(Mp4Track::shown).toList();
    // the most that a picture is decoded after its turn to be shown
    int delay = 0;
    for (int[] order : orders) {
      for (int i = 0; i < order.length; i++) {
        delay = Math.max(delay, i - order[i]);
      }
    }
    List<Sample> joined = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      for (int i = 0; i < groups.get(g).size(); i++) {
        Sample it = groups.get(g).get(i);
        int shift = (orders.get(g)[i] - i + delay) * step;
        joined.add(new Sample(it.file(), it.offset(), it.size(), step, shift, it.key()));
      }
    }
    return new Mp4Track(like.handler(), like.timescale(), like.description(), delay * step, joined);
  }

  /// The place of each sample of a group in the order of showing.
  private static int[] shown(List<Sample> group) {
    long[] times = new long[group.size()];
    long decoded = 0;
    for (int i = 0; i < times.length; i++) {
      times[i] = decoded + group.get(i).shift();
      decoded += group.get(i).duration();
    }
    List<Integer> sorted =
        IntStream.range(0, times.length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> times[i]))
            .toList();
    int[] shown = new int[times.length];
    for (int place = 0; place < shown.length; place++) {
      shown[sorted.get(place)] = place;
    }
    return shown;
  }
}
