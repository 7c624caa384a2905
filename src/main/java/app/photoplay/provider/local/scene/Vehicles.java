package app.photoplay.provider.local.scene;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// What people travel in, drawn small.
final class Vehicles {
  private Vehicles() {}

  static void car(Graphics2D g, SceneCanvas stage, double x, double y, double tall) {
    g.setPaint(Tint.color(stage.palette().seen(0xB23A34, 1)));
    Path2D body = new Path2D.Double();
    body.moveTo(x - tall * 1.3, y - tall * 0.18);
    body.lineTo(x - tall * 1.25, y - tall * 0.55);
    body.lineTo(x - tall * 0.75, y - tall * 0.62);
    body.lineTo(x - tall * 0.42, y - tall);
    body.lineTo(x + tall * 0.4, y - tall);
    body.lineTo(x + tall * 0.8, y - tall * 0.6);
    body.lineTo(x + tall * 1.3, y - tall * 0.5);
    body.lineTo(x + tall * 1.32, y - tall * 0.18);
    body.closePath();
    g.fill(body);
    g.setPaint(Tint.color(stage.palette().seen(0x9FC0D0, 0.9)));
    g.fill(new Rectangle2D.Double(x - tall * 0.45, y - tall * 0.92, tall * 0.38, tall * 0.3));
    g.fill(new Rectangle2D.Double(x, y - tall * 0.92, tall * 0.36, tall * 0.3));
    g.setPaint(Tint.color(0x15171C));
    g.fill(Skies.circle(x - tall * 0.78, y - tall * 0.2, tall * 0.22));
    g.fill(Skies.circle(x + tall * 0.8, y - tall * 0.2, tall * 0.22));
    if (Buildings.dark(stage)) {
      stage.light(x + tall * 1.35, y - tall * 0.4, tall * 1.1, 1.6, 0xFFF0C0, 0.6, 0, 0.2, 0);
    }
  }

  static void boat(Graphics2D g, SceneCanvas stage, double x, double y, double tall) {
    g.setPaint(Tint.color(stage.palette().seen(0x4A2E22, 1)));
    Path2D hull = new Path2D.Double();
    hull.moveTo(x - tall * 0.46, y - tall * 0.14);
    hull.lineTo(x + tall * 0.52, y - tall * 0.14);
    hull.quadTo(x + tall * 0.36, y + tall * 0.02, x + tall * 0.28, y + tall * 0.02);
    hull.lineTo(x - tall * 0.34, y + tall * 0.02);
    hull.closePath();
    g.fill(hull);
    g.fill(new Rectangle2D.Double(x - tall * 0.012, y - tall, tall * 0.024, tall * 0.9));
    g.setPaint(Tint.color(stage.palette().seen(0xF4EEDF, 1)));
    Path2D sails = new Path2D.Double();
    sails.moveTo(x + tall * 0.03, y - tall * 0.96);
    sails.quadTo(x + tall * 0.42, y - tall * 0.5, x + tall * 0.44, y - tall * 0.2);
    sails.lineTo(x + tall * 0.03, y - tall * 0.2);
    sails.closePath();
    sails.moveTo(x - tall * 0.03, y - tall * 0.88);
    sails.quadTo(x - tall * 0.22, y - tall * 0.5, x - tall * 0.36, y - tall * 0.2);
    sails.lineTo(x - tall * 0.03, y - tall * 0.2);
    sails.closePath();
    g.fill(sails);
  }

  static void rocket(Graphics2D g, SceneCanvas stage, double x, double y, double tall) {
    Path2D body = new Path2D.Double();
    body.moveTo(x - tall * 0.1, y - tall * 0.1);
    body.lineTo(x - tall * 0.1, y - tall * 0.68);
    body.quadTo(x - tall * 0.08, y - tall * 0.9, x, y - tall);
    body.quadTo(x + tall * 0.08, y - tall * 0.9, x + tall * 0.1, y - tall * 0.68);
    body.lineTo(x + tall * 0.1, y - tall * 0.1);
    body.closePath();
    g.setPaint(Tint.color(stage.palette().seen(0xE8EBF0, 1)));
    g.fill(body);
    g.setPaint(Tint.color(stage.palette().seen(0xC23A33, 1)));
    Path2D fins = new Path2D.Double();
    for (int side = -1; side <= 1; side += 2) {
      fins.moveTo(x + side * tall * 0.1, y - tall * 0.36);
      fins.lineTo(x + side * tall * 0.22, y - tall * 0.02);
      fins.lineTo(x + side * tall * 0.1, y - tall * 0.1);
      fins.closePath();
    }
    g.fill(fins);
    g.setPaint(Tint.color(0x5FA8D8));
    g.fill(Skies.circle(x, y - tall * 0.66, tall * 0.045));
    for (int i = 0; i < 16; i++) {
      stage.light(
          x + stage.between(-0.04, 0.04) * tall,
          y - tall * 0.05,
          tall * 0.09,
          1,
          i % 2 == 0 ? 0xFFB040 : 0xFF6A20,
          0.7,
          0,
          1.6,
          0);
    }
  }

  static void balloon(Graphics2D g, SceneCanvas stage, double x, double y, double size) {
    int[] colours = {0xD8433B, 0xE8B23A, 0x3A7FC8, 0x58A05A, 0x9C4FB0};
    int first = stage.random().nextInt(colours.length);
    double radius = size * 0.42;
    for (int i = 0; i < 5; i++) {
      double wide = radius * (1 - i * 0.22);
      int colour = colours[(first + i % 2) % colours.length];
      g.setPaint(Tint.color(stage.palette().seen(colour, 0.85)));
      g.fill(new Ellipse2D.Double(x - wide, y - radius, 2 * wide, 2.15 * radius));
    }
    g.setPaint(Tint.color(stage.palette().seen(0x5A3A22, 0.9)));
    g.setStroke(new BasicStroke((float) (size * 0.012)));
    g.draw(
        new java.awt.geom.Line2D.Double(
            x - radius * 0.3, y + radius * 1.1, x - radius * 0.14, y + radius * 1.55));
    g.draw(
        new java.awt.geom.Line2D.Double(
            x + radius * 0.3, y + radius * 1.1, x + radius * 0.14, y + radius * 1.55));
    g.fill(
        new Rectangle2D.Double(x - radius * 0.16, y + radius * 1.55, radius * 0.32, radius * 0.24));
  }
}
