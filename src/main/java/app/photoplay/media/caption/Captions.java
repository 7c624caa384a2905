package app.photoplay.media.caption;

import java.util.Locale;
import java.util.Optional;

/// What becomes of the spoken words in writing.
public enum Captions {
  OFF,
  /// Drawn into the picture.
  BURNED,
  /// A SubRip file beside the video.
  SRT,
  /// A WebVTT file beside the video.
  VTT;

  /// How people write it: `off`, `burned`, `srt`, `vtt`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The captions that people wrote, or empty.
  public static Optional<Captions> parse(String label) {
    for (Captions captions : values()) {
      if (captions.label().equalsIgnoreCase(label.strip())) {
        return Optional.of(captions);
      }
    }
    return Optional.empty();
  }
}
