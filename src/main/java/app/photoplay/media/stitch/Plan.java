package app.photoplay.media.stitch;

import app.photoplay.media.stitch.Mp4Track.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which pictures of a film are copied and which are made anew.
///
/// @param shown what every picture of the film shows
/// @param pieces of the film, in order and without a gap
record Plan(List<Shown> shown, List<Piece> pieces) {

  /// A picture of a clip.
  record Place(int clip, int frame) {}

  /// What a picture of the film shows.
  ///
  /// @param over what is laid over it: a picture of the next clip, or black when null
  /// @param share of that, from 0 to 1
  record Shown(Place place, @Nullable Place over, double share) {}

  sealed interface Piece {
    /// A group of a clip as it is.
    record Copied(int clip, Group group) implements Piece {}

    /// Pictures of the film that are made anew.
    record Made(int from, int end) implements Piece {
      int size() {
        return end - from;
      }
    }
  }

  /// Copies every group that is shown as a whole and unchanged, and makes the rest anew.
  ///
  /// @param groups of each clip
  static Plan of(Timeline timeline, List<List<Group>> groups) {
    List<Shown> shown = shown(timeline);
    List<Integer> starts = timeline.starts();
    boolean[] made = changed(timeline, shown);
    for (int clip = 0; clip < groups.size(); clip++) {
      int start = starts.get(clip);
      for (Group group : groups.get(clip)) {
        if (IntStream.range(group.first(), group.end()).anyMatch(i -> made[start + i])) {
          IntStream.range(group.first(), group.end()).forEach(i -> made[start + i] = true);
        }
      }
    }
    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < made.length; ) {
      if (made[at]) {
        int from = at;
        while (at < made.length && made[at]) {
          at++;
        }
        pieces.add(new Piece.Made(from, at));
      } else {
        Place place = shown.get(at).place();
        Group group =
            groups.get(place.clip()).stream()
                .filter(it -> it.first() == place.frame())
                .findFirst()
                .orElseThrow();
        pieces.add(new Piece.Copied(place.clip(), group));
        at += group.size();
      }
    }
    return new Plan(List.copyOf(shown), List.copyOf(pieces));
  }

  private static List<Shown> shown(Timeline timeline) {
    List<ClipTransition> transitions = timeline.transitions();
    List<Shown> shown = new ArrayList<>();
    for (int clip = 0; clip < timeline.cuts().size(); clip++) {
      int frames = timeline.cuts().get(clip).clip().frames();
      ClipTransition before = clip == 0 ? ClipTransition.CUT : transitions.get(clip - 1);
      ClipTransition after =
          clip == transitions.size() ? ClipTransition.CUT : transitions.get(clip);
      for (int i = before.overlap(); i < frames; i++) {
        Place place = new Place(clip, i);
        int fading = i - (frames - after.tail());
        if (fading >= 0) {
          boolean both = after.overlap() > 0;
          double share = (fading + 1.0) / (after.tail() + (both ? 1 : 0));
          shown.add(new Shown(place, both ? new Place(clip + 1, fading) : null, share));
        } else if (i < before.head()) {
          shown.add(new Shown(place, null, 1 - (i + 1.0) / (before.head() + 1)));
        } else {
          shown.add(new Shown(place, null, 0));
        }
      }
    }
    return shown;
  }

  private static boolean[] changed(Timeline timeline, List<Shown> shown) {
    boolean[] changed = new boolean[shown.size()];
    for (int i = 0; i < changed.length; i++) {
      int frame = i;
      changed[i] =
          shown.get(i).share() > 0
              || timeline.overlays().stream()
                  .anyMatch(it -> it.from() <= frame && frame < it.end());
    }
    return changed;
  }

  /// What every picture that is made anew shows.
  List<Shown> made() {
    List<Shown> made = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Made(int from, int end)) {
        made.addAll(shown.subList(from, end));
      }
    }
    return made;
  }
}
