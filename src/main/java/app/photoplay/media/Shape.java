package app.photoplay.media;

import java.util.Optional;

/// The shape of a finished picture or video.
public enum Shape {
  /// Follows the photo's own ratio, kept between 9:16 and 16:9.
  PHOTO("photo", 0, 0),
  SQUARE("1:1", 1, 1),
  TALL("9:16", 9, 16),
  WIDE("16:9", 16, 9),
  PORTRAIT("4:5", 4, 5);

  private final String label;
  private final int across;
  private final int down;

  Shape(String label, int across, int down) {
    this.label = label;
    this.across = across;
    this.down = down;
  }

  /// How people write it: `photo`, `1:1`, `9:16`, `16:9`, `4:5`.
  public String label() {
    return label;
  }

  /// The shape that people wrote, or empty.
  public static Optional<Shape> parse(String label) {
    for (Shape shape : values()) {
      if (shape.label.equalsIgnoreCase(label.strip())) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  /// The canvas for a photo of this size: even numbers of pixels, the shorter side as the quality
  /// says.
  public Size canvas(Size photo, Quality quality) {
    double ratio = ratio(photo);
    int shorter = quality.shorterSide();
    return ratio >= 1
        ? new Size(even(shorter * ratio), shorter)
        : new Size(shorter, even(shorter / ratio));
  }

  /// Its width to its height, for a photo of this size.
  public double ratio(Size photo) {
    double ratio = this == PHOTO ? (double) photo.width() / photo.height() : (double) across / down;
    return Math.clamp(ratio, 9.0 / 16, 16.0 / 9);
  }

  private static int even(double pixels) {
    return (int) Math.round(pixels / 2) * 2;
  }
}
