package app.photoplay.provider.local;

import app.photoplay.media.face.Face;
import app.photoplay.media.face.Face.Eyes;
import app.photoplay.media.face.Face.Point;
import app.photoplay.media.face.FaceMesh;

/// A face's own coordinates: the origin is the mouth's centre, u runs along the line of the eyes, v
/// down the face, the unit is the distance between the eyes.
///
/// @param scale the unit in pixels
/// @param cos of the face's roll
/// @param sin of the face's roll; positive when the right eye is lower
/// @param eyesSeen whether both eyes were found; a guess is good enough for the mouth, not for lids
record FaceFrame(
    double mouthX, double mouthY, double scale, double cos, double sin, boolean eyesSeen) {
  /// How far the mouth is below the middle between the eyes.
  static final double MOUTH_BELOW_EYES = 1.04;

  /// How far the line between the lips is below the mouth's centre.
  private static final double LINE_BELOW_CENTRE = 0.10;

  static FaceFrame of(Face face) {
    Eyes eyes = face.eyesOrUsual();
    double dx = eyes.right().x() - eyes.left().x();
    double dy = eyes.right().y() - eyes.left().y();
    double scale = Math.hypot(dx, dy);
    double cos = dx / scale;
    double sin = dy / scale;
    double above = face.mesh().isPresent() ? LINE_BELOW_CENTRE : -MOUTH_BELOW_EYES;
    Point from =
        face.mesh().map(FaceMesh::mouth).orElseGet(() -> middle(eyes.left(), eyes.right()));
    return new FaceFrame(
        from.x() + sin * above * scale,
        from.y() - cos * above * scale,
        scale,
        cos,
        sin,
        face.eyes().isPresent());
  }

  private static Point middle(Point one, Point other) {
    return new Point((one.x() + other.x()) / 2, (one.y() + other.y()) / 2);
  }

  /// The same face after the picture was moved and then enlarged.
  FaceFrame in(double left, double top, double enlarged) {
    return new FaceFrame(
        (mouthX - left) * enlarged,
        (mouthY - top) * enlarged,
        scale * enlarged,
        cos,
        sin,
        eyesSeen);
  }

  double u(double x, double y) {
    return ((x - mouthX) * cos + (y - mouthY) * sin) / scale;
  }

  double v(double x, double y) {
    return ((y - mouthY) * cos - (x - mouthX) * sin) / scale;
  }

  double x(double u, double v) {
    return mouthX + (u * cos - v * sin) * scale;
  }

  double y(double u, double v) {
    return mouthY + (u * sin + v * cos) * scale;
  }
}
