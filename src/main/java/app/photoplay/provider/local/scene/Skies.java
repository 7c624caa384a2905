package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Mood;
import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.local.scene.SceneIdea.Time;
import app.photoplay.provider.local.scene.SceneIdea.Weather;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/// The sky with what is in it, and the air between things.
final class Skies {
  private static final long SKY = 1L << 40;
  private static final Color NOTHING = new Color(0, 0, 0, 0);

  private Skies() {}

  /// Sky, sun or moon, stars and clouds down to a horizon. Paints the first panes.
  static void paint(SceneCanvas stage, double horizon) {
    stage.apart(SKY, () -> sky(stage, horizon));
  }

  private static void sky(SceneCanvas stage, double horizon) {
    Palette palette = stage.palette();
    SceneIdea idea = stage.idea();
    boolean moon = idea.time() == Time.NIGHT || idea.has(Subject.MOON);
    boolean veiled = idea.weather() != Weather.CLEAR && idea.weather() != Weather.CLOUDS;
    double x =
        stage.width() * (stage.chance(0.5) ? stage.between(0.2, 0.4) : stage.between(0.6, 0.8));
    double low =
        idea.time() == Time.DAY ? stage.between(0.1, 0.2) : horizon - stage.between(0.06, 0.2);
    double y = moon ? stage.between(0.14, 0.28) : low;
    double radius = moon ? stage.between(0.035, 0.06) : idea.time() == Time.DAY ? 0.04 : 0.06;
    if (idea.mood() == Mood.DREAMY || idea.mood() == Mood.ROMANTIC || idea.mood() == Mood.SCARY) {
      radius *= 1.7;
    }
    double size = radius;
    stage.pane(
        0,
        g -> {
          gradient(g, stage.width(), horizon, palette);
          if (!veiled || (moon && idea.weather() != Weather.STORM)) {
            disc(g, x, y, size, palette.light(), moon);
          } else {
            glow(g, x, y, size * 7, palette.light(), 0.25);
          }
        });
    if (idea.time() == Time.NIGHT && !veiled) {
      stars(stage, horizon, 190);
    }
    clouds(stage, horizon);
  }

  private static void gradient(Graphics2D g, double width, double horizon, Palette palette) {
    float middle = 0.6f;
    g.setPaint(
        new LinearGradientPaint(
            new Point2D.Double(0, 0),
            new Point2D.Double(0, Math.max(0.05, horizon)),
            new float[] {0, middle, 1},
            new Color[] {
              Tint.color(palette.zenith()),
              Tint.color(Tint.mix(palette.zenith(), palette.horizon(), 0.5)),
              Tint.color(palette.horizon())
            }));
    g.fill(new Rectangle2D.Double(0, 0, width, 1));
  }

  private static void disc(
      Graphics2D g, double x, double y, double radius, int light, boolean moon) {
    glow(g, x, y, radius * 9, light, moon ? 0.22 : 0.5);
    glow(g, x, y, radius * 3, light, moon ? 0.25 : 0.6);
    g.setPaint(Tint.color(Tint.mix(light, 0xFFFFFF, 0.4)));
    g.fill(circle(x, y, radius));
    if (moon) {
      g.setPaint(Tint.color(0x8090B0, 0.28));
      g.fill(circle(x - radius * 0.3, y - radius * 0.2, radius * 0.24));
      g.fill(circle(x + radius * 0.35, y + radius * 0.1, radius * 0.18));
      g.fill(circle(x - radius * 0.05, y + radius * 0.45, radius * 0.2));
    }
  }

  /// A round shine.
  static void glow(Graphics2D g, double x, double y, double radius, int colour, double level) {
    g.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(x, y),
            (float) radius,
            new float[] {0, 0.35f, 1},
            new Color[] {
              Tint.color(colour, level), Tint.color(colour, level * 0.35), Tint.color(colour, 0)
            }));
    g.fill(circle(x, y, radius));
  }

  static void stars(SceneCanvas stage, double horizon, int count) {
    for (int i = 0; i < count; i++) {
      double near = stage.random().nextDouble();
      stage.light(
          stage.between(0, stage.width()),
          horizon * Math.pow(stage.random().nextDouble(), 1.2),
          0.0011 + 0.0018 * near * near,
          stage.chance(0.2) ? 0xFFD9B0 : 0xE8F0FF,
          0.35 + 0.6 * near,
          0.7);
    }
  }

  private static void clouds(SceneCanvas stage, double horizon) {
    Weather weather = stage.idea().weather();
    int count =
        switch (weather) {
          case CLEAR -> stage.chance(0.6) ? 2 : 1;
          case CLOUDS -> 8;
          case RAIN, SNOW -> 9;
          case STORM -> 12;
          case FOG -> 0;
        };
    if (count == 0) {
      return;
    }
    Palette palette = stage.palette();
    boolean heavy = weather == Weather.RAIN || weather == Weather.STORM;
    int lit = Tint.mix(palette.horizon(), 0xFFFFFF, stage.idea().time() == Time.DAY ? 0.7 : 0.15);
    int upper = heavy ? Tint.mix(palette.zenith(), palette.horizon(), 0.45) : lit;
    int lower = Tint.mix(palette.zenith(), palette.horizon(), heavy ? 0.1 : 0.5);
    stage.pane(
        0.06,
        new Layer.Motion(stage.chance(0.5) ? 0.004 : -0.004, 0, 0),
        g -> {
          for (int i = 0; i < count; i++) {
            double y = horizon * stage.between(0.05, heavy ? 0.55 : 0.75);
            double size = stage.between(0.1, 0.24) * (0.5 + 0.8 * (1 - y / horizon));
            cloud(
                g,
                stage,
                stage.between(-0.1, stage.width() + 0.1),
                y,
                heavy ? size * 1.7 : size,
                upper,
                lower);
          }
        });
  }

  /// Round puffs on a flat bottom.
  static void cloud(
      Graphics2D g, SceneCanvas stage, double x, double y, double size, int upper, int lower) {
    int puffs = 7;
    Path2D path = new Path2D.Double();
    for (int i = 0; i < puffs; i++) {
      double along = (i + 0.5) / puffs * 2 - 1;
      double radius = size * (0.16 + 0.2 * (1 - along * along)) * stage.between(0.75, 1.2);
      double px = x + along * size * 0.85;
      double py = y - radius * 0.45;
      path.append(
          new Ellipse2D.Double(px - radius, py - radius * 0.8, 2 * radius, radius * 1.5), false);
    }
    path.setWindingRule(Path2D.WIND_NON_ZERO);
    g.setPaint(
        new LinearGradientPaint(
            new Point2D.Double(0, y - size * 0.4),
            new Point2D.Double(0, y + size * 0.22),
            new float[] {0, 1},
            new Color[] {Tint.color(upper, 0.92), Tint.color(lower, 0.25)}));
    g.fill(path);
  }

  /// Mist that lies over everything painted so far, densest at one height, and drifts.
  static void mist(SceneCanvas stage, double depth, double y, double thickness, double level) {
    int colour = Tint.mix(stage.palette().horizon(), 0xFFFFFF, 0.15);
    stage.veil(
        depth,
        g -> {
          g.setPaint(
              new LinearGradientPaint(
                  new Point2D.Double(0, y - thickness),
                  new Point2D.Double(0, y + thickness),
                  new float[] {0, 0.5f, 1},
                  new Color[] {Tint.color(colour, 0), Tint.color(colour, level), NOTHING}));
          g.fill(new Rectangle2D.Double(0, y - thickness, stage.width(), 2 * thickness));
        });
  }

  static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
