package app.photoplay.media.face;

import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// A picture together with its half, its quarter and so on, so that any part of it can be drawn at
/// any size without skipping pixels. Thread-safe.
final class Pyramid {
  private static final int SHORTEST_HALVED = 64;

  private final List<Picture> levels = new ArrayList<>();

  Pyramid(Picture picture) {
    levels.add(picture);
  }

  int width() {
    return levels.getFirst().width();
  }

  int height() {
    return levels.getFirst().height();
  }

  /// The whole picture, turned upright and with what that adds at its corners.
  ///
  /// @param scale pixels of the view for one of the picture
  /// @param roll how far the picture leans, in radians
  View whole(double scale, double roll) {
    double cos = Math.abs(Math.cos(roll));
    double sin = Math.abs(Math.sin(roll));
    Size size =
        new Size(
            (int) Math.max(1, Math.round(scale * (width() * cos + height() * sin))),
            (int) Math.max(1, Math.round(scale * (height() * cos + width() * sin))));
    return part(new Face.Point(width() / 2.0, height() / 2.0), scale, roll, size);
  }

  /// A part of the picture, turned upright; grey beyond the picture's edges.
  ///
  /// @param centre the part's middle, in pixels of the picture
  /// @param scale pixels of the view for one of the picture
  /// @param roll how far the picture leans there, in radians
  View part(Face.Point centre, double scale, double roll, Size size) {
    Picture source = levels.getFirst();
    double rest = scale;
    for (int level = 1; rest <= 0.5 && isHalvable(source); level++) {
      source = level(level);
      rest *= 2;
    }
    double across = (double) width() / source.width();
    double down = (double) height() / source.height();
    BufferedImage drawn =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setColor(Color.GRAY);
    graphics.fillRect(0, 0, size.width(), size.height());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.translate(size.width() / 2.0, size.height() / 2.0);
    graphics.rotate(-roll);
    graphics.scale(scale * across, scale * down);
    graphics.translate(-centre.x() / across, -centre.y() / down);
    graphics.drawImage(source.image(), 0, 0, null);
    graphics.dispose();
    return new View(new GreyPlane(new Picture(drawn)), centre, scale, roll);
  }

  /// The part of a square's pixels that are exactly as their right neighbours. In faces of photos
  /// at most 0.15 of them are, of paintings 0.27; in the windows of programs most.
  double flatness(Face.Point centre, double side) {
    Picture picture = levels.getFirst();
    int[] pixels = picture.pixels();
    int left = (int) Math.max(0, centre.x() - side / 2);
    int right = (int) Math.min(width() - 1.0, centre.x() + side / 2);
    int top = (int) Math.max(0, centre.y() - side / 2);
    int bottom = (int) Math.min(height(), centre.y() + side / 2);
    int same = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int at = y * width() + x;
        same += (pixels[at] & 0xFFFFFF) == (pixels[at + 1] & 0xFFFFFF) ? 1 : 0;
      }
    }
    return (double) same / Math.max(1, (right - left) * (bottom - top));
  }

  private synchronized Picture level(int level) {
    if (levels.size() == level) {
      Picture larger = levels.getLast();
      levels.add(larger.scaledTo(new Size(larger.width() / 2, larger.height() / 2)));
    }
    return levels.get(level);
  }

  private static boolean isHalvable(Picture picture) {
    return Math.min(picture.width(), picture.height()) >= SHORTEST_HALVED;
  }

  /// A part as it is searched, and the way back to the picture.
  record View(GreyPlane plane, Face.Point centre, double scale, double roll) {
    /// Where a place of the view is in the picture.
    Face.Point inPicture(double x, double y) {
      double right = (x - plane.width() / 2.0) / scale;
      double down = (y - plane.height() / 2.0) / scale;
      double cos = Math.cos(roll);
      double sin = Math.sin(roll);
      return new Face.Point(
          centre.x() + right * cos - down * sin, centre.y() + right * sin + down * cos);
    }
  }
}
