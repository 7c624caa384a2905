package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Place;
import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.local.scene.SceneIdea.Time;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whom and what a scene is about: people, animals and things on the ground. `x` is the middle, `y`
/// the ground, `tall` the height of a grown person there.
final class Figures {
  private static final Set<Subject> ASHORE =
      EnumSet.of(
          Subject.PERSON, Subject.CHILD, Subject.COUPLE, Subject.DOG, Subject.CAT, Subject.ROBOT);

  private Figures() {}

  /// Puts what the prompt names onto the ground, in a pane of its own.
  ///
  /// @param floating whether the ground is water, on which all are in a boat
  static void place(SceneCanvas stage, double depth, double ground, boolean floating) {
    SceneIdea idea = stage.idea();
    Framing framing = stage.framing();
    double tall = Framing.TALL;
    // near the camera all stand where it looks
    double y = Tint.between(ground, framing.y(), Math.min(1, (framing.zoom() - 1) / 2));
    double middle = framing.x();
    stage.pane(
        depth,
        g -> {
          double x = middle;
          boolean lit = false;
          if (floating) {
            boat(g, stage, middle, y, tall);
            return;
          }
          for (Subject subject : Subject.values()) {
            if (idea.has(subject) && (subject != Subject.BOAT || !idea.at(Place.SEA))) {
              if (!lit) {
                halo(g, stage, middle, y - tall * 0.55, tall);
                lit = true;
              }
              if (draw(g, stage, subject, x, y, tall)) {
                x += tall * 1.1 * (x < middle + 0.01 ? 1 : -2.3);
              }
            }
          }
        });
    if (idea.has(Subject.FIRE) && !floating) {
      fire(stage, middle - tall * 1.2, y + 0.01, tall * 0.55);
    }
  }

  /// On the water all sit in a boat, but who has a lighthouse.
  private static void boat(Graphics2D g, SceneCanvas stage, double x, double y, double tall) {
    SceneIdea idea = stage.idea();
    boolean ashore = idea.has(Subject.LIGHTHOUSE) || !idea.at(Place.SEA);
    List<Subject> aboard =
        Arrays.stream(Subject.values())
            .filter(it -> !ashore && idea.has(it) && ASHORE.contains(it))
            .toList();
    for (int i = 0; i < aboard.size(); i++) {
      double seat = (i % 2 == 0 ? -1 : 1) * Framing.SEAT * tall;
      draw(g, stage, aboard.get(i), x + seat, y - tall * Framing.ABOARD, tall);
    }
    if (!aboard.isEmpty() || idea.has(Subject.BOAT)) {
      Vehicles.boat(g, stage, x, y, tall * 1.5);
    }
  }

  /// A little light behind somebody who would be lost before a dark place.
  private static void halo(Graphics2D g, SceneCanvas stage, double x, double y, double tall) {
    boolean dark = stage.idea().time() == Time.NIGHT;
    int colour = Tint.mix(stage.palette().horizon(), 0xFFFFFF, dark ? 0.3 : 0.5);
    double radius = tall * 1.6;
    g.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(x, y),
            (float) radius,
            new float[] {0, 0.45f, 1},
            new Color[] {
              Tint.color(colour, dark ? 0.4 : 0.1),
              Tint.color(colour, dark ? 0.18 : 0.05),
              Tint.color(colour, 0)
            }));
    g.fill(Skies.circle(x, y, radius));
  }

  /// Draws one and answers whether it takes room on the ground.
  private static boolean draw(
      Graphics2D g, SceneCanvas stage, Subject subject, double x, double y, double tall) {
    int fur = stage.worn(stage.idea().guise().fur());
    double skirt = stage.idea().guise().woman() ? tall * 0.09 : 0;
    switch (subject) {
      case PERSON -> People.draw(g, stage, 0, x, y, tall, skirt);
      case CHILD -> People.draw(g, stage, 1, x, y, tall * 0.66, skirt);
      case COUPLE -> {
        People.draw(g, stage, 0, x - tall * 0.17, y, tall, 0);
        People.draw(g, stage, 1, x + tall * 0.17, y, tall * 0.92, tall * 0.1);
      }
      case DOG -> Animals.beast(g, x, y, tall * 0.42, 1.5, true, fur);
      case HORSE -> Animals.beast(g, x, y, tall * 0.85, 1.15, false, fur);
      case CAT -> Animals.cat(g, x, y, tall * 0.4, fur);
      case ROBOT -> People.robot(g, stage, x, y, tall * 1.15);
      case CAR -> Vehicles.car(g, stage, x, y, tall * 0.62);
      case TENT -> tent(g, stage, x, y, tall * 0.9);
      case BOAT -> Vehicles.boat(g, stage, x, y, tall * 1.5);
      case ROCKET -> Vehicles.rocket(g, stage, x, y, tall * 2.4);
      case BIRDS -> {
        g.setPaint(Tint.color(Tint.mix(stage.palette().silhouette(1), 0, 0.35)));
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

  /// Somebody beside a tower.
  static void keeper(Graphics2D g, SceneCanvas stage, double x, double y) {
    double tall = Framing.KEEPER;
    People.draw(g, stage, 0, x, y, tall, stage.idea().guise().woman() ? tall * 0.09 : 0);
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
