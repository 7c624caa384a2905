package app.photoplay.provider.local;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.RescaleOp;

/// The framed part of the photo, a little larger than the canvas, so that the camera can move in
/// without losing sharpness. Nobody changes it.
final class Plate {
  /// How much larger than the canvas: as far as the camera goes in.
  static final double OVERSIZE = 1.06;

  private final int[] pixels;
  private final Surface surface;
  private final Size size;
  private final int left;
  private final int top;
  private final int right;
  private final int bottom;

  private Plate(int[] pixels, Size size, double left, double top, double right, double bottom) {
    this.pixels = pixels;
    this.surface = Surface.of(pixels, size.width());
    this.size = size;
    this.left = Math.clamp(Math.round(left), 0, size.width());
    this.top = Math.clamp(Math.round(top), 0, size.height());
    this.right = Math.clamp(Math.round(right), 0, size.width());
    this.bottom = Math.clamp(Math.round(bottom), 0, size.height());
  }

  /// Row by row, see [Pixels].
  int[] pixels() {
    return pixels;
  }

  /// The same as video holds it.
  Surface surface() {
    return surface;
  }

  int width() {
    return size.width();
  }

  int height() {
    return size.height();
  }

  /// The first column that shows the photo itself, not its blurred copy.
  int left() {
    return left;
  }

  /// The first row that does.
  int top() {
    return top;
  }

  /// One past the last such column.
  int right() {
    return right;
  }

  /// One past the last such row.
  int bottom() {
    return bottom;
  }

  /// Cuts and scales the photo once.
  static Plate of(Picture photo, Framing framing, Size canvas) {
    int width = (int) Math.ceil(canvas.width() * OVERSIZE);
    int height = (int) Math.ceil(canvas.height() * OVERSIZE);
    double scale = width / framing.width();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    double x = -framing.x() * scale;
    double y = -framing.y() * scale;
    double w = photo.width() * scale;
    double h = photo.height() * scale;
    if (x > 0.5 || y > 0.5) {
      graphics.drawImage(backdrop(photo, width, height), 0, 0, width, height, null);
    }
    draw(graphics, photo, x, y, scale);
    graphics.dispose();
    int[] pixels =
        Pixels.softened(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), width);
    return new Plate(pixels, new Size(width, height), x, y, x + w, y + h);
  }

  private static void draw(Graphics2D graphics, Picture photo, double x, double y, double scale) {
    Picture source = photo;
    if (scale <= 0.5) {
      // Java's bicubic looks at 4x4 pixels only: more than a halving would skip some.
      int smaller = (int) Math.floor(1 / scale);
      source =
          photo.scaledTo(
              new Size(
                  Math.max(1, photo.width() / smaller), Math.max(1, photo.height() / smaller)));
    }
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    int x0 = (int) Math.round(x);
    int y0 = (int) Math.round(y);
    int x1 = (int) Math.round(x + photo.width() * scale);
    int y1 = (int) Math.round(y + photo.height() * scale);
    graphics.drawImage(source.image(), x0, y0, x1 - x0, y1 - y0, null);
  }

  /// The photo once more, covering everything, so blurred and dark that it reads as a backdrop.
  private static BufferedImage backdrop(Picture photo, int width, int height) {
    double ratio = (double) width / height;
    int h = (int) Math.min(photo.height(), photo.width() / ratio);
    int w = (int) Math.min(photo.width(), h * ratio);
    BufferedImage cut =
        new BufferedImage(Math.max(1, w), Math.max(1, h), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = cut.createGraphics();
    graphics.drawImage(photo.image(), (w - photo.width()) / 2, (h - photo.height()) / 2, null);
    graphics.dispose();
    Size tiny = ratio > 1 ? new Size(32, 18) : new Size(18, 32);
    Picture blurred = new Picture(cut).scaledTo(tiny);
    BufferedImage dark = blurred.image();
    new RescaleOp(0.45f, 0, null).filter(dark, dark);
    BufferedImage smooth = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D large = smooth.createGraphics();
    large.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    large.drawImage(dark, 0, 0, width, height, null);
    large.dispose();
    return smooth;
  }
}
