package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Subject;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Silhouettes of people, animals and things. `x` is the middle, `y` the ground, `tall` the height
/// of a grown person there.
final class Figures {
  private Figures() {}

  /// Puts what the prompt names onto the ground, in a pane of its own.
  ///
  /// @param floating whether the ground is water, on which only boats stay
  static void place(SceneCanvas stage, double depth, double ground, boolean floating) {
    SceneIdea idea = stage.idea();
    double tall = Math.min(0.72, 0.17 * idea.closeness());
    double y = Math.min(0.97, ground + (idea.closeness() - 1) * 0.05);
    double middle = stage.width() * stage.between(0.42, 0.58);
    int dark = Tint.mix(stage.palette().silhouette(1), 0, 0.35);
    stage.pane(
        depth,
        g -> {
          double x = middle;
          for (Subject subject : Subject.values()) {
            if (idea.has(subject) && (!floating || subject == Subject.BOAT)) {
              if (draw(g, stage, subject, x, y, tall, dark)) {
                x += tall * 1.1 * (x < middle + 0.01 ? 1 : -2.3);
              }
            }
          }
        });
    if (idea.has(Subject.FIRE) && !floating) {
      fire(stage, middle - tall * 1.2, y + 0.01, tall * 0.55);
    }
  }

  /// Draws one and answers whether it takes room on the ground.
  private static boolean draw(
      Graphics2D g, SceneCanvas stage, Subject subject, double x, double y, double tall, int dark) {
    g.setPaint(Tint.color(dark));
    switch (subject) {
      case PERSON -> person(g, x, y, tall, 0);
      case CHILD -> person(g, x, y, tall * 0.66, tall * 0.1);
      case COUPLE -> {
        person(g, x - tall * 0.14, y, tall, 0);
        person(g, x + tall * 0.14, y, tall * 0.92, tall * 0.1);
      }
      case DOG -> beast(g, x, y, tall * 0.34, 1.5, true);
      case HORSE -> beast(g, x, y, tall * 0.85, 1.15, false);
      case CAT -> cat(g, x, y, tall * 0.3);
      case ROBOT -> robot(g, x, y, tall * 1.15, dark);
      case CAR -> Vehicles.car(g, stage, x, y, tall * 0.62);
      case TENT -> tent(g, stage, x, y, tall * 0.9);
      case BOAT -> Vehicles.boat(g, stage, x, y, tall * 1.5);
      case ROCKET -> Vehicles.rocket(g, stage, x, y, tall * 2.4);
      case BIRDS -> {
        birds(g, stage, tall);
        return false;
      }
      case BALLOON -> {
        for (int i = 0; i < 3; i++) {
          Vehicles.balloon(
              g,
              stage,
              stage.width() * (0.2 + 0.3 * i),
              stage.between(0.18, 0.42),
              tall * stage.between(0.6, 1.3));
        }
        return false;
      }
      case LIGHTHOUSE, CASTLE, FIRE, MOON, PLANET -> {
        return false;
      }
    }
    return true;
  }

