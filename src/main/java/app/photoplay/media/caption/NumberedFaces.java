package app.photoplay.media.caption;

import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.picture.Picture;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// Draws a numbered box around each of several faces, so that people can say which one they mean.
/// Yellow within black is seen on dark and on bright photos.
public final class NumberedFaces {
  /// Longer sides are made smaller: what a phone shows is not larger.
  private static final int LONGEST = 1280;

  /// How much larger than the face its box is: detectors cut off chin and hair.
  private static final double AROUND = 1.25;

  /// Of the picture's longer side.
  private static final double LINE = 1 / 240.0;

  private static final double LEAST_BADGE = 1 / 20.0;
  private static final double MOST_BADGE = 1 / 9.0;

  /// Of the box's width.
  private static final double BADGE = 0.4;

  private NumberedFaces() {}

  /// The photo, not longer than 1280 pixels, with the numbers 1, 2, .. in the order of the faces.
  ///
  /// @param faces in pixels of the photo
  public static Picture on(Picture photo, List<Face> faces, Lettering lettering) {
    Picture small = photo.within(LONGEST);
    double scale = (double) small.width() / photo.width();
    BufferedImage image =
        new BufferedImage(small.width(), small.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.drawImage(small.image(), 0, 0, null);
      List<Rectangle2D> boxes = faces.stream().map(face -> box(face, scale)).toList();
      double line = Math.max(2, LINE * longest(small.size()));
      boxes.forEach(box -> outline(graphics, box, line));
      // All boxes first: a number is never crossed by a neighbour's box.
      for (int i = 0; i < boxes.size(); i++) {
        badge(graphics, boxes.get(i), small.size(), line, String.valueOf(i + 1), lettering);
      }
    } finally {
      graphics.dispose();
    }
    return new Picture(image);
  }

  private static int longest(Size size) {
    return Math.max(size.width(), size.height());
  }

  private static Rectangle2D box(Face face, double scale) {
    double side = AROUND * face.width() * scale;
    return new Rectangle2D.Double(
        face.centre().x() * scale - side / 2, face.centre().y() * scale - side / 2, side, side);
  }

  private static void outline(Graphics2D graphics, Rectangle2D box, double line) {
    double round = box.getWidth() / 5;
    Shape shape =
        new RoundRectangle2D.Double(
            box.getX(), box.getY(), box.getWidth(), box.getHeight(), round, round);
    graphics.setColor(NumberBadge.DARK);
    graphics.setStroke(new BasicStroke((float) (2 * line)));
    graphics.draw(shape);
    graphics.setColor(NumberBadge.BRIGHT);
    graphics.setStroke(new BasicStroke((float) line));
    graphics.draw(shape);
  }

  /// Above the box where there is room, else below it, else inside.
  private static void badge(
      Graphics2D graphics,
      Rectangle2D box,
      Size canvas,
      double line,
      String number,
      Lettering lettering) {
    double longer = longest(canvas);
    double side = Math.clamp(BADGE * box.getWidth(), LEAST_BADGE * longer, MOST_BADGE * longer);
    double gap = 1.5 * line;
    double y =
        box.getY() - gap - side >= 0
            ? box.getY() - gap - side
            : box.getMaxY() + gap + side <= canvas.height() ? box.getMaxY() + gap : gap;
    double x = Math.clamp(box.getCenterX() - side / 2, 0, canvas.width() - side);
    NumberBadge.draw(graphics, x, y, side, line, number, lettering);
  }
}
