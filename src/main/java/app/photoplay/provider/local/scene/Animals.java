package app.photoplay.provider.local.scene;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/// Animals cut out of coloured paper.
final class Animals {
  private Animals() {}

  /// A four-legged animal; `high` is its shoulder.
  ///
  /// @param dog whether it holds its head low and its tail up
  static void beast(
      Graphics2D g, double x, double y, double high, double longish, boolean dog, int fur) {
    double half = high * longish * 0.5;
    int dark = Tint.mix(fur, 0x1A120C, 0.45);
    legs(g, x, y, high, half, dark);
    tail(g, x, y, high, half, dog, fur);
    double lift = dog ? 0.25 : 0.62;
    g.setPaint(
        Land.vertical(
            y - high * (1.1 + lift),
            y - high * 0.5,
            Tint.color(Tint.mix(fur, 0xFFFFFF, 0.08)),
            Tint.color(Tint.mix(fur, 0, 0.2))));
    g.fill(
        new RoundRectangle2D.Double(
            x - half, y - high, 2 * half, high * 0.46, high * 0.4, high * 0.4));
    Path2D neck = new Path2D.Double();
    neck.moveTo(x + half * 0.45, y - high * 0.97);
    neck.lineTo(x + half * 1.02, y - high * (1.1 + lift));
    neck.lineTo(x + half * 1.32, y - high * (1.06 + lift));
    neck.lineTo(x + half * 1.75, y - high * (0.88 + lift));
    neck.quadTo(
        x + half * 1.8, y - high * (0.78 + lift), x + half * 1.68, y - high * (0.75 + lift));
    neck.lineTo(x + half * 1.3, y - high * (0.76 + lift));
    neck.lineTo(x + half * 1.0, y - high * 0.66);
    neck.closePath();
    g.fill(neck);
    face(g, x, y, high, half, lift, fur, dark);
  }

  private static void legs(Graphics2D g, double x, double y, double high, double half, int dark) {
    g.setPaint(Tint.color(dark));
    g.setStroke(
        new BasicStroke((float) (high * 0.11), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D limbs = new Path2D.Double();
    for (double at : new double[] {-0.83, -0.6, 0.6, 0.83}) {
      limbs.moveTo(x + half * at, y - high * 0.65);
      limbs.lineTo(x + half * (at + 0.04), y - high * 0.05);
    }
    g.draw(limbs);
  }

  private static void tail(
      Graphics2D g, double x, double y, double high, double half, boolean dog, int fur) {
    g.setStroke(
        new BasicStroke(
            (float) (high * (dog ? 0.17 : 0.1)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setPaint(Tint.color(Tint.mix(fur, 0, 0.12)));
    Path2D tail = new Path2D.Double();
    double endX = x - half * (dog ? 1.45 : 1.3);
    double endY = y - high * (dog ? 1.3 : 0.4);
    tail.moveTo(x - half * 0.9, y - high * 0.85);
    tail.quadTo(x - half * 1.35, y - high * (dog ? 1.05 : 0.9), endX, endY);
    g.draw(tail);
    if (dog) {
      g.setPaint(Tint.color(Tint.mix(fur, 0xFFFFFF, 0.6)));
      g.fill(Skies.circle(endX, endY, high * 0.082));
    }
  }

  private static void face(
      Graphics2D g, double x, double y, double high, double half, double lift, int fur, int dark) {
    Path2D ears = new Path2D.Double();
    ears.moveTo(x + half * 1.0, y - high * (1.06 + lift));
    ears.lineTo(x + half * 1.06, y - high * (1.32 + lift));
    ears.lineTo(x + half * 1.2, y - high * (1.06 + lift));
    ears.closePath();
    g.setPaint(Tint.color(Tint.mix(fur, 0, 0.25)));
    g.fill(ears);
    g.setPaint(Tint.color(Tint.mix(dark, 0, 0.6)));
    g.fill(Skies.circle(x + half * 1.3, y - high * (0.98 + lift), high * 0.028));
    g.fill(
        new Ellipse2D.Double(x + half * 1.7, y - high * (0.89 + lift), high * 0.1, high * 0.075));
  }

  static void cat(Graphics2D g, double x, double y, double tall, int fur) {
    g.setStroke(
        new BasicStroke((float) (tall * 0.1), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setPaint(Tint.color(Tint.mix(fur, 0, 0.2)));
    g.draw(
        new Arc2D.Double(
            x + tall * 0.1, y - tall * 0.5, tall * 0.55, tall * 0.5, -90, 150, Arc2D.OPEN));
    g.setPaint(Land.vertical(y - tall, y, Tint.color(fur), Tint.color(Tint.mix(fur, 0, 0.3))));
    g.fill(new Ellipse2D.Double(x - tall * 0.36, y - tall * 0.7, tall * 0.72, tall * 0.75));
    g.fill(Skies.circle(x, y - tall * 0.82, tall * 0.25));
    Path2D ears = new Path2D.Double();
    for (int side = -1; side <= 1; side += 2) {
      ears.moveTo(x + side * tall * 0.24, y - tall * 0.88);
      ears.lineTo(x + side * tall * 0.21, y - tall * 1.18);
      ears.lineTo(x + side * tall * 0.04, y - tall * 1.02);
      ears.closePath();
    }
    g.fill(ears);
    for (int side = -1; side <= 1; side += 2) {
      g.setPaint(Tint.color(Tint.mix(fur, 0xF4E070, 0.8)));
      g.fill(Skies.circle(x + side * tall * 0.1, y - tall * 0.85, tall * 0.045));
      g.setPaint(Tint.color(0x14120F));
      g.fill(Skies.circle(x + side * tall * 0.1, y - tall * 0.85, tall * 0.02));
    }
  }
}