  static void person(Graphics2D g, double x, double y, double tall, double skirt) {
    g.fill(Skies.circle(x, y - tall * 0.91, tall * 0.085));
    Path2D body = new Path2D.Double();
    body.moveTo(x - tall * 0.13, y - tall * 0.77);
    body.quadTo(x, y - tall * 0.86, x + tall * 0.13, y - tall * 0.77);
    body.lineTo(x + tall * 0.1 + skirt * 0.5, y - tall * 0.4);
    body.lineTo(x + tall * 0.09 + skirt, y - tall * 0.22);
    body.lineTo(x + tall * 0.1, y);
    body.lineTo(x + tall * 0.02, y);
    body.lineTo(x, y - tall * 0.4);
    body.lineTo(x - tall * 0.04, y);
    body.lineTo(x - tall * 0.12, y);
    body.lineTo(x - tall * 0.09 - skirt, y - tall * 0.22);
    body.lineTo(x - tall * 0.1 - skirt * 0.5, y - tall * 0.4);
    body.closePath();
    g.fill(body);
    g.setStroke(
        new BasicStroke((float) (tall * 0.055), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D arms = new Path2D.Double();
    arms.moveTo(x - tall * 0.12, y - tall * 0.75);
    arms.lineTo(x - tall * 0.17, y - tall * 0.45);
    arms.moveTo(x + tall * 0.12, y - tall * 0.75);
    arms.lineTo(x + tall * 0.16, y - tall * 0.46);
    g.draw(arms);
  }

  /// A four-legged animal; `high` is its shoulder.
  private static void beast(
      Graphics2D g, double x, double y, double high, double longish, boolean tail) {
    double half = high * longish * 0.5;
    g.fill(
        new RoundRectangle2D.Double(
            x - half, y - high, 2 * half, high * 0.42, high * 0.35, high * 0.35));
    g.setStroke(
        new BasicStroke((float) (high * 0.1), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D limbs = new Path2D.Double();
    for (double at : new double[] {-0.85, -0.62, 0.62, 0.85}) {
      limbs.moveTo(x + half * at, y - high * 0.65);
      limbs.lineTo(x + half * (at + 0.04), y - high * 0.04);
    }
    g.draw(limbs);
    Path2D neck = new Path2D.Double();
    double lift = tail ? 0.25 : 0.62;
    neck.moveTo(x + half * 0.55, y - high * 0.95);
    neck.lineTo(x + half * 1.1, y - high * (1.08 + lift));
    neck.lineTo(x + half * 1.32, y - high * (1.02 + lift));
    neck.lineTo(x + half * 1.75, y - high * (0.86 + lift));
    neck.lineTo(x + half * 1.7, y - high * (0.74 + lift));
    neck.lineTo(x + half * 1.3, y - high * (0.78 + lift));
    neck.lineTo(x + half * 1.0, y - high * 0.68);
    neck.closePath();
    g.fill(neck);
    Path2D more = new Path2D.Double();
    more.moveTo(x - half, y - high * 0.9);
    more.quadTo(
        x - half * 1.35,
        y - high * (tail ? 1.25 : 0.9),
        x - half * 1.4,
        y - high * (tail ? 1.4 : 0.4));
    more.moveTo(x + half * 1.14, y - high * (1.08 + lift));
    more.lineTo(x + half * 1.1, y - high * (1.24 + lift));
    g.draw(more);
  }

  private static void cat(Graphics2D g, double x, double y, double tall) {
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
    g.setStroke(
        new BasicStroke((float) (tall * 0.1), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(
        new Arc2D.Double(
            x + tall * 0.1, y - tall * 0.5, tall * 0.55, tall * 0.5, -90, 150, Arc2D.OPEN));
  }

  private static void robot(Graphics2D g, double x, double y, double tall, int dark) {
    g.fill(
        new RoundRectangle2D.Double(
            x - tall * 0.16, y - tall * 0.66, tall * 0.32, tall * 0.38, tall * 0.05, tall * 0.05));
    g.fill(
        new RoundRectangle2D.Double(
            x - tall * 0.11, y - tall * 0.92, tall * 0.22, tall * 0.2, tall * 0.04, tall * 0.04));
    for (int side = -1; side <= 1; side += 2) {
      g.fill(
          new Rectangle2D.Double(
              x + side * tall * 0.09 - tall * 0.04, y - tall * 0.3, tall * 0.08, tall * 0.3));
      g.fill(
          new Rectangle2D.Double(
              x + side * tall * 0.21 - tall * 0.03, y - tall * 0.64, tall * 0.06, tall * 0.34));
    }
    g.fill(new Rectangle2D.Double(x - tall * 0.008, y - tall * 1.02, tall * 0.016, tall * 0.12));
    g.fill(Skies.circle(x, y - tall * 1.02, tall * 0.025));
    g.setPaint(Tint.color(0x7FF0FF));
    g.fill(Skies.circle(x - tall * 0.05, y - tall * 0.83, tall * 0.024));
    g.fill(Skies.circle(x + tall * 0.05, y - tall * 0.83, tall * 0.024));
    g.setPaint(Tint.color(dark));
  }

  private static void tent(Graphics2D g, SceneCanvas stage, double x, double y, double tall) {
    Path2D tent = new Path2D.Double();
    tent.moveTo(x - tall * 0.8, y);
    tent.lineTo(x, y - tall * 0.85);
    tent.lineTo(x + tall * 0.8, y);
    tent.closePath();
    g.setPaint(Tint.color(stage.palette().seen(0xD0703A, 1)));
    g.fill(tent);
    Path2D door = new Path2D.Double();
    door.moveTo(x - tall * 0.2, y);
    door.lineTo(x, y - tall * 0.85);
    door.lineTo(x + tall * 0.24, y);
    door.closePath();
    g.setPaint(Tint.color(Buildings.dark(stage) ? 0xFFC060 : stage.palette().seen(0x6A3018, 1)));
    g.fill(door);
  }

  private static void birds(Graphics2D g, SceneCanvas stage, double tall) {
    g.setStroke(
        new BasicStroke(
            (float) (0.0035 + tall * 0.008), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double x = stage.width() * stage.between(0.3, 0.6);
    double y = stage.between(0.16, 0.28);
    for (int i = 0; i < 9; i++) {
      double px = x + stage.between(-0.3, 0.3);
      double py = y + stage.between(-0.09, 0.09);
      double wing = stage.between(0.1, 0.18) * tall;
      Path2D bird = new Path2D.Double();
      bird.moveTo(px - wing, py - wing * 0.35);
      bird.quadTo(px - wing * 0.4, py - wing * 0.5, px, py);
      bird.quadTo(px + wing * 0.4, py - wing * 0.5, px + wing, py - wing * 0.3);
      g.draw(bird);
    }
  }

  /// Flames, embers and their shine, in the newest pane.
  static void fire(SceneCanvas stage, double x, double y, double size) {
    stage.light(x, y - size * 0.3, size * 3.2, 1.4, 0xFF8A30, 0.4, 0.45, 2.3, 0);
    for (int i = 0; i < 26; i++) {
      double off = stage.between(-0.22, 0.22) * size;
      int colour = i % 3 == 0 ? 0xFFE080 : i % 3 == 1 ? 0xFFA030 : 0xFF5A18;
      double radius = size * stage.between(0.12, 0.24) * (1 - Math.abs(off) / size);
      stage.light(
          x + off,
          y - size * 0.05,
          radius,
          0.8,
          colour,
          0.75,
          0,
          stage.between(0.8, 1.6),
          size * stage.between(0.5, 1));
    }
    for (int i = 0; i < 14; i++) {
      stage.light(
          x + stage.between(-0.3, 0.3) * size,
          y - size * 0.3,
          0.003,
          1,
          0xFFB060,
          0.9,
          0,
          stage.between(0.25, 0.6),
          size * stage.between(1.5, 3));
    }
  }
}
