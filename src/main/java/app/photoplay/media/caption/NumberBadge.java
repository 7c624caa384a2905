package app.photoplay.media.caption;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/// Draws a number on a disc. Yellow within black is seen on dark and on bright pictures.
final class NumberBadge {
  static final Color BRIGHT = new Color(0xFFD92E);
  static final Color DARK = new Color(0x111111);

  /// Of the badge's height and of its width.
  private static final double DIGIT_HEIGHT = 0.72;

  private static final double DIGITS_WIDTH = 0.74;

  private NumberBadge() {}

  /// @param side of the square that the disc fills
  /// @param line how wide its edge is
  static void draw(
      Graphics2D graphics,
      double x,
      double y,
      double side,
      double line,
      String number,
      Lettering lettering) {
    Shape disc = new Ellipse2D.Double(x, y, side, side);
    graphics.setColor(BRIGHT);
    graphics.fill(disc);
    graphics.setColor(DARK);
    graphics.setStroke(new BasicStroke((float) line));
    graphics.draw(disc);
    Font font = lettering.runs(number, Locale.ROOT).getFirst().font();
    GlyphVector digits =
        font.deriveFont(Font.BOLD, (float) side)
            .createGlyphVector(graphics.getFontRenderContext(), number);
    Rectangle2D seen = digits.getVisualBounds();
    double size =
        Math.min(DIGIT_HEIGHT * side / seen.getHeight(), DIGITS_WIDTH * side / seen.getWidth());
    AffineTransform middle = AffineTransform.getTranslateInstance(x + side / 2, y + side / 2);
    middle.scale(size, size);
    middle.translate(-seen.getCenterX(), -seen.getCenterY());
    graphics.fill(middle.createTransformedShape(digits.getOutline()));
  }
}
