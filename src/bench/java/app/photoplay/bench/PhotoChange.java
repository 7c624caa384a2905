package app.photoplay.bench;

import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.picture.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// A change of a picture that people's photos show as well: leaning, dark, small, mirrored, partly
/// hidden, noisy.
///
/// @param pixels draws on a copy, in the face's coordinates or over all of it
/// @param place where the copy and its eyes come to
record PhotoChange(String name, Draw pixels, Place place) {
  interface Draw {
    void on(BufferedImage image, Face.Eyes eyes);
  }

  interface Place {
    AffineTransform of(Picture picture, Face.Eyes eyes);
  }

  static PhotoChange none() {
    return new PhotoChange("as they are", (_, _) -> {}, (_, _) -> new AffineTransform());
  }

  static List<PhotoChange> all() {
    List<PhotoChange> all = new ArrayList<>();
    for (int degrees : new int[] {-35, -30, -20, -10, 10, 20, 30, 35}) {
      all.add(
          placed("leaning by " + degrees + " degrees", (picture, _) -> leaning(picture, degrees)));
    }
    all.add(placed("mirrored", (picture, _) -> mirrored(picture)));
    all.add(placed("eyes 24 pixels apart", (_, eyes) -> eyesApart(eyes, 24)));
    for (double light : new double[] {0.25, 0.5, 1.5, 2}) {
      all.add(drawn("light x " + light, (image, _) -> light(image, light)));
    }
    all.add(drawn("glasses drawn", (image, eyes) -> onFace(image, eyes, PhotoChange::glasses)));
    all.add(drawn("dark glasses drawn", (image, eyes) -> onFace(image, eyes, PhotoChange::shades)));
    all.add(drawn("hat drawn", (image, eyes) -> onFace(image, eyes, PhotoChange::hat)));
    all.add(drawn("beard drawn", (image, eyes) -> onFace(image, eyes, PhotoChange::beard)));
    all.add(drawn("noise of 20 steps", (image, _) -> noise(image, 20)));
    return all;
  }

  private static PhotoChange placed(String name, Place place) {
    return new PhotoChange(name, (_, _) -> {}, place);
  }

  private static PhotoChange drawn(String name, Draw pixels) {
    return new PhotoChange(name, pixels, (_, _) -> new AffineTransform());
  }

  FaceSearch.Marked of(FaceSearch.Marked marked) {
    AffineTransform moved = place.of(marked.picture(), marked.eyes());
    double scale = Math.sqrt(Math.abs(moved.getDeterminant()));
    Picture source = marked.picture();
    AffineTransform drawing = new AffineTransform(moved);
    if (scale < 0.9) {
      Size size =
          new Size(
              (int) Math.round(source.width() * scale), (int) Math.round(source.height() * scale));
      source = source.scaledTo(size);
      drawing.scale(1 / scale, 1 / scale);
    }
    Size canvas = scale < 0.9 ? source.size() : marked.picture().size();
    BufferedImage image =
        new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(source.image(), drawing, null);
    graphics.dispose();
    pixels.on(image, marked.eyes());
    Face.Point one = moved(moved, marked.eyes().left());
    Face.Point other = moved(moved, marked.eyes().right());
    Face.Eyes eyes = one.x() < other.x() ? new Face.Eyes(one, other) : new Face.Eyes(other, one);
    return new FaceSearch.Marked(marked.name(), new Picture(image), eyes, marked.plain());
  }

  private static Face.Point moved(AffineTransform transform, Face.Point point) {
    double[] at = {point.x(), point.y()};
    transform.transform(at, 0, at, 0, 1);
    return new Face.Point(at[0], at[1]);
  }

  private static AffineTransform leaning(Picture picture, int degrees) {
    return AffineTransform.getRotateInstance(
        Math.toRadians(degrees), picture.width() / 2.0, picture.height() / 2.0);
  }

  private static AffineTransform mirrored(Picture picture) {
    return new AffineTransform(-1, 0, 0, 1, picture.width(), 0);
  }

  private static AffineTransform eyesApart(Face.Eyes eyes, double pixels) {
    double apart =
        Math.hypot(eyes.right().x() - eyes.left().x(), eyes.right().y() - eyes.left().y());
    return AffineTransform.getScaleInstance(pixels / apart, pixels / apart);
  }

  private static void light(BufferedImage image, double factor) {
    each(image, value -> (int) Math.min(255, value * factor));
  }

  private static void noise(BufferedImage image, double deviation) {
    Random random = new Random(1);
    each(image, value -> Math.clamp(Math.round(value + random.nextGaussian() * deviation), 0, 255));
  }

  private static void each(BufferedImage image, UnaryOperator<Integer> change) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        image.setRGB(
            x,
            y,
            change.apply(rgb >> 16 & 0xFF) << 16
                | change.apply(rgb >> 8 & 0xFF) << 8
                | change.apply(rgb & 0xFF));
      }
    }
  }

  private interface OnFace {
    void draw(Graphics2D graphics);
  }

  /// Draws in coordinates whose origin is between the eyes, with the eyes 100 apart.
  private static void onFace(BufferedImage image, Face.Eyes eyes, OnFace draw) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.translate(
        (eyes.left().x() + eyes.right().x()) / 2, (eyes.left().y() + eyes.right().y()) / 2);
    graphics.rotate(eyes.roll());
    double apart =
        Math.hypot(eyes.right().x() - eyes.left().x(), eyes.right().y() - eyes.left().y());
    graphics.scale(apart / 100, apart / 100);
    draw.draw(graphics);
    graphics.dispose();
  }

  private static void glasses(Graphics2D graphics) {
    graphics.setColor(new Color(30, 25, 20));
    graphics.setStroke(new BasicStroke(6));
    graphics.drawOval(-86, -28, 72, 60);
    graphics.drawOval(14, -28, 72, 60);
    graphics.drawLine(-14, -4, 14, -4);
    graphics.drawLine(-86, -6, -120, -12);
    graphics.drawLine(86, -6, 120, -12);
  }

  private static void shades(Graphics2D graphics) {
    graphics.setColor(new Color(20, 20, 25));
    graphics.fillOval(-88, -28, 76, 60);
    graphics.fillOval(12, -28, 76, 60);
    glasses(graphics);
  }

  private static void hat(Graphics2D graphics) {
    graphics.setColor(new Color(60, 50, 40));
    graphics.fillRect(-110, -220, 220, 170);
    graphics.fillRoundRect(-170, -75, 340, 25, 20, 20);
  }

  private static void beard(Graphics2D graphics) {
    graphics.setColor(new Color(70, 50, 35));
    graphics.fillArc(-100, 0, 200, 200, 180, 180);
    graphics.fillRoundRect(-50, 68, 100, 20, 16, 16);
    graphics.setColor(new Color(150, 80, 75));
    graphics.fill(new Ellipse2D.Double(-34, 94, 68, 18));
  }
}
