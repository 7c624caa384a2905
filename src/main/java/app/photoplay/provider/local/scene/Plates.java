package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;

/// What is filmed.
final class Plates {
  private static final Size SMALL = new Size(64, 64);
  private static final int MOST_DIFFERENCE = 24;

  private Plates() {}

  /// The size of a plate for a canvas: larger, so that the camera can move over it.
  static Size size(Size canvas) {
    return new Size(
        (int) Math.ceil(canvas.width() * Pose.OVERSIZE) + 2,
        (int) Math.ceil(canvas.height() * Pose.OVERSIZE) + 2);
  }

  /// Whether two pictures of one shape show the same, but for what a JPEG changes.
  static boolean alike(Picture one, Picture other) {
    int[] first = one.scaledTo(SMALL).pixels();
    int[] second = other.scaledTo(SMALL).pixels();
    for (int i = 0; i < first.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        if (Math.abs((first[i] >> shift & 255) - (second[i] >> shift & 255)) > MOST_DIFFERENCE) {
          return false;
        }
      }
    }
    return true;
  }
}
