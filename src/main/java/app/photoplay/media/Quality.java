package app.photoplay.media;

import java.util.Locale;
import java.util.Optional;

/// How fine a video is made; the same three tiers on every platform and provider.
public enum Quality {
  ECONOMY(720, 24, 2_000_000),
  STANDARD(1080, 30, 4_000_000),
  PREMIUM(1080, 60, 8_000_000);

  private final int shorterSide;
  private final int framesPerSecond;
  private final int bitsPerSecond;

  Quality(int shorterSide, int framesPerSecond, int bitsPerSecond) {
    this.shorterSide = shorterSide;
    this.framesPerSecond = framesPerSecond;
    this.bitsPerSecond = bitsPerSecond;
  }

  /// The shorter side of the canvas in pixels.
  public int shorterSide() {
    return shorterSide;
  }

  public int framesPerSecond() {
    return framesPerSecond;
  }

  /// The most bits a second that the picture may take; still pictures take less.
  public int bitsPerSecond() {
    return bitsPerSecond;
  }

  /// How people write it: `economy`, `standard`, `premium`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The quality that people wrote, or empty.
  public static Optional<Quality> parse(String label) {
    for (Quality quality : values()) {
      if (quality.label().equalsIgnoreCase(label.strip())) {
        return Optional.of(quality);
      }
    }
    return Optional.empty();
  }
}
