package app.photoplay.provider.talk;

import java.util.Locale;
import java.util.Optional;

/// How a speaking face and the camera before it behave.
public enum Style {
  /// Small moves of the head, a slow camera.
  CALM,
  /// Larger moves of the head and brows, a camera that follows.
  LIVELY,
  /// The face speaks, the camera stands.
  STILL;

  /// How people write it: `calm`, `lively`, `still`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The style that people wrote, or empty.
  public static Optional<Style> parse(String label) {
    for (Style style : values()) {
      if (style.label().equalsIgnoreCase(label.strip())) {
        return Optional.of(style);
      }
    }
    return Optional.empty();
  }
}
