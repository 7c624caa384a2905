package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.video.VideoEncoder;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// What is filmed, and single pictures of it.
final class Plates {
  private Plates() {}

  /// The size of a plate for a canvas: larger, so that the camera can move over it.
  static Size size(Size canvas) {
    return new Size(
        (int) Math.ceil(canvas.width() * Pose.OVERSIZE) + 2,
        (int) Math.ceil(canvas.height() * Pose.OVERSIZE) + 2);
  }

  /// One picture of a shot.
  static Picture frame(VideoEncoder.Frames shot, int number, Size canvas) {
    BufferedImage image =
        new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_RGB);
    shot.draw(number, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
    return new Picture(image);
  }
}
