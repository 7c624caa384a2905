package app.photoplay.media.face;

import java.util.Arrays;

/// Tells whether something dark covers the eyes of a face. The mesh cannot: it guesses eyes that it
/// does not see.
final class DarkGlasses {
  /// Brightness around the eyes as a part of the skin's: behind dark glasses 0.1 to 0.35, elsewhere
  /// 0.53 to 1.1 in the brighter half of a face.
  private static final double DARK = 0.44;

  /// Close below and above each eye.
  private static final int[] AROUND_LEFT = {25, 110, 24, 23, 22, 26, 112, 30, 29, 27, 28, 56};

  private static final int[] AROUND_RIGHT = {
    255, 339, 254, 253, 252, 256, 341, 260, 259, 257, 258, 286
  };

  /// On the cheeks and on the nose.
  private static final int[] SKIN = {50, 205, 280, 425, 6, 197, 195, 36, 266, 101, 330};

  private DarkGlasses() {}

  static boolean on(Pyramid picture, FaceMesh mesh) {
    double skin = brightness(picture, mesh, SKIN);
    return Math.max(brightness(picture, mesh, AROUND_LEFT), brightness(picture, mesh, AROUND_RIGHT))
        < DARK * skin;
  }

  /// The median at some points.
  private static double brightness(Pyramid picture, FaceMesh mesh, int[] points) {
    double radius = 0.02 * mesh.eyes().left().distance(mesh.eyes().right());
    double[] values =
        Arrays.stream(points)
            .mapToDouble(point -> picture.brightness(mesh.point(point), radius))
            .sorted()
            .toArray();
    return values[values.length / 2];
  }
}
