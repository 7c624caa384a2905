package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Place;
import app.photoplay.provider.local.scene.SceneIdea.Weather;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;

/// Places that people built.
final class Towns {
  private Towns() {}

  static void village(SceneCanvas stage) {
    double horizon = stage.between(0.48, 0.56);
    Palette palette = stage.palette();
    boolean winter = stage.idea().at(Place.SNOW) || stage.idea().weather() == Weather.SNOW;
    int ground = winter ? 0xE4ECF4 : 0x6F8F4A;
    Skies.paint(stage, horizon);
    Places.behind(stage, horizon, Place.MOUNTAIN);
    for (int row = 0; row < 3; row++) {
      double depth = 0.35 + 0.2 * row;
      double base = horizon + 0.06 + 0.12 * row;
      double size = 0.06 + 0.07 * row;
      DoubleUnaryOperator line = Land.hills(stage, base, 0.012, 1.2, 0.4);
      int count = 9 - 3 * row;
      stage.pane(
          depth,
          g -> {
            Land.fill(
                g,
                Land.under(stage, line),
                base,
                1,
                palette.seen(ground, depth),
                palette.seen(Tint.mix(ground, 0x2A3A2A, 0.35), depth));
            for (int i = 0; i < count; i++) {
              double x = stage.width() * (i + stage.between(0.15, 0.85)) / count;
              double foot = line.applyAsDouble(x) + size * 0.35;
              if (stage.chance(0.4)) {
                Plants.leafy(
                    g,
                    stage,
                    x + size,
                    foot,
                    size * 1.3,
                    palette.seen(winter ? 0xC8D4DC : 0x4E7038, depth),
                    palette.seen(0x4A3826, depth));
              }
              Buildings.house(g, stage, x, foot, size, depth);
            }
          });
    }
    Figures.place(stage, 0.86, 0.91, false);
    stage.pane(
        1,
        g ->
            Land.grass(
                g,
                stage,
                x -> 1.02 - 0.02 * Math.sin(3 * x),
                0.06,
                palette.seen(winter ? 0xB8C6D2 : 0x35502A, 1)));
  }

  static void city(SceneCanvas stage) {
    double horizon = 0.72;
    Skies.paint(stage, horizon);
    if (Places.anyBehind(stage)) {
      Places.behind(stage, horizon - 0.08, Place.CITY);
    }
    stage.pane(0.15, g -> Buildings.skyline(g, stage, 0.74, 0.16, 0.44, 0.12));
    Skies.mist(stage, 0.2, 0.66, 0.14, 0.3);
    stage.pane(0.35, g -> Buildings.skyline(g, stage, 0.84, 0.14, 0.5, 0.42));
    stage.pane(0.6, g -> Buildings.skyline(g, stage, 0.98, 0.1, 0.42, 0.75));
    if (stage.idea().at(Place.RIVER) || stage.idea().at(Place.SEA)) {
      Land.water(stage, 0.7, 0.84, 1, 0.0018, 0x24425A);
    } else {
      Palette palette = stage.palette();
      int roof = Tint.mix(palette.seen(0x2E333C, 1), 0, 0.3);
      stage.pane(
          0.85,
          g -> {
            g.setPaint(Tint.color(roof));
            g.fill(new Rectangle2D.Double(-0.1, 0.9, stage.width() + 0.2, 0.2));
            g.setPaint(Tint.color(Tint.mix(roof, palette.horizon(), 0.18)));
            g.fill(new Rectangle2D.Double(-0.1, 0.9, stage.width() + 0.2, 0.008));
          });
    }
    Figures.place(stage, 0.9, 0.9, false);
  }

