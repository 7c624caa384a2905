package app.photoplay.provider.local.scene;

import app.photoplay.provider.local.scene.SceneIdea.Subject;
import app.photoplay.provider.local.scene.SceneIdea.Time;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Places without a ground under the sky: a room, space, the sky itself.
final class Indoors {
  private Indoors() {}

  static void room(SceneCanvas stage) {
    double horizon = 0.6;
    Palette outside = stage.palette();
    boolean night = Buildings.dark(stage);
    double x = stage.width() * (stage.chance(0.5) ? 0.34 : 0.62);
    Skies.paint(stage, horizon);
    Land.ridge(stage, 0.1, Land.hills(stage, 0.47, 0.02, 3, 0.5), 0.42, 0x4F6A55);
    int[] papers = {0x8C6E5A, 0x5E7480, 0x7A6A84, 0x6E7A5E, 0x8A5E5A};
    int paper = papers[stage.random().nextInt(papers.length)];
    int lamp = night ? 0xE0A868 : Tint.mix(outside.ambient(), 0xFFFFFF, 0.3);
    int wall = Tint.mix(Tint.lit(paper, lamp), 0, night ? 0.42 : 0.12);
    double half = 0.27;
    double high = 0.2;
    double low = 0.56;
    stage.pane(
        0.45,
        g -> {
          Path2D walls = new Path2D.Double(Path2D.WIND_EVEN_ODD);
          walls.append(new Rectangle2D.Double(-0.1, -0.1, stage.width() + 0.2, 1.2), false);
          walls.append(new Rectangle2D.Double(x - half, high, 2 * half, low - high), false);
          Land.fill(g, walls, 0, 0.8, wall, Tint.mix(wall, 0, 0.3));
          g.setPaint(Tint.color(Tint.mix(wall, 0xFFFFFF, 0.5)));
          frame(g, x, high, half, low);
          floor(g, stage, Tint.lit(0x8A5A3A, lamp), night);
          if (!night) {
            light(g, stage, x, half, low);
          }
        });
    stage.pane(
        0.62,
        g -> {
          furniture(
              g,
              stage,
              x < stage.width() / 2 ? stage.width() * 0.76 : stage.width() * 0.22,
              lamp,
              night);
          curtains(
              g, x, half, high, low, Tint.mix(Tint.lit(0xB04A42, lamp), 0, night ? 0.35 : 0.1));
        });
    if (night) {
      double lampX = x < stage.width() / 2 ? stage.width() * 0.76 : stage.width() * 0.22;
      stage.light(lampX, 0.4, 0.5, 1, 0xFFB060, 0.42, 0.05, 0.3, 0);
    }
    Figures.place(stage, 0.8, 0.9, false);
    if (!stage.idea().has(Subject.FIRE) && stage.idea().time() != Time.NIGHT) {
      for (int i = 0; i < 30; i++) {
        stage.light(
            x + stage.between(-0.3, 0.4),
            stage.between(0.3, 0.85),
            0.0022,
            1,
            0xFFF0C8,
            0.5,
            0,
            0.06,
            0.12);
      }
    }
  }

  private static void frame(Graphics2D g, double x, double high, double half, double low) {
    double bar = 0.014;
    g.fill(new Rectangle2D.Double(x - half - bar, high - bar, 2 * half + 2 * bar, bar));
    g.fill(new Rectangle2D.Double(x - half - bar * 3, low, 2 * half + 6 * bar, bar * 1.6));
    for (double at : new double[] {-half - bar, -bar / 2, half}) {
      g.fill(new Rectangle2D.Double(x + at, high, bar, low - high));
    }
    g.fill(new Rectangle2D.Double(x - half, (high + low) / 2, 2 * half, bar * 0.7));
  }

