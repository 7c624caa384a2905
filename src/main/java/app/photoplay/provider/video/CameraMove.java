package app.photoplay.provider.video;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a camera does during one shot, in the terms of film crews.
///
/// A *truck* or *pedestal* carries the camera sideways or up, so near things pass faster than far
/// ones; a *pan* or *tilt* turns it where it stands, so all things pass alike. A *push in* carries
/// it forward, a *zoom* only enlarges.
public enum CameraMove {
  STATIC_SHOT,
  PUSH_IN,
  PULL_OUT,
  ZOOM_IN,
  ZOOM_OUT,
  PAN_LEFT,
  PAN_RIGHT,
  TILT_UP,
  TILT_DOWN,
  TRUCK_LEFT,
  TRUCK_RIGHT,
  PEDESTAL_UP,
  PEDESTAL_DOWN,
  /// Goes along with what is in the middle.
  TRACKING_SHOT,
  /// Held by hand.
  SHAKE;

  /// Other names in use.
  private static final Map<String, CameraMove> ALIASES =
      Map.ofEntries(
          Map.entry("static", STATIC_SHOT),
          Map.entry("still", STATIC_SHOT),
          Map.entry("none", STATIC_SHOT),
          Map.entry("dolly-in", PUSH_IN),
          Map.entry("dolly-out", PULL_OUT),
          Map.entry("dolly-left", TRUCK_LEFT),
          Map.entry("dolly-right", TRUCK_RIGHT),
          Map.entry("crane-up", PEDESTAL_UP),
          Map.entry("crane-down", PEDESTAL_DOWN),
          Map.entry("tracking", TRACKING_SHOT),
          Map.entry("handheld", SHAKE));

  /// How people write it: `push-in`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// All labels, the calmest first.
  public static List<String> labels() {
    return Arrays.stream(values()).map(CameraMove::label).toList();
  }

  /// The move that people wrote, as `push-in`, `Push in` or `[push in]`, or empty.
  public static Optional<CameraMove> parse(String written) {
    String label =
        written
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\[\\]]", "")
            .strip()
            .replaceAll("[\\s_]+", "-");
    return Arrays.stream(values())
        .filter(move -> move.label().equals(label))
        .findFirst()
        .or(() -> Optional.ofNullable(ALIASES.get(label)));
  }
}