  /// A street between two rows of houses that meet far away.
  static void street(SceneCanvas stage) {
    double horizon = 0.56;
    double middle = stage.width() * stage.between(0.42, 0.58);
    Palette palette = stage.palette();
    boolean wet = stage.idea().weather() == Weather.RAIN || stage.idea().weather() == Weather.STORM;
    Skies.paint(stage, horizon);
    stage.pane(0.1, g -> Buildings.skyline(g, stage, horizon + 0.02, 0.06, 0.2, 0.1));
    stage.pane(
        0.25,
        g -> {
          int road = palette.seen(wet ? 0x2B323C : 0x4C4F55, 0.9);
          g.setPaint(
              Land.vertical(
                  horizon,
                  1,
                  Tint.color(Tint.mix(road, palette.horizon(), wet ? 0.55 : 0.35)),
                  Tint.color(road)));
          g.fill(new Rectangle2D.Double(0, horizon, stage.width(), 1 - horizon + 0.01));
          g.setPaint(Tint.color(palette.seen(0xE8E2C8, 0.9), 0.7));
          for (int i = 0; i < 7; i++) {
            double from = horizon + (1 - horizon) * Math.pow(i / 7.0, 1.8) + 0.006;
            double to = horizon + (1 - horizon) * Math.pow((i + 0.5) / 7.0, 1.8) + 0.006;
            Path2D dash = new Path2D.Double();
            dash.moveTo(middle - (from - horizon) * 0.02, from);
            dash.lineTo(middle + (from - horizon) * 0.02, from);
            dash.lineTo(middle + (to - horizon) * 0.02, to);
            dash.lineTo(middle - (to - horizon) * 0.02, to);
            g.fill(dash);
          }
        });
    for (int step = 0; step < 5; step++) {
      double near = Math.pow((step + 1) / 5.0, 1.5);
      double depth = 0.2 + 0.75 * near;
      double away = 0.1 + 0.85 * near;
      stage.pane(
          depth,
          g -> {
            for (int side = -1; side <= 1; side += 2) {
              front(
                  g,
                  stage,
                  middle + side * away * 0.95,
                  side,
                  horizon + (1 - horizon) * near * 0.8,
                  near,
                  depth);
            }
          });
      lamps(stage, middle, away, horizon, near, depth, wet);
      if (step == 3) {
        Figures.place(stage, 0.7, 0.86, false);
      }
    }
  }

  /// One house front that fills everything from an edge outwards.
  private static void front(
      java.awt.Graphics2D g,
      SceneCanvas stage,
      double edge,
      int side,
      double foot,
      double near,
      double depth) {
    int[] walls = {0x8C5A48, 0x9A8468, 0x6C7480, 0x7E5A66, 0x5C6E68};
    int wall = stage.palette().seen(walls[stage.random().nextInt(walls.length)], depth);
    double tall = (0.25 + 0.75 * near) * stage.between(0.75, 1.15);
    double wide = 0.9 * near + 0.08;
    double left = side < 0 ? edge - wide : edge;
    g.setPaint(
        Land.vertical(foot - tall, foot, Tint.color(wall), Tint.color(Tint.mix(wall, 0, 0.25))));
    g.fill(new Rectangle2D.Double(left, foot - tall, wide, tall));
    g.fill(
        new Rectangle2D.Double(left - 0.01 * near, foot - tall, wide + 0.02 * near, 0.03 * near));
    g.setPaint(Tint.color(stage.palette().seen(0x6E6E70, depth)));
    g.fill(
        new Rectangle2D.Double(
            left - 0.05 * near, foot - 0.006, wide + 0.1 * near, 0.02 * near + 0.006));
    double cell = 0.15 * near + 0.012;
    for (double y = foot - tall + cell; y < foot - cell * 0.7; y += cell * 1.15) {
      for (double x = left + cell * 0.6; x < left + wide - cell * 0.3; x += cell * 0.95) {
        Buildings.window(g, stage, x, y, cell * 0.42, cell * 0.62, depth, 0.55);
      }
    }
  }

  private static void lamps(
      SceneCanvas stage,
      double middle,
      double away,
      double horizon,
      double near,
      double depth,
      boolean wet) {
    int dark = Tint.mix(stage.palette().silhouette(1), 0, 0.3);
    double foot = horizon + (1 - horizon) * near * 0.86;
    double tall = 0.42 * near;
    stage.pane(
        Math.min(1, depth + 0.03),
        g -> {
          g.setPaint(Tint.color(dark));
          g.setStroke(new BasicStroke((float) (0.012 * near)));
          for (int side = -1; side <= 1; side += 2) {
            double x = middle + side * away * 0.82;
            g.draw(new Line2D.Double(x, foot, x, foot - tall));
            g.draw(new Line2D.Double(x, foot - tall, x - side * tall * 0.16, foot - tall));
          }
        });
    if (Buildings.dark(stage) || wet) {
      for (int side = -1; side <= 1; side += 2) {
        double x = middle + side * (away * 0.82 - tall * 0.16);
        stage.light(x, foot - tall, 0.03 * near + 0.004, 1, 0xFFE2A0, 1, 0.05, 0.4, 0);
        stage.light(x, foot - tall, 0.2 * near, 1, 0xFFB85A, 0.35, 0.05, 0.4, 0);
        if (wet) {
          stage.light(x, foot + tall * 0.22, 0.16 * near, 0.25, 0xFFB85A, 0.4, 0.4, 0.9, 0);
        }
      }
    }
  }