  private static void floor(Graphics2D g, SceneCanvas stage, int wood, boolean night) {
    double top = 0.76;
    int board = Tint.mix(wood, 0, night ? 0.4 : 0.1);
    g.setPaint(Land.vertical(top, 1, Tint.color(Tint.mix(board, 0, 0.25)), Tint.color(board)));
    g.fill(new Rectangle2D.Double(-0.1, top, stage.width() + 0.2, 0.3));
    g.setPaint(Tint.color(0, 0.25));
    double middle = stage.width() / 2;
    for (int i = -14; i <= 14; i++) {
      Path2D gap = new Path2D.Double();
      gap.moveTo(middle + i * 0.09, top);
      gap.lineTo(middle + i * 0.17, 1.01);
      gap.lineTo(middle + i * 0.17 + 0.004, 1.01);
      gap.lineTo(middle + i * 0.09 + 0.002, top);
      g.fill(gap);
    }
    g.setPaint(Tint.color(Tint.mix(board, 0xFFFFFF, 0.25)));
    g.fill(new Rectangle2D.Double(-0.1, top - 0.02, stage.width() + 0.2, 0.02));
  }

  /// What the window throws onto the floor.
  private static void light(Graphics2D g, SceneCanvas stage, double x, double half, double low) {
    Path2D patch = new Path2D.Double();
    patch.moveTo(x - half * 0.9, 0.8);
    patch.lineTo(x + half * 0.9, 0.8);
    patch.lineTo(x + half * 1.7, 0.98);
    patch.lineTo(x - half * 0.5, 0.98);
    patch.closePath();
    g.setPaint(Tint.color(stage.palette().light(), 0.3));
    g.fill(patch);
    Skies.glow(g, x, low - 0.15, 0.7, stage.palette().light(), 0.16);
  }

  private static void curtains(
      Graphics2D g, double x, double half, double high, double low, int cloth) {
    for (int side = -1; side <= 1; side += 2) {
      for (int fold = 0; fold < 4; fold++) {
        double left = x + side * (half + 0.02 + fold * 0.026) - 0.018;
        g.setPaint(Tint.color(Tint.mix(cloth, fold % 2 == 0 ? 0xFFFFFF : 0, 0.1)));
        g.fill(
            new RoundRectangle2D.Double(left, high - 0.05, 0.036, low - high + 0.24, 0.02, 0.02));
      }
    }
    g.setPaint(Tint.color(Tint.mix(cloth, 0, 0.55)));
    g.fill(
        new RoundRectangle2D.Double(
            x - half - 0.16, high - 0.065, 2 * half + 0.32, 0.016, 0.01, 0.01));
  }

  private static void furniture(
      Graphics2D g, SceneCanvas stage, double x, int lamp, boolean night) {
    int wood = Tint.mix(Tint.lit(0x6A4228, lamp), 0, night ? 0.35 : 0.1);
    g.setPaint(Tint.color(wood));
    g.fill(new Rectangle2D.Double(x - 0.24, 0.6, 0.48, 0.02));
    g.fill(new Rectangle2D.Double(x - 0.22, 0.62, 0.03, 0.25));
    g.fill(new Rectangle2D.Double(x + 0.19, 0.62, 0.03, 0.25));
    int[] books = {0x9A3A34, 0x3A6A8A, 0xC29A3A, 0x4A7A4A, 0x7A4A8A};
    double at = x - 0.2;
    for (int i = 0; i < 7; i++) {
      double high = stage.between(0.07, 0.11);
      g.setPaint(
          Tint.color(Tint.mix(Tint.lit(books[i % books.length], lamp), 0, night ? 0.25 : 0.05)));
      g.fill(new Rectangle2D.Double(at, 0.6 - high, 0.02, high));
      at += 0.023;
    }
    g.setPaint(Tint.color(wood));
    g.fill(new Rectangle2D.Double(x + 0.1, 0.47, 0.012, 0.13));
    Path2D shade = new Path2D.Double();
    shade.moveTo(x + 0.04, 0.48);
    shade.lineTo(x + 0.07, 0.38);
    shade.lineTo(x + 0.142, 0.38);
    shade.lineTo(x + 0.172, 0.48);
    shade.closePath();
    g.setPaint(Tint.color(night ? 0xFFDFA0 : Tint.lit(0xE8DCC0, lamp)));
    g.fill(shade);
  }

