package app.photoplay.provider.local;

import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import java.util.Optional;

/// The part of a photo that a video shows, in pixels of the photo; it has the ratio of the canvas.
/// Where it reaches beyond the photo, the photo's own blurred copy fills in.
record Framing(double x, double y, double width, double height) {
  /// A face's eyes should be this far apart, as a part of the frame's height.
  private static final double EYES_APART = 0.14;

  private static final double EYES_APART_IN_PHOTO_SHAPE = 0.10;
  private static final double MOST_ZOOM = 2.2;
  private static final double MOST_ZOOM_IN_PHOTO_SHAPE = 1.6;

  /// Without a face at least this part of the photo's width and height is shown.
  private static final double LEAST_SHOWN = 0.5;

  /// Frames a speaking face: the whole head is inside, and not too small.
  static Framing around(Face face, FaceFrame frame, Size photo, Size canvas, Shape shape) {
    double ratio = (double) canvas.width() / canvas.height();
    double headWidth = Math.min(photo.width(), 1.35 * face.width());
    double headHeight = Math.min(photo.height(), 1.75 * face.height());
    double covering = Math.min(photo.height(), photo.width() / ratio);
    double wanted = frame.scale() / (shape == Shape.PHOTO ? EYES_APART_IN_PHOTO_SHAPE : EYES_APART);
    double zoom = shape == Shape.PHOTO ? MOST_ZOOM_IN_PHOTO_SHAPE : MOST_ZOOM;
    double height = Math.min(covering, Math.max(wanted, covering / zoom));
    height = Math.max(height, Math.max(headHeight, headWidth / ratio));
    double centreX = face.x() + face.width() / 2;
    double centreY = face.y() + face.height() * (0.5 + 0.18);
    return placed(centreX, centreY, height * ratio, height, photo);
  }

  /// Frames a photo in which nobody speaks.
  static Framing whole(Size photo, Size canvas, Optional<Face> face) {
    double ratio = (double) canvas.width() / canvas.height();
    double covering = Math.min(photo.height(), photo.width() / ratio);
    double least = Math.max(LEAST_SHOWN * photo.height(), LEAST_SHOWN * photo.width() / ratio);
    double height = Math.max(covering, least);
    double centreX = face.map(f -> f.x() + f.width() / 2).orElse(photo.width() / 2.0);
    double centreY = face.map(f -> f.y() + f.height() * 0.68).orElse(photo.height() / 2.0);
    return placed(centreX, centreY, height * ratio, height, photo);
  }

  private static Framing placed(
      double centreX, double centreY, double width, double height, Size photo) {
    return new Framing(
        start(centreX, width, photo.width()),
        start(centreY, height, photo.height()),
        width,
        height);
  }

  /// Inside the photo where it is long enough, else with the photo in the middle.
  private static double start(double centre, double length, double available) {
    return length >= available
        ? (available - length) / 2
        : Math.clamp(centre - length / 2, 0, available - length);
  }
}
