package app.photoplay.media.picture;

import app.photoplay.media.Size;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// A decoded picture: upright and opaque, 8 bits a channel, sRGB. Nobody changes its pixels, so
/// threads may share it.
public final class Picture {
  private final BufferedImage image;

  /// Wraps an image that nobody draws on any more.
  ///
  /// @param image of [BufferedImage#TYPE_INT_RGB]
  public Picture(BufferedImage image) {
    if (image.getType() != BufferedImage.TYPE_INT_RGB) {
      throw new IllegalArgumentException("image type " + image.getType());
    }
    this.image = image;
  }

  /// Always of [BufferedImage#TYPE_INT_RGB]. To be read, not to be drawn on.
  public BufferedImage image() {
    return image;
  }

  /// The pixels row by row as `0x00RRGGBB`: the picture's own array, to be read, not to be changed.
  public int[] pixels() {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  public int width() {
    return image.getWidth();
  }

  public int height() {
    return image.getHeight();
  }

  public Size size() {
    return new Size(width(), height());
  }

  /// This picture made smaller, keeping its ratio, so that no side is longer than `longestSide`;
  /// the same object when it already fits.
  public Picture within(int longestSide) {
    int longest = Math.max(width(), height());
    if (longest <= longestSide) {
      return this;
    }
    double scale = (double) longestSide / longest;
    return scaledTo(
        new Size(
            Math.max(1, (int) Math.round(width() * scale)),
            Math.max(1, (int) Math.round(height() * scale))));
  }

  /// This picture at another size. It is halved until less than a factor of 2 is left, because a
  /// bilinear step over more skips pixels.
  public Picture scaledTo(Size target) {
    BufferedImage current = image;
    while (current.getWidth() >= 2 * target.width() && current.getHeight() >= 2 * target.height()) {
      current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
    }
    return new Picture(drawn(current, target.width(), target.height()));
  }

  private static BufferedImage drawn(BufferedImage source, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(source, 0, 0, width, height, null);
    graphics.dispose();
    return target;
  }
}