  static void space(SceneCanvas stage) {
    Palette palette = stage.palette();
    int[] nebulae = {0x7A2A8A, 0x2A4AA0, 0x9A3A5A, 0x1F7A80};
    int first = stage.random().nextInt(nebulae.length);
    stage.pane(
        0,
        g -> {
          g.setPaint(Tint.color(0x04050E));
          g.fill(new Rectangle2D.Double(0, 0, stage.width(), 1));
          for (int i = 0; i < 9; i++) {
            int colour = nebulae[(first + i % 2) % nebulae.length];
            Skies.glow(
                g,
                stage.width() * stage.between(0.1, 0.9),
                stage.between(0.1, 0.8),
                stage.between(0.2, 0.55),
                colour,
                stage.between(0.15, 0.38));
          }
          g.setPaint(Tint.color(0xFFFFFF, 0.5));
          for (int i = 0; i < 500; i++) {
            g.fill(Skies.circle(stage.between(0, stage.width()), stage.between(0, 1), 0.0009));
          }
        });
    Skies.stars(stage, 1, 140);
    double x = stage.width() * (stage.chance(0.5) ? 0.3 : 0.68);
    double radius = stage.between(0.2, 0.3);
    int[] worlds = {0xC86A3A, 0x4A8AC0, 0xC2A878, 0x6AA88A};
    int world = worlds[stage.random().nextInt(worlds.length)];
    stage.pane(0.35, g -> planet(g, stage, x, 0.4, radius, world, stage.chance(0.6)));
    stage.pane(0.55, g -> planet(g, stage, stage.width() - x, 0.2, radius * 0.25, 0xB8B8C0, false));
    if (stage.idea().subjects().stream()
        .anyMatch(it -> it != Subject.PLANET && it != Subject.MOON)) {
      var crater = Land.hills(stage, 0.86, 0.014, 1.3, 0.5);
      stage.pane(0.8, g -> Land.fill(g, Land.under(stage, crater), 0.82, 1, 0x8A8690, 0x3A3840));
      Figures.place(stage, 0.85, 0.88, false);
    } else {
      stage.pane(
          0.95,
          g -> {
            for (int i = 0; i < 14; i++) {
              double size = stage.between(0.006, 0.03);
              g.setPaint(Tint.color(Tint.mix(0x5A5450, palette.zenith(), 0.2)));
              g.fill(
                  new Ellipse2D.Double(
                      stage.between(0, stage.width()), stage.between(0.5, 1), size * 1.5, size));
            }
          });
    }
  }

