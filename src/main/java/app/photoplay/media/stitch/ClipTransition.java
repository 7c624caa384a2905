package app.photoplay.media.stitch;

/// How one clip gives way to the next, in whole pictures: a fade of half a picture more would let
/// sound and picture drift apart.
///
/// @param frames that the change takes; 0 for a cut
public record ClipTransition(Kind kind, int frames) {
  public static final ClipTransition CUT = new ClipTransition(Kind.CUT, 0);

  public ClipTransition {
    if (frames < 0 || (frames == 0) != (kind == Kind.CUT)) {
      throw new IllegalArgumentException(kind + " of " + frames + " frames");
    }
  }

  public enum Kind {
    /// One picture after the other.
    CUT,
    /// Both clips at once, one waxing while the other wanes: the film becomes shorter by it.
    CROSSFADE,
    /// The one to black, then the other out of it.
    DIP
  }

  /// A crossfade, or a cut when there is no frame for it.
  public static ClipTransition crossfade(int frames) {
    return frames == 0 ? CUT : new ClipTransition(Kind.CROSSFADE, frames);
  }

  /// A dip to black, or a cut when there is no frame for it.
  public static ClipTransition dip(int frames) {
    return frames == 0 ? CUT : new ClipTransition(Kind.DIP, frames);
  }

  /// How many pictures show both clips.
  int overlap() {
    return kind == Kind.CROSSFADE ? frames : 0;
  }

  /// How many of the last pictures of the clip before it are changed.
  int tail() {
    return kind == Kind.DIP ? (frames + 1) / 2 : frames;
  }

  /// How many of the first pictures of the clip after it are changed.
  int head() {
    return kind == Kind.DIP ? frames / 2 : frames;
  }

  /// The same kind, short enough for its clips: each keeps half of its pictures for its other end.
  ClipTransition between(int before, int after) {
    int most = Math.min(before, after) / 2;
    return switch (kind) {
      case CUT -> this;
      case CROSSFADE -> crossfade(Math.min(frames, most));
      case DIP -> dip(Math.min(frames, 2 * most));
    };
  }
}