  static void road(SceneCanvas stage) {
    double horizon = stage.between(0.5, 0.56);
    double aim = stage.width() * stage.between(0.35, 0.65);
    Palette palette = stage.palette();
    boolean winter = stage.idea().at(Place.SNOW) || stage.idea().weather() == Weather.SNOW;
    boolean dry = stage.idea().at(Place.DESERT);
    int land = winter ? 0xE4ECF4 : dry ? 0xCE9C5C : 0x75904A;
    Skies.paint(stage, horizon);
    Places.behind(stage, horizon, dry ? Place.DESERT : Place.MOUNTAIN);
    double bend = stage.between(-0.3, 0.3);
    stage.pane(
        0.5,
        g -> {
          g.setPaint(
              Land.vertical(
                  horizon,
                  1,
                  Tint.color(palette.seen(land, 0.3)),
                  Tint.color(palette.seen(Tint.mix(land, 0x24301C, 0.35), 1))));
          g.fill(new Rectangle2D.Double(0, horizon, stage.width(), 1 - horizon + 0.01));
          stripe(g, aim, horizon, bend, 0.62, palette.seen(0x55575C, 0.75));
          stripe(g, aim, horizon, bend, 0.57, palette.seen(0x46484E, 0.85));
          for (int i = 0; i < 9; i++) {
            dash(
                g,
                aim,
                horizon,
                bend,
                Math.pow(i / 9.0, 2),
                Math.pow((i + 0.5) / 9.0, 2),
                palette.seen(0xF2E9C8, 0.9));
          }
        });
    stage.pane(
        0.75,
        g -> {
          for (int i = 0; i < 9; i++) {
            double down = Math.pow((i + 1) / 9.0, 1.8);
            for (int side = -1; side <= 1; side += 2) {
              double x = centre(aim, bend, down) + side * (0.06 + 0.9 * down);
              double y = horizon + (1 - horizon) * down;
              if (dry) {
                Plants.cactus(
                    g, x, y, 0.03 + 0.16 * down, palette.seen(0x3E5A3A, 0.4 + 0.6 * down));
              } else {
                Plants.leafy(
                    g,
                    stage,
                    x,
                    y,
                    0.05 + 0.42 * down,
                    palette.seen(winter ? 0xD2DCE4 : 0x4A7038, 0.3 + 0.6 * down),
                    palette.seen(0x4A3826, 0.3 + 0.6 * down));
              }
            }
          }
        });
    Figures.place(stage, 0.8, 0.88, false);
  }

  private static double centre(double aim, double bend, double down) {
    return aim + bend * Math.sin(Math.PI * down) * 0.6 * (1 - down);
  }

  private static void stripe(
      java.awt.Graphics2D g, double aim, double horizon, double bend, double wide, int colour) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i <= 40; i++) {
      double down = i / 40.0;
      double x = centre(aim, bend, down) - (0.005 + wide * down);
      double y = horizon + (1.01 - horizon) * down;
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    for (int i = 40; i >= 0; i--) {
      double down = i / 40.0;
      path.lineTo(
          centre(aim, bend, down) + (0.005 + wide * down), horizon + (1.01 - horizon) * down);
    }
    path.closePath();
    g.setPaint(Tint.color(colour));
    g.fill(path);
  }

  private static void dash(
      java.awt.Graphics2D g,
      double aim,
      double horizon,
      double bend,
      double from,
      double to,
      int colour) {
    Path2D path = new Path2D.Double();
    path.moveTo(centre(aim, bend, from) - 0.012 * from, horizon + (1 - horizon) * from);
    path.lineTo(centre(aim, bend, from) + 0.012 * from, horizon + (1 - horizon) * from);
    path.lineTo(centre(aim, bend, to) + 0.012 * to, horizon + (1 - horizon) * to);
    path.lineTo(centre(aim, bend, to) - 0.012 * to, horizon + (1 - horizon) * to);
    path.closePath();
    g.setPaint(Tint.color(colour, 0.85));
    g.fill(path);
  }
}