  private static void planet(
      Graphics2D g,
      SceneCanvas stage,
      double x,
      double y,
      double radius,
      int colour,
      boolean rings) {
    if (rings) {
      ring(g, x, y, radius, colour, 180);
    }
    g.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(x - radius * 0.45, y - radius * 0.4),
            (float) (radius * 1.7),
            new float[] {0, 0.5f, 1},
            new java.awt.Color[] {
              Tint.color(Tint.mix(colour, 0xFFFFFF, 0.45)),
              Tint.color(colour),
              Tint.color(Tint.mix(colour, 0x02030A, 0.9))
            }));
    g.fill(Skies.circle(x, y, radius));
    var clip = g.getClip();
    g.clip(Skies.circle(x, y, radius));
    for (int i = 0; i < 7; i++) {
      g.setPaint(Tint.color(Tint.mix(colour, i % 2 == 0 ? 0xFFFFFF : 0, 0.5), 0.12));
      g.fill(
          new Ellipse2D.Double(
              x - radius * 1.2,
              y - radius + radius * 0.3 * i,
              radius * 2.4,
              radius * stage.between(0.08, 0.2)));
    }
    g.setClip(clip);
    if (rings) {
      ring(g, x, y, radius, colour, 0);
    }
  }

  /// The half of the rings behind (180) or before (0) the planet.
  private static void ring(Graphics2D g, double x, double y, double radius, int colour, int from) {
    for (int i = 0; i < 4; i++) {
      double wide = radius * (1.45 + 0.14 * i);
      g.setStroke(new java.awt.BasicStroke((float) (radius * 0.05)));
      g.setPaint(Tint.color(Tint.mix(colour, 0xFFFFFF, 0.55), 0.55 - 0.1 * i));
      g.draw(
          new java.awt.geom.Arc2D.Double(
              x - wide,
              y - wide * 0.22,
              2 * wide,
              wide * 0.44,
              from == 0 ? 180 : 0,
              180,
              java.awt.geom.Arc2D.OPEN));
    }
  }

  /// Above the clouds.
  static void sky(SceneCanvas stage) {
    Palette palette = stage.palette();
    Skies.paint(stage, 0.75);
    int white =
        Tint.mix(palette.horizon(), 0xFFFFFF, stage.idea().time() == Time.DAY ? 0.75 : 0.25);
    for (int row = 0; row < 4; row++) {
      double depth = 0.15 + 0.26 * row;
      double y = 0.58 + 0.13 * row;
      int upper = Tint.mix(white, palette.zenith(), 0.12 * (3 - row));
      int lower = Tint.mix(palette.zenith(), palette.horizon(), 0.6);
      stage.pane(
          depth,
          new Layer.Motion(0.004 + 0.004 * row, 0, 0),
          g -> {
            for (int i = 0; i < 9; i++) {
              Skies.cloud(
                  g,
                  stage,
                  stage.width() * (i + stage.between(-0.3, 0.6)) / 8,
                  y + stage.between(-0.03, 0.05),
                  stage.between(0.22, 0.36) * (0.8 + depth),
                  upper,
                  lower);
            }
            g.setPaint(
                Land.vertical(
                    y - 0.02,
                    y + 0.2,
                    Tint.color(upper, 0),
                    Tint.color(Tint.mix(upper, lower, 0.4))));
            g.fill(new Rectangle2D.Double(0, y - 0.02, stage.width(), 1.02 - y));
          });
      if (row == 1) {
        stage.pane(
            0.5,
            g -> {
              if (stage.idea().has(Subject.BALLOON)) {
                Vehicles.balloon(g, stage, stage.width() * 0.6, 0.36, 0.3);
                Vehicles.balloon(g, stage, stage.width() * 0.34, 0.28, 0.16);
              } else if (stage.idea().subjects().isEmpty()) {
                plane(g, stage.width() * 0.55, 0.4, 0.16, palette.silhouette(0.9));
              }
            });
        Figures.place(stage, 0.5, 0.62, false);
      }
    }
  }

  private static void plane(Graphics2D g, double x, double y, double size, int colour) {
    g.setPaint(Tint.color(colour));
    g.fill(
        new RoundRectangle2D.Double(
            x - size * 0.5, y - size * 0.04, size, size * 0.09, size * 0.09, size * 0.09));
    Path2D wings = new Path2D.Double();
    wings.moveTo(x + size * 0.1, y);
    wings.lineTo(x - size * 0.18, y + size * 0.26);
    wings.lineTo(x - size * 0.06, y + size * 0.26);
    wings.lineTo(x + size * 0.2, y + size * 0.02);
    wings.moveTo(x - size * 0.42, y);
    wings.lineTo(x - size * 0.52, y - size * 0.2);
    wings.lineTo(x - size * 0.44, y - size * 0.2);
    wings.lineTo(x - size * 0.3, y);
    g.fill(wings);
  }
}
