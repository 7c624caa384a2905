package app.photoplay.media.caption;

import app.photoplay.media.caption.Overlay.Behind;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Chooses the corner for a label: where lines begin, unless it would cover a head there, something
/// else that is laid over the picture, or much detail; then the nearest corner that is calm. Where
/// every corner would cover a head, as in a close-up, it is the one that covers least of it.
final class CalmCorner {
  /// The head around the square that a face fills, in parts of its width and height: with hair, and
  /// as far as it moves while it speaks.
  private static final double HEAD_ACROSS = 1.6;

  private static final double HEAD_DOWN = 1.85;
  private static final double HEAD_CENTRE = 0.30;

  /// How far apart brightness is compared, in parts of the label's height.
  private static final double STEP = 0.12;

  /// A mean difference of brightness over that step: grass, curls, letters.
  private static final double LIVELY = 24;

  /// What is weighed: any part of a head more than the liveliest ground, and a way over the whole
  /// canvas as much as a ground that is half as lively.
  private static final double HEAD = 4;

  private static final double FAR = 0.5;

  private static final int GRID = 12;

  private final Behind behind;
  private final List<Rectangle> taken;
  private final List<Ellipse2D> heads;

  private CalmCorner(Behind behind, List<Rectangle> taken) {
    this.behind = behind;
    this.taken = taken;
    this.heads = behind.faces().stream().map(CalmCorner::head).toList();
  }

  /// The place of a label.
  ///
  /// @param usual where it would stand with nothing behind it; not below the middle
  /// @param taken by what is laid over the picture besides
  static Rectangle of(Rectangle usual, SafeArea area, Behind behind, List<Rectangle> taken) {
    CalmCorner corner = new CalmCorner(behind, taken);
    int aside = area.left() + area.right() - usual.width - usual.x & ~1;
    int below = area.bottom() - usual.height & ~1;
    // above captions, which are as wide as the picture now and then
    int floor = taken.stream().mapToInt(it -> it.y).min().orElse(area.bottom());
    int raised = Math.max(usual.y, floor - usual.height * 4 / 3) & ~1;
    Rectangle best = usual;
    double least = corner.cost(usual, usual, area);
    for (int i = 1; i < 4; i++) {
      Rectangle there =
          new Rectangle(
              (i & 1) != 0 ? aside : usual.x,
              (i & 2) != 0 ? below : usual.y,
              usual.width,
              usual.height);
      if (corner.isTaken(there)) {
        there.y = raised;
      }
      double cost = corner.cost(there, usual, area);
      if (cost < least) {
        best = there;
        least = cost;
      }
    }
    return best;
  }

  private boolean isTaken(Rectangle place) {
    return taken.stream().anyMatch(place::intersects);
  }

  private double cost(Rectangle place, Rectangle usual, SafeArea area) {
    if (isTaken(place)) {
      return Double.MAX_VALUE;
    }
    double way = Math.hypot(place.x - usual.x, place.y - usual.y);
    double whole = Math.hypot(area.right() - area.left(), area.bottom() - area.top());
    double covered = covered(place);
    return (covered > 0 ? 1 + HEAD * covered : 0) + lively(place) + FAR * way / whole;
  }

  /// The share of the place that a head fills.
  private double covered(Rectangle place) {
    int inside = 0;
    for (int i = 0; i <= GRID; i++) {
      for (int k = 0; k <= GRID; k++) {
        double x = place.x + place.width * (double) i / GRID;
        double y = place.y + place.height * (double) k / GRID;
        inside += heads.stream().anyMatch(head -> head.contains(x, y)) ? 1 : 0;
      }
    }
    return (double) inside / ((GRID + 1) * (GRID + 1));
  }

  /// How much is to be seen there, 0 to 1.
  private double lively(Rectangle place) {
    int step = Math.max(1, (int) Math.round(STEP * place.height));
    long sum = 0;
    int count = 0;
    for (int y = place.y; y + step < place.y + place.height; y += step) {
      for (int x = place.x; x + step < place.x + place.width; x += step) {
        int light = behind.light().applyAsInt(x, y);
        sum += Math.abs(light - behind.light().applyAsInt(x + step, y));
        sum += Math.abs(light - behind.light().applyAsInt(x, y + step));
        count += 2;
      }
    }
    return count == 0 ? 0 : Math.min(1, (double) sum / count / LIVELY);
  }

  private static Ellipse2D head(Rectangle2D face) {
    double width = HEAD_ACROSS * face.getWidth();
    double height = HEAD_DOWN * face.getHeight();
    return new Ellipse2D.Double(
        face.getCenterX() - width / 2,
        face.getY() + HEAD_CENTRE * face.getHeight() - height / 2,
        width,
        height);
  }
}
