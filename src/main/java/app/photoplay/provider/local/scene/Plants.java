package app.photoplay.provider.local.scene;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/// Trees and flowers. `x` is the middle of the foot, `y` the ground, `tall` the height.
final class Plants {
  private Plants() {}

  static void pine(Graphics2D g, SceneCanvas stage, double x, double y, double tall, int colour) {
    Path2D tree = new Path2D.Double();
    double wide = tall * stage.between(0.17, 0.23);
    tree.moveTo(x - tall * 0.02, y);
    tree.lineTo(x - tall * 0.02, y - tall * 0.12);
    int tiers = 6;
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < tiers; i++) {
        int tier = side < 0 ? i : tiers - 1 - i;
        double low = y - tall * (0.1 + 0.86 * tier / tiers);
        double high = y - tall * (0.1 + 0.86 * (tier + 0.75) / tiers);
        double outer = wide * (1 - (double) tier / tiers) * stage.between(0.85, 1.1);
        double inner = outer * 0.45;
        if (side < 0) {
          tree.lineTo(x - outer, low);
          tree.lineTo(x - inner, high);
        } else {
          tree.lineTo(x + inner, high);
          tree.lineTo(x + outer, low);
        }
      }
      if (side < 0) {
        tree.lineTo(x, y - tall);
      }
    }
    tree.lineTo(x + tall * 0.02, y - tall * 0.12);
    tree.lineTo(x + tall * 0.02, y);
    tree.closePath();
    g.setPaint(Tint.color(colour));
    g.fill(tree);
  }

  static void leafy(
      Graphics2D g, SceneCanvas stage, double x, double y, double tall, int leaves, int bark) {
    trunk(g, x, y, tall * 0.6, tall * 0.05, bark);
    for (int i = 0; i < 9; i++) {
      double angle = stage.between(0, 2 * Math.PI);
      double far = tall * 0.2 * Math.sqrt(stage.random().nextDouble());
      double radius = tall * stage.between(0.12, 0.2);
      double px = x + far * Math.cos(angle) * 1.2;
      double py = y - tall * 0.7 + far * Math.sin(angle);
      g.setPaint(Tint.color(Tint.mix(leaves, py < y - tall * 0.7 ? 0xFFFFFF : 0, 0.06)));
      g.fill(Skies.circle(px, py, radius));
    }
  }

  /// A bare tree, for sad and scary places.
  static void bare(Graphics2D g, SceneCanvas stage, double x, double y, double tall, int colour) {
    g.setPaint(Tint.color(colour));
    branch(g, stage, x, y, -Math.PI / 2, tall * 0.34, tall * 0.045, 6);
  }

  private static void branch(
      Graphics2D g,
      SceneCanvas stage,
      double x,
      double y,
      double angle,
      double length,
      double thick,
      int left) {
    double toX = x + Math.cos(angle) * length;
    double toY = y + Math.sin(angle) * length;
    g.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(x, y, toX, toY));
    if (left > 0) {
      branch(
          g,
          stage,
          toX,
          toY,
          angle - stage.between(0.2, 0.6),
          length * stage.between(0.6, 0.8),
          thick * 0.65,
          left - 1);
      branch(
          g,
          stage,
          toX,
          toY,
          angle + stage.between(0.2, 0.6),
          length * stage.between(0.6, 0.8),
          thick * 0.65,
          left - 1);
    }
  }

  /// A trunk that leaves the picture above, in a wood.
  static void trunk(Graphics2D g, double x, double y, double tall, double thick, int colour) {
    Path2D trunk = new Path2D.Double();
    trunk.moveTo(x - thick, y);
    trunk.quadTo(x - thick * 0.5, y - tall * 0.15, x - thick * 0.42, y - tall);
    trunk.lineTo(x + thick * 0.42, y - tall);
    trunk.quadTo(x + thick * 0.5, y - tall * 0.15, x + thick, y);
    trunk.closePath();
    g.setPaint(Tint.color(colour));
    g.fill(trunk);
  }

  static void palm(Graphics2D g, SceneCanvas stage, double x, double y, double tall, int colour) {
    double lean = tall * stage.between(-0.25, 0.25);
    g.setPaint(Tint.color(colour));
    Path2D trunk = new Path2D.Double();
    trunk.moveTo(x - tall * 0.03, y);
    trunk.quadTo(x + lean * 0.1, y - tall * 0.6, x + lean - tall * 0.012, y - tall);
    trunk.lineTo(x + lean + tall * 0.012, y - tall);
    trunk.quadTo(x + lean * 0.1 + tall * 0.05, y - tall * 0.5, x + tall * 0.03, y);
    g.fill(trunk);
    for (int i = 0; i < 9; i++) {
      double angle = Math.PI * (0.02 + 0.96 * i / 8.0);
      double reach = tall * stage.between(0.34, 0.46);
      double endX = x + lean + Math.cos(angle) * reach;
      double endY = y - tall - Math.sin(angle) * reach * 0.35 + reach * 0.3;
      Path2D leaf = new Path2D.Double();
      leaf.moveTo(x + lean, y - tall);
      leaf.quadTo(
          x + lean + Math.cos(angle) * reach * 0.5,
          y - tall - Math.sin(angle) * reach * 0.5 - reach * 0.14,
          endX,
          endY);
      leaf.quadTo(
          x + lean + Math.cos(angle) * reach * 0.45,
          y - tall - Math.sin(angle) * reach * 0.3,
          x + lean,
          y - tall);
      g.fill(leaf);
    }
  }

  static void cactus(Graphics2D g, double x, double y, double tall, int colour) {
    g.setPaint(Tint.color(colour));
    g.setStroke(
        new BasicStroke((float) (tall * 0.13), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D cactus = new Path2D.Double();
    cactus.moveTo(x, y);
    cactus.lineTo(x, y - tall);
    cactus.moveTo(x, y - tall * 0.35);
    cactus.lineTo(x - tall * 0.26, y - tall * 0.35);
    cactus.lineTo(x - tall * 0.26, y - tall * 0.68);
    cactus.moveTo(x, y - tall * 0.5);
    cactus.lineTo(x + tall * 0.24, y - tall * 0.5);
    cactus.lineTo(x + tall * 0.24, y - tall * 0.85);
    g.draw(cactus);
  }

  /// Dots of blossom between two heights, larger the nearer.
  static void flowers(
      Graphics2D g, SceneCanvas stage, double from, double to, int count, int... colours) {
    for (int i = 0; i < count; i++) {
      double down = Math.pow(stage.random().nextDouble(), 0.7);
      double y = from + (to - from) * down;
      double radius = 0.0015 + 0.0065 * down * down;
      int colour = colours[stage.random().nextInt(colours.length)];
      g.setPaint(Tint.color(stage.palette().seen(colour, 0.5 + 0.5 * down)));
      double x = stage.between(0, stage.width());
      g.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 1.6));
    }
  }
}
