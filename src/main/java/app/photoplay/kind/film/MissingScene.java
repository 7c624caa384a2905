package app.photoplay.kind.film;

import app.photoplay.media.Size;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.video.VideoEncoder;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// What is shown in place of a scene that could not be made: its picture, slowly coming nearer,
/// with a notice over it; plain grey where there is no picture either. For one thread.
final class MissingScene implements VideoEncoder.Frames {
  private static final double NEARER = 0.08;
  private static final int GREY = 0x404448;

  private final Optional<BufferedImage> picture;
  private final BufferedImage canvas;
  private final int frames;
  private final Overlay notice;

  private MissingScene(Optional<BufferedImage> picture, Size size, int frames, Overlay notice) {
    this.picture = picture;
    this.canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    this.frames = frames;
    this.notice = notice;
  }

  static MissingScene of(Optional<Path> picture, Size size, int frames, Overlay notice) {
    Optional<BufferedImage> read =
        picture
            .map(new Pictures()::read)
            .flatMap(it ->
                it instanceof PictureAnswer.Decoded(var decoded)
                    ? Optional.of(covering(decoded, size))
                    : Optional.empty());
    return new MissingScene(read, size, frames, notice);
  }

  /// Scaled so that it fills the size, what is beyond it left out later.
  private static BufferedImage covering(Picture picture, Size size) {
    double scale =
        Math.max(
            (double) size.width() / picture.width(), (double) size.height() / picture.height());
    return picture
        .scaledTo(
            new Size(
                (int) Math.ceil(picture.width() * scale),
                (int) Math.ceil(picture.height() * scale)))
        .image();
  }

  @Override
  public void draw(int frame, int[] pixels) {
    if (picture.isPresent()) {
      zoomed(picture.get(), 1 + NEARER * frame / frames);
      canvas.getRGB(0, 0, canvas.getWidth(), canvas.getHeight(), pixels, 0, canvas.getWidth());
    } else {
      Arrays.fill(pixels, GREY);
    }
    notice.draw(frame, pixels);
  }

  private void zoomed(BufferedImage whole, double scale) {
    AffineTransform towards =
        AffineTransform.getTranslateInstance(canvas.getWidth() / 2.0, canvas.getHeight() / 2.0);
    towards.scale(scale, scale);
    towards.translate(-whole.getWidth() / 2.0, -whole.getHeight() / 2.0);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(whole, towards, null);
    graphics.dispose();
  }
}
