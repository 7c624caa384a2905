package app.photoplay.provider.text;

import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The terms of film crews as models write them.
final class FilmTerms {
  private static final int LONGEST = 120;

  private static final Map<String, ShotSize> SIZES =
      Map.ofEntries(
          Map.entry("establishing", ShotSize.EXTREME_WIDE),
          Map.entry("extreme-long", ShotSize.EXTREME_WIDE),
          Map.entry("very-wide", ShotSize.EXTREME_WIDE),
          Map.entry("aerial", ShotSize.EXTREME_WIDE),
          Map.entry("long", ShotSize.WIDE),
          Map.entry("full", ShotSize.WIDE),
          Map.entry("medium-wide", ShotSize.WIDE),
          Map.entry("medium-long", ShotSize.WIDE),
          Map.entry("mid", ShotSize.MEDIUM),
          Map.entry("middle", ShotSize.MEDIUM),
          Map.entry("closeup", ShotSize.CLOSE_UP),
          Map.entry("close", ShotSize.CLOSE_UP),
          Map.entry("medium-close-up", ShotSize.CLOSE_UP),
          Map.entry("medium-close", ShotSize.CLOSE_UP),
          Map.entry("extreme-close-up", ShotSize.CLOSE_UP),
          Map.entry("extreme-close", ShotSize.CLOSE_UP),
          Map.entry("detail", ShotSize.CLOSE_UP));

  private static final Map<String, Transition> TRANSITIONS =
      Map.ofEntries(
          Map.entry("hard-cut", Transition.CUT),
          Map.entry("straight-cut", Transition.CUT),
          Map.entry("jump-cut", Transition.CUT),
          Map.entry("smash-cut", Transition.CUT),
          Map.entry("none", Transition.CUT),
          Map.entry("end", Transition.CUT),
          Map.entry("fade", Transition.CROSSFADE),
          Map.entry("cross-fade", Transition.CROSSFADE),
          Map.entry("dissolve", Transition.CROSSFADE),
          Map.entry("cross-dissolve", Transition.CROSSFADE),
          Map.entry("crossdissolve", Transition.CROSSFADE),
          Map.entry("mix", Transition.CROSSFADE),
          Map.entry("black", Transition.DIP),
          Map.entry("to-black", Transition.DIP),
          Map.entry("dip-to-black", Transition.DIP),
          Map.entry("fade-to-black", Transition.DIP),
          Map.entry("fade-out", Transition.DIP),
          Map.entry("fade-in", Transition.DIP),
          Map.entry("match", Transition.CONTINUE),
          Map.entry("match-cut", Transition.CONTINUE),
          Map.entry("continuous", Transition.CONTINUE),
          Map.entry("continued", Transition.CONTINUE));

  private static final Map<String, CameraMove> MOVES =
      Map.ofEntries(
          Map.entry("locked", CameraMove.STATIC_SHOT),
          Map.entry("locked-off", CameraMove.STATIC_SHOT),
          Map.entry("fixed", CameraMove.STATIC_SHOT),
          Map.entry("static-camera", CameraMove.STATIC_SHOT),
          Map.entry("dolly-forward", CameraMove.PUSH_IN),
          Map.entry("push", CameraMove.PUSH_IN),
          Map.entry("dolly-back", CameraMove.PULL_OUT),
          Map.entry("pull-back", CameraMove.PULL_OUT),
          Map.entry("pull", CameraMove.PULL_OUT),
          Map.entry("zoom", CameraMove.ZOOM_IN),
          Map.entry("slide-left", CameraMove.TRUCK_LEFT),
          Map.entry("slide-right", CameraMove.TRUCK_RIGHT),
          Map.entry("boom-up", CameraMove.PEDESTAL_UP),
          Map.entry("boom-down", CameraMove.PEDESTAL_DOWN),
          Map.entry("follow", CameraMove.TRACKING_SHOT),
          Map.entry("track", CameraMove.TRACKING_SHOT),
          Map.entry("hand-held", CameraMove.SHAKE));

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");

  private FilmTerms() {}

  static Optional<ShotSize> shot(String written) {
    String term = term(written).replaceFirst("-shot$", "");
    return Arrays.stream(ShotSize.values())
        .filter(size -> term(size.name()).equals(term))
        .findFirst()
        .or(() -> Optional.ofNullable(SIZES.get(term)));
  }

  static Optional<Transition> transition(String written) {
    String term = term(written);
    return Arrays.stream(Transition.values())
        .filter(transition -> term(transition.name()).equals(term))
        .findFirst()
        .or(() -> Optional.ofNullable(TRANSITIONS.get(term)));
  }

  /// A move by its name, or the only one that a longer text names: "slow push-in to the door".
  static Optional<CameraMove> move(String written) {
    String term = term(written);
    return CameraMove.parse(term)
        .or(() -> Optional.ofNullable(MOVES.get(term)))
        .or(() -> onlyOneIn(term));
  }

  private static Optional<CameraMove> onlyOneIn(String term) {
    List<CameraMove> named =
        Arrays.stream(CameraMove.values())
            .filter(move -> ("-" + term + "-").contains("-" + move.label() + "-"))
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /// `Close up`, `CLOSE_UP` and `close-up` are one.
  private static String term(String written) {
    String lower = PlainText.cut(written, LONGEST).toLowerCase(Locale.ROOT);
    return ENDS.matcher(NO_LETTERS.matcher(lower).replaceAll("-")).replaceAll("");
  }
}
